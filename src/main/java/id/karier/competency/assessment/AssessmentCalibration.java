package id.karier.competency.assessment;

import id.karier.changes.Recorded;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.data.AgencyOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/** A level that assessors have agreed upon otherwise than was computed, with their reason. */
@Entity
@Table(name = "assessment_calibrations")
@DynamicUpdate
public class AssessmentCalibration extends AgencyOwned implements Recorded {
    private UUID participantId;
    private UUID employeeId;
    private UUID competencyId;
    private int level;
    private String reason;
    private UUID decidedBy;

    protected AssessmentCalibration() {}

    AssessmentCalibration(
            UUID id, AssessmentParticipant participant, UUID competencyId, int level, String reason, UUID decidedBy) {
        super(id);
        this.participantId = participant.id();
        this.employeeId = participant.employeeId();
        this.competencyId = competencyId;
        this.level = level;
        this.reason = reason;
        this.decidedBy = decidedBy;
    }

    void decide(int agreed, String why, UUID account) {
        level = agreed;
        reason = why;
        decidedBy = account;
    }

    UUID decidedBy() {
        return decidedBy;
    }

    @Override
    public ObjectKind objectKind() {
        return AssessmentObjects.CALIBRATION;
    }
}
