package id.karier.calculation.career;

import static id.karier.calculation.explain.Refusals.refused;

import id.karier.calculation.explain.Check;
import id.karier.rules.terms.PenaltyLevel;
import id.karier.rules.terms.PerformancePredicate;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a decision, as something that holds or fails on any day.
 *
 * @param need what the law asks for
 * @param have what the case has on the day that is asked for
 * @param holdsOn whether it holds on a day
 */
record Condition(
        String code, @Nullable Object need, @Nullable Object have, String clause, Predicate<LocalDate> holdsOn) {
    /** A condition that time does not change. */
    static Condition fixed(String code, boolean met, @Nullable Object need, @Nullable Object have, String clause) {
        return new Condition(code, need, have, clause, day -> met);
    }

    /** So many whole years since a day. */
    static Condition years(String code, int years, LocalDate since, LocalDate asOf, String clause) {
        var have = since.isAfter(asOf) ? Period.ZERO : Period.between(since, asOf);
        var due = since.plusYears(years);
        return new Condition(code, Period.ofYears(years), have, clause, day -> !day.isBefore(due));
    }

    /**
     * The last so many whole calendar years before a day, each at least so good. A year that is not over on the day of
     * asking is taken to become good enough; one that is over without a predicate is not proven, unless that is left to
     * people.
     */
    static Condition performance(
            int years,
            PerformancePredicate atLeast,
            boolean unknownAllowed,
            Map<Integer, PerformancePredicate> predicates,
            LocalDate asOf,
            String clause) {
        var have = new LinkedHashMap<String, PerformancePredicate>();
        for (int back = years; back >= 1; back--) {
            var predicate = predicates.get(asOf.getYear() - back);
            if (predicate != null) {
                have.put(String.valueOf(asOf.getYear() - back), predicate);
            }
        }
        return new Condition("PERFORMANCE", atLeast, have, clause, day -> {
            for (int back = 1; back <= years; back++) {
                int year = day.getYear() - back;
                var predicate = predicates.get(year);
                boolean unknownButOpen = predicate == null && (unknownAllowed || year >= asOf.getYear());
                if (!unknownButOpen && (predicate == null || predicate.compareTo(atLeast) < 0)) {
                    return false;
                }
            }
            return true;
        });
    }

    /** No penalty of a blocking level on the day, its first and last day included. */
    static Condition noPenalty(List<PenaltyLevel> blocking, @Nullable Penalty penalty, String clause) {
        if (penalty == null) {
            return fixed("PENALTY", true, "NONE", "NONE", clause);
        }
        return new Condition(
                "PENALTY",
                "NONE",
                penalty.level(),
                clause,
                day -> !blocking.contains(penalty.level()) || !penalty.runsOn(day));
    }

    Check checkOn(LocalDate day) {
        return Check.of(code, holdsOn.test(day), need, have, clause);
    }

    static boolean allHold(List<Condition> conditions, LocalDate day) {
        return conditions.stream().allMatch(condition -> condition.holdsOn().test(day));
    }

    /** The years of a map whose keys are JSON strings. */
    static Map<Integer, PerformancePredicate> byYear(@Nullable Map<String, PerformancePredicate> predicates) {
        var byYear = new LinkedHashMap<Integer, PerformancePredicate>();
        if (predicates != null) {
            predicates.forEach((year, predicate) -> {
                if (!year.matches("[0-9]{4}")) {
                    throw refused("/predicates/" + year, "YEAR_INVALID", year);
                }
                byYear.put(Integer.valueOf(year), predicate);
            });
        }
        return byYear;
    }

    /**
     * A penalty as the decisions see it.
     *
     * @param to last day; null while it has no end
     */
    record Penalty(
            PenaltyLevel level, LocalDate from, @Nullable LocalDate to) {
        boolean runsOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }
}
