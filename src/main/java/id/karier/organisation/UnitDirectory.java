package id.karier.organisation;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.kernel.Published;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other slices ask about units; sees the caller's agency, or every agency where the caller's reach is the nation. */
@Published
@ApplicationScoped
public class UnitDirectory {
    private final UnitQueries queries;
    private final UnitDayQueries days;

    UnitDirectory(UnitQueries queries, UnitDayQueries days) {
        this.queries = queries;
        this.days = days;
    }

    /**
     * A unit.
     *
     * @param kind a code of the reference list {@code unit-kinds}
     * @param parentId the unit above it today, null at the top
     * @param closedOn its last day, null while it is open
     */
    public record Facts(
            UUID id,
            String agency,
            String code,
            String name,
            String kind,
            @Nullable UUID parentId,
            LocalDate openedOn,
            @Nullable LocalDate closedOn) {
        public boolean isOpenOn(LocalDate day) {
            return !openedOn.isAfter(day) && (closedOn == null || !closedOn.isBefore(day));
        }
    }

    /**
     * An SQL condition that a unit stands in a subtree, its root included.
     *
     * @param unit the column of the unit
     * @param roots {@code :parameter}, or a select of units such as {@link #led}
     */
    public static String under(String unit, String roots) {
        return unit + " in (select a.unit_id from unit_ancestors a where a.ancestor_id in (" + roots + "))";
    }

    /** SQL for a unit that is one of some units. */
    public static String within(String unit, String roots) {
        return unit + " in (" + roots + ")";
    }

    /** SQL for a unit directly below one of some units today. */
    public static String directlyBelow(String unit, String roots) {
        return unit + " in (select a.unit_id from unit_ancestors a where a.depth = 1 and a.ancestor_id in (" + roots
                + "))";
    }

    /** SQL that selects the units whose leading position a person holds on a day, definitively or acting (Plt, Plh). */
    public static String led(String person, String day) {
        return UnitQueries.LED.formatted(person, day, day);
    }

    /** The units whose leading position a person holds on a day, definitively or acting (Plt, Plh). */
    public Set<UUID> ledBy(UUID employee, LocalDate day) {
        return queries.ledBy(employee, day);
    }

    /** Who leads each unit of the caller's agency on a day, definitively or acting; no entry for one that nobody leads. */
    public Map<UUID, Set<UUID>> heads(LocalDate day) {
        return queries.heads(day);
    }

    /** As {@link #paths}, for every unit of the caller's agency. */
    public Map<UUID, List<UUID>> pathsOfAll() {
        return queries.pathsOfAll();
    }

    /** The ids of the units above some units today, the topmost first, each unit itself last. */
    public Map<UUID, List<UUID>> paths(Collection<UUID> units) {
        return queries.paths(units);
    }

    /** A unit on the way from the top to another one, called as on the day that was asked for. */
    public record Step(UUID id, String name, String kind) {}

    /** The units above some units on a day, the topmost first, each unit itself last; all called as on that day. */
    public Map<UUID, List<Step>> pathsOn(Collection<UUID> units, LocalDate day) {
        var paths = new HashMap<UUID, List<Step>>();
        days.paths(units, day)
                .forEach((unit, path) -> paths.put(
                        unit,
                        path.stream()
                                .map(link -> new Step(link.id(), link.name(), link.kind()))
                                .toList()));
        return paths;
    }

    public Optional<Facts> find(UUID id) {
        return queries.facts(id);
    }

    public boolean exists(UUID id) {
        return find(id).isPresent();
    }

    /** The unit that the national system knows under this id. */
    public Optional<Facts> findBySiasnId(String siasnId) {
        return queries.factsBySiasnId(siasnId);
    }

    public Optional<Facts> findByCode(String code) {
        return queries.factsByCode(code);
    }

    /**
     * The unit that a request puts somebody into, kept from being closed or changed until the transaction ends.
     *
     * @throws ProblemException 422 with the pointer when the caller's agency has no such unit
     */
    public Facts hold(UUID id, String pointer) {
        queries.hold(id);
        return find(id).orElseThrow(() ->
                new ProblemException(ErrorCode.REFERENCE_NOT_FOUND, FieldError.of(pointer, "UNKNOWN_ID")));
    }

    /** The units above a unit today, the topmost first, itself last; empty when there is no such unit. */
    public List<Facts> path(UUID id) {
        return queries.path(id);
    }

    /** Whether a unit stands in the subtree of another today, or is that unit. */
    public boolean isUnder(UUID unit, UUID ancestor) {
        return queries.isUnder(unit, ancestor);
    }
}
