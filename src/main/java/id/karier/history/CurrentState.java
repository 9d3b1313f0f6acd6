package id.karier.history;

import id.karier.changes.Change.Difference;
import id.karier.rules.terms.PositionLevel;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the histories say of one person on one day.
 *
 * @param positionSince start of the unbroken holding of the position, whatever decrees renewed it
 * @param leadsUnit holds a leading position, definitively or acting
 * @param rankOrder place of the rank on its own ladder, 0 for none
 * @param retirementOn {@link #NEVER} when it cannot be computed
 * @param retirementRules the version of the rule set that gave the retirement date
 * @param nextChangeOn first later day on which a history says something else, null for none
 */
record CurrentState(
        @Nullable UUID unitId,
        @Nullable String unitName,
        @Nullable UUID positionId,
        @Nullable String positionTitle,
        @Nullable PositionLevel positionLevel,
        @Nullable LocalDate positionSince,
        boolean leadsUnit,
        @Nullable String rankCode,
        int rankOrder,
        @Nullable LocalDate rankSince,
        @Nullable String educationLevel,
        @Nullable String educationName,
        LocalDate retirementOn,
        String retirementRules,
        @Nullable LocalDate nextChangeOn) {
    /** What the database holds where no retirement can be computed. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /** The same state with the day on which its position retires the person by some rules. */
    CurrentState retiring(LocalDate day, String rules) {
        return new CurrentState(
                unitId,
                unitName,
                positionId,
                positionTitle,
                positionLevel,
                positionSince,
                leadsUnit,
                rankCode,
                rankOrder,
                rankSince,
                educationLevel,
                educationName,
                day,
                rules,
                nextChangeOn);
    }

    /** The members that read otherwise in a later state, as the change log tells them. */
    Map<String, Difference> differences(CurrentState later) {
        var differences = new LinkedHashMap<String, Difference>();
        compare(differences, "unitId", unitId, later.unitId);
        compare(differences, "unitName", unitName, later.unitName);
        compare(differences, "positionId", positionId, later.positionId);
        compare(differences, "positionTitle", positionTitle, later.positionTitle);
        compare(differences, "positionLevel", positionLevel, later.positionLevel);
        compare(differences, "positionSince", positionSince, later.positionSince);
        compare(differences, "leadsUnit", leadsUnit, later.leadsUnit);
        compare(differences, "rankCode", rankCode, later.rankCode);
        compare(differences, "rankSince", rankSince, later.rankSince);
        compare(differences, "educationLevel", educationLevel, later.educationLevel);
        compare(differences, "educationName", educationName, later.educationName);
        compare(differences, "retirementOn", told(retirementOn), told(later.retirementOn));
        return differences;
    }

    private static @Nullable LocalDate told(LocalDate retirement) {
        return retirement.equals(NEVER) ? null : retirement;
    }

    private static void compare(
            Map<String, Difference> differences, String member, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            differences.put(member, new Difference(before, after));
        }
    }
}
