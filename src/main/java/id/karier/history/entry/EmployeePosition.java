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
class EmployeePosition extends HistoryEntry<PositionFacts> {
    @Enumerated(EnumType.STRING)
    private Assignment assignment;

    private @Nullable UUID positionId;
    private String title;

    @Enumerated(EnumType.STRING)
    private PositionLevel level;

    private @Nullable UUID unitId;
    private @Nullable String unitName;
    private LocalDate startsOn;
    private @Nullable LocalDate endsOn;
    private @Nullable LocalDate swornInOn;

    protected EmployeePosition() {}

    EmployeePosition(UUID id, UUID employeeId, PositionFacts facts, Place place) {
        super(id, employeeId);
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
    }

    final void standAt(Place place) {
        title = place.title();
        level = place.level();
        unitId = place.unitId();
        unitName = place.unitName();
    }

    Place place() {
        return new Place(title, level, unitId, unitName);
    }

    /** The given day is the last. */
    void end(LocalDate lastDay) {
        endsOn = lastDay;
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
                source,
                siasnId,
                version());
    }

    @Override
    public ObjectKind objectKind() {
        return HistoryObjects.POSITION;
    }
}
