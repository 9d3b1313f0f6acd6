package id.karier.competency.assessment;

import id.karier.competency.CompetencyLaw;
import id.karier.competency.CompetencyOutcome;
import id.karier.competency.assessment.AssessmentJson.NewReview;
import id.karier.competency.assessment.AssessmentJson.Review;
import id.karier.competency.assessment.AssessmentJson.ReviewDecision;
import id.karier.competency.evidence.ResultService;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.Ids;
import id.karier.kernel.ProblemException;
import id.karier.organisation.AgencyDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** Takes what people have against a published level, and lets an assessor decide who has not had a hand in it. */
@ApplicationScoped
class ReviewService {
    private final AssessmentQueries assessments;
    private final ParticipantQueries participants;
    private final LevelQueries levels;
    private final CalibrationQueries calibrations;
    private final ReviewQueries reviews;
    private final ResultService results;
    private final CompetencyLaw scales;
    private final AgencyDirectory agencies;
    private final Caller caller;
    private final Ids ids;

    ReviewService(
            AssessmentQueries assessments,
            ParticipantQueries participants,
            LevelQueries levels,
            CalibrationQueries calibrations,
            ReviewQueries reviews,
            ResultService results,
            CompetencyLaw scales,
            AgencyDirectory agencies,
            Caller caller,
            Ids ids) {
        this.assessments = assessments;
        this.participants = participants;
        this.levels = levels;
        this.calibrations = calibrations;
        this.reviews = reviews;
        this.results = results;
        this.scales = scales;
        this.agencies = agencies;
        this.caller = caller;
        this.ids = ids;
    }

    @Transactional
    public Review ask(UUID assessmentId, UUID participantId, NewReview request) {
        var participant = participants.lock(participantId);
        boolean own = participant.employeeId().equals(caller.employeeId());
        if (!own || !participant.assessmentId().equals(assessmentId)) {
            throw ProblemException.notFound();
        }
        var assessment = assessments.ofAgency(participant.assessmentId());
        AssessmentRules.step(assessment.state(), AssessmentState.PUBLISHED).orRefuse();
        var until = Objects.requireNonNull(assessment.reviewUntil(), "a published round has a day for reviews");
        if (today().isAfter(until)) {
            CompetencyOutcome.conflicting("", "REVIEW_TOO_LATE", until).orRefuse();
        }
        boolean known = levels.of(participant.id()).stream()
                .anyMatch(level -> level.competency().id().equals(request.competencyId()) && level.level() != null);
        if (!known) {
            throw new ProblemException(ErrorCode.REFERENCE_NOT_FOUND, FieldError.of("/competencyId", "UNKNOWN_ID"));
        }
        if (reviews.isAsked(participant.id(), request.competencyId())) {
            CompetencyOutcome.conflicting("/competencyId", "REVIEW_ASKED_ALREADY")
                    .orRefuse();
        }
        var review = new AssessmentReview(ids.next(), participant, request.competencyId(), request.reason(), today());
        reviews.persistAndFlush(review);
        return reviews.view(review.id());
    }

    /** A changed level takes the place of the published one, which is annulled and stays readable. */
    @Transactional
    public Review decide(UUID id, ReviewDecision decided) {
        var review = reviews.lock(id);
        if (caller.isPerson(review.employeeId())) {
            new CompetencyOutcome.NotForOneself("competency.refusal.ABOUT_ONESELF").orRefuse();
        }
        if (review.outcome() != null) {
            CompetencyOutcome.conflicting("/outcome", "REVIEW_DECIDED", review.outcome())
                    .orRefuse();
        }
        boolean ownHand = calibrations.of(review.participantId(), review.competencyId()).stream()
                .anyMatch(calibration -> calibration.decidedBy().equals(caller.accountId()));
        if (ownHand) {
            new CompetencyOutcome.NotForOneself("competency.refusal.OWN_CALIBRATION").orRefuse();
        }
        var scale = scales.on(today(), caller.agency()).body().level();
        AssessmentRules.decide(decided, scale).orRefuse();
        if (decided.outcome() == ReviewOutcome.CHANGED) {
            var assessment = participants.require(review.participantId()).assessmentId();
            results.replace(
                    review.employeeId(),
                    assessment,
                    review.competencyId(),
                    Objects.requireNonNull(decided.level()),
                    decided.decision());
        }
        review.decide(decided.outcome(), decided.level(), decided.decision(), today(), caller.accountId());
        reviews.flush();
        return reviews.view(id);
    }

    private LocalDate today() {
        return agencies.today(caller.agency());
    }
}
