package id.karier.competency.assessment;

import id.karier.competency.CompetencyLaw;
import id.karier.competency.CompetencyOutcome;
import id.karier.competency.assessment.AssessmentJson.AssessedLevel;
import id.karier.competency.assessment.AssessmentJson.Calibration;
import id.karier.competency.assessment.AssessmentJson.Comment;
import id.karier.competency.assessment.AssessmentJson.Findings;
import id.karier.competency.assessment.AssessmentJson.Part;
import id.karier.competency.assessment.LevelQueries.Stored;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.Ids;
import id.karier.kernel.ProblemException;
import id.karier.kernel.access.AccessTable;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Reach;
import id.karier.kernel.access.Resource;
import id.karier.organisation.AgencyDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a round has found of a participant: assessors see it from the closing on, everybody else when it is published. */
@ApplicationScoped
class FindingsService {
    private final AssessmentQueries assessments;
    private final ParticipantQueries participants;
    private final LevelQueries levels;
    private final CalibrationQueries calibrations;
    private final SubmissionQueries submissions;
    private final AssessmentLaw law;
    private final CompetencyLaw scales;
    private final AgencyDirectory agencies;
    private final Caller caller;
    private final Ids ids;

    FindingsService(
            AssessmentQueries assessments,
            ParticipantQueries participants,
            LevelQueries levels,
            CalibrationQueries calibrations,
            SubmissionQueries submissions,
            AssessmentLaw law,
            CompetencyLaw scales,
            AgencyDirectory agencies,
            Caller caller,
            Ids ids) {
        this.assessments = assessments;
        this.participants = participants;
        this.levels = levels;
        this.calibrations = calibrations;
        this.submissions = submissions;
        this.law = law;
        this.scales = scales;
        this.agencies = agencies;
        this.caller = caller;
        this.ids = ids;
    }

    /** @throws ProblemException 404 outside the caller's reach, and before there is anything that she may see */
    Findings of(UUID assessmentId, UUID participantId) {
        var participant = participant(assessmentId, participantId);
        var state = assessments.ofAgency(assessmentId).state();
        boolean own = participant.employeeId().equals(caller.employeeId());
        boolean assessor = !own
                && AccessTable.reach(caller.identity(), Resource.ASSESSMENT_PARTICIPANT, Action.DECIDE) == Reach.AGENCY;
        boolean shown = state == AssessmentState.PUBLISHED || (assessor && state.hasFigures());
        if (!shown) {
            throw new ProblemException(
                    ErrorCode.STATE_CONFLICT, FieldError.in("competency", "", "NOT_PUBLISHED", state));
        }
        var found =
                levels.of(participantId).stream().map(FindingsService::shown).toList();
        var comments = own || assessor
                ? submissions.comments(participantId).stream()
                        .map(comment -> new Comment(
                                comment.group(),
                                comment.words().strength(),
                                comment.words().advice()))
                        .toList()
                : List.<Comment>of();
        return new Findings(participantId, participant.employeeId(), state, found, comments);
    }

    private static AssessedLevel shown(Stored level) {
        var scored = level.scored();
        var parts = scored == null
                ? List.<Part>of()
                : scored.parts().stream()
                        .map(part -> new Part(part.source(), part.weight(), part.value()))
                        .toList();
        var counts = level.level();
        return new AssessedLevel(
                level.competency(),
                level.edition(),
                level.required(),
                parts,
                scored == null ? null : scored.score(),
                scored == null ? null : LevelRules.formula(scored),
                scored == null ? null : scored.level(),
                level.calibrated(),
                level.calibrationReason(),
                counts,
                counts == null ? null : Integer.valueOf(level.required() - counts));
    }

    /** A level that the assessors have agreed upon takes the place of one that they agreed upon before. */
    @Transactional
    public Findings calibrate(UUID assessmentId, UUID participantId, Calibration agreed) {
        var assessment = assessments.lockOfAgency(assessmentId);
        AssessmentRules.step(assessment.state(), AssessmentState.CLOSED).orRefuse();
        var participant = participant(assessmentId, participantId);
        if (caller.isPerson(participant.employeeId())) {
            new CompetencyOutcome.NotForOneself("competency.refusal.ABOUT_ONESELF").orRefuse();
        }
        var level = levels.of(participantId).stream()
                .filter(one -> one.competency().id().equals(agreed.competencyId()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ErrorCode.REFERENCE_NOT_FOUND, FieldError.of("/competencyId", "UNKNOWN_ID")));
        var most = law.of(assessment.ruleSet(), today(), caller.agency()).body().largestCalibration();
        var scale = scales.on(today(), caller.agency()).body().level();
        AssessmentRules.calibrate(level, agreed.level(), most, scale).orRefuse();
        var account = caller.accountId();
        calibrations
                .of(participantId, agreed.competencyId())
                .ifPresentOrElse(
                        earlier -> earlier.decide(agreed.level(), agreed.reason(), account),
                        () -> calibrations.persist(new AssessmentCalibration(
                                ids.next(),
                                participant,
                                agreed.competencyId(),
                                agreed.level(),
                                agreed.reason(),
                                account)));
        calibrations.flush();
        return of(assessmentId, participantId);
    }

    private AssessmentParticipant participant(UUID assessmentId, UUID id) {
        var participant = participants.require(id);
        if (!participant.assessmentId().equals(assessmentId)) {
            throw ProblemException.notFound();
        }
        return participant;
    }

    private LocalDate today() {
        return agencies.today(caller.agency());
    }
}
