package id.karier.competency.assessment;

import id.karier.competency.assessment.ParticipantQueries.Seat;
import id.karier.rules.terms.PositionLevel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sits where today, and who leads what.
 *
 * @param seats by person, in the order of ids
 * @param byUnit people by the unit in which they sit
 * @param heads by unit who leads it, acting heads included, of those in service
 * @param parents by unit the one above
 * @param children by unit those directly below
 */
record Staff(
        Map<UUID, Seat> seats,
        Map<UUID, List<UUID>> byUnit,
        Map<UUID, Set<UUID>> heads,
        Map<UUID, UUID> parents,
        Map<UUID, List<UUID>> children) {

    /** @param paths by unit the units from the top to it, itself last */
    static Staff of(Collection<Seat> people, Map<UUID, Set<UUID>> heads, Map<UUID, List<UUID>> paths) {
        var seats = new TreeMap<UUID, Seat>();
        var byUnit = new HashMap<UUID, List<UUID>>();
        people.forEach(seat -> seats.put(seat.employee(), seat));
        seats.values().forEach(seat -> {
            if (seat.unit() != null) {
                byUnit.computeIfAbsent(seat.unit(), u -> new ArrayList<>()).add(seat.employee());
            }
        });
        var serving = new HashMap<UUID, Set<UUID>>();
        heads.forEach((unit, who) -> {
            var present = new TreeSet<>(who);
            present.retainAll(seats.keySet());
            if (!present.isEmpty()) {
                serving.put(unit, present);
            }
        });
        var parents = new HashMap<UUID, UUID>();
        var children = new HashMap<UUID, List<UUID>>();
        paths.values().forEach(path -> {
            for (int i = 1; i < path.size(); i++) {
                var above = path.get(i - 1);
                var below = path.get(i);
                if (parents.put(below, above) == null) {
                    children.computeIfAbsent(above, u -> new ArrayList<>()).add(below);
                }
            }
        });
        return new Staff(seats, byUnit, serving, parents, children);
    }

    @Nullable
    PositionLevel levelOf(UUID person) {
        var seat = seats.get(person);
        return seat == null ? null : seat.level();
    }

    Set<UUID> headsOf(@Nullable UUID unit) {
        return unit == null ? Set.of() : heads.getOrDefault(unit, Set.of());
    }

    boolean isUnder(@Nullable UUID unit, UUID ancestor) {
        for (UUID step = unit; step != null; step = parents.get(step)) {
            if (step.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    /** The units that a person leads. */
    List<UUID> ledBy(UUID person) {
        return heads.entrySet().stream()
                .filter(unit -> unit.getValue().contains(person))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
