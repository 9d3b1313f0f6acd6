package id.karier.calculation.career;

import static id.karier.calculation.explain.Refusals.refused;
import static id.karier.calculation.explain.Refusals.required;

import id.karier.calculation.career.DecisionJson.PenaltyPeriod;
import id.karier.calculation.career.DecisionJson.RankPromotionAnswer;
import id.karier.calculation.career.DecisionJson.RankPromotionKind;
import id.karier.calculation.career.DecisionJson.RankPromotionRequest;
import id.karier.calculation.explain.Step;
import id.karier.rules.RuleSet;
import id.karier.rules.RuleSetRef;
import id.karier.rules.body.CreditPointsBody;
import id.karier.rules.body.RankPromotionBody;
import id.karier.rules.terms.EmployeeKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rank promotion (PP 99/2000 jo. PP 12/2002, BKN 2/2025, BKN 4/2025; DOMAIN 7.1–7.2). */
public final class RankPromotionRules {
    /** How many periods ahead a search looks: further on, nobody is still in service. */
    private static final int HORIZON_YEARS = 50;

    private RankPromotionRules() {}

    /**
     * Whether a promotion may take effect on a day, and from which period. A promotion takes effect on the first day of
     * a period month only; it is a recognition, never automatic.
     *
     * @param credits thresholds of credit points; only {@code FUNGSIONAL} needs them
     */
    public static RankPromotionAnswer decide(
            RuleSet<RankPromotionBody> rules,
            @Nullable RuleSet<CreditPointsBody> credits,
            RankPromotionRequest request,
            LocalDate asOf) {
        var body = rules.body();
        var kind = required("/kind", request.kind());
        var rank = required("/rank", request.rank());
        var rankSince = required("/rankSince", request.rankSince());
        var steps = new ArrayList<Step>();
        steps.add(Step.of("RANK_KIND", kind, "rank", rank, "rankSince", rankSince, "asOf", asOf));
        var conditions = new ArrayList<Condition>();
        var employeeKind = request.employeeKind() == null ? EmployeeKind.PNS : request.employeeKind();
        conditions.add(Condition.fixed(
                "EMPLOYEE_KIND",
                body.employeeKinds().contains(employeeKind),
                body.employeeKinds(),
                employeeKind,
                clause(body, "EMPLOYEE_KIND")));
        conditions.add(Condition.fixed(
                "NEXT_RANK", rank.next().isPresent(), true, rank.next().isPresent(), clause(body, "NEXT_RANK")));
        switch (kind) {
            case REGULER -> conditions.addAll(RankConditions.regular(body, request, rank, rankSince, asOf, steps));
            case STRUKTURAL ->
                conditions.addAll(RankConditions.structural(body, request, rank, rankSince, asOf, steps));
            case FUNGSIONAL ->
                conditions.addAll(RankConditions.functional(
                        body, required("/kind", credits).body(), request, rank, rankSince, asOf, steps));
            case PRESTASI -> conditions.addAll(RankConditions.outstanding(body, rankSince, asOf));
        }
        conditions.add(performance(body, kind, request, asOf));
        conditions.add(Condition.noPenalty(
                body.blockingPenalties(), PenaltyPeriod.of(request.penalty()), clause(body, "PENALTY")));
        if (request.underExamination() != null) {
            boolean examined = request.underExamination();
            conditions.add(Condition.fixed("EXAMINATION", !examined, false, examined, clause(body, "EXAMINATION")));
        }
        var from = eligibleFrom(body.periodMonths(), conditions, asOf);
        boolean eligible = from != null && !from.isAfter(asOf);
        steps.add(Step.of("RANK_PERIOD", from, "months", body.periodMonths()));
        return new RankPromotionAnswer(
                eligible,
                from,
                from == null ? null : rank.next().orElse(null),
                asOf,
                conditions.stream().map(condition -> condition.checkOn(asOf)).toList(),
                rules.ref(),
                credits == null ? List.of() : List.<RuleSetRef>of(credits.ref()),
                List.copyOf(steps));
    }

    private static Condition performance(
            RankPromotionBody body, RankPromotionKind kind, RankPromotionRequest request, LocalDate asOf) {
        var asked = kind == RankPromotionKind.PRESTASI ? body.outstanding().performance() : body.performance();
        return Condition.performance(
                asked.years(),
                asked.atLeast(),
                false,
                Condition.byYear(request.predicates()),
                asOf,
                clause(body, "PERFORMANCE"));
    }

    /**
     * For who is eligible, the first period of the unbroken time up to the day; for who is not, the first period from
     * the day on which everything holds.
     */
    private static @Nullable LocalDate eligibleFrom(List<Integer> months, List<Condition> conditions, LocalDate asOf) {
        LocalDate since = null;
        if (Condition.allHold(conditions, asOf)) {
            var period = periodUpTo(months, asOf);
            while (Condition.allHold(conditions, period) && period.getYear() > asOf.getYear() - HORIZON_YEARS) {
                since = period;
                period = periodUpTo(months, period.minusDays(1));
            }
        }
        if (since != null) {
            return since;
        }
        var period = periodFrom(months, asOf);
        while (period.getYear() <= asOf.getYear() + HORIZON_YEARS) {
            if (Condition.allHold(conditions, period)) {
                return period;
            }
            period = periodFrom(months, period.plusDays(1));
        }
        return null;
    }

    /** The first period on or after a day. */
    public static LocalDate periodFrom(List<Integer> months, LocalDate day) {
        var first = day.getDayOfMonth() == 1 ? day : day.withDayOfMonth(1).plusMonths(1);
        while (!months.contains(first.getMonthValue())) {
            first = first.plusMonths(1);
        }
        return first;
    }

    /** The last period on or before a day. */
    static LocalDate periodUpTo(List<Integer> months, LocalDate day) {
        var first = day.withDayOfMonth(1);
        while (!months.contains(first.getMonthValue())) {
            first = first.minusMonths(1);
        }
        return first;
    }

    static String clause(RankPromotionBody body, String code) {
        var clause = body.clauses().get(code);
        if (clause == null) {
            throw refused("/ruleSet", "RULE_SET_UNKNOWN", code);
        }
        return clause;
    }
}
