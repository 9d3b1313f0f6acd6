package id.karier.calculation.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.karier.calculation.explain.CalculationRequest;
import id.karier.calculation.explain.Explained;
import id.karier.calculation.explain.Step;
import id.karier.calculation.explain.Wording;
import id.karier.rules.RuleSetRef;
import id.karier.rules.body.LearningHoursBody.EntitlementKind;
import id.karier.rules.terms.EmployeeKind;
import id.karier.rules.terms.LearningScope;
import id.karier.rules.terms.PositionLevel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Request and answer of {@code POST /calculations/learning-hours}. */
public final class LearningHoursJson {
    private LearningHoursJson() {}

    /**
     * @param year the calendar year (of a PPPK: the contract year) whose hours are counted
     * @param postLevel level of the post, to which a maximum may not apply
     */
    @Schema(requiredProperties = {"activities", "employeeKind", "year"})
    public record LearningHoursRequest(
            @Nullable EmployeeKind employeeKind,
            @Nullable Integer year,
            @Size(max = 500) @Nullable List<@Valid Activity> activities,
            @Nullable PositionLevel postLevel,
            @Nullable LocalDate asOf,
            @Size(max = 100) @Nullable String ruleSet)
            implements CalculationRequest {
        /** The hours of somebody whose post makes no difference. */
        public LearningHoursRequest(
                @Nullable EmployeeKind employeeKind,
                @Nullable Integer year,
                @Nullable List<Activity> activities,
                @Nullable LocalDate asOf,
                @Nullable String ruleSet) {
            this(employeeKind, year, activities, null, asOf, ruleSet);
        }
    }

    /**
     * One finished and approved activity.
     *
     * @param form code of DOMAIN 9.2, such as {@code KL_SEMINAR} or {@code NK_COACHING}
     * @param scope at home when absent
     * @param days whole days held; one when absent, where days matter at all
     * @param certificateJp learning hours that the certificate, programme, report or decision states
     * @param date the day, or the first of the days; or {@code month}
     * @param month the month of the year, 1 to 12
     * @param sessions sessions, visits, assignments or semesters; one when absent
     */
    public record Activity(
            @Size(max = 100) @Nullable String form,
            @Nullable LearningScope scope,
            @Nullable Integer days,
            @Nullable BigDecimal certificateJp,
            @Nullable LocalDate date,
            @Nullable Integer month,
            @Nullable Integer sessions) {}

    /** What kept an activity from counting whole. */
    public enum Cap {
        SESSIONS_PER_MONTH,
        JP_PER_DAY,
        OTHER_YEAR,
        NOT_FOR_EMPLOYEE_KIND
    }

    /**
     * @param index place of the activity in the request, from 0
     * @param claimed learning hours before any cap
     * @param counted learning hours that count
     * @param cappedBy what took the rest away; absent when everything counts
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            int index,
            String form,
            BigDecimal claimed,
            BigDecimal counted,
            @Nullable Cap cappedBy) {}

    /**
     * @param jp learning hours that count, after the yearly maximum where there is one
     * @param target the yearly figure
     * @param targetKind whether that figure must be reached ({@code MINIMUM}) or may not be passed ({@code MAXIMUM})
     * @param fulfilled whether the minimum is reached; true where there is none
     * @param missing learning hours short of the minimum
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LearningHoursAnswer(
            BigDecimal jp,
            BigDecimal target,
            EntitlementKind targetKind,
            boolean fulfilled,
            BigDecimal missing,
            List<Line> lines,
            RuleSetRef ruleSet,
            List<Step> steps)
            implements Explained<LearningHoursAnswer> {
        @Override
        public LearningHoursAnswer worded(Wording wording) {
            return new LearningHoursAnswer(
                    jp, target, targetKind, fulfilled, missing, lines, ruleSet, wording.steps(steps));
        }
    }
}
