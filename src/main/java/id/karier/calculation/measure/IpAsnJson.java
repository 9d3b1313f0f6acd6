package id.karier.calculation.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.karier.calculation.explain.CalculationRequest;
import id.karier.calculation.explain.Explained;
import id.karier.calculation.explain.Step;
import id.karier.calculation.explain.Wording;
import id.karier.rules.RuleSetRef;
import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.EmployeeKind;
import id.karier.rules.terms.JobGroup;
import id.karier.rules.terms.LeadershipTraining;
import id.karier.rules.terms.PenaltyLevel;
import id.karier.rules.terms.PerformancePredicate;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Request and answer of {@code POST /calculations/ip-asn}. */
public final class IpAsnJson {
    private IpAsnJson() {}

    /**
     * @param employeeKind {@code PNS} when absent
     * @param leadershipTraining the highest leadership training held; null for none
     * @param functionalTraining whether the training compulsory for the functional post is held
     * @param technical20Jp whether a technical training of the length that counts is held
     * @param technicalJp learning hours of the longest technical training; decides {@code technical20Jp} when that is
     *     absent
     * @param seminar whether a seminar, workshop or course is held
     * @param predicate last year's predicate; or {@code performanceScore}; neither when none is on record
     * @param performanceScore last year's numeric result, before 2022
     * @param worstPenalty5y worst penalty within the window of discipline; {@code NONE} when absent
     * @param competencyTable which of the conflicting competence tables applies; the rule set's default when absent
     */
    @Schema(requiredProperties = {"education", "jobGroup"})
    public record IpAsnRequest(
            @Nullable EmployeeKind employeeKind,
            @Nullable JobGroup jobGroup,
            @Nullable EducationLevel education,
            @Nullable LeadershipTraining leadershipTraining,
            @Nullable Boolean functionalTraining,
            @Nullable Boolean technical20Jp,
            @Nullable BigDecimal technicalJp,
            @Nullable Boolean seminar,
            @Nullable PerformancePredicate predicate,
            @Nullable BigDecimal performanceScore,
            @Nullable PenaltyLevel worstPenalty5y,
            @Size(max = 100) @Nullable String competencyTable,
            @Nullable LocalDate asOf,
            @Size(max = 100) @Nullable String ruleSet)
            implements CalculationRequest {}

    /** Scores of the four dimensions, each with its weight in it, and their sum; an internal estimate. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record IpAsnAnswer(
            BigDecimal qualification,
            BigDecimal competency,
            BigDecimal performance,
            BigDecimal discipline,
            BigDecimal total,
            String category,
            String competencyTable,
            RuleSetRef ruleSet,
            List<Step> steps)
            implements Explained<IpAsnAnswer> {
        @Override
        public IpAsnAnswer worded(Wording wording) {
            return new IpAsnAnswer(
                    qualification,
                    competency,
                    performance,
                    discipline,
                    total,
                    category,
                    competencyTable,
                    ruleSet,
                    wording.steps(steps));
        }
    }
}
