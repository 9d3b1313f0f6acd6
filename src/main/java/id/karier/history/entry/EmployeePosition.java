package id.karier.history.entry;

import id.karier.history.entry.HistoryJson.PositionEntry;
import id.karier.history.entry.HistoryJson.PositionFacts;
import id.karier.history.entry.PositionHistoryRules.Holding;
import id.karier.kernel.access.ObjectKind;
import id.karier.rules.terms.PositionLevel;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A position that a person holds, definitively or acting; title, level and unit as the decree said them. */
@Entity
@Table(name = "employee_positions")
@DynamicUpdate
class EmployeePosition extends ClosableEntry<PositionFacts> {
    @Enumerated(EnumType.STRING)
    private Assignment assignment;

    private @Nullable UUID positionId;
    private String title;

    @Enumerated(EnumType.STRING)
    private PositionLevel level;

    private @Nullable UUID unitId;
    private @Nullable String unitName;
    private @Nullable LocalDate swornInOn;

    /** Why it is held although the law discourages it. */
    private @Nullable String reason;

    protected EmployeePosition() {}

    EmployeePosition(UUID id, UUID employeeId, PositionFacts facts, Place place) {
        super(id, employeeId, facts.startsOn());
        change(facts);
        standAt(place);
    }

    /** What a position is called, its level and its unit. */
    record Place(
            String title,
            PositionLevel level,
            @Nullable UUID unitId,
            @Nullable String unitName) {}

    /** What is copied from the position is left out, and from the unit its name. */
    @Override
    PositionFacts facts() {
        boolean free = positionId == null;
        return new PositionFacts(
                assignment,
                positionId,
                free ? title : null,
                free ? level : null,
                free ? unitId : null,
                free && unitId == null ? unitName : null,
                startsOn,
                endsOn,
                swornInOn,
                decreeNumber,
                decreeDate,
                reason,
                null);
    }

    @Override
    final void change(PositionFacts facts) {
        super.change(facts);
        assignment = facts.assignment();
        positionId = facts.positionId();
        startsOn = facts.startsOn();
        endsOn = facts.endsOn();
        swornInOn = facts.swornInOn();
        reason = facts.reason();
    }

    final void standAt(Place place) {
        title = place.title();
        level = place.level();
        unitId = place.unitId();
        unitName = place.unitName();
    }

    @Nullable
    UUID positionId() {
        return positionId;
    }

    @Nullable
    String reason() {
        return reason;
    }

    Place place() {
        return new Place(title, level, unitId, unitName);
    }

    /** What the rules look at. */
    Holding holding() {
        return new Holding(id(), assignment, positionId, title, unitId, startsOn, endsOn, decreeNumber);
    }

    @Override
    PositionEntry view() {
        return new PositionEntry(
                id(),
                assignment,
                positionId,
                title,
                level,
                unitId,
                unitName,
                startsOn,
                endsOn,
                swornInOn,
                decreeNumber,
                decreeDate,
                reason,
                source,
                siasnId,
                version());
    }

    @Override
    public ObjectKind objectKind() {
        return HistoryObjects.POSITION;
    }
}
