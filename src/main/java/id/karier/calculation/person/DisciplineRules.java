package id.karier.calculation.person;

import static id.karier.calculation.explain.Refusals.refused;
import static id.karier.calculation.explain.Refusals.within;

import id.karier.calculation.explain.Step;
import id.karier.calculation.person.DisciplineJson.AbsenceAnswer;
import id.karier.calculation.person.DisciplineJson.AbsenceRequest;
import id.karier.rules.RuleSet;
import id.karier.rules.body.DisciplineBody;
import id.karier.rules.body.DisciplineBody.Penalty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Penalty for unjustified absence (PP 94/2021; DOMAIN 10.1). */
public final class DisciplineRules {
    private DisciplineRules() {}

    /** The penalty that the days bring: by their sum, or by their run when that is the heavier one. */
    public static AbsenceAnswer absence(RuleSet<DisciplineBody> rules, AbsenceRequest request) {
        var body = rules.body();
        if (request.cumulativeDays() == null && request.consecutiveDays() == null) {
            throw refused("/cumulativeDays", "ONE_OF_REQUIRED", "cumulativeDays, consecutiveDays");
        }
        int run = days(body, "/consecutiveDays", request.consecutiveDays(), 0);
        int sum = days(body, "/cumulativeDays", request.cumulativeDays(), run);
        var steps = new ArrayList<Step>();
        var bySum = body.penalties().stream()
                .filter(candidate -> sum >= candidate.fromDays())
                .findFirst()
                .orElse(null);
        steps.add(
                bySum == null
                        ? Step.of("ABSENCE_NONE", null, "days", sum)
                        : Step.of("ABSENCE_SUM", bySum.code(), "days", sum, "from", bySum.fromDays()));
        var penalty = bySum;
        if (run >= body.consecutiveDays()) {
            penalty = heavier(bySum, body.penalty(body.consecutivePenalty()).orElseThrow());
            steps.add(Step.of("ABSENCE_RUN", penalty.code(), "days", run, "from", body.consecutiveDays()));
        }
        return new AbsenceAnswer(
                penalty == null ? null : penalty.code(),
                penalty == null ? null : penalty.level(),
                penalty == null ? null : penalty.months(),
                penalty == null ? null : penalty.allowanceCutPercent(),
                rules.ref(),
                List.copyOf(steps));
    }

    private static Penalty heavier(@Nullable Penalty one, Penalty other) {
        return one == null || one.fromDays() < other.fromDays() ? other : one;
    }

    private static int days(DisciplineBody body, String pointer, @Nullable Integer given, int otherwise) {
        return given == null ? otherwise : within(pointer, given, 0, body.mostDays());
    }
}
