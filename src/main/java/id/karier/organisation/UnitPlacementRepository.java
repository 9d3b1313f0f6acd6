package id.karier.organisation;

import id.karier.kernel.access.ObjectReach;
import id.karier.kernel.data.AgencyRepository;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Where units of the caller's agency stood, stand and will stand. */
@Singleton
class UnitPlacementRepository extends AgencyRepository<UnitPlacement> {
    UnitPlacementRepository(ObjectReach reach) {
        super(OrganisationObjects.UNIT_PLACEMENT, reach);
    }

    List<UnitPlacement> of(UUID unit) {
        return list("unitId = ?1 order by startsOn", unit);
    }

    /** What the tree does not know yet although its day has come. */
    List<UnitPlacement> due(LocalDate today) {
        return list("applied = false and startsOn <= ?1 order by startsOn, id", today);
    }
}
