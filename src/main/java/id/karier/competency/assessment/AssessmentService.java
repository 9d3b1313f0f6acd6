package id.karier.competency.assessment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.competency.CompetencyOutcome;
import id.karier.competency.assessment.AssessmentJson.AssessmentFacts;
import id.karier.competency.assessment.AssessmentJson.Reminder;
import id.karier.competency.assessment.AssessmentJson.View;
import id.karier.competency.assessment.AssessmentJson.Withdrawal;
import id.karier.employee.EmployeeDirectory;
import id.karier.employee.EmployeeEvents.PersonLeft;
import id.karier.jobs.JobJson.JobView;
import id.karier.jobs.JobOrder;
import id.karier.jobs.Jobs;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.Ids;
import id.karier.kernel.ProblemException;
import id.karier.kernel.web.EntityTags;
import id.karier.kernel.web.MergePatch;
import id.karier.organisation.AgencyDirectory;
import id.karier.organisation.UnitDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Every step of a round that people take; long work is ordered as a job. */
@ApplicationScoped
class AssessmentService {
    /** Told one by one where a round cannot be opened. */
    private static final int MOST_TOLD = 20;

    /** Reminded in one request. */
    private static final int MOST_REMINDED = 1000;

    private final AssessmentQueries assessments;
    private final ParticipantQueries participants;
    private final RaterQueries raters;
    private final SubmissionQueries submissions;
    private final AssessmentLaw law;
    private final EmployeeDirectory people;
    private final UnitDirectory units;
    private final AgencyDirectory agencies;
    private final Jobs jobs;
    private final MergePatch mergePatch;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    AssessmentService(
            AssessmentQueries assessments,
            ParticipantQueries participants,
            RaterQueries raters,
            SubmissionQueries submissions,
            AssessmentLaw law,
            EmployeeDirectory people,
            UnitDirectory units,
            AgencyDirectory agencies,
            Jobs jobs,
            MergePatch mergePatch,
            Caller caller,
            Clock clock,
            Ids ids) {
        this.assessments = assessments;
        this.participants = participants;
        this.raters = raters;
        this.submissions = submissions;
        this.law = law;
        this.people = people;
        this.units = units;
        this.agencies = agencies;
        this.jobs = jobs;
        this.mergePatch = mergePatch;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    @Transactional
    public View create(AssessmentFacts facts) {
        admit(facts);
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var assessment = new Assessment(ids.next(), facts, caller.accountId(), at);
        assessments.persistAndFlush(assessment);
        return assessments.view(assessment.id());
    }

    /** Until its participants are looked for a round is changed like any other record. */
    @Transactional
    public View change(UUID id, long version, ObjectNode patch) {
        var assessment = assessments.lock(id);
        EntityTags.requireSame(version, assessment.version());
        var after = mergePatch.apply(assessment.facts(), patch, AssessmentFacts.class);
        requireUnprepared(assessment);
        admit(after);
        assessment.change(after);
        assessments.flush();
        return assessments.view(id);
    }

    private void admit(AssessmentFacts facts) {
        AssessmentRules.admit(facts, today()).orRefuse();
        if (facts.unitId() != null) {
            units.hold(facts.unitId(), "/unitId");
        }
        var named = facts.employees();
        if (named != null) {
            for (int i = 0; i < named.size(); i++) {
                requirePerson(named.get(i), "/employees/" + i);
            }
        }
    }

    private void requirePerson(UUID person, String pointer) {
        try {
            people.require(person);
        } catch (ProblemException unknown) {
            throw new ProblemException(ErrorCode.REFERENCE_NOT_FOUND, FieldError.of(pointer, "UNKNOWN_ID"));
        }
    }

    /** From here on the population is fixed: whoever wants another one makes another round. */
    @Transactional
    public JobView prepare(UUID id) {
        var assessment = assessments.lock(id);
        AssessmentRules.step(assessment.state(), AssessmentState.PREPARED).orRefuse();
        requireUnprepared(assessment);
        assessment.prepared(today(), 0);
        return order(id, AssessmentTask.PREPARE, 0);
    }

    private static void requireUnprepared(Assessment assessment) {
        if (assessment.isPrepared()) {
            CompetencyOutcome.conflicting("", "ASSESSMENT_FIXED").orRefuse();
        }
    }

    /** Invites the raters: from here on the rule set is fixed, and the round has a key. */
    @Transactional
    public View open(UUID id) {
        var assessment = assessments.lock(id);
        AssessmentRules.step(assessment.state(), AssessmentState.PREPARED).orRefuse();
        if (assessment.participants() == 0) {
            CompetencyOutcome.conflicting("", "NO_PARTICIPANTS").orRefuse();
        }
        if (assessment.endsOn().isBefore(today())) {
            CompetencyOutcome.conflicting("/endsOn", "DAY_IN_PAST", today()).orRefuse();
        }
        var unrated = raters.unrated(id, MOST_TOLD);
        if (!unrated.isEmpty()) {
            throw new ProblemException(
                    ErrorCode.RULE_REFUSED,
                    unrated.stream()
                            .map(person -> FieldError.in("competency", "/participants/" + person, "NO_RATERS"))
                            .toList());
        }
        var rules = law.of(null, today(), caller.agency());
        assessment.open(rules.version(), rules.agency());
        submissions.makeKey(id);
        assessments.flush();
        return assessments.view(id);
    }

    @Transactional
    public Reminder remind(UUID id) {
        var assessment = assessments.require(id);
        AssessmentRules.step(assessment.state(), AssessmentState.OPEN).orRefuse();
        // nobody reminds herself: her own form is on her screen
        var waiting = raters.toRemind(id, today(), MOST_REMINDED).stream()
                .filter(rater -> !rater.employeeId().equals(caller.employeeId()))
                .toList();
        waiting.forEach(rater -> rater.remind(today()));
        raters.flush();
        return new Reminder(waiting.size());
    }

    @Transactional
    public JobView close(UUID id) {
        var assessment = assessments.lock(id);
        AssessmentRules.step(assessment.state(), AssessmentState.OPEN).orRefuse();
        assessment.go(AssessmentState.CLOSING);
        return order(id, AssessmentTask.CLOSE, assessment.participants());
    }

    /** The assessors have looked at all of it. */
    @Transactional
    public View calibrated(UUID id) {
        var assessment = assessments.lock(id);
        AssessmentRules.step(assessment.state(), AssessmentState.CLOSED).orRefuse();
        assessment.go(AssessmentState.CALIBRATED);
        assessments.flush();
        return assessments.view(id);
    }

    @Transactional
    public JobView publish(UUID id) {
        var assessment = assessments.lock(id);
        AssessmentRules.step(assessment.state(), AssessmentState.CALIBRATED).orRefuse();
        assessment.go(AssessmentState.PUBLISHING);
        return order(id, AssessmentTask.PUBLISH, assessment.participants());
    }

    /** What was said goes with it; what closed rounds have told stays told. */
    @Transactional
    public View withdraw(UUID id, Withdrawal withdrawal) {
        var assessment = assessments.lock(id);
        AssessmentRules.step(
                        assessment.state(),
                        AssessmentState.PREPARED,
                        AssessmentState.OPEN,
                        AssessmentState.CLOSED,
                        AssessmentState.CALIBRATED)
                .orRefuse();
        assessment.withdraw(withdrawal.reason());
        submissions.dropAll(id);
        assessments.flush();
        return assessments.view(id);
    }

    private JobView order(UUID id, AssessmentTask task, long total) {
        assessments.flush();
        return jobs.order(new JobOrder<>(AssessmentHandler.KIND, new AssessmentSettings(id, task), total, null));
    }

    /** Who leaves is assessed no more and asked no more; what she has said of others stays. */
    void on(@Observes PersonLeft event) {
        participants.running(event.employeeId()).forEach(participant -> participant.end(event.on()));
        raters.unanswered(event.employeeId()).forEach(rater -> rater.go(RaterState.LEFT));
    }

    private LocalDate today() {
        return agencies.today(caller.agency());
    }
}
