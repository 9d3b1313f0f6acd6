package id.karier.competency.assessment;

import id.karier.changes.Recorded;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.data.AgencyOwned;
import id.karier.rules.terms.PositionLevel;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A person who is assessed in a round, with the post that she held when it was prepared. */
@Entity
@Table(name = "assessment_participants")
@DynamicUpdate
public class AssessmentParticipant extends AgencyOwned implements Recorded {
    private UUID assessmentId;
    private UUID employeeId;
    private @Nullable UUID unitId;
    private @Nullable UUID positionId;
    private String positionTitle;

    @Enumerated(EnumType.STRING)
    private PositionLevel positionLevel;

    private @Nullable LocalDate endedOn;
    private boolean closed;

    protected AssessmentParticipant() {}

    /** She has left the service, and is assessed no more. */
    void end(LocalDate day) {
        endedOn = day;
    }

    UUID assessmentId() {
        return assessmentId;
    }

    UUID employeeId() {
        return employeeId;
    }

    @Nullable
    LocalDate endedOn() {
        return endedOn;
    }

    @Override
    public ObjectKind objectKind() {
        return AssessmentObjects.PARTICIPANT;
    }
}
