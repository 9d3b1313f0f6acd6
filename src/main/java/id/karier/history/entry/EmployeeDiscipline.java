package id.karier.history.entry;

import id.karier.history.entry.HistoryJson.DisciplineFacts;
import id.karier.kernel.access.ObjectKind;
import id.karier.rules.terms.PenaltyLevel;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A disciplinary penalty of a person. */
@Entity
@Table(name = "employee_disciplines")
@DynamicUpdate
class EmployeeDiscipline extends HistoryEntry<DisciplineFacts> {
    @Enumerated(EnumType.STRING)
    private PenaltyLevel level;

    private @Nullable String penalty;
    private @Nullable String penaltyName;
    private LocalDate startsOn;
    private @Nullable LocalDate endsOn;
    private @Nullable String reason;
    private @Nullable String regulation;
    private @Nullable String cancelledBy;
    private @Nullable LocalDate cancelledOn;

    protected EmployeeDiscipline() {}

    EmployeeDiscipline(UUID id, UUID employeeId, DisciplineFacts facts) {
        super(id, employeeId);
        change(facts);
    }

    @Override
    DisciplineFacts facts() {
        return new DisciplineFacts(
                level,
                penalty,
                penaltyName,
                startsOn,
                endsOn,
                reason,
                regulation,
                cancelledBy,
                cancelledOn,
                decreeNumber,
                decreeDate);
    }

    @Override
    final void change(DisciplineFacts facts) {
        super.change(facts);
        level = facts.level();
        penalty = facts.penalty();
        penaltyName = facts.penaltyName();
        startsOn = facts.startsOn();
        endsOn = facts.endsOn();
        reason = facts.reason();
        regulation = facts.regulation();
        cancelledBy = facts.cancelledBy();
        cancelledOn = facts.cancelledOn();
    }

    @Override
    public ObjectKind objectKind() {
        return HistoryObjects.DISCIPLINE;
    }
}
