package id.karier.organisation;

import id.karier.changes.Recorded;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.data.AgencyOwned;
import id.karier.rules.terms.PositionLevel;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A position of a unit: what it is called, its level and class, and how many should hold it. */
@Entity
@Table(name = "positions")
@DynamicUpdate
public class Position extends AgencyOwned implements Recorded {
    private UUID unitId;
    private String code;
    private String name;

    @Enumerated(EnumType.STRING)
    private PositionLevel level;

    private @Nullable Integer jobClass;

    /** Only where the law gives this post another age than its level has. */
    private @Nullable Integer retirementAge;

    private int headcount;

    /** The import that made it; null once an officer has set the headcount, which grows with the files until then. */
    private @Nullable UUID madeByJob;

    private boolean leadsUnit;
    private @Nullable LocalDate closedOn;
    private @Nullable String siasnId;

    protected Position() {}

    Position(UUID id, PositionJson.NewPosition request) {
        super(id);
        this.unitId = request.unitId();
        this.siasnId = request.siasnId();
        take(request.facts());
    }

    /** Takes over what an officer may change. */
    void change(PositionJson.PositionChanges facts) {
        if (headcount != facts.headcount()) {
            madeByJob = null;
        }
        take(facts);
    }

    private void take(PositionJson.PositionChanges facts) {
        code = facts.code();
        name = facts.name();
        level = facts.level();
        jobClass = facts.jobClass();
        retirementAge = facts.retirementAge();
        headcount = facts.headcount();
        leadsUnit = facts.leadsUnit();
    }

    PositionJson.PositionChanges facts() {
        return new PositionJson.PositionChanges(code, name, level, jobClass, retirementAge, headcount, leadsUnit);
    }

    /** Ends the position; the given day is its last. */
    void close(LocalDate lastDay) {
        closedOn = lastDay;
    }

    @Nullable
    LocalDate closedOn() {
        return closedOn;
    }

    UUID unitId() {
        return unitId;
    }

    @Override
    public ObjectKind objectKind() {
        return OrganisationObjects.POSITION;
    }
}
