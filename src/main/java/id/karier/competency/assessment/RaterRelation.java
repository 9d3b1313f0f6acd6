package id.karier.competency.assessment;

import id.karier.rules.terms.AssessmentMethod;

/** What a rater is to whom she rates. */
public enum RaterRelation {
    SELF,
    SUPERIOR,
    PEER,
    SUBORDINATE;

    /** Whether nobody may learn who said what: there is one self, and few superiors, and they know that they are named. */
    boolean isAnonymous() {
        return this == PEER || this == SUBORDINATE;
    }

    AssessmentMethod method() {
        return AssessmentMethod.valueOf(name());
    }
}
