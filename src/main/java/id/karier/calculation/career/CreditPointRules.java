package id.karier.calculation.career;

import static id.karier.calculation.explain.Refusals.notNegative;
import static id.karier.calculation.explain.Refusals.refused;
import static id.karier.calculation.explain.Refusals.required;
import static id.karier.calculation.explain.Refusals.within;

import id.karier.calculation.career.CreditPointsJson.CreditPointsAnswer;
import id.karier.calculation.career.CreditPointsJson.CreditPointsRequest;
import id.karier.calculation.career.CreditPointsJson.Period;
import id.karier.calculation.explain.Step;
import id.karier.rules.RuleSet;
import id.karier.rules.body.CreditPointsBody;
import id.karier.rules.body.CreditPointsBody.Level;
import id.karier.rules.body.CreditPointsBody.RankCredit;
import id.karier.rules.terms.FunctionalLevel;
import id.karier.rules.terms.PerformancePredicate;
import id.karier.rules.terms.Rank;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Credit points of functional posts (PermenPANRB 1/2023, BKN 3/2023; DOMAIN 7.3). Every period is rounded by itself, as
 * each is a decision of its own; so credits add up over periods however these are grouped.
 */
public final class CreditPointRules {
    static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private CreditPointRules() {}

    /** The credit of the periods, the balance after them, and what the next rank and level ask for. */
    public static CreditPointsAnswer credit(RuleSet<CreditPointsBody> rules, CreditPointsRequest request) {
        var body = rules.body();
        var level = body.level(required("/level", request.level()));
        var steps = new ArrayList<Step>();
        var before = before(body, level, request, steps);
        var rank = rank(level, request, before);
        var credit = request.transfer() == null
                ? periods(body, level, request, steps)
                : CreditTransfer.credit(body, level, request, request.transfer(), steps);
        if (Boolean.TRUE.equals(request.higherDiploma())) {
            credit = credit.add(diploma(body, rank, request, steps));
        }
        var balance = before.add(credit).setScale(body.scale(), RoundingMode.HALF_UP);
        steps.add(Step.of("CREDIT_BALANCE", balance, "before", before, "credit", credit));
        var nextRankAt = rank.nextRankAt();
        if (isJustBelow(level, rank.rank())) {
            steps.add(Step.of("CREDIT_NOT_ASKED", null, "rank", rank.rank(), "level", level.level()));
        }
        if (nextRankAt != null) {
            steps.add(Step.of("CREDIT_NEXT_RANK", nextRankAt, "rank", rank.rank(), "balance", balance));
        }
        if (level.nextLevelAt() != null) {
            steps.add(Step.of("CREDIT_NEXT_LEVEL", level.nextLevelAt(), "level", level.level(), "balance", balance));
        }
        return new CreditPointsAnswer(
                credit,
                balance,
                nextRankAt,
                level.nextLevelAt(),
                rank.rank(),
                reached(balance, nextRankAt) || isJustBelow(level, rank.rank()),
                reached(balance, level.nextLevelAt()),
                rules.ref(),
                List.copyOf(steps));
    }

    private static boolean reached(BigDecimal balance, @Nullable BigDecimal at) {
        return at != null && balance.compareTo(at) >= 0;
    }

    private static BigDecimal before(
            CreditPointsBody body, Level level, CreditPointsRequest request, List<Step> steps) {
        var conventional = request.conventional();
        if (conventional == null) {
            var base =
                    request.transfer() == null ? BigDecimal.ZERO : CreditTransfer.base(body, level, request.transfer());
            var given = request.balance();
            if (given != null && request.transfer() != null) {
                throw refused("/balance", "ONLY_ONE_OF", "balance, transfer");
            }
            return given == null ? base : notNegative("/balance", given);
        }
        if (request.balance() != null || request.transfer() != null) {
            throw refused("/conventional", "ONLY_ONE_OF", "balance, conventional, transfer");
        }
        var base = level.conventionalBase();
        if (base == null) {
            throw refused("/level", "LEVEL_NOT_COVERED", level.level());
        }
        if (conventional.compareTo(base) < 0) {
            throw refused("/conventional", "CONVENTIONAL_BELOW_BASE", base.toPlainString(), conventional);
        }
        var before = conventional.subtract(base);
        steps.add(Step.of("CREDIT_CONVENTIONAL", before, "conventional", conventional, "base", base));
        return before;
    }

    /** The rank of a transfer is kept, also outside the level; a rank further below the level was never raised to it. */
    private static RankCredit rank(Level level, CreditPointsRequest request, BigDecimal before) {
        var transfer = request.transfer();
        var told = request.rank() == null && transfer != null ? transfer.rank() : request.rank();
        if (told == null) {
            return level.rankOf(before);
        }
        boolean isOutside = told.isAbove(level.highest()) || isJustBelow(level, told);
        return isOutside ? new RankCredit(told, BigDecimal.ZERO, null) : rankCredit(level, "/rank", told);
    }

    /** The level goes first: the rank just below its lowest rises without further credit. */
    private static boolean isJustBelow(Level level, Rank rank) {
        return rank.stepsTo(level.lowest()) == 1;
    }

    static RankCredit rankCredit(Level level, String pointer, @Nullable Rank rank) {
        var held = required(pointer, rank);
        return level.rank(held).orElseThrow(() -> refused(pointer, "RANK_NOT_OF_LEVEL", held.grade(), level.level()));
    }

    private static BigDecimal periods(
            CreditPointsBody body, Level level, CreditPointsRequest request, List<Step> steps) {
        if (request.years() == null) {
            if (request.predicate() == null) {
                if (request.months() != null) {
                    throw refused("/predicate", "MEMBER_REQUIRED");
                }
                return BigDecimal.ZERO.setScale(body.scale(), RoundingMode.UNNECESSARY);
            }
            return period(body, level, "", request.predicate(), request.months(), steps);
        }
        if (request.predicate() != null || request.months() != null) {
            throw refused("/years", "ONLY_ONE_OF", "predicate, years");
        }
        var sum = BigDecimal.ZERO.setScale(body.scale(), RoundingMode.UNNECESSARY);
        for (int i = 0; i < request.years().size(); i++) {
            var pointer = "/years/" + i;
            Period period = required(pointer, request.years().get(i));
            FunctionalLevel own = period.level();
            if (own != null && own != level.level()) {
                throw refused(pointer + "/level", "LEVEL_MIXED", own, level.level());
            }
            var predicate = required(pointer + "/predicate", period.predicate());
            sum = sum.add(period(body, level, pointer, predicate, period.months(), steps));
        }
        return sum;
    }

    private static BigDecimal period(
            CreditPointsBody body,
            Level level,
            String pointer,
            PerformancePredicate predicate,
            @Nullable Integer given,
            List<Step> steps) {
        int months = given == null ? body.monthsPerYear() : within(pointer + "/months", given, 1, body.monthsPerYear());
        var percent = percent(body, predicate);
        var credit = level.coefficient()
                .multiply(percent)
                .multiply(BigDecimal.valueOf(months))
                .divide(PERCENT.multiply(BigDecimal.valueOf(body.monthsPerYear())), body.scale(), RoundingMode.HALF_UP);
        steps.add(Step.of(
                "CREDIT_PERIOD",
                credit,
                "months",
                months,
                "monthsPerYear",
                body.monthsPerYear(),
                "percent",
                percent,
                "coefficient",
                level.coefficient(),
                "predicate",
                predicate,
                "level",
                level.level()));
        return credit;
    }

    private static @Nullable PerformancePredicate lastPredicate(CreditPointsRequest request) {
        var years = request.years();
        return years == null || years.isEmpty()
                ? request.predicate()
                : years.get(years.size() - 1).predicate();
    }

    private static BigDecimal diploma(
            CreditPointsBody body, RankCredit rank, CreditPointsRequest request, List<Step> steps) {
        if (rank.nextRankAt() == null) {
            throw refused("/higherDiploma", "NO_NEXT_RANK", rank.rank().grade());
        }
        var atLeast = body.diplomaAtLeast();
        var predicate = lastPredicate(request);
        if (atLeast != null && (predicate == null || predicate.compareTo(atLeast) < 0)) {
            var none = BigDecimal.ZERO.setScale(body.scale(), RoundingMode.UNNECESSARY);
            steps.add(Step.of("CREDIT_DIPLOMA_NOT_DUE", none, "atLeast", atLeast, "predicate", predicate));
            return none;
        }
        var span = rank.nextRankAt().subtract(rank.from());
        var credit = span.multiply(body.diplomaPercent()).divide(PERCENT, body.scale(), RoundingMode.HALF_UP);
        steps.add(Step.of("CREDIT_DIPLOMA", credit, "percent", body.diplomaPercent(), "span", span));
        return credit;
    }

    static BigDecimal percent(CreditPointsBody body, PerformancePredicate predicate) {
        return required("/predicate", body.percent().get(predicate));
    }
}
