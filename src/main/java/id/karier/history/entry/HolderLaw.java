package id.karier.history.entry;

import id.karier.kernel.Published;
import id.karier.rules.body.AppointmentBody;
import id.karier.rules.body.AppointmentBody.Closed;
import id.karier.rules.body.AppointmentBody.Holders;
import id.karier.rules.body.CreditPointsBody;
import id.karier.rules.body.RankPromotionBody;
import id.karier.rules.body.RankPromotionBody.PostRanks;
import id.karier.rules.terms.FunctionalLevel;
import id.karier.rules.terms.PositionLevel;
import id.karier.rules.terms.Rank;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a day by which {@link HolderRules} judge: to whom a post is closed (rule set APPOINTMENT), the ranks of
 * managerial posts (RANK_PROMOTION) and of functional levels (CREDIT_POINTS).
 */
@Published
public record HolderLaw(
        AppointmentBody appointment,
        Holders holders,
        @Nullable RankPromotionBody ranks,
        @Nullable CreditPointsBody credits) {
    private static final String FUNCTIONAL = "JF_";

    /**
     * The lowest rank of a level.
     *
     * @param steps how many ranks below it a holder may stand
     * @param withReason such a holder needs a reason
     */
    record Floor(Rank lowest, int steps, boolean withReason, String clause) {}

    List<Closed> closedTo() {
        return holders.closedTo();
    }

    List<Closed> discouragedFor() {
        return holders.discouragedFor();
    }

    String clause(String code) {
        return Objects.requireNonNullElse(holders.clauses().get(code), "–");
    }

    /** Null for a level without ranks of its own. */
    @Nullable
    Floor floor(PositionLevel level) {
        if (level.name().startsWith(FUNCTIONAL)) {
            return credits == null
                    ? null
                    : new Floor(
                            credits.level(FunctionalLevel.valueOf(level.name().substring(FUNCTIONAL.length())))
                                    .lowest(),
                            holders.functionalStepsBelow(),
                            false,
                            clause("FUNCTIONAL_RANK"));
        }
        if (ranks == null) {
            return null;
        }
        return ranks.structural().ranks(level).stream()
                .map(PostRanks::lowest)
                .min(Comparator.naturalOrder())
                .map(lowest -> new Floor(
                        lowest,
                        holders.structuralStepsWithReason(),
                        true,
                        Objects.requireNonNullElse(appointment.clauses().get("RANK_FLOOR"), "–")))
                .orElse(null);
    }
}
