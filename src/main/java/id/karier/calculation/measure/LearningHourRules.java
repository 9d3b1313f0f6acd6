package id.karier.calculation.measure;

import static id.karier.calculation.explain.Refusals.notNegative;
import static id.karier.calculation.explain.Refusals.refused;
import static id.karier.calculation.explain.Refusals.required;
import static id.karier.calculation.explain.Refusals.unknown;
import static id.karier.calculation.explain.Refusals.within;

import id.karier.calculation.explain.Step;
import id.karier.calculation.measure.LearningHoursJson.Activity;
import id.karier.calculation.measure.LearningHoursJson.Cap;
import id.karier.calculation.measure.LearningHoursJson.LearningHoursAnswer;
import id.karier.calculation.measure.LearningHoursJson.LearningHoursRequest;
import id.karier.calculation.measure.LearningHoursJson.Line;
import id.karier.rules.RuleSet;
import id.karier.rules.body.LearningHoursBody;
import id.karier.rules.body.LearningHoursBody.Basis;
import id.karier.rules.body.LearningHoursBody.EntitlementKind;
import id.karier.rules.body.LearningHoursBody.Form;
import id.karier.rules.terms.EmployeeKind;
import id.karier.rules.terms.LearningScope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Month;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Learning hours of a year (LAN 10/2018, LAN 15/2020; DOMAIN 9.1–9.2). */
public final class LearningHourRules {
    private LearningHourRules() {}

    /** What each activity counts, their sum, and whether the year's entitlement is met. Caps follow the given order. */
    public static LearningHoursAnswer hours(RuleSet<LearningHoursBody> rules, LearningHoursRequest request) {
        var body = rules.body();
        var kind = required("/employeeKind", request.employeeKind());
        int year = within("/year", required("/year", request.year()), 1, Year.MAX_VALUE);
        var activities = required("/activities", request.activities());
        var used = new HashMap<String, BigDecimal>();
        var lines = new ArrayList<Line>();
        var steps = new ArrayList<Step>();
        for (int i = 0; i < activities.size(); i++) {
            lines.add(line(body, kind, year, i, required("/activities/" + i, activities.get(i)), used, steps));
        }
        var sum = lines.stream().map(Line::counted).reduce(BigDecimal.ZERO, BigDecimal::add);
        steps.add(Step.of("JP_SUM", sum, "activities", lines.size()));
        var entitlement = required("/employeeKind", kind.in(body.entitlements()).orElse(null));
        var target = entitlement.jp();
        boolean minimum = entitlement.kind() == EntitlementKind.MINIMUM;
        boolean capped = !minimum && !entitlement.excepts(request.postLevel());
        var jp = capped ? sum.min(target) : sum;
        var missing = minimum ? target.subtract(jp).max(BigDecimal.ZERO) : BigDecimal.ZERO;
        var rule = minimum ? "JP_MINIMUM" : capped ? "JP_MAXIMUM" : "JP_WITHOUT_MAXIMUM";
        steps.add(Step.of(rule, jp, "target", target, "employeeKind", kind));
        return new LearningHoursAnswer(
                jp,
                target,
                entitlement.kind(),
                missing.signum() == 0,
                missing,
                List.copyOf(lines),
                rules.ref(),
                List.copyOf(steps));
    }

    private static Line line(
            LearningHoursBody body,
            EmployeeKind kind,
            int year,
            int index,
            Activity activity,
            Map<String, BigDecimal> used,
            List<Step> steps) {
        var pointer = "/activities/" + index;
        var code = required(pointer + "/form", activity.form());
        var form = body.form(code)
                .orElseThrow(() -> unknown(
                        pointer + "/form",
                        code,
                        body.forms().stream().map(Form::code).toList()));
        checkMonth(pointer, activity);
        if (activity.days() != null) {
            within(pointer + "/days", activity.days(), 1, Year.of(year).length());
        }
        var claimed = claimed(body, pointer, form, activity, steps);
        if (activity.date() != null && activity.date().getYear() != year) {
            return new Line(index, code, claimed, BigDecimal.ZERO, Cap.OTHER_YEAR);
        }
        if (form.excluded().contains(kind) || form.excluded().contains(kind.general())) {
            return new Line(index, code, claimed, BigDecimal.ZERO, Cap.NOT_FOR_EMPLOYEE_KIND);
        }
        var counted = claimed;
        Cap cappedBy = null;
        if (form.sessionsPerMonth() != null) {
            counted = leftInMonth(pointer, form, activity, claimed, used);
            cappedBy = Cap.SESSIONS_PER_MONTH;
        } else if (form.jpPerDay() != null) {
            counted = leftInDays(pointer, form, activity, claimed, used);
            cappedBy = Cap.JP_PER_DAY;
        }
        boolean whole = counted.compareTo(claimed) == 0;
        if (!whole) {
            steps.add(
                    Step.of("JP_CAPPED_" + cappedBy, counted, "form", code, "claimed", claimed, "limit", limit(form)));
        }
        return new Line(index, code, claimed, counted, whole ? null : cappedBy);
    }

    private static @Nullable Object limit(Form form) {
        return form.sessionsPerMonth() != null ? form.sessionsPerMonth() : form.jpPerDay();
    }

    private static BigDecimal claimed(
            LearningHoursBody body, String pointer, Form form, Activity activity, List<Step> steps) {
        boolean abroad = activity.scope() == LearningScope.INTERNATIONAL;
        boolean byCertificate = form.basis() == Basis.CERTIFICATE
                || (form.basis() == Basis.CERTIFICATE_OR_DAY && activity.certificateJp() != null);
        if (byCertificate) {
            var stated = notNegative(
                    pointer + "/certificateJp", required(pointer + "/certificateJp", activity.certificateJp()));
            var factor = abroad && form.internationalFactor() != null ? form.internationalFactor() : BigDecimal.ONE;
            var jp = rounded(body, stated.multiply(factor));
            steps.add(Step.of("JP_CERTIFICATE", jp, "form", form.code(), "stated", stated, "factor", factor));
            return jp;
        }
        var figure = abroad && form.international() != null ? form.international() : form.national();
        var each = required(pointer + "/form", figure);
        boolean bySession = form.basis() == Basis.SESSION;
        int count = bySession
                ? sessions(pointer + "/sessions", activity.sessions())
                : required(pointer + "/days", activity.days());
        var jp = rounded(body, each.multiply(BigDecimal.valueOf(count)));
        steps.add(
                Step.of(bySession ? "JP_SESSIONS" : "JP_DAYS", jp, "form", form.code(), "count", count, "each", each));
        return jp;
    }

    /** Sessions of one form beyond the month's cap do not count, however they are split into activities. */
    private static BigDecimal leftInMonth(
            String pointer, Form form, Activity activity, BigDecimal claimed, Map<String, BigDecimal> used) {
        var date = activity.date();
        var month = date != null ? Integer.valueOf(date.getMonthValue()) : activity.month();
        if (month == null) {
            throw refused(pointer + "/month", "ONE_OF_REQUIRED", "date, month");
        }
        var cap = required(pointer, form.national())
                .multiply(BigDecimal.valueOf(required(pointer, form.sessionsPerMonth())));
        return take(used, form.code() + "/month/" + month, cap, claimed);
    }

    /** Several days carry the cap of each; activities of one form share that of a day that they both touch. */
    private static BigDecimal leftInDays(
            String pointer, Form form, Activity activity, BigDecimal claimed, Map<String, BigDecimal> used) {
        int days = activity.days() == null ? 1 : activity.days();
        var cap = required(pointer, form.jpPerDay());
        if (activity.date() == null) {
            return claimed.min(cap.multiply(BigDecimal.valueOf(days)));
        }
        var counted = BigDecimal.ZERO;
        for (int day = 0; day < days; day++) {
            var key = form.code() + "/day/" + activity.date().plusDays(day);
            counted = counted.add(take(used, key, cap, claimed.subtract(counted)));
        }
        return counted;
    }

    private static BigDecimal take(Map<String, BigDecimal> used, String key, BigDecimal cap, BigDecimal claimed) {
        var before = used.getOrDefault(key, BigDecimal.ZERO);
        var counted = claimed.min(cap.subtract(before));
        used.put(key, before.add(counted));
        return counted;
    }

    private static void checkMonth(String pointer, Activity activity) {
        if (activity.month() == null) {
            return;
        }
        within(pointer + "/month", activity.month(), Month.JANUARY.getValue(), Month.DECEMBER.getValue());
        if (activity.date() != null && activity.date().getMonthValue() != activity.month()) {
            throw refused(pointer + "/month", "MONTH_NOT_OF_DATE", activity.month(), activity.date());
        }
    }

    private static int sessions(String pointer, @Nullable Integer given) {
        return given == null ? 1 : within(pointer, given, 1, Integer.MAX_VALUE);
    }

    private static BigDecimal rounded(LearningHoursBody body, BigDecimal jp) {
        return jp.setScale(body.scale(), RoundingMode.HALF_UP);
    }
}
