package id.karier.employee;

import id.karier.kernel.Published;
import java.time.LocalDate;
import java.util.UUID;

/** What happens to people, fired as CDI events within the transaction that does it. */
@Published
public final class EmployeeEvents {
    private EmployeeEvents() {}

    /** A person has been registered under a number, which she bears since a day. */
    public record PersonRegistered(UUID employeeId, String number, EmployeeKind kind, LocalDate since) {}

    /**
     * A person has left the agency's service: her status was one of service until now. A later change between such statuses
     * is no further leaving.
     *
     * @param on the day in the agency on which it was written
     */
    public record PersonLeft(String agency, UUID employeeId, EmployeeStatus status, LocalDate on) {}

    /** A person's birth date or sex was corrected: what is computed from it is to be computed again. */
    public record PersonCorrected(String agency, UUID employeeId) {}
}
