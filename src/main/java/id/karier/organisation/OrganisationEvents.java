package id.karier.organisation;

import id.karier.kernel.Published;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What happens to the organisation, fired as CDI events within the transaction that does it: who keeps copies of a unit's
 * or a position's facts renews them in the same transaction.
 */
@Published
public final class OrganisationEvents {
    private OrganisationEvents() {}

    /** A unit has another name. */
    public record UnitRenamed(String agency, UUID unitId, String name) {}

    /**
     * Units stand elsewhere in the tree now.
     *
     * @param paths every unit that has moved or stands below one that has, with the units above it, itself included
     */
    public record UnitsMoved(String agency, Map<UUID, Path> paths) {}

    /** The units above a unit, the topmost first, and the unit itself. */
    public record Path(List<UUID> before, List<UUID> after) {}

    /** A position has another name, level, retirement age, or leads its unit now or no more. */
    public record PositionChanged(String agency, UUID positionId) {}
}
