package id.karier.calculation.measure;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.karier.calculation.explain.CalculationRequest;
import id.karier.calculation.explain.Explained;
import id.karier.calculation.explain.Step;
import id.karier.calculation.explain.Wording;
import id.karier.rules.RuleSetRef;
import id.karier.rules.body.JpmBody.CapMode;
import id.karier.rules.body.JpmBody.Purpose;
import id.karier.rules.terms.Competency;
import id.karier.rules.terms.FunctionalLevel;
import id.karier.rules.terms.PositionLevel;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Requests and answers of {@code POST /calculations/jpm} and {@code POST /calculations/functional-test}. */
public final class JpmJson {
    private JpmJson() {}

    /**
     * @param required the required level, one for all nine competencies or nine; when absent, the standard of {@code
     *     postLevel}
     * @param achieved nine levels in the order INT, KJSM, KOM, OPH, PP, PDOL, MP, PK, PB
     * @param purpose which categories apply; {@code SELEKSI} when absent
     * @param capMode where a level above the standard stops counting; the rule set's default when absent
     * @param postLevel the level of position whose general standard applies when {@code required} is absent
     * @param jptMadyaLevel which of the conflicting standards of a JPT madya applies; the rule set's default when absent
     */
    @Schema(requiredProperties = "achieved")
    public record JpmRequest(
            @Schema(description = "Sembilan level standar, atau satu untuk kesembilannya, misalnya [3].")
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            @Size(max = 100)
            @Nullable
            List<@Nullable Integer> required,

            @Size(max = 100) @Nullable List<@Nullable Integer> achieved,
            @Nullable Purpose purpose,
            @Nullable CapMode capMode,
            @Nullable PositionLevel postLevel,
            @Nullable Integer jptMadyaLevel,
            @Nullable LocalDate asOf,
            @Size(max = 100) @Nullable String ruleSet)
            implements CalculationRequest {}

    /**
     * @param jpmRaw the match without any cap, in per cent
     * @param jpm the match under {@code capMode}, in per cent
     * @param gaps one entry a competency
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record JpmAnswer(
            BigDecimal jpmRaw,
            BigDecimal jpm,
            String category,
            List<Gap> gaps,
            Purpose purpose,
            CapMode capMode,
            RuleSetRef ruleSet,
            List<Step> steps)
            implements Explained<JpmAnswer> {
        @Override
        public JpmAnswer worded(Wording wording) {
            return new JpmAnswer(jpmRaw, jpm, category, gaps, purpose, capMode, ruleSet, wording.steps(steps));
        }
    }

    /** @param gap required less achieved: positive where development is needed */
    public record Gap(Competency competency, int required, int achieved, int gap) {}

    /**
     * @param post code of the functional post, where its test differs from the general one
     * @param technicalJpm technical match, in per cent
     * @param managerialSocialJpm managerial and socio-cultural match, in per cent
     * @param score the score of a test that gives one only, instead of the two matches
     * @param testedOn day of the certificate, to be told how long it counts
     */
    @Schema(requiredProperties = "level")
    public record FunctionalTestRequest(
            @Nullable FunctionalLevel level,
            @Size(max = 100) @Nullable String post,
            @Nullable BigDecimal technicalJpm,
            @Nullable BigDecimal managerialSocialJpm,
            @Nullable BigDecimal score,
            @Nullable LocalDate testedOn,
            @Nullable LocalDate asOf,
            @Size(max = 100) @Nullable String ruleSet)
            implements CalculationRequest {}

    /**
     * @param jpm the weighed match, in per cent; where a post's test gives one score, that score
     * @param category category of the match; of a post's own test {@code KOMPETEN} or {@code TIDAK_KOMPETEN}
     * @param passAt lowest passing match or score
     * @param validUntil last day on which the certificate counts; only where its day and its validity are known
     * @param clause the clause that sets a post's own test; absent for the general one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FunctionalTestAnswer(
            BigDecimal jpm,
            boolean passed,
            String category,
            BigDecimal passAt,
            @Nullable LocalDate validUntil,
            @Nullable String clause,
            RuleSetRef ruleSet,
            List<Step> steps)
            implements Explained<FunctionalTestAnswer> {
        @Override
        public FunctionalTestAnswer worded(Wording wording) {
            return new FunctionalTestAnswer(
                    jpm, passed, category, passAt, validUntil, clause, ruleSet, wording.steps(steps));
        }
    }
}
