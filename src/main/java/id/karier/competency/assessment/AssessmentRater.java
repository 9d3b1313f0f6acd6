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

/** A person who is asked about a participant, and whether she has answered; never what. */
@Entity
@Table(name = "assessment_raters")
@DynamicUpdate
public class AssessmentRater extends AgencyOwned implements Recorded {
    private UUID assessmentId;
    private UUID participantId;
    private UUID ratedId;
    private UUID employeeId;

    @Enumerated(EnumType.STRING)
    private RaterRelation relation;

    @Enumerated(EnumType.STRING)
    private RaterState state;

    private @Nullable LocalDate remindedOn;

    protected AssessmentRater() {}

    AssessmentRater(
            UUID id, AssessmentParticipant participant, UUID employeeId, RaterRelation relation, RaterState state) {
        super(id);
        this.assessmentId = participant.assessmentId();
        this.participantId = participant.id();
        this.ratedId = participant.employeeId();
        this.employeeId = employeeId;
        this.relation = relation;
        this.state = state;
    }

    void go(RaterState next) {
        state = next;
    }

    /** Somebody who was replaced or has declined is asked after all. */
    void ask(RaterRelation as, RaterState next) {
        relation = as;
        state = next;
    }

    void remind(LocalDate day) {
        remindedOn = day;
    }

    UUID assessmentId() {
        return assessmentId;
    }

    UUID participantId() {
        return participantId;
    }

    UUID ratedId() {
        return ratedId;
    }

    UUID employeeId() {
        return employeeId;
    }

    RaterRelation relation() {
        return relation;
    }

    RaterState state() {
        return state;
    }

    @Nullable
    LocalDate remindedOn() {
        return remindedOn;
    }

    @Override
    public ObjectKind objectKind() {
        return AssessmentObjects.RATER;
    }
}
