package id.karier.history.entry;

import id.karier.history.entry.HistoryJson.AwardFacts;
import id.karier.kernel.access.ObjectKind;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** An award that a person was granted. */
@Entity
@Table(name = "employee_awards")
@DynamicUpdate
class EmployeeAward extends HistoryEntry<AwardFacts> {
    private @Nullable String code;
    private String name;
    private LocalDate grantedOn;

    protected EmployeeAward() {}

    EmployeeAward(UUID id, UUID employeeId, AwardFacts facts) {
        super(id, employeeId);
        change(facts);
    }

    @Override
    AwardFacts facts() {
        return new AwardFacts(code, name, grantedOn, decreeNumber, decreeDate);
    }

    @Override
    final void change(AwardFacts facts) {
        super.change(facts);
        code = facts.code();
        name = facts.name();
        grantedOn = facts.grantedOn();
    }

    @Override
    public ObjectKind objectKind() {
        return HistoryObjects.AWARD;
    }
}
