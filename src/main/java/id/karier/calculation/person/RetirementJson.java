package id.karier.calculation.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.karier.calculation.explain.CalculationRequest;
import id.karier.calculation.explain.Explained;
import id.karier.calculation.explain.Step;
import id.karier.calculation.explain.Wording;
import id.karier.kernel.Published;
import id.karier.rules.RuleSetRef;
import id.karier.rules.terms.PositionLevel;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Request and answer of {@code POST /calculations/retirement}. */
@Published
public final class RetirementJson {
    private RetirementJson() {}

    /**
     * At least one of the level, the statute, and the post's own age is given; the later in this row goes first.
     *
     * @param retirementAge age in years that the post itself carries
     * @param statute a post under a statute of its own, such as {@code GURU} or {@code DOSEN}
     */
    @Schema(requiredProperties = "birthDate")
    public record RetirementRequest(
            @Nullable LocalDate birthDate,
            @Nullable PositionLevel postLevel,
            @Nullable Integer retirementAge,
            @Size(max = 100) @Nullable String statute,
            @Nullable LocalDate asOf,
            @Size(max = 100) @Nullable String ruleSet)
            implements CalculationRequest {}

    /**
     * @param reachedOn the birthday on which the age is reached
     * @param effectiveOn the day on which retirement takes effect
     * @param retirementAge the age that was applied, in years
     * @param alreadyReached whether the age is reached on the day that was asked for: a move to such a post must be
     *     stopped
     * @param alsoUsed rule sets that were enacted for the coming days and decide the age; absent when there are none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RetirementAnswer(
            LocalDate reachedOn,
            LocalDate effectiveOn,
            int retirementAge,
            boolean alreadyReached,
            RuleSetRef ruleSet,
            @Nullable List<RuleSetRef> alsoUsed,
            List<Step> steps)
            implements Explained<RetirementAnswer> {
        @Override
        public RetirementAnswer worded(Wording wording) {
            return new RetirementAnswer(
                    reachedOn, effectiveOn, retirementAge, alreadyReached, ruleSet, alsoUsed, wording.steps(steps));
        }
    }
}
