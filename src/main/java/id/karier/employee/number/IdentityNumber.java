package id.karier.employee.number;

import id.karier.changes.Recorded;
import id.karier.employee.EmployeeEvents.PersonRegistered;
import id.karier.employee.EmployeeKind;
import id.karier.employee.Source;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.data.AgencyOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A number that a person bore for a time. A NIP changes when BKN corrects a birth date, an NI PPPK with every contract
 * in another agency, so no number is a key (DOMAIN §1).
 */
@Entity
@Table(name = "employee_identity_numbers")
public class IdentityNumber extends AgencyOwned implements Recorded {
    private UUID employeeId;
    private String number;

    @Enumerated(EnumType.STRING)
    private EmployeeKind kind;

    private LocalDate startsOn;
    private @Nullable LocalDate endsOn;
    private @Nullable String decreeNumber;
    private @Nullable LocalDate decreeDate;
    private @Nullable String reason;

    @Enumerated(EnumType.STRING)
    private Source source;

    private @Nullable String siasnId;

    protected IdentityNumber() {}

    private IdentityNumber(UUID id, UUID employeeId, String number, EmployeeKind kind, LocalDate startsOn) {
        super(id);
        this.employeeId = employeeId;
        this.number = number;
        this.kind = kind;
        this.startsOn = startsOn;
        this.source = Source.LOCAL;
    }

    /** The number under which a person is registered. */
    IdentityNumber(UUID id, PersonRegistered person) {
        this(id, person.employeeId(), person.number(), person.kind(), person.since());
    }

    /** A number that replaces another one. */
    IdentityNumber(UUID id, UUID employeeId, IdentityNumberJson.Correction request) {
        this(id, employeeId, request.number(), request.kind(), request.startsOn());
        this.decreeNumber = request.decreeNumber();
        this.decreeDate = request.decreeDate();
    }

    /** The same number, borne as a permanent civil servant. */
    IdentityNumber(UUID id, UUID employeeId, String number, IdentityNumberJson.Appointment request) {
        this(id, employeeId, number, EmployeeKind.PNS, request.startsOn());
        this.decreeNumber = request.decreeNumber();
        this.decreeDate = request.decreeDate();
        this.reason = request.reason();
    }

    /** The given day is the last. */
    void end(LocalDate lastDay) {
        endsOn = lastDay;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    IdentityNumberJson.Entry entry() {
        return new IdentityNumberJson.Entry(
                id(), number, kind, startsOn, endsOn, decreeNumber, decreeDate, reason, source, siasnId, version());
    }

    @Override
    public ObjectKind objectKind() {
        return IdentityNumberObjects.IDENTITY_NUMBER;
    }
}
