package id.karier.competency.assessment;

import id.karier.competency.CompetencyLaw;
import id.karier.competency.CompetencyOutcome;
import id.karier.competency.assessment.AssessmentJson.Form;
import id.karier.competency.assessment.AssessmentJson.FormSummary;
import id.karier.competency.assessment.AssessmentJson.NewSubmission;
import id.karier.competency.assessment.AssessmentJson.Question;
import id.karier.competency.assessment.Submission.Words;
import id.karier.competency.dictionary.CompetencyDirectory;
import id.karier.kernel.Caller;
import id.karier.kernel.Messages;
import id.karier.kernel.ProblemException;
import id.karier.kernel.access.ObjectReach;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.organisation.AgencyDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The forms of a rater: what she is asked, and what she answers. Nothing here reads an answer back. */
@ApplicationScoped
class FormService {
    private final AssessmentQueries assessments;
    private final ParticipantQueries participants;
    private final RaterQueries raters;
    private final LevelQueries levels;
    private final SubmissionQueries submissions;
    private final CompetencyDirectory competencies;
    private final CompetencyLaw law;
    private final AssessmentLaw rounds;
    private final ObjectReach reach;
    private final AgencyDirectory agencies;
    private final Caller caller;

    FormService(
            AssessmentQueries assessments,
            ParticipantQueries participants,
            RaterQueries raters,
            LevelQueries levels,
            SubmissionQueries submissions,
            CompetencyDirectory competencies,
            CompetencyLaw law,
            AssessmentLaw rounds,
            ObjectReach reach,
            AgencyDirectory agencies,
            Caller caller) {
        this.assessments = assessments;
        this.participants = participants;
        this.raters = raters;
        this.levels = levels;
        this.submissions = submissions;
        this.competencies = competencies;
        this.law = law;
        this.rounds = rounds;
        this.reach = reach;
        this.agencies = agencies;
        this.caller = caller;
    }

    Page<FormSummary> page(PageRequest page) {
        return raters.forms(reach.self(), page);
    }

    /** @throws ProblemException 404 unless it is the caller's own form of a round that is open */
    Form form(UUID assessmentId, UUID id) {
        var form = raters.form(reach.self(), assessmentId, id);
        var participant = raters.require(id).participantId();
        var asked = levels.of(participant);
        var editions = new HashMap<UUID, Integer>();
        asked.forEach(level -> editions.put(level.competency().id(), level.edition()));
        var texts = competencies.levels(editions);
        var questions = asked.stream()
                .map(level -> new Question(
                        level.competency(),
                        level.edition(),
                        texts.getOrDefault(level.competency().id(), List.of())))
                .toList();
        boolean anonymous = form.relation().isAnonymous();
        var notice = Messages.text(
                caller.locale(),
                "competency.form." + (anonymous ? "ANONYMOUS" : "NAMED"),
                rounds.of(null, today(), caller.agency()).body().smallestGroup());
        return new Form(form, anonymous, notice, questions);
    }

    /** Takes a form; whoever sends it again while the round is open replaces what she has said. */
    @Transactional
    public FormSummary submit(UUID assessmentId, UUID id, NewSubmission said) {
        var rater = own(assessmentId, id);
        var period = assessments.held(rater.assessmentId()).orElseThrow(ProblemException::notFound);
        AssessmentRules.answers(period, rater.state(), today()).orRefuse();
        var participant = participants.findByIdOptional(rater.participantId()).orElseThrow(ProblemException::notFound);
        if (participant.endedOn() != null) {
            CompetencyOutcome.conflicting("", "PARTICIPANT_ENDED", participant.endedOn())
                    .orRefuse();
        }
        var questions = levels.of(participant.id()).stream()
                .map(level -> level.competency().id())
                .toList();
        var scale = law.on(today(), caller.agency()).body().level();
        AssessmentRules.answer(said, questions, scale).orRefuse();
        var key = submissions.key(rater.assessmentId());
        submissions.put(key, rater.id(), participant.id(), questions, submission(rater.relation(), said));
        rater.go(RaterState.ANSWERED);
        raters.flush();
        return raters.form(reach.self(), assessmentId, id);
    }

    private static Submission submission(RaterRelation relation, NewSubmission said) {
        var levels = new LinkedHashMap<UUID, @Nullable Integer>();
        said.answers().forEach(answer -> levels.put(answer.competencyId(), answer.level()));
        return new Submission(relation, levels, new Words(said.strength(), said.advice()));
    }

    /** She does not want to be asked; an officer asks somebody else. */
    @Transactional
    public void decline(UUID assessmentId, UUID id) {
        var rater = own(assessmentId, id);
        var period = assessments.held(rater.assessmentId()).orElseThrow(ProblemException::notFound);
        AssessmentRules.step(period.state(), AssessmentState.OPEN).orRefuse();
        if (rater.state() != RaterState.INVITED) {
            CompetencyOutcome.conflicting("", "RATER_NOT_ASKED", rater.state()).orRefuse();
        }
        rater.go(RaterState.DECLINED);
        raters.flush();
    }

    private AssessmentRater own(UUID assessmentId, UUID id) {
        var rater = raters.lock(id);
        if (!rater.employeeId().equals(reach.self()) || !rater.assessmentId().equals(assessmentId)) {
            throw ProblemException.notFound();
        }
        return rater;
    }

    private LocalDate today() {
        return agencies.today(caller.agency());
    }
}
