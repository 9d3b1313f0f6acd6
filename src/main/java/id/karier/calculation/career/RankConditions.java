package id.karier.calculation.career;

import static id.karier.calculation.career.RankPromotionRules.clause;
import static id.karier.calculation.explain.Refusals.refused;
import static id.karier.calculation.explain.Refusals.required;
import static id.karier.calculation.explain.Refusals.unknown;

import id.karier.calculation.career.DecisionJson.HeldPost;
import id.karier.calculation.career.DecisionJson.RankPromotionRequest;
import id.karier.calculation.career.Spells.Spell;
import id.karier.calculation.explain.Step;
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
        if (rule.asksExamination(rank, education)) {
            conditions.addAll(ServiceExamCondition.whenStated(body, request, rank, target, steps));
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
        var inPost = new Spells(spells(request, inPostSince));
        conditions.add(yearsInPost(body, rankSince, inPostSince, inPost, asOf));
        steps.add(Step.of(
                "RANK_POST_DUE",
                inPost.due(rule.yearsInPostBelow()).orElseThrow(),
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
            RankPromotionBody body, LocalDate rankSince, LocalDate inPostSince, Spells inPost, LocalDate asOf) {
        var rule = body.structural();
        var due = inPost.due(rule.yearsInPostBelow()).orElseThrow();
        var fastDue = rankSince.plusYears(rule.yearsInRankFast());
        return new Condition(
                "YEARS_IN_POST",
                Period.ofYears(rule.yearsInPostBelow()),
                inPost.until(asOf),
                clause(body, "YEARS_IN_POST"),
                day -> day.isAfter(inPostSince) && (!day.isBefore(due) || !day.isBefore(fastDue)));
    }

    /** The present post, which lasts, and those before it at its level. */
    private static List<Spell> spells(RankPromotionRequest request, LocalDate inPostSince) {
        var spells = new ArrayList<>(List.of(new Spell(inPostSince, null)));
        if (request.previousPosts() != null) {
            spells.addAll(HeldPost.spells(request.previousPosts(), required("/postLevel", request.postLevel())));
        }
        return spells;
    }

    private static PostRanks range(RankPromotionBody body, RankPromotionRequest request) {
        var level = request.postLevel();
        if (level != null && body.structural().postRanks().stream().noneMatch(range -> range.postLevel() == level)) {
            throw refused("/postLevel", "LEVEL_NOT_COVERED", level);
        }
        var echelon = request.echelon();
        if (echelon != null) {
            if (body.structural().ranks(echelon, null).isEmpty()) {
                throw unknown(
                        "/echelon",
                        echelon,
                        body.structural().postRanks().stream()
                                .map(PostRanks::echelon)
                                .distinct()
                                .toList());
            }
            return body.structural()
                    .ranks(echelon, level)
                    .orElseThrow(
                            () -> refused("/echelon", "ECHELON_NOT_OF_LEVEL", echelon, required("/postLevel", level)));
        }
        var lowest = required("/postLowestRank", request.postLowestRank());
        var highest = required("/postHighestRank", request.postHighestRank());
        if (lowest.isAbove(highest)) {
            throw refused("/postHighestRank", "RANKS_REVERSED", lowest.grade(), highest.grade());
        }
        return new PostRanks(body.structural().postRanks().get(0).postLevel(), "", lowest, highest);
    }

    static List<Condition> outstanding(RankPromotionBody body, LocalDate rankSince, LocalDate asOf) {
        return List.of(yearsInRank(body, body.outstanding().yearsInRank(), rankSince, asOf));
    }

    static Condition yearsInRank(RankPromotionBody body, int years, LocalDate rankSince, LocalDate asOf) {
        return Condition.years("YEARS_IN_RANK", years, rankSince, asOf, clause(body, "YEARS_IN_RANK"));
    }
}
