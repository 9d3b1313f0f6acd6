package id.karier.calculation.career;

import static id.karier.calculation.explain.Refusals.notNegative;
import static id.karier.calculation.explain.Refusals.refused;
import static id.karier.calculation.explain.Refusals.required;
import static id.karier.calculation.explain.Refusals.unknown;

import id.karier.calculation.career.DecisionJson.AppointmentAnswer;
import id.karier.calculation.career.DecisionJson.AppointmentRequest;
import id.karier.calculation.career.DecisionJson.PenaltyPeriod;
import id.karier.calculation.explain.Step;
import id.karier.calculation.measure.JpmRules;
import id.karier.rules.RuleSet;
import id.karier.rules.RuleSetRef;
import id.karier.rules.body.AppointmentBody;
import id.karier.rules.body.AppointmentBody.AgeReading;
import id.karier.rules.body.AppointmentBody.Previous;
import id.karier.rules.body.AppointmentBody.Requirement;
import id.karier.rules.body.JpmBody;
import id.karier.rules.body.JpmBody.Purpose;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Appointment to a post (PP 11/2017 jo. PP 17/2020 art. 54 and 107; DOMAIN 8.1). */
public final class AppointmentRules {
    private static final BigDecimal MONTHS_PER_YEAR = BigDecimal.valueOf(12);

    /** How many years around the day are searched for a change. */
    private static final int HORIZON_YEARS = 20;

    private AppointmentRules() {}

    /**
     * Whether somebody may be appointed on a day, and since or from when.
     *
     * @param jpm categories of job–person match; only needed when the request states one
     */
    public static AppointmentAnswer decide(
            RuleSet<AppointmentBody> rules,
            @Nullable RuleSet<JpmBody> jpm,
            AppointmentRequest request,
            LocalDate asOf) {
        var body = rules.body();
        var level = required("/postLevel", request.postLevel());
        var requirement = body.requirements().get(level);
        if (requirement == null) {
            throw refused("/postLevel", "LEVEL_NOT_COVERED", level);
        }
        var ageReading = ageReading(body, request.ageReading());
        var steps = new ArrayList<Step>();
        steps.add(Step.of("APPOINTMENT_POST", level, "article", requirement.article(), "asOf", asOf));
        var changes = new TreeSet<LocalDate>();
        for (int years = -HORIZON_YEARS; years <= HORIZON_YEARS; years++) {
            changes.add(LocalDate.of(asOf.getYear() + years, 1, 1));
        }
        var conditions = new ArrayList<Condition>();
        conditions.add(education(requirement, request));
        addPrevious(requirement, request, asOf, conditions, changes, steps);
        addExperience(requirement, request, asOf, conditions, changes, steps);
        var performance = requirement.performance();
        if (performance != null) {
            conditions.add(Condition.performance(
                    performance.years(),
                    performance.atLeast(),
                    performance.unknownAllowed(),
                    Condition.byYear(request.predicates()),
                    asOf,
                    requirement.article()));
        }
        if (request.jpm() == null || jpm == null) {
            steps.add(Step.of("APPOINTMENT_COMPETENCY_OPEN", null));
        } else {
            conditions.add(competency(body, jpm.body(), request.jpm(), steps));
        }
        addAge(requirement, request, ageReading, asOf, conditions, changes, steps);
        var penalty = PenaltyPeriod.of(request.penalty());
        conditions.add(Condition.noPenalty(body.blockingPenalties(), penalty, clause(body, "PENALTY")));
        if (penalty != null) {
            changes.add(penalty.from());
            if (penalty.to() != null) {
                changes.add(penalty.to().plusDays(1));
            }
        }
        if (request.underExamination() != null) {
            boolean examined = request.underExamination();
            conditions.add(Condition.fixed("EXAMINATION", !examined, false, examined, clause(body, "EXAMINATION")));
        }
        steps.add(Step.of("APPOINTMENT_PEOPLE", null));
        return new AppointmentAnswer(
                Condition.allHold(conditions, asOf),
                eligibleFrom(conditions, changes, asOf),
                asOf,
                conditions.stream().map(condition -> condition.checkOn(asOf)).toList(),
                ageReading,
                rules.ref(),
                jpm == null ? List.of() : List.<RuleSetRef>of(jpm.ref()),
                List.copyOf(steps));
    }

    /** Conditions change on the days in {@code changes} only, so that it is enough to look there. */
    private static @Nullable LocalDate eligibleFrom(
            List<Condition> conditions, TreeSet<LocalDate> changes, LocalDate asOf) {
        if (Condition.allHold(conditions, asOf)) {
            var since = asOf;
            for (var day : changes.headSet(asOf, true).descendingSet()) {
                if (!Condition.allHold(conditions, day)) {
                    break;
                }
                since = day;
            }
            return since;
        }
        return changes.tailSet(asOf, false).stream()
                .filter(day -> Condition.allHold(conditions, day))
                .findFirst()
                .orElse(null);
    }

    private static Condition education(Requirement requirement, AppointmentRequest request) {
        var have = required("/education", request.education());
        return Condition.fixed(
                "EDUCATION",
                have.compareTo(requirement.education()) >= 0,
                requirement.education(),
                have,
                requirement.article());
    }

    private static void addPrevious(
            Requirement requirement,
            AppointmentRequest request,
            LocalDate asOf,
            List<Condition> conditions,
            TreeSet<LocalDate> changes,
            List<Step> steps) {
        if (requirement.previous().isEmpty()) {
            return;
        }
        var current = required("/currentLevel", request.currentLevel());
        var since = required("/inLevelSince", request.inLevelSince());
        var levels = requirement.previous().stream().map(Previous::level).toList();
        var path = requirement.previous().stream()
                .filter(previous -> previous.level() == current)
                .findFirst();
        conditions.add(Condition.fixed("PREVIOUS_POST", path.isPresent(), levels, current, requirement.article()));
        int years = path.orElse(requirement.previous().get(0)).years();
        var due = since.plusYears(years);
        conditions.add(Condition.years("YEARS_IN_LEVEL", years, since, asOf, requirement.article()));
        changes.add(due);
        steps.add(Step.of("APPOINTMENT_LEVEL_DUE", due, "level", current, "since", since, "years", years));
    }

    /** Experience is taken to grow from day to day, before the day that is asked for and after it. */
    private static void addExperience(
            Requirement requirement,
            AppointmentRequest request,
            LocalDate asOf,
            List<Condition> conditions,
            TreeSet<LocalDate> changes,
            List<Step> steps) {
        var need = requirement.experienceYears();
        if (need == null) {
            return;
        }
        var have = notNegative(
                "/relatedExperienceYears", required("/relatedExperienceYears", request.relatedExperienceYears()));
        int shortMonths = BigDecimal.valueOf(need)
                .subtract(have)
                .multiply(MONTHS_PER_YEAR)
                .setScale(0, RoundingMode.CEILING)
                .intValue();
        var due = asOf.plusMonths(shortMonths);
        conditions.add(new Condition("EXPERIENCE", need, have, requirement.article(), day -> !day.isBefore(due)));
        changes.add(due);
        steps.add(Step.of("APPOINTMENT_EXPERIENCE_DUE", due, "have", have, "need", need, "asOf", asOf));
    }

    private static Condition competency(AppointmentBody body, JpmBody jpm, BigDecimal match, List<Step> steps) {
        var rounded = notNegative("/jpm", match).setScale(jpm.scale(), RoundingMode.HALF_UP);
        var category = JpmRules.category(jpm, Purpose.SELEKSI, rounded);
        steps.add(Step.of(
                "JPM_CATEGORY", category.label(), "jpm", rounded, "from", category.from(), "purpose", Purpose.SELEKSI));
        return Condition.fixed(
                "COMPETENCY",
                body.jpmCategories().contains(category.label()),
                body.jpmCategories(),
                category.label(),
                clause(body, "COMPETENCY"));
    }

    private static void addAge(
            Requirement requirement,
            AppointmentRequest request,
            AgeReading reading,
            LocalDate asOf,
            List<Condition> conditions,
            TreeSet<LocalDate> changes,
            List<Step> steps) {
        var maximum = requirement.maximumAge();
        if (maximum == null) {
            return;
        }
        var birthDate = required("/birthDate", request.birthDate());
        if (birthDate.isAfter(asOf)) {
            throw refused("/birthDate", "DATE_IN_FUTURE", birthDate, asOf);
        }
        var lastDay = reading == AgeReading.EXACT
                ? birthDate.plusYears(maximum)
                : birthDate.plusYears(maximum + 1L).minusDays(1);
        conditions.add(new Condition(
                "AGE",
                Period.ofYears(maximum),
                Period.between(birthDate, asOf),
                requirement.article(),
                day -> !day.isAfter(lastDay)));
        changes.add(lastDay.plusDays(1));
        steps.add(Step.of(
                "APPOINTMENT_AGE_LAST", lastDay, "birthDate", birthDate, "maximum", maximum, "reading", reading));
    }

    private static AgeReading ageReading(AppointmentBody body, @Nullable AgeReading asked) {
        if (asked != null && !body.ageReadings().contains(asked)) {
            throw unknown("/ageReading", asked, body.ageReadings());
        }
        return asked == null ? body.ageReadings().get(0) : asked;
    }

    private static String clause(AppointmentBody body, String code) {
        return body.clauses().getOrDefault(code, "");
    }
}
