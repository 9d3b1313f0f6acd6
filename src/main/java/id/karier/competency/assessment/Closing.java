package id.karier.competency.assessment;

import id.karier.competency.assessment.AnonymityRules.Answered;
import id.karier.competency.assessment.LevelQueries.NewScore;
import id.karier.competency.assessment.LevelQueries.Stored;
import id.karier.competency.assessment.ParticipantQueries.Due;
import id.karier.competency.assessment.SubmissionQueries.NewComment;
import id.karier.jobs.RunningJob;
import id.karier.kernel.Caller;
import id.karier.kernel.data.Transactions;
import id.karier.organisation.AgencyDirectory;
import id.karier.rules.body.AssessmentBody;
import id.karier.rules.terms.AssessmentMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Opens what was said, keeps the figures that may be told, and destroys the rest: in one transaction for each stretch, so
 * that what was said of somebody is either sealed or gone. The key goes last.
 */
@ApplicationScoped
class Closing {
    private static final int STRETCH = 100;

    private final AssessmentQueries assessments;
    private final ParticipantQueries participants;
    private final RaterQueries raters;
    private final LevelQueries levels;
    private final SubmissionQueries submissions;
    private final AssessmentLaw law;
    private final AgencyDirectory agencies;
    private final Transactions transactions;
    private final Caller caller;

    Closing(
            AssessmentQueries assessments,
            ParticipantQueries participants,
            RaterQueries raters,
            LevelQueries levels,
            SubmissionQueries submissions,
            AssessmentLaw law,
            AgencyDirectory agencies,
            Transactions transactions,
            Caller caller) {
        this.assessments = assessments;
        this.participants = participants;
        this.raters = raters;
        this.levels = levels;
        this.submissions = submissions;
        this.law = law;
        this.agencies = agencies;
        this.transactions = transactions;
        this.caller = caller;
    }

    private record Ground(
            UUID assessment,
            AssessmentBody law,
            Map<AssessmentMethod, BigDecimal> weights,
            RoundKey key,
            LocalDate day) {}

    /** Where the run is between two commits. */
    private record Place(UUID last, AssessmentResult soFar, boolean ended) {}

    void run(RunningJob<AssessmentSettings, AssessmentResult> job) {
        var id = job.settings().assessmentId();
        var ground = transactions.run(() -> ground(id));
        var place = new Place(
                ParticipantQueries.FIRST, Objects.requireNonNullElse(job.outcomeSoFar(), AssessmentResult.NONE), false);
        while (!place.ended()) {
            var from = place;
            place = transactions.run(() -> step(job, ground, from));
        }
    }

    private Ground ground(UUID id) {
        var assessment = assessments.require(id);
        var day = agencies.today(caller.agency());
        var rules = law.of(assessment.ruleSet(), day, caller.agency()).body();
        var weights = LevelRules.weights(rules, assessment.purpose(), assessment.weights());
        return new Ground(id, rules, weights, submissions.key(id), day);
    }

    private Place step(RunningJob<AssessmentSettings, AssessmentResult> job, Ground ground, Place from) {
        job.restart();
        var due = participants.nextOpen(ground.assessment(), from.last(), STRETCH);
        if (due.isEmpty()) {
            submissions.dropAll(ground.assessment());
            var assessment = assessments.lock(ground.assessment());
            assessment.closed(ground.day());
            assessments.flush();
            job.succeed(from.soFar().participants(), from.soFar());
            return new Place(from.last(), from.soFar(), true);
        }
        int scored = close(ground, due);
        var soFar = from.soFar().plus(due.size(), 0, scored);
        job.checkpoint(soFar.participants(), soFar.participants(), soFar);
        return new Place(due.get(due.size() - 1).id(), soFar, false);
    }

    private int close(Ground ground, List<Due> due) {
        var ids = due.stream().map(Due::id).toList();
        var people = due.stream().map(Due::employee).toList();
        var asked = levels.of(ids);
        var questions = new HashMap<UUID, List<UUID>>();
        asked.forEach((participant, stored) -> questions.put(
                participant,
                stored.stream().map(level -> level.competency().id()).toList()));
        var said = submissions.of(ground.key(), questions);
        var answered = raters.answered(ground.assessment(), people);
        var since = ground.day().minusMonths(ground.law().comparedMonths());
        var earlier = raters.earlier(ground.assessment(), people, since);
        var found = levels.found(people, ground.day());

        var scores = new ArrayList<NewScore>();
        var comments = new ArrayList<NewComment>();
        for (var participant : due) {
            if (participant.ended()) {
                continue;
            }
            var forms = said.getOrDefault(participant.id(), List.of());
            int smallest = ground.law().smallestGroup();
            var told = AnonymityRules.told(
                    answered.getOrDefault(participant.employee(), new Answered(Map.of())),
                    earlier.getOrDefault(participant.employee(), List.of()),
                    smallest);
            var means = AnonymityRules.means(told, forms, smallest);
            for (Stored level : asked.getOrDefault(participant.id(), List.of())) {
                var competency = level.competency().id();
                var scored = LevelRules.score(
                        ground.law(),
                        ground.weights(),
                        means.getOrDefault(competency, Map.of()),
                        found.getOrDefault(participant.employee(), Map.of()).getOrDefault(competency, Map.of()));
                scores.add(new NewScore(participant.id(), competency, scored));
            }
            AnonymityRules.comments(told, forms, smallest)
                    .forEach(comment -> comments.add(new NewComment(participant.id(), comment)));
        }
        levels.score(scores);
        submissions.addComments(comments);
        submissions.drop(ids);
        participants.close(ids);
        return (int)
                scores.stream().filter(score -> score.scored().level() != null).count();
    }
}
