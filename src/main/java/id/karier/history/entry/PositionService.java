package id.karier.history.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.history.entry.CareerJson.PositionEntry;
import id.karier.history.entry.CareerJson.PositionFacts;
import id.karier.history.entry.EmployeePosition.Place;
import id.karier.history.entry.HistoryService.Writing;
import id.karier.history.entry.PositionHistoryRules.Holding;
import id.karier.kernel.Ids;
import id.karier.kernel.web.EntityTags;
import id.karier.kernel.web.MergePatch;
import id.karier.organisation.PositionDirectory;
import id.karier.organisation.UnitDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.UUID;

/** Writes the positions of a person: where they stand in the registers, and beside her other positions. */
@ApplicationScoped
public class PositionService {
    private final HistoryService history;
    private final HistoryQueries histories;
    private final PositionDirectory positions;
    private final UnitDirectory units;
    private final MergePatch mergePatch;
    private final Ids ids;

    PositionService(
            HistoryService history,
            HistoryQueries histories,
            PositionDirectory positions,
            UnitDirectory units,
            MergePatch mergePatch,
            Ids ids) {
        this.history = history;
        this.histories = histories;
        this.positions = positions;
        this.units = units;
        this.mergePatch = mergePatch;
        this.ids = ids;
    }

    @Transactional
    public PositionEntry add(UUID employee, PositionFacts facts) {
        var writing = history.begin(employee);
        PositionHistoryRules.members(facts).orRefuse();
        var position = new EmployeePosition(ids.next(), employee, facts, placeOf(facts));
        stand(writing, position, facts);
        histories.add(position);
        return history.finish(HistoryKinds.POSITIONS, writing, position);
    }

    @Transactional
    public PositionEntry change(UUID employee, UUID id, long version, ObjectNode patch) {
        var writing = history.begin(employee);
        var position = histories.require(HistoryKinds.POSITIONS, employee, id);
        EntityTags.requireSame(version, position.version());
        var before = position.facts();
        var after = mergePatch.apply(before, patch, PositionFacts.class);
        PositionHistoryRules.members(after).orRefuse();
        position.standAt(placeOf(after, before, position.place()));
        position.change(after);
        stand(writing, position, after);
        return history.finish(HistoryKinds.POSITIONS, writing, position);
    }

    /** Ends the open position before, if the request says so, and refuses what collides with the others. */
    private void stand(Writing writing, EmployeePosition position, PositionFacts facts) {
        history.admit(HistoryKinds.POSITIONS, writing, facts, position.id());
        var holding = position.holding();
        var others = histories.others(HistoryKinds.POSITIONS, position.employeeId(), position.id());
        var ended = Boolean.TRUE.equals(facts.closesPrevious())
                ? PositionHistoryRules.endedBy(
                        holding, others.stream().map(EmployeePosition::holding).toList())
                : java.util.Optional.<Holding>empty();
        for (var other : others) {
            if (ended.isPresent() && ended.get().id().equals(other.id())) {
                other.end(facts.startsOn().minusDays(1));
            }
        }
        PositionHistoryRules.beside(
                        holding, others.stream().map(EmployeePosition::holding).toList())
                .orRefuse();
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
