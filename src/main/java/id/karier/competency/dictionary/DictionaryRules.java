package id.karier.competency.dictionary;

import id.karier.competency.CompetencyKind;
import id.karier.competency.CompetencyOutcome;
import id.karier.competency.dictionary.DictionaryJson.CompetencyChanges;
import id.karier.kernel.FieldError;
import id.karier.rules.body.Range;
import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Pure rules on what an agency writes into the dictionary (PermenPANRB 38/2017; DOMAIN §3.1). */
public final class DictionaryRules {
    private DictionaryRules() {}

    /**
     * An agency adds technical and government-affairs competencies only; a technical one has a place in the tree; every level
     * of the scale is said once, lowest first.
     *
     * @param scale of the rule set JPM
     */
    static CompetencyOutcome admit(CompetencyKind kind, CompetencyChanges facts, Range scale) {
        var reasons = new ArrayList<FieldError>();
        if (kind.isNational()) {
            reasons.add(FieldError.in("competency", "/kind", "KIND_NATIONAL"));
        }
        if (kind == CompetencyKind.TECHNICAL && facts.affair() == null && facts.jobFamily() == null) {
            reasons.add(FieldError.in("competency", "/affair", "PLACE_IN_TREE_MISSING"));
        }
        int lowest = scale.from().intValue();
        int highest = scale.to().intValue();
        for (int i = 0; i < facts.levels().size(); i++) {
            if (facts.levels().get(i).level() != lowest + i) {
                reasons.add(
                        FieldError.in("competency", "/levels/" + i + "/level", "LEVELS_UNORDERED", lowest, highest));
                return CompetencyOutcome.of(reasons);
            }
        }
        if (facts.levels().size() != highest - lowest + 1) {
            reasons.add(FieldError.in("competency", "/levels", "LEVELS_UNORDERED", lowest, highest));
        }
        return CompetencyOutcome.of(reasons);
    }

    /** A competency is retired once, and not for days past. */
    static CompetencyOutcome retire(@Nullable LocalDate retiredOn, LocalDate lastDay, LocalDate today) {
        if (retiredOn != null) {
            return CompetencyOutcome.conflicting("/retiredOn", "RETIRED_ALREADY", retiredOn);
        }
        return lastDay.isBefore(today)
                ? CompetencyOutcome.conflicting("/retiredOn", "DAY_IN_PAST", today)
                : new CompetencyOutcome.Accepted();
    }
}
