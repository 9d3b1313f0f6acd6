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
    DECEASED
}
