package id.karier.history.entry;

import id.karier.employee.EmployeeStatus;
import id.karier.history.entry.StatusJson.StatusEntry;
import id.karier.history.entry.StatusJson.StatusFacts;
import id.karier.kernel.access.ObjectKind;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A legal standing of a person from a day on. */
@Entity
@Table(name = "employee_statuses")
@DynamicUpdate
class StatusRow extends ClosableEntry<StatusFacts> {
    @Enumerated(EnumType.STRING)
    private EmployeeStatus status;

    private boolean startUnknown;
    private @Nullable String reason;
    private @Nullable String destination;

    protected StatusRow() {}

    StatusRow(UUID id, UUID employeeId, StatusFacts facts) {
        super(id, employeeId, facts.startsOn());
        change(facts);
    }

    @Override
    StatusFacts facts() {
        return new StatusFacts(
                status, startsOn, endsOn, startUnknown, reason, destination, decreeNumber, decreeDate, null);
    }

    @Override
    final void change(StatusFacts facts) {
        super.change(facts);
        status = facts.status();
        startsOn = facts.startsOn();
        endsOn = facts.endsOn();
        startUnknown = Boolean.TRUE.equals(facts.startUnknown());
        reason = facts.reason();
        destination = facts.destination();
    }

    @Override
    StatusEntry view() {
        return new StatusEntry(
                id(),
                status,
                startsOn,
                endsOn,
                startUnknown,
                reason,
                destination,
                decreeNumber,
                decreeDate,
                source,
                siasnId,
                version());
    }

    @Override
    public ObjectKind objectKind() {
        return HistoryObjects.STATUS;
    }
}
