package id.karier.rules.body;

import id.karier.rules.RuleBody;
import id.karier.rules.Violation;
import id.karier.rules.terms.FunctionalLevel;
import id.karier.rules.terms.PerformancePredicate;
import id.karier.rules.terms.Rank;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Credit points of functional posts (PermenPANRB 1/2023, BKN 3/2023; DOMAIN 7.3).
 *
 * @param percent share of the coefficient that a predicate earns, in per cent
 * @param monthsPerYear months over which the coefficient is earned
 * @param levels the ladder of levels
 * @param transferMaxYears most years in rank that count on a transfer from the top rank of an administrative post
 * @param transferAbove credit of who comes into a level with a rank above its highest, instead of years and base; null
 *     in a document before ADR 0110, which refuses them
 * @param diplomaPercent share of the credit for the next rank that a relevant higher diploma adds, in per cent
 * @param diplomaAtLeast predicate from which a diploma counts; null in a document before ADR 0110, which asks for none
 * @param scale decimals of credit, rounded half-up
 */
public record CreditPointsBody(
        Map<PerformancePredicate, BigDecimal> percent,
        int monthsPerYear,
        List<Level> levels,
        int transferMaxYears,
        @Nullable List<TransferAbove> transferAbove,
        BigDecimal diplomaPercent,
        @Nullable PerformancePredicate diplomaAtLeast,
        int scale)
        implements RuleBody {
    public CreditPointsBody {
        percent = Tables.copy(percent);
        levels = List.copyOf(levels);
        transferAbove = transferAbove == null ? null : List.copyOf(transferAbove);
    }

    /** @param credits the readings of the credit, the default first */
    public record TransferAbove(FunctionalLevel level, List<BigDecimal> credits) {
        public TransferAbove {
            credits = List.copyOf(credits);
        }
    }

    /** What who comes into a level with a rank above its highest starts with; empty where no figure is known. */
    public Optional<TransferAbove> transferAbove(FunctionalLevel level) {
        return transferAbove == null
                ? Optional.empty()
                : transferAbove.stream().filter(row -> row.level() == level).findFirst();
    }

    /**
     * @param coefficient credit of a whole year at 100 per cent
     * @param ranks the ranks of the level, upward
     * @param nextLevelAt balance for the next level; null at the end of a ladder
     * @param conventionalBase what an old conventional balance is reduced by; null where no conversion is known
     */
    public record Level(
            FunctionalLevel level,
            BigDecimal coefficient,
            List<RankCredit> ranks,
            @Nullable BigDecimal nextLevelAt,
            @Nullable BigDecimal conventionalBase) {
        public Level {
            ranks = List.copyOf(ranks);
        }

        public Optional<RankCredit> rank(Rank rank) {
            return ranks.stream().filter(candidate -> candidate.rank() == rank).findFirst();
        }

        public Rank lowest() {
            return ranks.get(0).rank();
        }

        public Rank highest() {
            return ranks.get(ranks.size() - 1).rank();
        }

        /** The rank that a balance reached so far belongs to. */
        public RankCredit rankOf(BigDecimal balance) {
            var found = ranks.get(0);
            for (var candidate : ranks) {
                if (balance.compareTo(candidate.from()) >= 0) {
                    found = candidate;
                }
            }
            return found;
        }
    }

    /**
     * @param from balance with which the rank begins
     * @param nextRankAt balance for the next rank; null at the end of a ladder
     */
    public record RankCredit(
            Rank rank, BigDecimal from, @Nullable BigDecimal nextRankAt) {}

    /** The figures of a level; every level is there, see {@link #violations()}. */
    public Level level(FunctionalLevel level) {
        return levels.stream()
                .filter(candidate -> candidate.level() == level)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<Violation> violations() {
        var found = new ArrayList<Violation>();
        found.addAll(Tables.totalViolations("/body/percent", percent.keySet(), PerformancePredicate.class));
        found.addAll(Tables.totalViolations(
                "/body/levels", levels.stream().map(Level::level).toList(), FunctionalLevel.class));
        for (int l = 0; l < levels.size(); l++) {
            var level = levels.get(l);
            for (int i = 1; i < level.ranks().size(); i++) {
                var below = level.ranks().get(i - 1);
                var above = level.ranks().get(i);
                var pointer = "/body/levels/" + l + "/ranks/" + i;
                if (below.rank().stepsTo(above.rank()) != 1) {
                    found.add(Violation.at(pointer, "RANKS_NOT_ADJACENT", below.rank(), above.rank()));
                }
                if (below.nextRankAt() == null || below.nextRankAt().compareTo(above.from()) != 0) {
                    found.add(Violation.at(pointer, "CREDIT_NOT_CONTINUOUS", below.rank(), above.rank()));
                }
            }
        }
        return found;
    }
}
