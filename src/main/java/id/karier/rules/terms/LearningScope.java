package id.karier.rules.terms;

import com.fasterxml.jackson.annotation.JsonAlias;

/** Where a learning activity is held, as far as its conversion into learning hours depends on it. */
public enum LearningScope {
    @JsonAlias("NASIONAL")
    NATIONAL,
    @JsonAlias("INTERNASIONAL")
    INTERNATIONAL
}
