package id.karier.competency.assessment;

import id.karier.competency.CompetencyOutcome;
import id.karier.competency.assessment.AssessmentJson.NewRater;
import id.karier.competency.assessment.AssessmentJson.Rater;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.Ids;
import id.karier.kernel.ProblemException;
import id.karier.organisation.AgencyDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is asked: officers add and replace, a participant proposes. */
@ApplicationScoped
class RaterService {
    private final AssessmentQueries assessments;
    private final ParticipantQueries participants;
    private final RaterQueries raters;
    private final AssessmentLaw law;
    private final AgencyDirectory agencies;
    private final Caller caller;
    private final Ids ids;

    RaterService(
            AssessmentQueries assessments,
            ParticipantQueries participants,
            RaterQueries raters,
            AssessmentLaw law,
            AgencyDirectory agencies,
            Caller caller,
            Ids ids) {
        this.assessments = assessments;
        this.participants = participants;
        this.raters = raters;
        this.law = law;
        this.agencies = agencies;
        this.caller = caller;
        this.ids = ids;
    }

    /** Of an officer an invitation; of the participant herself a proposal, which an officer confirms. */
    @Transactional
    public Rater add(UUID assessmentId, UUID participantId, NewRater request) {
        var assessment = assessments.lockOfAgency(assessmentId);
        AssessmentRules.step(assessment.state(), AssessmentState.PREPARED, AssessmentState.OPEN)
                .orRefuse();
        var participant = participant(assessmentId, participantId);
        boolean proposal = participant.employeeId().equals(caller.employeeId());
        var asked = raters.of(participant);
        var replaced = replaced(request.replaces(), asked, proposal);
        var today = agencies.today(caller.agency());
        var rules = law.of(assessment.ruleSet(), today, caller.agency()).body();
        var shown = asked.stream().map(RaterQueries::shown).toList();
        var left = replaced == null ? null : RaterQueries.shown(replaced);
        RaterRules.admit(request, participant.employeeId(), shown, left, rules).orRefuse();
        requireInService(request.employeeId());
        if (replaced != null) {
            replaced.go(RaterState.REPLACED);
            raters.flush();
        }
        var rater = invite(participant, request, asked, proposal ? RaterState.PROPOSED : RaterState.INVITED);
        raters.flush();
        return RaterQueries.shown(rater);
    }

    private AssessmentRater invite(
            AssessmentParticipant participant, NewRater request, List<AssessmentRater> asked, RaterState state) {
        var before = asked.stream()
                .filter(rater -> rater.employeeId().equals(request.employeeId()))
                .findFirst();
        if (before.isPresent()) {
            before.get().ask(request.relation(), state);
            return before.get();
        }
        var rater = new AssessmentRater(ids.next(), participant, request.employeeId(), request.relation(), state);
        raters.persist(rater);
        return rater;
    }

    private @Nullable AssessmentRater replaced(@Nullable UUID id, List<AssessmentRater> asked, boolean proposal) {
        if (id == null) {
            return null;
        }
        if (proposal) {
            new CompetencyOutcome.NotForOneself("competency.refusal.OWN_RATERS").orRefuse();
        }
        return asked.stream()
                .filter(rater -> rater.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new ProblemException(ErrorCode.REFERENCE_NOT_FOUND, FieldError.of("/replaces", "UNKNOWN_ID")));
    }

    /** Somebody of the agency, whom the participant need not reach herself. */
    private void requireInService(UUID person) {
        if (participants.staffHolds(person)) {
            return;
        }
        throw new ProblemException(ErrorCode.REFERENCE_NOT_FOUND, FieldError.of("/employeeId", "UNKNOWN_ID"));
    }

    /** An officer agrees with a proposal of the participant. */
    @Transactional
    public Rater confirm(UUID assessmentId, UUID id) {
        var rater = rater(assessmentId, id);
        if (rater.state() != RaterState.PROPOSED) {
            CompetencyOutcome.conflicting("", "RATER_NOT_PROPOSED", rater.state())
                    .orRefuse();
        }
        rater.go(RaterState.INVITED);
        raters.flush();
        return raters.view(assessmentId, id);
    }

    /** Nobody takes the place of a rater who is not to be asked any more. */
    @Transactional
    public Rater drop(UUID assessmentId, UUID id) {
        var rater = rater(assessmentId, id);
        if (!RaterRules.isReplaceable(rater.state())) {
            CompetencyOutcome.conflicting("", "RATER_NOT_REPLACEABLE", rater.state())
                    .orRefuse();
        }
        rater.go(RaterState.REPLACED);
        raters.flush();
        return raters.view(assessmentId, id);
    }

    private AssessmentRater rater(UUID assessmentId, UUID id) {
        var assessment = assessments.lockOfAgency(assessmentId);
        var rater = raters.lock(id);
        if (!rater.assessmentId().equals(assessmentId)) {
            throw ProblemException.notFound();
        }
        var self = caller.employeeId();
        if (rater.ratedId().equals(self) || rater.employeeId().equals(self)) {
            new CompetencyOutcome.NotForOneself("competency.refusal.OWN_RATERS").orRefuse();
        }
        AssessmentRules.step(assessment.state(), AssessmentState.PREPARED, AssessmentState.OPEN)
                .orRefuse();
        return rater;
    }

    private AssessmentParticipant participant(UUID assessmentId, UUID id) {
        var participant = participants.lock(id);
        if (!participant.assessmentId().equals(assessmentId)) {
            throw ProblemException.notFound();
        }
        if (participant.endedOn() != null) {
            CompetencyOutcome.conflicting("", "PARTICIPANT_ENDED", Objects.requireNonNull(participant.endedOn()))
                    .orRefuse();
        }
        return participant;
    }
}
