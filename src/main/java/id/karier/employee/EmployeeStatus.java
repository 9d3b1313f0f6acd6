package id.karier.employee;

import id.karier.kernel.Published;

/**
 * Legal standing (kedudukan hukum) of a person in the agency. The constants stand for the national list, whose codes and
 * names, and what each standing means for post and sign-in, are in {@code reference/employee-statuses.json}.
 */
@Published
public enum EmployeeStatus {
    ACTIVE(Needs.DECREE),
    STUDY_ASSIGNMENT(Needs.DECREE),
    UNPAID_LEAVE(Needs.DECREE),
    SECONDED(Needs.DESTINATION),
    STATE_OFFICIAL(Needs.DECREE),
    VILLAGE_HEAD(Needs.DECREE),
    MILITARY_SERVICE(Needs.DECREE),
    DISPLACED(Needs.NOTHING),
    UNDER_PENALTY(Needs.DECREE),
    DEMOTED(Needs.DECREE),
    PRE_RETIREMENT(Needs.DECREE),
    AWAITING_APPOINTMENT(Needs.NOTHING),
    WAITING_PAY(Needs.DECREE),
    SUSPENDED(Needs.REASON),
    UNDER_APPEAL(Needs.NOTHING),
    CRIMINAL_CASE(Needs.NOTHING),
    INACTIVE(Needs.NOTHING),
    DATA_BLOCKED(Needs.NOTHING),
    NOT_REGISTERED(Needs.NOTHING),
    MISSING(Needs.NOTHING),
    RETIRED(Needs.DECREE),
    DISMISSED_WITH_PENSION(Needs.REASON),
    DISMISSED_WITHOUT_PENSION(Needs.REASON),
    /** The decree does not say whether there is a right to a pension. */
    DISMISSED(Needs.REASON),
    APPOINTMENT_CANCELLED(Needs.REASON),
    FORMER_EAST_TIMOR(Needs.NOTHING),
    MOVED(Needs.DESTINATION),
    DECEASED(Needs.NOTHING);

    /** What stands in a row besides the days; a reason or a destination always comes with a decree. */
    private enum Needs {
        NOTHING,
        DECREE,
        REASON,
        DESTINATION
    }

    private final Needs needs;

    EmployeeStatus(Needs needs) {
        this.needs = needs;
    }

    /** The person is in the agency's service no more. */
    public boolean hasLeft() {
        return switch (this) {
            case RETIRED,
                    DISMISSED_WITH_PENSION,
                    DISMISSED_WITHOUT_PENSION,
                    DISMISSED,
                    APPOINTMENT_CANCELLED,
                    FORMER_EAST_TIMOR,
                    MOVED,
                    DECEASED -> true;
            default -> false;
        };
    }

    /** Only a decree gives it; a death or a disappearance is a fact. */
    public boolean needsDecree() {
        return needs != Needs.NOTHING;
    }

    public boolean needsReason() {
        return needs == Needs.REASON;
    }

    public boolean needsDestination() {
        return needs == Needs.DESTINATION;
    }
}
