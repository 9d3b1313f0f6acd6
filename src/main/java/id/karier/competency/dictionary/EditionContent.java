package id.karier.competency.dictionary;

import id.karier.competency.CompetencyText;
import id.karier.competency.dictionary.DictionaryJson.LevelText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an edition says besides the name, as it is stored. */
record EditionContent(@Nullable CompetencyText definition, List<LevelText> levels) {
    EditionContent {
        levels = List.copyOf(levels);
    }
}
