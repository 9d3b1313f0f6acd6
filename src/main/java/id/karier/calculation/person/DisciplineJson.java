package id.karier.calculation.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.karier.calculation.explain.CalculationRequest;
import id.karier.calculation.explain.Explained;
import id.karier.calculation.explain.Step;
import id.karier.calculation.explain.Wording;
import id.karier.rules.RuleSetRef;
import id.karier.rules.terms.PenaltyLevel;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Request and answer of {@code POST /calculations/discipline-absence}. */
public final class DisciplineJson {
    private DisciplineJson() {}

    /**
     * At least one of the two is given.
     *
     * @param cumulativeDays working days of unjustified absence in the calendar year
     * @param consecutiveDays longest run of such days; it may begin in the year before and so exceed the sum
     */
    public record AbsenceRequest(
            @Nullable Integer cumulativeDays,
            @Nullable Integer consecutiveDays,
            @Nullable LocalDate asOf,
            @Size(max = 100) @Nullable String ruleSet)
            implements CalculationRequest {}

    /**
     * @param penalty code of PP 94/2021; left out when the days bring none, as the steps say
     * @param level of the penalty; left out without one
     * @param months how long the penalty lasts, when it lasts
     * @param allowanceCutPercent what it takes from the performance allowance, when anything
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AbsenceAnswer(
            @Nullable String penalty,
            @Nullable PenaltyLevel level,
            @Nullable Integer months,
            @Nullable Integer allowanceCutPercent,
            RuleSetRef ruleSet,
            List<Step> steps)
            implements Explained<AbsenceAnswer> {
        @Override
        public AbsenceAnswer worded(Wording wording) {
            return new AbsenceAnswer(penalty, level, months, allowanceCutPercent, ruleSet, wording.steps(steps));
        }
    }
}
