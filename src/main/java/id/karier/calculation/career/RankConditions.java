package id.karier.calculation.career;

import static id.karier.calculation.career.RankPromotionRules.clause;
import static id.karier.calculation.explain.Refusals.notNegative;
import static id.karier.calculation.explain.Refusals.refused;
import static id.karier.calculation.explain.Refusals.required;
import static id.karier.calculation.explain.Refusals.unknown;

import id.karier.calculation.career.DecisionJson.RankPromotionRequest;
import id.karier.calculation.explain.Step;
import id.karier.rules.body.CreditPointsBody;
import id.karier.rules.body.CreditPointsBody.RankCredit;
import id.karier.rules.body.RankPromotionBody;
import id.karier.rules.body.RankPromotionBody.PostRanks;
import id.karier.rules.terms.EducationVariant;
import id.karier.rules.terms.Rank;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** The conditions of each kind of rank promotion, besides those that all kinds share (DOMAIN 7.1). */
final class RankConditions {
    private RankConditions() {}

    static List<Condition> regular(
            RankPromotionBody body,
            RankPromotionRequest request,
            Rank rank,
            LocalDate rankSince,
            LocalDate asOf,
            List<Step> steps) {
        var rule = body.regular();
        var conditions = new ArrayList<Condition>();
        conditions.add(yearsInRank(body, rule.yearsInRank(), rankSince, asOf));
        var education = required("/education", request.education());
        var variant = request.educationVariant() == null ? EducationVariant.UMUM : request.educationVariant();
        var ceiling = required("/education", rule.ceiling(education, variant).orElse(null));
        var target = rank.next().orElse(rank);
        steps.add(Step.of(
                "RANK_CEILING",
                Math.max(0, rank.stepsTo(ceiling)),
                "rank",
                rank,
                "education",
                education,
                "ceiling",
                ceiling));
        conditions.add(Condition.fixed(
                "EDUCATION_CEILING", !target.isAbove(ceiling), ceiling, target, clause(body, "EDUCATION_CEILING")));
        if (rule.superiorRankBinds() && request.superiorRank() != null) {
            conditions.add(Condition.fixed(
                    "SUPERIOR_RANK",
                    !target.isAbove(request.superiorRank()),
                    request.superiorRank(),
                    target,
                    clause(body, "SUPERIOR_RANK")));
        }
        if (rule.serviceExams().contains(rank) && !rule.examExempt().contains(education)) {
            steps.add(Step.of("RANK_SERVICE_EXAM", null, "rank", rank, "target", target));
            if (request.serviceExamPassed() != null) {
                conditions.add(Condition.fixed(
                        "SERVICE_EXAM",
                        request.serviceExamPassed(),
                        true,
                        request.serviceExamPassed(),
                        clause(body, "SERVICE_EXAM")));
            }
        }
        return conditions;
    }

    static List<Condition> structural(
            RankPromotionBody body,
            RankPromotionRequest request,
            Rank rank,
            LocalDate rankSince,
            LocalDate asOf,
            List<Step> steps) {
        var rule = body.structural();
        var range = range(body, request);
        var inPostSince = required("/inPostSince", request.inPostSince());
        var target = rank.next().orElse(rank);
        steps.add(Step.of("RANK_POST_RANGE", null, "lowest", range.lowest(), "highest", range.highest(), "rank", rank));
        var conditions = new ArrayList<Condition>();
        conditions.add(Condition.fixed(
                "RANK_WITHIN_POST",
                !target.isAbove(range.highest()),
                range.highest(),
                target,
                clause(body, "RANK_WITHIN_POST")));
        if (!rank.isBelow(range.lowest())) {
            conditions.add(yearsInRank(body, rule.yearsInRankWithin(), rankSince, asOf));
            return conditions;
        }
        int below = rank.stepsTo(range.lowest());
        conditions.add(Condition.fixed(
                "RANK_BELOW_POST",
                below <= rule.stepsBelow(),
                rule.stepsBelow(),
                below,
                clause(body, "RANK_BELOW_POST")));
        conditions.add(yearsInRank(body, rule.yearsInRankBelow(), rankSince, asOf));
        conditions.add(yearsInPost(body, rankSince, inPostSince, asOf));
        steps.add(Step.of(
                "RANK_POST_DUE",
                inPostSince.plusYears(rule.yearsInPostBelow()),
                "inPostSince",
                inPostSince,
                "years",
                rule.yearsInPostBelow(),
                "fastYears",
                rule.yearsInRankFast()));
        return conditions;
    }

    /** A holder with years enough in rank is promoted in the first period after the swearing-in already. */
    private static Condition yearsInPost(
            RankPromotionBody body, LocalDate rankSince, LocalDate inPostSince, LocalDate asOf) {
        var rule = body.structural();
        var due = inPostSince.plusYears(rule.yearsInPostBelow());
        var fastDue = rankSince.plusYears(rule.yearsInRankFast());
        var have = inPostSince.isAfter(asOf) ? Period.ZERO : Period.between(inPostSince, asOf);
        return new Condition(
                "YEARS_IN_POST",
                Period.ofYears(rule.yearsInPostBelow()),
                have,
                clause(body, "YEARS_IN_POST"),
                day -> !day.isBefore(due) || (day.isAfter(inPostSince) && !day.isBefore(fastDue)));
    }

    private static PostRanks range(RankPromotionBody body, RankPromotionRequest request) {
        var level = request.postLevel();
        if (level != null && body.structural().postRanks().stream().noneMatch(range -> range.postLevel() == level)) {
            throw refused("/postLevel", "LEVEL_NOT_COVERED", level);
        }
        var echelon = request.echelon();
        if (echelon != null) {
            var range = body.structural()
                    .ranks(echelon)
                    .orElseThrow(() -> unknown(
                            "/echelon",
                            echelon,
                            body.structural().postRanks().stream()
                                    .map(PostRanks::echelon)
                                    .toList()));
            if (level != null && range.postLevel() != level) {
                throw refused("/echelon", "ECHELON_NOT_OF_LEVEL", echelon, level);
            }
            return range;
        }
        var lowest = required("/postLowestRank", request.postLowestRank());
        var highest = required("/postHighestRank", request.postHighestRank());
        if (lowest.isAbove(highest)) {
            throw refused("/postHighestRank", "RANKS_REVERSED", lowest.grade(), highest.grade());
        }
        return new PostRanks(body.structural().postRanks().get(0).postLevel(), "", lowest, highest);
    }

    static List<Condition> functional(
            RankPromotionBody body,
            CreditPointsBody credits,
            RankPromotionRequest request,
            Rank rank,
            LocalDate rankSince,
            LocalDate asOf,
            List<Step> steps) {
        var level = credits.level(required("/level", request.level()));
        var balance = notNegative("/balance", required("/balance", request.balance()));
        var held = level.rank(rank);
        boolean staysInLevel =
                held.isPresent() && rank.next().flatMap(level::rank).isPresent();
        var nextRankAt = held.map(RankCredit::nextRankAt).orElse(null);
        steps.add(Step.of("RANK_CREDIT", nextRankAt, "level", level.level(), "rank", rank, "balance", balance));
        return List.of(
                yearsInRank(body, body.functional().yearsInRank(), rankSince, asOf),
                Condition.fixed(
                        "CREDIT",
                        nextRankAt != null && balance.compareTo(nextRankAt) >= 0,
                        nextRankAt,
                        balance,
                        clause(body, "CREDIT")),
                Condition.fixed(
                        "RANK_WITHIN_LEVEL",
                        staysInLevel,
                        level.ranks().get(level.ranks().size() - 1).rank(),
                        rank.next().orElse(rank),
                        clause(body, "RANK_WITHIN_LEVEL")));
    }

    static List<Condition> outstanding(RankPromotionBody body, LocalDate rankSince, LocalDate asOf) {
        return List.of(yearsInRank(body, body.outstanding().yearsInRank(), rankSince, asOf));
    }

    private static Condition yearsInRank(RankPromotionBody body, int years, LocalDate rankSince, LocalDate asOf) {
        return Condition.years("YEARS_IN_RANK", years, rankSince, asOf, clause(body, "YEARS_IN_RANK"));
    }
}
