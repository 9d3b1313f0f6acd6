package id.karier.organisation;

import id.karier.kernel.access.ObjectReach;
import id.karier.kernel.data.AgencyRepository;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What units of the caller's agency were, are and will be called. */
@Singleton
class UnitNameRepository extends AgencyRepository<UnitName> {
    UnitNameRepository(ObjectReach reach) {
        super(OrganisationObjects.UNIT_NAME, reach);
    }

    List<UnitName> of(UUID unit) {
        return list("unitId = ?1 order by startsOn", unit);
    }

    /** What no unit bears yet although its day has come. */
    List<UnitName> due(LocalDate today) {
        return list("applied = false and startsOn <= ?1 order by startsOn, id", today);
    }
}
