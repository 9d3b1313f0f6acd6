package id.karier.calculation.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.karier.calculation.explain.CalculationRequest;
import id.karier.calculation.explain.Explained;
import id.karier.calculation.explain.Step;
import id.karier.calculation.explain.Wording;
import id.karier.kernel.Published;
import id.karier.rules.RuleSetRef;
import id.karier.rules.terms.EmployeeKind;
import id.karier.rules.terms.PositionLevel;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Request and answer of {@code POST /calculations/nip}. */
@Published
public final class NipJson {
    private NipJson() {}

    /** Why a number is no identity number (DOMAIN 1.2, checks 1 to 6). */
    public enum Reason {
        LENGTH_INVALID,
        BIRTH_DATE_INVALID,
        APPOINTMENT_INVALID,
        SEX_DIGIT_INVALID,
        SEQUENCE_ZERO
    }

    /** What is odd about a valid number (DOMAIN 1.2, check 7). */
    public enum Warning {
        AGE_AT_APPOINTMENT_LOW,
        AGE_AT_APPOINTMENT_HIGH
    }

    /**
     * @param number the NIP or NI PPPK; spaces and dots are ignored
     * @param postLevel level of the post, which sets the highest age of a PPPK; a general one when absent
     * @param reading how digits 13 and 14 are read: {@code CONTRACT_COUNT} (default) or {@code YEAR_MONTH}
     */
    @Schema(requiredProperties = "number")
    public record NipRequest(
            @Size(max = 100) @Nullable String number,
            @Size(max = 100) @Nullable String reading,
            @Nullable PositionLevel postLevel,
            @Nullable LocalDate asOf,
            @Size(max = 100) @Nullable String ruleSet)
            implements CalculationRequest {
        /** A number of somebody whose post is not known. */
        public NipRequest(
                @Nullable String number, @Nullable String reading, @Nullable LocalDate asOf, @Nullable String ruleSet) {
            this(number, reading, null, asOf, ruleSet);
        }
    }

    /**
     * What the digits say. Of an invalid number, the parts that can be read are given all the same.
     *
     * @param kind null when the number is invalid, or when the reading cannot tell
     * @param firstAppointment first day of the month of appointment; only where the digits name a month
     * @param contractCode 21 for a first contract, 22 for a second …; only of a PPPK
     * @param sex {@code M} or {@code F}
     * @param reading the reading that was used
     * @param alsoUsed the retirement ages; only where the level of the post was told
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NipAnswer(
            boolean valid,
            @Nullable EmployeeKind kind,
            @Nullable LocalDate birthDate,
            @Nullable LocalDate firstAppointment,
            @Nullable Integer firstAppointmentYear,
            @Nullable Integer contractCode,
            @Nullable String sex,
            @Nullable Integer sequence,
            List<Reason> reasons,
            List<Warning> warnings,
            String reading,
            RuleSetRef ruleSet,
            @Nullable List<RuleSetRef> alsoUsed,
            List<Step> steps)
            implements Explained<NipAnswer> {
        @Override
        public NipAnswer worded(Wording wording) {
            return new NipAnswer(
                    valid,
                    kind,
                    birthDate,
                    firstAppointment,
                    firstAppointmentYear,
                    contractCode,
                    sex,
                    sequence,
                    reasons,
                    warnings,
                    reading,
                    ruleSet,
                    alsoUsed,
                    wording.steps(steps));
        }
    }
}
