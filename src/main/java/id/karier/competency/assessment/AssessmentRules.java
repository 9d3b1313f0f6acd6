package id.karier.competency.assessment;

import id.karier.competency.CompetencyOutcome;
import id.karier.competency.assessment.AssessmentJson.AssessmentFacts;
import id.karier.competency.assessment.AssessmentJson.NewSubmission;
import id.karier.competency.assessment.AssessmentJson.ReviewDecision;
import id.karier.competency.assessment.AssessmentQueries.Period;
import id.karier.kernel.FieldError;
import id.karier.rules.body.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Pure rules on rounds: what they may be, when they may go on, and what a form may say. */
public final class AssessmentRules {
    private static final String BUNDLE = "competency";

    private AssessmentRules() {}

    /** A round ends after it begins and not in the past, and its own weights are shares of 1. */
    static CompetencyOutcome admit(AssessmentFacts facts, LocalDate today) {
        var reasons = new ArrayList<FieldError>();
        if (facts.endsOn().isBefore(facts.startsOn())) {
            reasons.add(FieldError.in(BUNDLE, "/endsOn", "END_BEFORE_START", facts.startsOn()));
        }
        if (facts.endsOn().isBefore(today)) {
            reasons.add(FieldError.in(BUNDLE, "/endsOn", "DAY_IN_PAST", today));
        }
        var weights = facts.weights();
        if (weights != null) {
            var sum = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(BigDecimal.ONE) != 0) {
                reasons.add(FieldError.in(BUNDLE, "/weights", "WEIGHTS_NOT_ONE", sum.toPlainString()));
            }
            weights.forEach((method, weight) -> {
                if (weight.signum() <= 0) {
                    reasons.add(FieldError.in(BUNDLE, "/weights/" + method, "WEIGHT_NOT_POSITIVE"));
                }
            });
        }
        return CompetencyOutcome.of(reasons);
    }

    /** A step is taken from the states that lead to it. */
    static CompetencyOutcome step(AssessmentState now, AssessmentState... from) {
        return Set.of(from).contains(now)
                ? new CompetencyOutcome.Accepted()
                : CompetencyOutcome.conflicting("", "ASSESSMENT_STATE", now, List.of(from));
    }

    /** A round that is open takes answers from its first day to its last. */
    static CompetencyOutcome answers(Period period, RaterState rater, LocalDate today) {
        if (period.state() != AssessmentState.OPEN) {
            return CompetencyOutcome.conflicting("", "ASSESSMENT_STATE", period.state(), List.of(AssessmentState.OPEN));
        }
        if (today.isBefore(period.startsOn()) || today.isAfter(period.endsOn())) {
            return CompetencyOutcome.conflicting("", "OUTSIDE_PERIOD", period.startsOn(), period.endsOn());
        }
        return rater == RaterState.INVITED || rater == RaterState.ANSWERED
                ? new CompetencyOutcome.Accepted()
                : CompetencyOutcome.conflicting("", "RATER_NOT_ASKED", rater);
    }

    /** A form answers each question once, in levels of the scale, and judges something. */
    static CompetencyOutcome answer(NewSubmission said, List<UUID> questions, Range scale) {
        var reasons = new ArrayList<FieldError>();
        var open = new HashSet<>(questions);
        var known = Set.copyOf(questions);
        for (int i = 0; i < said.answers().size(); i++) {
            var answer = said.answers().get(i);
            var place = "/answers/" + i;
            if (!known.contains(answer.competencyId())) {
                reasons.add(FieldError.in(BUNDLE, place + "/competencyId", "NOT_ASKED"));
            } else if (!open.remove(answer.competencyId())) {
                reasons.add(FieldError.in(BUNDLE, place + "/competencyId", "ANSWERED_TWICE"));
            }
            if (answer.level() != null && !scale.holds(BigDecimal.valueOf(answer.level()))) {
                reasons.add(FieldError.in(
                        BUNDLE,
                        place + "/level",
                        "LEVEL_OUT_OF_SCALE",
                        scale.from().intValue(),
                        scale.to().intValue()));
            }
        }
        if (!open.isEmpty()) {
            var missing = questions.stream()
                    .filter(open::contains)
                    .map(UUID::toString)
                    .collect(Collectors.joining(", "));
            reasons.add(FieldError.in(BUNDLE, "/answers", "ANSWERS_MISSING", missing));
        }
        if (said.answers().stream().allMatch(answer -> answer.level() == null)) {
            reasons.add(FieldError.in(BUNDLE, "/answers", "NOTHING_JUDGED"));
        }
        return CompetencyOutcome.of(reasons);
    }

    /** Assessors change a level that was computed by few, within the scale. */
    static CompetencyOutcome calibrate(LevelQueries.Stored level, int agreed, int most, Range scale) {
        var reasons = new ArrayList<FieldError>();
        var computed = level.scored() == null ? null : level.scored().level();
        if (!scale.holds(BigDecimal.valueOf(agreed))) {
            reasons.add(FieldError.in(
                    BUNDLE,
                    "/level",
                    "LEVEL_OUT_OF_SCALE",
                    scale.from().intValue(),
                    scale.to().intValue()));
        } else if (computed == null) {
            reasons.add(FieldError.in(BUNDLE, "/competencyId", "LEVEL_UNKNOWN"));
        } else if (Math.abs(agreed - computed) > most) {
            reasons.add(FieldError.in(BUNDLE, "/level", "CALIBRATION_TOO_FAR", computed, most));
        }
        return CompetencyOutcome.of(reasons);
    }

    /** A decision that changes a level says which, in the scale; one that upholds it says none. */
    static CompetencyOutcome decide(ReviewDecision decided, Range scale) {
        var reasons = new ArrayList<FieldError>();
        var level = decided.level();
        if (decided.outcome() == ReviewOutcome.UPHELD) {
            if (level != null) {
                reasons.add(FieldError.in(BUNDLE, "/level", "LEVEL_WITHOUT_CHANGE"));
            }
        } else if (level == null || !scale.holds(BigDecimal.valueOf(level))) {
            reasons.add(FieldError.in(
                    BUNDLE,
                    "/level",
                    "LEVEL_OUT_OF_SCALE",
                    scale.from().intValue(),
                    scale.to().intValue()));
        }
        return CompetencyOutcome.of(reasons);
    }
}
