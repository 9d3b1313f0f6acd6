package id.karier.history.entry;

import id.karier.history.entry.EmployeePosition.Place;
import id.karier.history.entry.HistoryJson.PositionFacts;
import id.karier.history.entry.HistoryKind.Factory;
import id.karier.history.entry.PositionHistoryRules.Holding;
import id.karier.organisation.PositionDirectory;
import id.karier.organisation.UnitDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes and changes the positions of a person: where they are in the registers, and beside her other positions. */
@ApplicationScoped
public class PositionHistoryService implements Factory<PositionFacts>, ReopenCheck {
    private final HistoryQueries histories;
    private final PositionDirectory positions;
    private final UnitDirectory units;
    private final AppointmentChecks appointments;

    PositionHistoryService(
            HistoryQueries histories,
            PositionDirectory positions,
            UnitDirectory units,
            AppointmentChecks appointments) {
        this.histories = histories;
        this.positions = positions;
        this.units = units;
        this.appointments = appointments;
    }

    @Override
    public EmployeePosition make(UUID id, UUID employee, PositionFacts facts) {
        PositionHistoryRules.members(facts).orRefuse();
        return new EmployeePosition(id, employee, facts, placeOf(facts));
    }

    @Override
    public Runnable prepare(HistoryEntry<PositionFacts> entry, PositionFacts facts) {
        PositionHistoryRules.members(facts).orRefuse();
        var position = (EmployeePosition) entry;
        var place = placeOf(facts, position.facts(), position.place());
        return () -> {
            position.change(facts);
            position.standAt(place);
        };
    }

    /**
     * Ends the open position before, if the request says so, and refuses what collides with the person's others, or what
     * she may not hold.
     */
    @Override
    public void settle(HistoryEntry<PositionFacts> entry, @Nullable PositionFacts before, PositionFacts facts) {
        PositionHistoryRules.oath(before, facts).orRefuse();
        var holding = ((EmployeePosition) entry).holding();
        var others =
                histories.others(EmployeePosition.class, HistoryKinds.POSITIONS.since(), entry.employeeId, entry.id());
        var ended = Boolean.TRUE.equals(facts.closesPrevious())
                ? PositionHistoryRules.endedBy(
                        holding, others.stream().map(EmployeePosition::holding).toList())
                : java.util.Optional.<Holding>empty();
        for (var other : others) {
            if (ended.isPresent() && ended.get().id().equals(other.id())) {
                other.closeBy(entry.id(), facts.startsOn().minusDays(1));
            }
        }
        PositionHistoryRules.beside(
                        holding, others.stream().map(EmployeePosition::holding).toList())
                .orRefuse();
        if (before == null || AppointmentChecks.isMore(before, facts)) {
            appointments.check((EmployeePosition) entry);
        }
    }

    /** The place must be there still, and no other position of the person on those days. */
    @Override
    public void check(ClosableEntry<?> reopened) {
        if (!(reopened instanceof EmployeePosition position)) {
            return;
        }
        placeOf(position.facts());
        var others = histories.others(
                EmployeePosition.class, HistoryKinds.POSITIONS.since(), position.employeeId, position.id());
        PositionHistoryRules.beside(
                        position.holding(),
                        others.stream().map(EmployeePosition::holding).toList())
                .orRefuse();
        appointments.checkRoom(position);
    }

    /**
     * What was copied when the entry was made stays, unless it stands somewhere else now; other days are asked about
     * again.
     */
    private Place placeOf(PositionFacts after, PositionFacts before, Place place) {
        boolean stays = Objects.equals(after.positionId(), before.positionId())
                && Objects.equals(after.unitId(), before.unitId());
        boolean sameDays =
                after.startsOn().equals(before.startsOn()) && Objects.equals(after.endsOn(), before.endsOn());
        if (!stays || !sameDays) {
            var found = placeOf(after);
            if (!stays) {
                return found;
            }
        }
        return after.positionId() != null
                ? place
                : new Place(
                        Objects.requireNonNull(after.title()),
                        Objects.requireNonNull(after.level()),
                        place.unitId(),
                        place.unitId() == null ? after.unitName() : place.unitName());
    }

    private Place placeOf(PositionFacts facts) {
        if (facts.positionId() != null) {
            var position = positions.hold(facts.positionId(), "/positionId");
            PositionHistoryRules.inPosition(facts, position.closedOn()).orRefuse();
            return new Place(position.name(), position.level(), position.unitId(), position.unitName());
        }
        var title = Objects.requireNonNull(facts.title());
        var level = Objects.requireNonNull(facts.level());
        if (facts.unitId() == null) {
            return new Place(title, level, null, facts.unitName());
        }
        var unit = units.hold(facts.unitId(), "/unitId");
        PositionHistoryRules.inUnit(facts, unit.closedOn()).orRefuse();
        return new Place(title, level, unit.id(), unit.name());
    }
}
