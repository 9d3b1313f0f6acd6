package id.karier.competency.assessment;

import id.karier.changes.Recorded;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.data.AgencyOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** What a person has against a published level, and what an assessor decided. */
@Entity
@Table(name = "assessment_reviews")
@DynamicUpdate
public class AssessmentReview extends AgencyOwned implements Recorded {
    private UUID assessmentId;
    private UUID participantId;
    private UUID employeeId;
    private UUID competencyId;
    private String reason;
    private LocalDate askedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable ReviewOutcome outcome;

    private @Nullable Integer decidedLevel;
    private @Nullable LocalDate decidedOn;
    private @Nullable UUID decidedBy;
    private @Nullable String decision;

    protected AssessmentReview() {}

    AssessmentReview(UUID id, AssessmentParticipant participant, UUID competencyId, String reason, LocalDate askedOn) {
        super(id);
        this.assessmentId = participant.assessmentId();
        this.participantId = participant.id();
        this.employeeId = participant.employeeId();
        this.competencyId = competencyId;
        this.reason = reason;
        this.askedOn = askedOn;
    }

    void decide(ReviewOutcome what, @Nullable Integer level, String why, LocalDate day, UUID account) {
        outcome = what;
        decidedLevel = level;
        decision = why;
        decidedOn = day;
        decidedBy = account;
    }

    UUID participantId() {
        return participantId;
    }

    UUID employeeId() {
        return employeeId;
    }

    UUID competencyId() {
        return competencyId;
    }

    @Nullable
    ReviewOutcome outcome() {
        return outcome;
    }

    @Override
    public ObjectKind objectKind() {
        return AssessmentObjects.REVIEW;
    }
}
