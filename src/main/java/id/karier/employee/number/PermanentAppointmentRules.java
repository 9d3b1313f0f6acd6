package id.karier.employee.number;

import id.karier.employee.EmployeeKind;
import id.karier.employee.EmployeeOutcome;
import id.karier.kernel.FieldError;
import id.karier.kernel.Published;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pure rules on the appointment of a candidate (CPNS) as a permanent civil servant (PNS): after a probation of at least one
 * year and at most two (PP 98/2000 art. 14, PP 11/2017 art. 34). Who waits longer is appointed if that was not her fault
 * (PP 98/2000 art. 15), so it takes a reason, which is kept.
 */
@Published
public final class PermanentAppointmentRules {
    private static final int LEAST_YEARS = 1;
    private static final int MOST_YEARS = 2;

    private PermanentAppointmentRules() {}

    static EmployeeOutcome admit(
            IdentityNumberJson.Appointment request, EmployeeKind kind, LocalDate firstAppointmentOn, LocalDate today) {
        if (kind != EmployeeKind.CPNS) {
            var sentence = kind.isContract() ? "employee.candidacy.CONTRACT" : "employee.error.NOT_A_CANDIDATE";
            return new EmployeeOutcome.NumberRefused(
                    List.of(new FieldError("", "NOT_A_CANDIDATE", sentence, List.of(kind))));
        }
        var reasons = new ArrayList<FieldError>();
        reasons.addAll(probation(firstAppointmentOn, request.startsOn(), request.reason()));
        if (request.startsOn().isAfter(today)) {
            reasons.add(refused("/startsOn", "DAY_IN_FUTURE", today));
        }
        if (request.decreeDate().isAfter(today)) {
            reasons.add(refused("/decreeDate", "DAY_IN_FUTURE", today));
        }
        if (request.decreeDate().isBefore(firstAppointmentOn)) {
            reasons.add(refused("/decreeDate", "BEFORE_APPOINTMENT", firstAppointmentOn));
        }
        return reasons.isEmpty() ? new EmployeeOutcome.Accepted() : new EmployeeOutcome.NumberRefused(reasons);
    }

    /** What is wrong with the time between the two appointments, for imports as well. */
    public static List<FieldError> probation(LocalDate from, LocalDate startsOn, @Nullable String reason) {
        var reasons = new ArrayList<FieldError>();
        var earliest = from.plusYears(LEAST_YEARS);
        var latest = from.plusYears(MOST_YEARS);
        if (startsOn.isBefore(earliest)) {
            reasons.add(refused("/startsOn", "PROBATION_TOO_SHORT", earliest));
        }
        if (startsOn.isAfter(latest) && reason == null) {
            reasons.add(refused("/reason", "PROBATION_TOO_LONG", latest));
        }
        return reasons;
    }

    private static FieldError refused(String pointer, String code, Object... figures) {
        return FieldError.in("employee", pointer, code, figures);
    }
}
