package id.karier.calculation.career;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.karier.calculation.explain.CalculationRequest;
import id.karier.calculation.explain.Explained;
import id.karier.calculation.explain.Step;
import id.karier.calculation.explain.Wording;
import id.karier.rules.RuleSetRef;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Request and answer of {@code POST /calculations/transfer}. */
public final class TransferJson {
    private TransferJson() {}

    /** Where a person stands between the least and the most years in a unit. */
    public enum TransferStatus {
        TOO_EARLY,
        ELIGIBLE,
        OVERDUE
    }

    /** @param inUnitSince first day in the present unit */
    @Schema(requiredProperties = "inUnitSince")
    public record TransferRequest(
            @Nullable LocalDate inUnitSince,
            @Nullable LocalDate asOf,
            @Size(max = 100) @Nullable String ruleSet) implements CalculationRequest {}

    /**
     * @param eligibleFrom first day on which a transfer may happen
     * @param overdueFrom first day on which it should have happened: the day after the most years are full
     * @param alsoUsed rule sets that were enacted for the coming days; absent when there are none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TransferAnswer(
            TransferStatus status,
            LocalDate eligibleFrom,
            LocalDate overdueFrom,
            RuleSetRef ruleSet,
            @Nullable List<RuleSetRef> alsoUsed,
            List<Step> steps)
            implements Explained<TransferAnswer> {
        @Override
        public TransferAnswer worded(Wording wording) {
            return new TransferAnswer(status, eligibleFrom, overdueFrom, ruleSet, alsoUsed, wording.steps(steps));
        }
    }
}
