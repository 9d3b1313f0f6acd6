package id.karier.calculation.career;

import static id.karier.calculation.explain.Refusals.notNegative;
import static id.karier.calculation.explain.Refusals.refused;
import static id.karier.calculation.explain.Refusals.required;
import static id.karier.calculation.explain.Refusals.unknown;

import id.karier.calculation.career.DecisionJson.AppointmentRequest;
import id.karier.calculation.career.DecisionJson.PenaltyPeriod;
import id.karier.calculation.explain.Step;
import id.karier.calculation.measure.JpmRules;
import id.karier.rules.body.AppointmentBody;
import id.karier.rules.body.AppointmentBody.AgeReading;
import id.karier.rules.body.AppointmentBody.Requirement;
import id.karier.rules.body.JpmBody;
import id.karier.rules.body.JpmBody.Purpose;
import id.karier.rules.body.RankPromotionBody;
import id.karier.rules.body.RankPromotionBody.PostRanks;
import id.karier.rules.terms.PositionLevel;
import id.karier.rules.terms.Rank;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one rule set asks of one case: its conditions, the days on which they change, and what it leaves open. */
final class AppointmentConditions {
    private static final BigDecimal MONTHS_PER_YEAR = BigDecimal.valueOf(12);

    private final AppointmentBody body;
    private final AppointmentRequest request;
    private final LocalDate asOf;
    private final PositionLevel level;
    private final Requirement requirement;
    private final AgeReading ageReading;
    private final List<Condition> conditions = new ArrayList<>();
    private final Set<LocalDate> changes = new HashSet<>();
    private final List<String> open = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    AppointmentConditions(
            AppointmentBody body,
            @Nullable JpmBody jpm,
            @Nullable RankPromotionBody ranks,
            AppointmentRequest request,
            LocalDate asOf) {
        this.body = body;
        this.request = request;
        this.asOf = asOf;
        this.level = required("/postLevel", request.postLevel());
        var found = body.requirements().get(level);
        if (found == null) {
            throw refused("/postLevel", "LEVEL_NOT_COVERED", level);
        }
        this.requirement = found;
        this.ageReading = ageReading();
        steps.add(Step.of("APPOINTMENT_POST", level, "article", requirement.article(), "asOf", asOf));
        addEducation();
        addPrevious();
        addExperience();
        addPerformance();
        addCompetency(jpm);
        addRankFloor(ranks);
        addAge();
        addPenalty();
        open.addAll(List.of("INTEGRITY", "HEALTH"));
        steps.add(Step.of("APPOINTMENT_PEOPLE", null));
    }

    List<Condition> conditions() {
        return List.copyOf(conditions);
    }

    Set<LocalDate> changes() {
        return Set.copyOf(changes);
    }

    List<String> open() {
        return List.copyOf(open);
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    AgeReading ageReading() {
        var asked = request.ageReading();
        if (asked != null && !body.ageReadings().contains(asked)) {
            throw unknown("/ageReading", asked, body.ageReadings());
        }
        return asked == null ? body.ageReadings().get(0) : asked;
    }

    private void addEducation() {
        var have = required("/education", request.education());
        conditions.add(Condition.fixed(
                "EDUCATION",
                have.compareTo(requirement.education()) >= 0,
                requirement.education(),
                have,
                requirement.article()));
    }

    private void addPrevious() {
        if (!requirement.previous().isEmpty()) {
            new PreviousPosts(requirement, request).addTo(conditions, changes, steps, asOf);
        }
    }

    /** Experience is taken to grow from day to day, before the day that is asked for and after it. */
    private void addExperience() {
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

    private void addPerformance() {
        var asked = requirement.performance();
        if (asked == null) {
            return;
        }
        var byYear = Condition.byYear(request.predicates());
        conditions.add(Condition.performance(
                asked.years(), asked.atLeast(), asked.unknownAllowed(), byYear, asOf, requirement.article()));
        for (int back = 1; asked.unknownAllowed() && back <= asked.years(); back++) {
            if (!byYear.containsKey(asOf.getYear() - back) && !open.contains("PERFORMANCE")) {
                open.add("PERFORMANCE");
            }
        }
    }

    private void addCompetency(@Nullable JpmBody jpm) {
        if (request.jpm() != null && jpm != null) {
            conditions.add(competency(jpm, request.jpm()));
        } else if (requirement.leavesCompetencyOpen()) {
            open.add("COMPETENCY");
            steps.add(Step.of("APPOINTMENT_COMPETENCY_OPEN", null));
        } else {
            conditions.add(Condition.fixed("COMPETENCY", false, body.jpmCategories(), null, clause("COMPETENCY")));
        }
    }

    private Condition competency(JpmBody jpm, BigDecimal match) {
        var rounded = notNegative("/jpm", match).setScale(jpm.scale(), RoundingMode.HALF_UP);
        var category = JpmRules.category(jpm, Purpose.SELEKSI, rounded);
        steps.add(Step.of(
                "JPM_CATEGORY", category.label(), "jpm", rounded, "from", category.from(), "purpose", Purpose.SELEKSI));
        return Condition.fixed(
                "COMPETENCY",
                body.jpmCategories().contains(category.label()),
                body.jpmCategories(),
                category.label(),
                clause("COMPETENCY"));
    }

    /** No more than so many ranks below the lowest of the post (PP 100/2000 art. 5); the post by its echelon. */
    private void addRankFloor(@Nullable RankPromotionBody ranks) {
        var most = body.rankStepsBelow();
        if (most == null || requirement.previous().isEmpty()) {
            return;
        }
        var rank = request.rank();
        if (rank == null || ranks == null) {
            open.add("RANK_FLOOR");
            return;
        }
        var lowest = lowest(ranks.structural());
        var floor = Rank.values()[Math.max(0, lowest.ordinal() - most)];
        conditions.add(Condition.fixed("RANK_FLOOR", !rank.isBelow(floor), floor, rank, clause("RANK_FLOOR")));
    }

    private Rank lowest(RankPromotionBody.Structural structural) {
        var echelon = request.echelon();
        if (echelon != null) {
            return structural
                    .ranks(echelon, level)
                    .map(PostRanks::lowest)
                    .orElseThrow(() -> refused("/echelon", "ECHELON_NOT_OF_LEVEL", echelon, level));
        }
        return structural.ranks(level).stream()
                .map(PostRanks::lowest)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> refused("/postLevel", "LEVEL_NOT_COVERED", level));
    }

    private void addAge() {
        var maximum = requirement.maximumAge();
        if (maximum == null) {
            return;
        }
        var birthDate = required("/birthDate", request.birthDate());
        if (birthDate.isAfter(asOf)) {
            throw refused("/birthDate", "DATE_IN_FUTURE", birthDate, asOf);
        }
        var lastDay = ageReading == AgeReading.EXACT
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
                "APPOINTMENT_AGE_LAST", lastDay, "birthDate", birthDate, "maximum", maximum, "reading", ageReading));
    }

    private void addPenalty() {
        var penalty = PenaltyPeriod.of(request.penalty());
        conditions.add(Condition.noPenalty(body.blockingPenalties(), penalty, clause("PENALTY")));
        if (penalty != null) {
            changes.add(penalty.from());
            if (penalty.to() != null) {
                changes.add(penalty.to().plusDays(1));
            }
        }
        if (request.underExamination() != null) {
            boolean examined = request.underExamination();
            conditions.add(Condition.fixed("EXAMINATION", !examined, false, examined, clause("EXAMINATION")));
        }
    }

    private String clause(String code) {
        return body.clauses().getOrDefault(code, "");
    }
}
