package id.karier.competency.assessment;

import id.karier.kernel.access.ObjectReach;
import id.karier.kernel.data.AgencyRepository;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** The levels that assessors have agreed upon. */
@Singleton
class CalibrationQueries extends AgencyRepository<AssessmentCalibration> {
    CalibrationQueries(ObjectReach reach) {
        super(AssessmentObjects.CALIBRATION, reach);
    }

    Optional<AssessmentCalibration> of(UUID participant, UUID competency) {
        return find("participantId = ?1 and competencyId = ?2", participant, competency)
                .firstResultOptional();
    }
}
