package id.karier.calculation.career;

import static id.karier.calculation.explain.Refusals.refused;
import static id.karier.calculation.explain.Refusals.required;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.karier.calculation.career.Spells.Spell;
import id.karier.calculation.explain.CalculationRequest;
import id.karier.calculation.explain.Check;
import id.karier.calculation.explain.Explained;
import id.karier.calculation.explain.Step;
import id.karier.calculation.explain.Wording;
import id.karier.rules.RuleSetRef;
import id.karier.rules.body.AppointmentBody.AgeReading;
import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.EducationVariant;
import id.karier.rules.terms.EmployeeKind;
import id.karier.rules.terms.FunctionalLevel;
import id.karier.rules.terms.LeadershipTraining;
import id.karier.rules.terms.PenaltyLevel;
import id.karier.rules.terms.PerformancePredicate;
import id.karier.rules.terms.PositionLevel;
import id.karier.rules.terms.Rank;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Requests and answers of {@code POST /calculations/rank-promotion} and {@code POST /calculations/appointment}. */
public final class DecisionJson {
    private DecisionJson() {}

    /** Kinds of rank promotion that a calculator can decide on (PP 99/2000). */
    public enum RankPromotionKind {
        REGULER,
        STRUKTURAL,
        FUNGSIONAL,
        PRESTASI
    }

    /** @param to last day of the penalty; null while it has no end */
    public record PenaltyPeriod(
            @Nullable PenaltyLevel level,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        static Condition.@Nullable Penalty of(@Nullable PenaltyPeriod period) {
            if (period == null || period.level() == PenaltyLevel.NONE) {
                return null;
            }
            var from = required("/penalty/from", period.from());
            if (period.to() != null && period.to().isBefore(from)) {
                throw refused("/penalty/to", "DATES_REVERSED", from, period.to());
            }
            return new Condition.Penalty(required("/penalty/level", period.level()), from, period.to());
        }
    }

    /**
     * A post that somebody holds or has held.
     *
     * @param to last day; absent while it is held
     */
    @Schema(requiredProperties = {"from", "level"})
    public record HeldPost(
            @Nullable PositionLevel level,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        /** The times of those of one level. */
        static List<Spell> spells(@Nullable List<HeldPost> posts, PositionLevel level) {
            var spells = new ArrayList<Spell>();
            for (int i = 0; posts != null && i < posts.size(); i++) {
                var pointer = "/previousPosts/" + i;
                var post = required(pointer, posts.get(i));
                var from = required(pointer + "/from", post.from());
                if (post.to() != null && post.to().isBefore(from)) {
                    throw refused(pointer + "/to", "DATES_REVERSED", from, post.to());
                }
                if (required(pointer + "/level", post.level()) == level) {
                    spells.add(new Spell(from, post.to()));
                }
            }
            return spells;
        }
    }

    /**
     * @param employeeKind {@code PNS} when absent
     * @param rank the present rank
     * @param rankSince its effective date (TMT)
     * @param education for {@code REGULER}
     * @param educationVariant where schools of one level differ; general when absent
     * @param predicates predicate by year, the year as a string
     * @param underExamination whether the person is being examined for a medium or heavy penalty
     * @param postLevel for {@code STRUKTURAL}, level of the post
     * @param echelon for {@code STRUKTURAL}, old echelon of the post, when its ranks are not given
     * @param postLowestRank for {@code STRUKTURAL}, lowest rank of the post
     * @param postHighestRank for {@code STRUKTURAL}, highest rank of the post
     * @param inPostSince for {@code STRUKTURAL}, day of swearing-in at this level; for {@code FUNGSIONAL}, the day since
     *     when the level is held
     * @param previousPosts for {@code STRUKTURAL}, posts before the present one: times at its level are added up
     * @param level for {@code FUNGSIONAL}, level of the functional post
     * @param balance for {@code FUNGSIONAL}, balance of credit points; not needed where no credit is asked for
     * @param superiorRank rank of the direct superior, for the law before BKN 2/2025
     * @param serviceExamPassed whether the service examination is passed, where one is needed; not proven when absent
     * @param leadershipTraining leadership trainings that are passed, one or several: they may stand in for the service
     *     examination
     */
    @Schema(requiredProperties = {"kind", "rank", "rankSince"})
    public record RankPromotionRequest(
            @Nullable RankPromotionKind kind,
            @Nullable EmployeeKind employeeKind,
            @Nullable Rank rank,
            @Nullable LocalDate rankSince,
            @Nullable EducationLevel education,
            @Nullable EducationVariant educationVariant,
            @Size(max = 100) @Nullable Map<String, PerformancePredicate> predicates,
            @Valid @Nullable PenaltyPeriod penalty,
            @Nullable Boolean underExamination,
            @Nullable PositionLevel postLevel,
            @Size(max = 100) @Nullable String echelon,
            @Nullable Rank postLowestRank,
            @Nullable Rank postHighestRank,
            @Nullable LocalDate inPostSince,
            @Size(max = 100) @Nullable List<@Valid HeldPost> previousPosts,
            @Nullable FunctionalLevel level,
            @Nullable BigDecimal balance,
            @Nullable Rank superiorRank,
            @Nullable Boolean serviceExamPassed,

            @Size(max = 20) @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<LeadershipTraining> leadershipTraining,

            @Nullable LocalDate asOf,
            @Size(max = 100) @Nullable String ruleSet)
            implements CalculationRequest {}

    /**
     * @param eligible whether a promotion may take effect on the day that was asked for, or could have since the period
     *     before
     * @param eligibleFrom the period from which the conditions hold: the one since when, for who is eligible; the next
     *     one, taking years that are not over to become good enough, for who is not; absent when no such period is in
     *     sight
     * @param to the rank after the promotion; absent without {@code eligibleFrom}
     * @param balance for {@code FUNGSIONAL}, the balance of credit after the promotion: a rise in rank uses none of it
     * @param checks every condition, as it stands on the day that was asked for; one that nothing shows is not met
     * @param alsoUsed further rule sets that the decision rests on: those of credit, and those that were enacted for a
     *     coming day
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RankPromotionAnswer(
            boolean eligible,
            @Nullable LocalDate eligibleFrom,
            @Nullable Rank to,
            @Nullable BigDecimal balance,
            LocalDate asOf,
            List<Check> checks,
            RuleSetRef ruleSet,
            List<RuleSetRef> alsoUsed,
            List<Step> steps)
            implements Explained<RankPromotionAnswer> {
        @Override
        public RankPromotionAnswer worded(Wording wording) {
            return new RankPromotionAnswer(
                    eligible,
                    eligibleFrom,
                    to,
                    balance,
                    asOf,
                    wording.checks(checks),
                    ruleSet,
                    alsoUsed,
                    wording.steps(steps));
        }
    }

    /**
     * @param postLevel the level to be appointed to
     * @param currentLevel the present level
     * @param inLevelSince since when
     * @param previousPosts posts held before, or all posts: a post that was held counts like the present one
     * @param rank the present rank, for PNS
     * @param echelon old echelon of the post to be appointed to; the lowest of its level when absent
     * @param relatedExperienceYears cumulative related experience, for JPT
     * @param predicates predicate by year, the year as a string
     * @param jpm job–person match in per cent; when absent, not proven, or {@code open} where the selection shows it
     * @param underExamination whether the person is being examined for a medium or heavy penalty
     * @param ageReading which reading of the highest age applies; the rule set's default when absent
     */
    @Schema(requiredProperties = "postLevel")
    public record AppointmentRequest(
            @Nullable PositionLevel postLevel,
            @Nullable LocalDate birthDate,
            @Nullable EducationLevel education,
            @Nullable PositionLevel currentLevel,
            @Nullable LocalDate inLevelSince,
            @Size(max = 100) @Nullable List<@Valid HeldPost> previousPosts,
            @Nullable Rank rank,
            @Size(max = 100) @Nullable String echelon,
            @Nullable BigDecimal relatedExperienceYears,
            @Size(max = 100) @Nullable Map<String, PerformancePredicate> predicates,
            @Nullable BigDecimal jpm,
            @Valid @Nullable PenaltyPeriod penalty,
            @Nullable Boolean underExamination,
            @Nullable AgeReading ageReading,
            @Nullable LocalDate asOf,
            @Size(max = 100) @Nullable String ruleSet)
            implements CalculationRequest {}

    /**
     * @param eligible whether every condition in {@code checks} holds on the day that was asked for
     * @param eligibleFrom first day of the time in which they hold, past or coming; absent when none is in sight
     * @param checks every condition, as it stands on the day that was asked for; one that nothing shows is not met
     * @param open what is not decided here and must still be shown: in the selection, or by people
     * @param ageReading the reading of the highest age that was used
     * @param alsoUsed further rule sets that the decision rests on
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AppointmentAnswer(
            boolean eligible,
            @Nullable LocalDate eligibleFrom,
            LocalDate asOf,
            List<Check> checks,
            List<String> open,
            AgeReading ageReading,
            RuleSetRef ruleSet,
            List<RuleSetRef> alsoUsed,
            List<Step> steps)
            implements Explained<AppointmentAnswer> {
        @Override
        public AppointmentAnswer worded(Wording wording) {
            return new AppointmentAnswer(
                    eligible,
                    eligibleFrom,
                    asOf,
                    wording.checks(checks),
                    open,
                    ageReading,
                    ruleSet,
                    alsoUsed,
                    wording.steps(steps));
        }
    }
}
