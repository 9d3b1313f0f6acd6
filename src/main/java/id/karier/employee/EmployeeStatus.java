package id.karier.employee;

import id.karier.kernel.Published;

/** Legal standing (kedudukan hukum) of a person in the agency. */
@Published
public enum EmployeeStatus {
    ACTIVE,
    STUDY_ASSIGNMENT,
    UNPAID_LEAVE,
    SECONDED,
    SUSPENDED,
    RETIRED,
    DISMISSED,
    MOVED,
    DECEASED;

    /** The person is in the agency's service no more. */
    public boolean hasLeft() {
        return switch (this) {
            case RETIRED, DISMISSED, MOVED, DECEASED -> true;
            case ACTIVE, STUDY_ASSIGNMENT, UNPAID_LEAVE, SECONDED, SUSPENDED -> false;
        };
    }
}
