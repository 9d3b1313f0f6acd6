package id.karier.calculation.career;

import static id.karier.calculation.career.RankConditions.yearsInRank;
import static id.karier.calculation.career.RankPromotionRules.clause;
import static id.karier.calculation.explain.Refusals.notNegative;
import static id.karier.calculation.explain.Refusals.required;

import id.karier.calculation.career.DecisionJson.RankPromotionRequest;
import id.karier.calculation.explain.Step;
import id.karier.rules.body.CreditPointsBody;
import id.karier.rules.body.CreditPointsBody.Level;
import id.karier.rules.body.CreditPointsBody.RankCredit;
import id.karier.rules.body.RankPromotionBody;
import id.karier.rules.terms.Rank;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Promotion of functional officials: the level first, then the rank (DOMAIN 7.1, 7.3). */
final class FunctionalConditions {
    private FunctionalConditions() {}

    static List<Condition> of(
            RankPromotionBody body,
            CreditPointsBody credits,
            RankPromotionRequest request,
            Rank rank,
            LocalDate rankSince,
            LocalDate asOf,
            List<Step> steps) {
        var level = credits.level(required("/level", request.level()));
        var conditions = new ArrayList<Condition>();
        conditions.add(yearsInRank(body, body.functional().yearsInRank(), rankSince, asOf));
        var held = level.rank(rank).orElse(null);
        if (!body.functional().putsLevelFirst()) {
            addCredit(body, request, level, rank, held, conditions, steps);
            boolean staysInLevel =
                    held != null && rank.next().flatMap(level::rank).isPresent();
            conditions.add(withinLevel(body, level, staysInLevel, level.highest(), rank));
            return conditions;
        }
        addLevelSince(body, request, conditions);
        if (held != null) {
            addCredit(body, request, level, rank, held, conditions, steps);
            conditions.add(withinLevel(body, level, rank.isBelow(level.highest()), level.highest(), rank));
            return conditions;
        }
        boolean isBelow = rank.isBelow(level.lowest());
        if (isBelow) {
            steps.add(Step.of("RANK_CREDIT_NOT_ASKED", null, "level", level.level(), "balance", request.balance()));
        }
        boolean isOneBelow = rank.stepsTo(level.lowest()) == 1;
        conditions.add(withinLevel(body, level, isOneBelow, isBelow ? level.lowest() : level.highest(), rank));
        return conditions;
    }

    private static void addCredit(
            RankPromotionBody body,
            RankPromotionRequest request,
            Level level,
            Rank rank,
            @Nullable RankCredit held,
            List<Condition> conditions,
            List<Step> steps) {
        var balance = notNegative("/balance", required("/balance", request.balance()));
        var nextRankAt = held == null ? null : held.nextRankAt();
        steps.add(Step.of("RANK_CREDIT", nextRankAt, "level", level.level(), "rank", rank, "balance", balance));
        conditions.add(Condition.fixed(
                "CREDIT",
                nextRankAt != null && balance.compareTo(nextRankAt) >= 0,
                nextRankAt,
                balance,
                clause(body, "CREDIT")));
    }

    private static Condition withinLevel(RankPromotionBody body, Level level, boolean met, Rank need, Rank rank) {
        return Condition.fixed(
                "RANK_WITHIN_LEVEL", met, need, rank.next().orElse(rank), clause(body, "RANK_WITHIN_LEVEL"));
    }

    /** Nobody rises by a level before it is held. */
    private static void addLevelSince(
            RankPromotionBody body, RankPromotionRequest request, List<Condition> conditions) {
        var since = request.inPostSince();
        if (since != null) {
            conditions.add(new Condition(
                    "LEVEL_SINCE",
                    since,
                    request.level(),
                    clause(body, "RANK_WITHIN_LEVEL"),
                    day -> !day.isBefore(since)));
        }
    }
}
