package id.karier.employee.number;

import id.karier.calculation.person.NipJson.NipAnswer;
import id.karier.employee.EmployeeDirectory.Facts;
import id.karier.employee.EmployeeOutcome;
import id.karier.employee.number.IdentityNumberJson.Correction;
import id.karier.kernel.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pure rules on a new identity number of a person who has one (DOMAIN §1). */
public final class IdentityNumberRules {
    private IdentityNumberRules() {}

    /**
     * A new number is well formed, another one (or of another kind), later than the present one, not of the future, and
     * says what the record says, unless the decree corrects the record too.
     *
     * @param reading what the calculator reads in the number
     * @param since first day of the present number, null when it is not known
     */
    static EmployeeOutcome admit(
            Correction request, NipAnswer reading, Facts bearer, @Nullable LocalDate since, LocalDate today) {
        var reasons = new ArrayList<FieldError>();
        for (var reason : reading.reasons()) {
            reasons.add(FieldError.in("employee", "/number", reason.name()));
        }
        if (request.number().equals(bearer.identityNumber()) && request.kind() == bearer.kind()) {
            reasons.add(FieldError.in("employee", "/number", "NUMBER_UNCHANGED"));
        }
        if (since != null && !request.startsOn().isAfter(since)) {
            reasons.add(FieldError.in("employee", "/startsOn", "NUMBER_NOT_LATER", since));
        }
        notAfter(reasons, "/startsOn", request.startsOn(), today);
        notBefore(reasons, "/startsOn", request.startsOn(), bearer.firstAppointmentOn());
        notBefore(reasons, "/decreeDate", request.decreeDate(), bearer.firstAppointmentOn());
        notAfter(reasons, "/decreeDate", request.decreeDate(), today);
        if (reading.valid()) {
            reasons.addAll(contradictions(request, reading, bearer));
        }
        return reasons.isEmpty() ? new EmployeeOutcome.Accepted() : new EmployeeOutcome.NumberRefused(reasons);
    }

    private static List<FieldError> contradictions(Correction request, NipAnswer reading, Facts bearer) {
        var reasons = new ArrayList<FieldError>();
        var birthDate = reading.birthDate();
        if (!Boolean.TRUE.equals(request.correctsPerson())) {
            if (birthDate != null && !birthDate.equals(bearer.birthDate())) {
                reasons.add(FieldError.in("employee", "/number", "NUMBER_CONTRADICTS_BIRTH_DATE", birthDate));
            }
            if (!bearer.sex().name().equals(String.valueOf(reading.sex()))) {
                reasons.add(FieldError.in("employee", "/number", "NUMBER_CONTRADICTS_SEX"));
            }
        }
        boolean contract = request.kind().isContract();
        if (reading.kind() != null && contract != (reading.kind() == id.karier.rules.terms.EmployeeKind.PPPK)) {
            reasons.add(FieldError.in("employee", "/kind", "NUMBER_CONTRADICTS_KIND"));
        }
        return reasons;
    }

    private static void notBefore(List<FieldError> reasons, String pointer, LocalDate day, LocalDate first) {
        if (day.isBefore(first)) {
            reasons.add(FieldError.in("employee", pointer, "BEFORE_APPOINTMENT", first));
        }
    }

    private static void notAfter(List<FieldError> reasons, String pointer, LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            reasons.add(FieldError.in("employee", pointer, "DAY_IN_FUTURE", today));
        }
    }
}
