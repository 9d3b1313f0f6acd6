package id.karier.history.entry;

import id.karier.history.entry.HistoryJson.RankFacts;
import id.karier.kernel.access.ObjectKind;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A rank of a PNS, or a golongan of a PPPK, from a day on. */
@Entity
@Table(name = "employee_ranks")
@DynamicUpdate
class EmployeeRank extends HistoryEntry<RankFacts> {
    private String rankCode;
    private int rankOrder;
    private @Nullable String promotionKind;
    private LocalDate startsOn;
    private @Nullable Integer serviceYears;
    private @Nullable Integer serviceMonths;

    protected EmployeeRank() {}

    EmployeeRank(UUID id, UUID employeeId, RankFacts facts) {
        super(id, employeeId);
        change(facts);
    }

    @Override
    RankFacts facts() {
        return new RankFacts(rankCode, promotionKind, startsOn, serviceYears, serviceMonths, decreeNumber, decreeDate);
    }

    @Override
    final void change(RankFacts facts) {
        super.change(facts);
        rankCode = facts.rank();
        promotionKind = facts.promotionKind();
        startsOn = facts.startsOn();
        serviceYears = facts.serviceYears();
        serviceMonths = facts.serviceMonths();
        rankOrder = RankLadder.order(facts.rank());
    }

    @Override
    public ObjectKind objectKind() {
        return HistoryObjects.RANK;
    }
}
