package id.karier.calculation.career;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.karier.calculation.explain.CalculationRequest;
import id.karier.calculation.explain.Explained;
import id.karier.calculation.explain.Step;
import id.karier.calculation.explain.Wording;
import id.karier.rules.RuleSetRef;
import id.karier.rules.terms.FunctionalLevel;
import id.karier.rules.terms.PerformancePredicate;
import id.karier.rules.terms.Rank;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Request and answer of {@code POST /calculations/credit-points}. */
public final class CreditPointsJson {
    private CreditPointsJson() {}

    /**
     * One period ({@code predicate}, {@code months}), several ({@code years}), a transfer, or none: then only the
     * balance is placed.
     *
     * @param months whole months of the period, 1 to 12; a whole year when absent
     * @param years several periods of the same level
     * @param balance balance before; none when absent
     * @param conventional an old conventional balance that is converted into the balance before
     * @param rank the rank held; when absent, the one that the balance before belongs to
     * @param transfer a transfer into the level from another post: the rank's base credit is the balance before; with a
     *     rank above the level's highest, a fixed credit whatever predicate and years
     * @param higherDiploma whether a relevant higher diploma is added, once, with a predicate that is good enough
     */
    @Schema(requiredProperties = "level")
    public record CreditPointsRequest(
            @Nullable FunctionalLevel level,
            @Nullable PerformancePredicate predicate,
            @Nullable Integer months,
            @Size(max = 500) @Nullable List<@Valid Period> years,
            @Nullable BigDecimal balance,
            @Nullable BigDecimal conventional,
            @Nullable Rank rank,
            @Valid @Nullable TransferIn transfer,
            @Nullable Boolean higherDiploma,
            @Nullable LocalDate asOf,
            @Size(max = 100) @Nullable String ruleSet)
            implements CalculationRequest {}

    /** @param level must be the request's level when given: the balance restarts with every level */
    public record Period(
            @Nullable FunctionalLevel level,
            @Nullable PerformancePredicate predicate,
            @Nullable Integer months) {}

    /**
     * @param rank rank at the transfer
     * @param yearsInRank years in that rank
     * @param topOfAdministrativePost whether it was the top rank of the administrative post, so that the years are
     *     capped
     * @param aboveRangeCredit which of the conflicting figures applies to a rank above the level's highest; the rule
     *     set's default when absent
     */
    public record TransferIn(
            @Nullable Rank rank,
            @Nullable BigDecimal yearsInRank,
            @Nullable Boolean topOfAdministrativePost,
            @Nullable BigDecimal aboveRangeCredit) {}

    /**
     * @param credit credit of the periods
     * @param balance balance after them, within the level
     * @param nextRankAt balance for the next rank; at the level's top rank the next rank comes with the next level;
     *     absent at the end of a ladder, and for a rank outside the level
     * @param nextLevelAt balance for the next level; absent at the end of a ladder
     * @param rank the rank that {@code nextRankAt} starts from
     * @param nextRankReached whether the balance reaches {@code nextRankAt}, or whether the next rank asks for no credit
     *     because the rank lies just below the level; other conditions stay open
     * @param nextLevelReached whether the balance reaches {@code nextLevelAt}; other conditions stay open
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CreditPointsAnswer(
            BigDecimal credit,
            BigDecimal balance,
            @Nullable BigDecimal nextRankAt,
            @Nullable BigDecimal nextLevelAt,
            Rank rank,
            boolean nextRankReached,
            boolean nextLevelReached,
            RuleSetRef ruleSet,
            List<Step> steps)
            implements Explained<CreditPointsAnswer> {
        @Override
        public CreditPointsAnswer worded(Wording wording) {
            return new CreditPointsAnswer(
                    credit,
                    balance,
                    nextRankAt,
                    nextLevelAt,
                    rank,
                    nextRankReached,
                    nextLevelReached,
                    ruleSet,
                    wording.steps(steps));
        }
    }
}
