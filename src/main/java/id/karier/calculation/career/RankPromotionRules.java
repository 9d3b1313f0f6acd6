package id.karier.calculation.career;

import static id.karier.calculation.explain.Refusals.refused;
import static id.karier.calculation.explain.Refusals.required;

import id.karier.calculation.career.DecisionJson.PenaltyPeriod;
import id.karier.calculation.career.DecisionJson.RankPromotionAnswer;
import id.karier.calculation.career.DecisionJson.RankPromotionKind;
import id.karier.calculation.career.DecisionJson.RankPromotionRequest;
import id.karier.calculation.explain.Step;
import id.karier.rules.Law;
import id.karier.rules.RuleSetRef;
import id.karier.rules.body.CreditPointsBody;
import id.karier.rules.body.RankPromotionBody;
import id.karier.rules.terms.EmployeeKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Rank promotion (PP 99/2000 jo. PP 12/2002, BKN 2/2025, BKN 4/2025; DOMAIN 7.1–7.2). */
public final class RankPromotionRules {
    /** How many periods ahead a search looks: further on, nobody is still in service. */
    private static final int HORIZON_YEARS = 50;

    private RankPromotionRules() {}

    /**
     * Whether a promotion may take effect on a day, and from which period. A promotion takes effect on the first day of
     * a period month only; it is a recognition, never automatic. A coming period follows the law of that day, if it was
     * enacted by the day of asking.
     *
     * @param credits thresholds of credit points; only {@code FUNGSIONAL} needs them
     */
    public static RankPromotionAnswer decide(
            Law<RankPromotionBody> law,
            @Nullable Law<CreditPointsBody> credits,
            RankPromotionRequest request,
            LocalDate asOf) {
        var kind = required("/kind", request.kind());
        var rank = required("/rank", request.rank());
        var steps = new ArrayList<Step>();
        steps.add(Step.of(
                "RANK_KIND",
                kind,
                "rank",
                rank,
                "rankSince",
                required("/rankSince", request.rankSince()),
                "asOf",
                asOf));
        var creditsNow = credits == null ? null : credits.now();
        var conditions =
                conditions(law.now().body(), creditsNow == null ? null : creditsNow.body(), request, asOf, steps);
        var ahead = new HashMap<List<String>, List<Condition>>();
        Predicate<LocalDate> holds = day -> {
            var rules = law.on(day);
            var counted = credits == null ? null : credits.on(day);
            boolean isNow = rules == law.now() && counted == creditsNow;
            var then = isNow
                    ? conditions
                    : ahead.computeIfAbsent(
                            List.of(rules.version(), counted == null ? "" : counted.version()),
                            versions -> conditions(
                                    rules.body(),
                                    counted == null ? null : counted.body(),
                                    request,
                                    asOf,
                                    new ArrayList<>()));
            return Condition.allHold(then, day);
        };
        Predicate<LocalDate> isPeriod =
                first -> law.on(first).body().periodMonths().contains(first.getMonthValue());
        var from = eligibleFrom(isPeriod, holds, asOf);
        boolean eligible = from != null && !from.isAfter(asOf);
        var lastSeen = from == null ? asOf.plusYears(HORIZON_YEARS + 1L) : from;
        var consulted = law.comingBy(lastSeen);
        for (var coming : consulted) {
            steps.add(Step.of("RANK_LAW_COMING", coming.version(), "effectiveFrom", coming.effectiveFrom()));
        }
        var months = law.on(from == null ? asOf : from).body().periodMonths();
        steps.add(Step.of("RANK_PERIOD", from, "months", months));
        var alsoUsed = new ArrayList<RuleSetRef>();
        if (credits != null) {
            alsoUsed.add(credits.now().ref());
            credits.comingBy(lastSeen).forEach(coming -> alsoUsed.add(coming.ref()));
        }
        consulted.forEach(coming -> alsoUsed.add(coming.ref()));
        return new RankPromotionAnswer(
                eligible,
                from,
                from == null ? null : rank.next().orElse(null),
                kind == RankPromotionKind.FUNGSIONAL ? request.balance() : null,
                asOf,
                conditions.stream().map(condition -> condition.checkOn(asOf)).toList(),
                law.now().ref(),
                List.copyOf(alsoUsed),
                List.copyOf(steps));
    }

    private static List<Condition> conditions(
            RankPromotionBody body,
            @Nullable CreditPointsBody credits,
            RankPromotionRequest request,
            LocalDate asOf,
            List<Step> steps) {
        var kind = required("/kind", request.kind());
        var rank = required("/rank", request.rank());
        var rankSince = required("/rankSince", request.rankSince());
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
        conditions.addAll(
                switch (kind) {
                    case REGULER -> RankConditions.regular(body, request, rank, rankSince, asOf, steps);
                    case STRUKTURAL -> RankConditions.structural(body, request, rank, rankSince, asOf, steps);
                    case FUNGSIONAL ->
                        FunctionalConditions.of(
                                body, required("/kind", credits), request, rank, rankSince, asOf, steps);
                    case PRESTASI -> RankConditions.outstanding(body, rankSince, asOf);
                });
        conditions.addAll(ServiceExamCondition.atStep(
                body, kind, request, rank, rank.next().orElse(rank), steps));
        conditions.add(performance(body, kind, request, asOf));
        conditions.add(Condition.noPenalty(
                body.blockingPenalties(), PenaltyPeriod.of(request.penalty()), clause(body, "PENALTY")));
        if (request.underExamination() != null) {
            boolean examined = request.underExamination();
            conditions.add(Condition.fixed("EXAMINATION", !examined, false, examined, clause(body, "EXAMINATION")));
        }
        return conditions;
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
    private static @Nullable LocalDate eligibleFrom(
            Predicate<LocalDate> isPeriod, Predicate<LocalDate> holds, LocalDate asOf) {
        LocalDate since = null;
        if (holds.test(asOf)) {
            var period = periodUpTo(isPeriod, asOf);
            while (holds.test(period) && period.getYear() > asOf.getYear() - HORIZON_YEARS) {
                since = period;
                period = periodUpTo(isPeriod, period.minusDays(1));
            }
        }
        if (since != null) {
            return since;
        }
        var period = periodFrom(isPeriod, asOf);
        while (period.getYear() <= asOf.getYear() + HORIZON_YEARS) {
            if (holds.test(period)) {
                return period;
            }
            period = periodFrom(isPeriod, period.plusDays(1));
        }
        return null;
    }

    /** The first period on or after a day. */
    private static LocalDate periodFrom(Predicate<LocalDate> isPeriod, LocalDate day) {
        var first = day.getDayOfMonth() == 1 ? day : day.withDayOfMonth(1).plusMonths(1);
        while (!isPeriod.test(first)) {
            first = first.plusMonths(1);
        }
        return first;
    }

    /** The last period on or before a day. */
    private static LocalDate periodUpTo(Predicate<LocalDate> isPeriod, LocalDate day) {
        var first = day.withDayOfMonth(1);
        while (!isPeriod.test(first)) {
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
