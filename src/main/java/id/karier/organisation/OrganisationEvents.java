package id.karier.organisation;

import id.karier.kernel.Published;
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

    /** A position has another name, level, retirement age, or leads its unit now or no more. */
    public record PositionChanged(String agency, UUID positionId) {}
}
