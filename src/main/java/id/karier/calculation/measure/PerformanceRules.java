package id.karier.calculation.measure;

import static id.karier.calculation.explain.Refusals.refused;
import static id.karier.calculation.explain.Refusals.required;

import id.karier.calculation.explain.Step;
import id.karier.calculation.measure.PerformanceJson.DistributionAnswer;
import id.karier.calculation.measure.PerformanceJson.DistributionRequest;
import id.karier.calculation.measure.PerformanceJson.PredicateAnswer;
import id.karier.calculation.measure.PerformanceJson.PredicateRequest;
import id.karier.rules.RuleSet;
import id.karier.rules.body.DistributionBody;
import id.karier.rules.body.DistributionBody.Condition;
import id.karier.rules.body.PredicateMatrixBody;
import id.karier.rules.terms.PerformancePredicate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Predicate of the annual evaluation and how predicates spread (PermenPANRB 6/2022, PP 30/2019; DOMAIN 4). */
public final class PerformanceRules {
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private PerformanceRules() {}

    /** The predicate of a pair of ratings. */
    public static PredicateAnswer predicate(RuleSet<PredicateMatrixBody> rules, PredicateRequest request) {
        var workResult = required("/workResult", request.workResult());
        var workBehaviour = required("/workBehaviour", request.workBehaviour());
        var predicate = rules.body().predicate(workResult, workBehaviour);
        var steps = new ArrayList<Step>();
        steps.add(Step.of("PREDICATE_CELL", predicate, "workResult", workResult, "workBehaviour", workBehaviour));
        LocalDate objectionUntil = null;
        if (request.receivedOn() != null) {
            int days = rules.body().objectionDays();
            objectionUntil = request.receivedOn().plusDays(days);
            steps.add(Step.of("OBJECTION_UNTIL", objectionUntil, "receivedOn", request.receivedOn(), "days", days));
        }
        return new PredicateAnswer(predicate, objectionUntil, rules.ref(), List.copyOf(steps));
    }

    /** Whether a team's predicates follow the guide for its organisation's predicate. Shares are compared exactly. */
    public static DistributionAnswer distribution(RuleSet<DistributionBody> rules, DistributionRequest request) {
        var organisation = required("/organisation", request.organisation());
        var counts = required("/counts", request.counts());
        int total = 0;
        for (var entry : counts.entrySet()) {
            var count = required("/counts/" + entry.getKey(), entry.getValue());
            if (count < 0) {
                throw refused("/counts/" + entry.getKey(), "NUMBER_NEGATIVE", count);
            }
            total = Math.addExact(total, count);
        }
        if (total == 0) {
            throw refused("/counts", "COUNTS_EMPTY");
        }
        var violations = new ArrayList<String>();
        var steps = new ArrayList<Step>();
        for (var condition : rules.body().conditions().getOrDefault(organisation, List.of())) {
            int counted = counted(condition, counts);
            boolean holds = holds(condition, counts, counted, total);
            if (!holds) {
                violations.add(condition.code());
            }
            steps.add(Step.of(
                    "DISTRIBUTION_" + condition.test(),
                    holds,
                    "predicates",
                    condition.predicates(),
                    "counted",
                    counted,
                    "total",
                    total,
                    "percent",
                    condition.percent()));
        }
        return new DistributionAnswer(violations.isEmpty(), List.copyOf(violations), rules.ref(), List.copyOf(steps));
    }

    private static boolean holds(
            Condition condition, Map<PerformancePredicate, Integer> counts, int counted, int total) {
        return switch (condition.test()) {
            case LARGEST -> counts.values().stream().allMatch(other -> other <= counted);
            case AT_MOST -> compareShare(counted, total, condition) <= 0;
            case AT_LEAST -> compareShare(counted, total, condition) >= 0;
            case SOME -> counted > 0;
            case NONE -> counted == 0;
        };
    }

    private static int compareShare(int counted, int total, Condition condition) {
        var percent = required("/percent", condition.percent());
        return BigDecimal.valueOf(counted)
                .multiply(PERCENT)
                .compareTo(BigDecimal.valueOf(total).multiply(percent));
    }

    private static int counted(Condition condition, Map<PerformancePredicate, Integer> counts) {
        return condition.predicates().stream()
                .mapToInt(predicate -> counts.getOrDefault(predicate, 0))
                .sum();
    }
}
