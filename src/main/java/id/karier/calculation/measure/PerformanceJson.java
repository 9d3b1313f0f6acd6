package id.karier.calculation.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.karier.calculation.explain.CalculationRequest;
import id.karier.calculation.explain.Explained;
import id.karier.calculation.explain.Step;
import id.karier.calculation.explain.Wording;
import id.karier.rules.RuleSetRef;
import id.karier.rules.terms.OrganisationPredicate;
import id.karier.rules.terms.PerformancePredicate;
import id.karier.rules.terms.PerformanceRating;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Requests and answers of {@code performance-predicate} and {@code performance-distribution}. */
public final class PerformanceJson {
    private PerformanceJson() {}

    /** @param receivedOn the day on which the result was received, to learn until when it may be objected to */
    @Schema(requiredProperties = {"workBehaviour", "workResult"})
    public record PredicateRequest(
            @Nullable PerformanceRating workResult,
            @Nullable PerformanceRating workBehaviour,
            @Nullable LocalDate receivedOn,
            @Nullable LocalDate asOf,
            @Size(max = 100) @Nullable String ruleSet)
            implements CalculationRequest {}

    /** @param objectionUntil last day for an objection, in calendar days; only when the request names the receipt */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PredicateAnswer(
            PerformancePredicate predicate, @Nullable LocalDate objectionUntil, RuleSetRef ruleSet, List<Step> steps)
            implements Explained<PredicateAnswer> {
        @Override
        public PredicateAnswer worded(Wording wording) {
            return new PredicateAnswer(predicate, objectionUntil, ruleSet, wording.steps(steps));
        }
    }

    /** @param counts employees by predicate; an absent predicate counts as none */
    @Schema(requiredProperties = {"counts", "organisation"})
    public record DistributionRequest(
            @Nullable OrganisationPredicate organisation,
            @Size(max = 100) @Nullable Map<PerformancePredicate, Integer> counts,
            @Nullable LocalDate asOf,
            @Size(max = 100) @Nullable String ruleSet)
            implements CalculationRequest {}

    /** @param violations codes of the conditions that fail: warnings, not refusals */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DistributionAnswer(boolean conforms, List<String> violations, RuleSetRef ruleSet, List<Step> steps)
            implements Explained<DistributionAnswer> {
        @Override
        public DistributionAnswer worded(Wording wording) {
            return new DistributionAnswer(conforms, violations, ruleSet, wording.steps(steps));
        }
    }
}
