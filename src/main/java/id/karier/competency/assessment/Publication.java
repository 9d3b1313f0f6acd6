package id.karier.competency.assessment;

import id.karier.competency.assessment.LevelQueries.Stored;
import id.karier.competency.assessment.ParticipantQueries.Due;
import id.karier.competency.evidence.RoundFinding;
import id.karier.competency.evidence.RoundResultQueries;
import id.karier.jobs.RunningJob;
import id.karier.kernel.Caller;
import id.karier.kernel.data.Transactions;
import id.karier.organisation.AgencyDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns what a round has found into results of competency, with the figures that they can be computed from again. */
@ApplicationScoped
class Publication {
    private static final int STRETCH = 100;

    private final AssessmentQueries assessments;
    private final ParticipantQueries participants;
    private final LevelQueries levels;
    private final RoundResultQueries results;
    private final AssessmentLaw law;
    private final AgencyDirectory agencies;
    private final Transactions transactions;
    private final Caller caller;

    Publication(
            AssessmentQueries assessments,
            ParticipantQueries participants,
            LevelQueries levels,
            RoundResultQueries results,
            AssessmentLaw law,
            AgencyDirectory agencies,
            Transactions transactions,
            Caller caller) {
        this.assessments = assessments;
        this.participants = participants;
        this.levels = levels;
        this.results = results;
        this.law = law;
        this.agencies = agencies;
        this.transactions = transactions;
        this.caller = caller;
    }

    /** Where the run is between two commits. */
    private record Place(UUID last, AssessmentResult soFar, boolean ended) {}

    void run(RunningJob<AssessmentSettings, AssessmentResult> job) {
        var id = job.settings().assessmentId();
        var foundOn = transactions.run(() ->
                Objects.requireNonNull(assessments.require(id).closedOn(), "a round is published after it has closed"));
        var last = transactions.run(() -> participants.last(id, job.resumeAt()));
        var place = new Place(last, Objects.requireNonNullElse(job.outcomeSoFar(), AssessmentResult.NONE), false);
        while (!place.ended()) {
            var from = place;
            place = transactions.run(() -> step(job, id, foundOn, from));
        }
    }

    private Place step(RunningJob<AssessmentSettings, AssessmentResult> job, UUID id, LocalDate foundOn, Place from) {
        job.restart();
        var due = participants.next(id, from.last(), STRETCH);
        if (due.isEmpty()) {
            var assessment = assessments.lock(id);
            var today = agencies.today(caller.agency());
            var days =
                    law.of(assessment.ruleSet(), today, caller.agency()).body().reviewDays();
            assessment.published(today, today.plusDays(days));
            assessments.flush();
            job.succeed(from.soFar().participants(), from.soFar());
            return new Place(from.last(), from.soFar(), true);
        }
        var findings = findings(due, id);
        results.add(findings, foundOn);
        var soFar = from.soFar().plus(due.size(), 0, findings.size());
        job.checkpoint(soFar.participants(), soFar.participants(), soFar);
        return new Place(due.get(due.size() - 1).id(), soFar, false);
    }

    private List<RoundFinding> findings(List<Due> due, UUID assessment) {
        var found = levels.of(due.stream().map(Due::id).toList());
        var findings = new ArrayList<RoundFinding>();
        for (var participant : due) {
            if (participant.ended()) {
                continue;
            }
            for (var level : found.getOrDefault(participant.id(), List.of())) {
                var counts = level.level();
                if (counts != null) {
                    findings.add(new RoundFinding(
                            participant.employee(),
                            level.competency().id(),
                            level.edition(),
                            counts,
                            assessment,
                            inputs(level)));
                }
            }
        }
        return findings;
    }

    /** Figures of groups only: there are no others. */
    static Map<String, @Nullable Object> inputs(Stored level) {
        var inputs = new LinkedHashMap<String, @Nullable Object>();
        var scored = level.scored();
        if (scored != null) {
            inputs.put("parts", scored.parts());
            inputs.put("score", scored.score());
            inputs.put("computedLevel", scored.level());
        }
        inputs.put("calibratedLevel", level.calibrated());
        inputs.put("calibrationReason", level.calibrationReason());
        inputs.put("required", level.required());
        return inputs;
    }
}
