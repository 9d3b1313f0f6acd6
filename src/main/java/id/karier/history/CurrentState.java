package id.karier.history;

import id.karier.changes.Change.Difference;
import id.karier.changes.Differences;
import id.karier.employee.EmployeeObjects;
import id.karier.employee.EmployeeStatus;
import id.karier.rules.terms.PositionLevel;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the histories say of one person on one day.
 *
 * @param status the legal standing
 * @param positionSince start of the unbroken holding of the position, whatever decrees renewed it
 * @param leadsUnit holds a leading position, definitively or acting
 * @param ledUnits the units that she leads, as sorted hexadecimal ids with commas between them, null for none
 * @param rankOrder place of the rank on its own ladder, 0 for none
 * @param retirementOn {@link #NEVER} when it cannot be computed
 * @param retirementRules a mark of the law that gave the retirement date
 * @param nextChangeOn first later day on which a history says something else, null for none
 */
record CurrentState(
        EmployeeStatus status,
        @Nullable UUID unitId,
        @Nullable String unitName,
        @Nullable UUID positionId,
        @Nullable String positionTitle,
        @Nullable PositionLevel positionLevel,
        @Nullable LocalDate positionSince,
        boolean leadsUnit,
        @Nullable String ledUnits,
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

    /** The members that differ in a later state, for the change log. */
    Map<String, Difference> differences(CurrentState later) {
        return Differences.of(EmployeeObjects.EMPLOYEE, properties(), later.properties());
    }

    private Map<String, @Nullable Object> properties() {
        var properties = new LinkedHashMap<String, @Nullable Object>();
        properties.put("status", status);
        properties.put("unitId", unitId);
        properties.put("unitName", unitName);
        properties.put("positionId", positionId);
        properties.put("positionTitle", positionTitle);
        properties.put("positionLevel", positionLevel);
        properties.put("positionSince", positionSince);
        properties.put("leadsUnit", leadsUnit);
        properties.put("ledUnits", ledUnits);
        properties.put("rankCode", rankCode);
        properties.put("rankSince", rankSince);
        properties.put("educationLevel", educationLevel);
        properties.put("educationName", educationName);
        properties.put("retirementOn", retirementOn.equals(NEVER) ? null : retirementOn);
        return properties;
    }
}
