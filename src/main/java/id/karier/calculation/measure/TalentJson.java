package id.karier.calculation.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.karier.calculation.explain.CalculationRequest;
import id.karier.calculation.explain.Explained;
import id.karier.calculation.explain.Step;
import id.karier.calculation.explain.Wording;
import id.karier.rules.RuleSetRef;
import id.karier.rules.body.TalentScoreBody.DisciplineRecord;
import id.karier.rules.body.TalentScoreBody.YMode;
import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.FollowUp;
import id.karier.rules.terms.PerformancePredicate;
import id.karier.rules.terms.PerformanceRating;
import id.karier.rules.terms.PositionLevel;
import id.karier.rules.terms.PotentialBand;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Requests and answers of {@code POST /calculations/nine-box} and {@code POST /calculations/talent-score}. */
public final class TalentJson {
    private TalentJson() {}

    /**
     * Each axis by its score or by its band.
     *
     * @param y score of the performance axis; or {@code rating}
     * @param x score of the potential axis; or {@code potential}
     * @param bands which of the conflicting bands apply; the rule set's default when absent
     * @param recordedBox the box that a source file states, to be told when it differs
     */
    public record NineBoxRequest(
            @Nullable BigDecimal y,
            @Nullable BigDecimal x,
            @Nullable PerformanceRating rating,
            @Nullable PotentialBand potential,
            @Size(max = 100) @Nullable String bands,
            @Nullable Integer recordedBox,
            @Nullable LocalDate asOf,
            @Size(max = 100) @Nullable String ruleSet)
            implements CalculationRequest {}

    /**
     * @param box 1 to 9
     * @param followUp what is recommended for the box
     * @param inTalentPool whether the box belongs to the talent pool
     * @param bands the bands that were used
     * @param needsReview whether the recorded box differs; only when one was given
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NineBoxAnswer(
            int box,
            PerformanceRating yBand,
            PotentialBand xBand,
            List<FollowUp> followUp,
            boolean inTalentPool,
            String bands,
            @Nullable Boolean needsReview,
            RuleSetRef ruleSet,
            List<Step> steps)
            implements Explained<NineBoxAnswer> {
        @Override
        public NineBoxAnswer worded(Wording wording) {
            return new NineBoxAnswer(
                    box, yBand, xBand, followUp, inTalentPool, bands, needsReview, ruleSet, wording.steps(steps));
        }
    }

    /**
     * @param yMode how the performance axis is read; when absent {@code RATING} if a rating is given, else the rule
     *     set's default
     * @param predicate last year's predicate; or {@code predicatePoints}
     * @param rating last year's rating of work results, for {@code RATING}; when absent it follows from the predicate
     * @param award points of awards, for {@code FULL_411}; none when absent
     * @param team points of official task teams, for {@code FULL_411}; none when absent
     * @param feedback360 points of 360 feedback, for {@code FULL_411}
     * @param xTree which of the conflicting trees of the potential axis applies; the rule set's default when absent
     * @param bands which of the conflicting bands apply; the rule set's default when absent
     * @param technical a technical score to add, by the share for {@code postLevel}
     */
    @Schema(requiredProperties = "education")
    public record TalentScoreRequest(
            @Nullable YMode yMode,
            @Nullable PerformancePredicate predicate,
            @Nullable BigDecimal predicatePoints,
            @Nullable PerformanceRating rating,
            @Nullable BigDecimal award,
            @Nullable BigDecimal team,
            @Nullable BigDecimal feedback360,
            @Nullable BigDecimal competency,
            @Nullable BigDecimal development,
            @Nullable BigDecimal experience,
            @Nullable BigDecimal potential,
            @Nullable EducationLevel education,
            @Nullable BigDecimal fieldFit,
            @Nullable BigDecimal discipline,
            @Nullable DisciplineRecord disciplineRecord,
            @Size(max = 100) @Nullable String xTree,
            @Size(max = 100) @Nullable String bands,
            @Nullable BigDecimal technical,
            @Nullable PositionLevel postLevel,
            @Nullable LocalDate asOf,
            @Size(max = 100) @Nullable String ruleSet)
            implements CalculationRequest {}

    /**
     * @param y score of the performance axis; absent when only a rating is known
     * @param talent the talent score; absent without {@code y}
     * @param talentWithTechnical the talent score with the technical score; only when one was given
     * @param alsoUsed the rule set of the nine boxes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TalentScoreAnswer(
            @Nullable BigDecimal y,
            BigDecimal x,
            @Nullable BigDecimal talent,
            @Nullable BigDecimal talentWithTechnical,
            int box,
            PerformanceRating yBand,
            PotentialBand xBand,
            List<FollowUp> followUp,
            boolean inTalentPool,
            YMode yMode,
            String xTree,
            String bands,
            RuleSetRef ruleSet,
            List<RuleSetRef> alsoUsed,
            List<Step> steps)
            implements Explained<TalentScoreAnswer> {
        @Override
        public TalentScoreAnswer worded(Wording wording) {
            return new TalentScoreAnswer(
                    y,
                    x,
                    talent,
                    talentWithTechnical,
                    box,
                    yBand,
                    xBand,
                    followUp,
                    inTalentPool,
                    yMode,
                    xTree,
                    bands,
                    ruleSet,
                    alsoUsed,
                    wording.steps(steps));
        }
    }
}
