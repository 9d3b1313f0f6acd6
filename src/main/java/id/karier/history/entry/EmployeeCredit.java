package id.karier.history.entry;

import id.karier.history.entry.HistoryJson.CreditFacts;
import id.karier.kernel.access.ObjectKind;
import id.karier.rules.terms.PositionLevel;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** Credit points that a functional officer was given for a time. */
@Entity
@Table(name = "employee_credits")
@DynamicUpdate
class EmployeeCredit extends HistoryEntry<CreditFacts> {
    @Enumerated(EnumType.STRING)
    private @Nullable PositionLevel level;

    private @Nullable String positionTitle;

    @Enumerated(EnumType.STRING)
    private CreditBasis basis;

    private LocalDate startsOn;
    private LocalDate endsOn;
    private BigDecimal credit;

    protected EmployeeCredit() {}

    EmployeeCredit(UUID id, UUID employeeId, CreditFacts facts) {
        super(id, employeeId);
        change(facts);
    }

    @Override
    CreditFacts facts() {
        return new CreditFacts(level, positionTitle, basis, startsOn, endsOn, credit, decreeNumber, decreeDate);
    }

    @Override
    final void change(CreditFacts facts) {
        super.change(facts);
        level = facts.level();
        positionTitle = facts.positionTitle();
        basis = facts.basis();
        startsOn = facts.startsOn();
        endsOn = facts.endsOn();
        credit = facts.credit();
    }

    @Override
    public ObjectKind objectKind() {
        return HistoryObjects.CREDIT;
    }
}
