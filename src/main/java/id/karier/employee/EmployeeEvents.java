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

    /** A person's birth date or sex was corrected: what is computed from it is to be computed again. */
    public record PersonCorrected(String agency, UUID employeeId) {}
}
