package id.karier.organisation;

import static id.karier.organisation.OrganisationOutcome.conflicting;
import static id.karier.organisation.OrganisationOutcome.forbidden;

import id.karier.kernel.FieldError;
import id.karier.rules.body.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How positions may change. */
public final class PositionRules {
    private PositionRules() {}

    /**
     * Whether a unit may have a position as it is described.
     *
     * @param unitClosedOn last day of the unit, null while it is open
     * @param ledAlready the position is to lead the unit, and another open position does
     */
    public static OrganisationOutcome place(@Nullable LocalDate unitClosedOn, boolean ledAlready) {
        if (unitClosedOn != null) {
            return forbidden("/unitId", "UNIT_CLOSED", unitClosedOn.toString());
        }
        return ledAlready ? conflicting("/leadsUnit", "UNIT_LED_ALREADY") : new OrganisationOutcome.Accepted();
    }

    /**
     * Whether a post may retire its holders at an age of its own.
     *
     * @param plausible the ages that the rules in force believe of a post
     */
    public static OrganisationOutcome retireAt(@Nullable Integer age, Range plausible) {
        return age == null || plausible.holds(BigDecimal.valueOf(age))
                ? new OrganisationOutcome.Accepted()
                : forbidden("/retirementAge", "RETIREMENT_AGE_IMPLAUSIBLE", plausible.from(), plausible.to());
    }

    /**
     * Whether a position that was made by mistake may go.
     *
     * @param held somebody has ever held it
     * @param others what else refers to it
     */
    public static OrganisationOutcome remove(boolean held, List<FieldError> others) {
        var reasons = new ArrayList<>(others);
        if (held) {
            reasons.add(0, FieldError.in("organisation", "", "POSITION_EVER_HELD"));
        }
        return reasons.isEmpty() ? new OrganisationOutcome.Accepted() : new OrganisationOutcome.StillUsed(reasons);
    }

    /** Whether a position with so many definitive holders may lead a unit from now on: a unit has one head. */
    public static OrganisationOutcome lead(long holders) {
        return holders > 1
                ? conflicting("/leadsUnit", "POSITION_HELD_BY_SEVERAL", holders)
                : new OrganisationOutcome.Accepted();
    }

    /**
     * Whether so many may be wanted. Fewer than there are is a surplus, which a new job map may well say; where none is
     * wanted, there is no post, so nobody holds it.
     *
     * @param held somebody holds it today or will, definitively or acting
     */
    public static OrganisationOutcome want(int headcount, boolean held) {
        return headcount == 0 && held
                ? conflicting("/headcount", "HEADCOUNT_ZERO_HELD")
                : new OrganisationOutcome.Accepted();
    }

    /** Whether a position that is closed, or not, may lead its unit from now on. */
    public static OrganisationOutcome lead(@Nullable LocalDate closedOn) {
        return closedOn == null
                ? new OrganisationOutcome.Accepted()
                : conflicting("/leadsUnit", "POSITION_CLOSED", closedOn.toString());
    }

    /**
     * Whether a position may end with a day.
     *
     * @param closedOn its last day when it is closed already
     * @param held somebody holds it after that day, definitively or acting
     */
    public static OrganisationOutcome close(
            @Nullable LocalDate closedOn, LocalDate lastDay, LocalDate today, boolean held) {
        if (closedOn != null) {
            return conflicting("", "POSITION_CLOSED", closedOn.toString());
        }
        if (lastDay.isAfter(today)) {
            return forbidden("/closedOn", "CLOSED_ON_IN_FUTURE", today.toString());
        }
        return held
                ? new OrganisationOutcome.StillUsed(List.of(FieldError.in("organisation", "", "POSITION_HELD")))
                : new OrganisationOutcome.Accepted();
    }
}
