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
     * is no further leaving. Fired when it is true: at once for a status that has begun, else on its first day.
     *
     * @param on her first day out of service
     */
    public record PersonLeft(String agency, UUID employeeId, EmployeeStatus status, LocalDate on) {}

    /** A person is registered who has another legal standing than the usual one. */
    public record StatusGiven(UUID employeeId, EmployeeStatus status, StatusDecree decree) {}

    /** The first day of a person's service is another, later one: nothing of her service may have begun before it. */
    public record AppointedLater(UUID employeeId, LocalDate on) {}

    /** A candidate has become permanent on a day, on which she must have been in service. */
    public record BecamePermanent(UUID employeeId, LocalDate on) {}

    /** A person's birth date or sex was corrected: what is computed from it is to be computed again. */
    public record PersonCorrected(String agency, UUID employeeId) {}
}
