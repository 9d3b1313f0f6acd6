package id.karier.rules.body;

import id.karier.rules.RuleBody;
import id.karier.rules.Violation;
import id.karier.rules.terms.EmployeeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the eighteen digits of a NIP or NI PPPK are read (Perka BKN 22/2007, Peraturan BKN 1/2019; DOMAIN 1).
 *
 * @param length digits in the whole number
 * @param sexDigits digit to {@code M} or {@code F}
 * @param appointmentAheadYears how far after today a first appointment may lie
 * @param firstSequence lowest sequence number
 * @param minimumAges age at appointment below which a warning is given
 * @param maximumAges age at appointment above which a warning is given, when the post is not known; a kind that is
 *     absent has none, and null is for a document before ADR 0110
 * @param yearsBeforeRetirement where the post is known: by how many years that age lies below its retirement age
 * @param readings the readings of the month-or-contract digits, the default first
 */
public record IdentityNumberBody(
        int length,
        Digits birthDate,
        Digits appointmentYear,
        Digits appointmentCode,
        Digits sex,
        Digits sequence,
        Map<String, String> sexDigits,
        int appointmentAheadYears,
        int firstSequence,
        Map<EmployeeKind, Integer> minimumAges,
        @Nullable Map<EmployeeKind, Integer> maximumAges,
        @Nullable Map<EmployeeKind, Integer> yearsBeforeRetirement,
        List<Reading> readings)
        implements RuleBody {
    public IdentityNumberBody {
        sexDigits = Tables.copy(sexDigits);
        minimumAges = Tables.copy(minimumAges);
        maximumAges = maximumAges == null ? null : Tables.copy(maximumAges);
        yearsBeforeRetirement = yearsBeforeRetirement == null ? null : Tables.copy(yearsBeforeRetirement);
        readings = List.copyOf(readings);
    }

    /** A field's first digit (counted from 1) and its length. */
    public record Digits(int position, int length) {
        public String of(String number) {
            return number.substring(position - 1, position - 1 + length);
        }

        int end() {
            return position + length;
        }
    }

    /**
     * How digits 13 and 14 tell the kinds apart.
     *
     * @param monthFrom first code that is a month of appointment
     * @param monthTo last such code
     * @param contractFrom first code that counts contracts; null when this reading knows no contract code
     */
    public record Reading(
            String code,
            int monthFrom,
            int monthTo,
            @Nullable Integer contractFrom) {}

    @Override
    public List<Violation> violations() {
        var found = new ArrayList<Violation>();
        int next = 1;
        for (var field : List.of(birthDate, appointmentYear, appointmentCode, sex, sequence)) {
            if (field.position() != next) {
                found.add(Violation.at("/body", "DIGITS_NOT_ADJACENT", next, field.position()));
            }
            next = field.end();
        }
        if (next != length + 1) {
            found.add(Violation.at("/body/length", "DIGITS_INCOMPLETE", length, next - 1));
        }
        for (int i = 0; i < readings.size(); i++) {
            var reading = readings.get(i);
            if (reading.contractFrom() != null && reading.contractFrom() <= reading.monthTo()) {
                found.add(Violation.at("/body/readings/" + i, "READING_AMBIGUOUS", reading.code()));
            }
        }
        found.addAll(Tables.kindViolations("/body/minimumAges", minimumAges.keySet()));
        return found;
    }
}
