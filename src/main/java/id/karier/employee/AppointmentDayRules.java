package id.karier.employee;

import id.karier.employee.ServiceAges.Span;
import id.karier.kernel.FieldError;
import id.karier.kernel.Published;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pure rules on the days on which somebody was first and permanently appointed, for the register and for imports. */
@Published
public final class AppointmentDayRules {
    public static final String FIRST = "/firstAppointmentOn";
    public static final String PERMANENT = "/permanentOn";

    private AppointmentDayRules() {}

    /**
     * What is wrong with the days; nothing for what can be true.
     *
     * @param span between which days she can serve
     * @param permanent null when it is not said
     */
    public static List<FieldError> check(
            EmployeeKind kind,
            LocalDate birthDate,
            LocalDate first,
            @Nullable LocalDate permanent,
            Span span,
            LocalDate today) {
        var reasons = new ArrayList<FieldError>();
        if (!first.isAfter(birthDate)) {
            reasons.add(refused(FIRST, "BEFORE_BIRTH"));
        } else if (first.isBefore(span.from())) {
            reasons.add(refused(FIRST, "APPOINTED_TOO_YOUNG", span.from()));
        } else if (first.isAfter(span.latestAppointment())) {
            reasons.add(refused(FIRST, "TOO_FAR_AHEAD", span.latestAppointment()));
        } else if (first.isAfter(span.until())) {
            reasons.add(refused(FIRST, "APPOINTED_TOO_OLD", span.until()));
        }
        if (permanent != null && kind == EmployeeKind.CPNS) {
            reasons.add(refused(PERMANENT, "PERMANENT_BY_DECREE"));
        } else if (permanent != null && permanent.isAfter(today)) {
            reasons.add(refused(PERMANENT, "DAY_IN_FUTURE", today));
        } else if (permanent != null && permanent.isBefore(first)) {
            reasons.add(refused(PERMANENT, "PERMANENT_BEFORE_APPOINTMENT", first));
        }
        return reasons;
    }

    /** The same places below a member of the request. */
    static List<FieldError> within(String pointer, List<FieldError> reasons) {
        return reasons.stream()
                .map(error ->
                        new FieldError(pointer + error.pointer(), error.code(), error.sentence(), error.figures()))
                .toList();
    }

    private static FieldError refused(String pointer, String code, Object... figures) {
        return FieldError.in("employee", pointer, code, figures);
    }
}
