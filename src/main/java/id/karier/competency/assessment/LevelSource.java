package id.karier.competency.assessment;

import id.karier.rules.terms.AssessmentMethod;
import java.util.Set;

/** Where a figure comes from: a group of raters as it is told, or an earlier finding. */
public enum LevelSource {
    SELF,
    SUPERIOR,
    PEER,
    SUBORDINATE,
    /** Where one of the two is too small to be told alone. */
    PEER_AND_SUBORDINATE,
    ASSESSMENT_CENTRE,
    CERTIFICATE;

    /** The relations that are one figure here; none for a finding. */
    Set<RaterRelation> relations() {
        return switch (this) {
            case SELF -> Set.of(RaterRelation.SELF);
            case SUPERIOR -> Set.of(RaterRelation.SUPERIOR);
            case PEER -> Set.of(RaterRelation.PEER);
            case SUBORDINATE -> Set.of(RaterRelation.SUBORDINATE);
            case PEER_AND_SUBORDINATE -> Set.of(RaterRelation.PEER, RaterRelation.SUBORDINATE);
            case ASSESSMENT_CENTRE, CERTIFICATE -> Set.of();
        };
    }

    boolean isAnonymous() {
        return relations().stream().anyMatch(RaterRelation::isAnonymous);
    }

    static LevelSource of(AssessmentMethod method) {
        return valueOf(method.name());
    }
}
