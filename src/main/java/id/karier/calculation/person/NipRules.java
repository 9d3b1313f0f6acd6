package id.karier.calculation.person;

import static id.karier.calculation.explain.Refusals.required;
import static id.karier.calculation.explain.Refusals.unknown;

import id.karier.calculation.explain.Step;
import id.karier.calculation.person.NipJson.NipAnswer;
import id.karier.calculation.person.NipJson.NipRequest;
import id.karier.calculation.person.NipJson.Reason;
import id.karier.calculation.person.NipJson.Warning;
import id.karier.rules.RuleSet;
import id.karier.rules.RuleSetRef;
import id.karier.rules.body.IdentityNumberBody;
import id.karier.rules.body.IdentityNumberBody.Reading;
import id.karier.rules.body.RetirementBody;
import id.karier.rules.terms.EmployeeKind;
import id.karier.rules.terms.PositionLevel;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a NIP or NI PPPK (Perka BKN 22/2007, Peraturan BKN 1/2019; DOMAIN 1.2). There is no check digit. */
public final class NipRules {
    private static final Pattern SEPARATORS = Pattern.compile("[ .\\u00A0]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private NipRules() {}

    /**
     * What a number says, and every reason why it is none.
     *
     * @param retirement the ages at which posts end; only needed when the request states the level of the post
     * @param today no birth may lie after it, and no appointment further ahead than the rule set allows
     */
    public static NipAnswer read(
            RuleSet<IdentityNumberBody> rules,
            @Nullable RuleSet<RetirementBody> retirement,
            NipRequest request,
            LocalDate today) {
        var body = rules.body();
        var reading = reading(body, request.reading());
        var number = SEPARATORS.matcher(required("/number", request.number())).replaceAll("");
        if (number.length() != body.length() || !DIGITS.matcher(number).matches()) {
            return new NipAnswer(
                    false,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(Reason.LENGTH_INVALID),
                    List.of(),
                    reading.code(),
                    rules.ref(),
                    alsoUsed(retirement),
                    List.of(Step.of("NIP_LENGTH", number.length(), "need", body.length())));
        }
        return readDigits(rules, retirement, reading, request, number, today);
    }

    /** The same for somebody whose post is not known. */
    public static NipAnswer read(RuleSet<IdentityNumberBody> rules, NipRequest request, LocalDate today) {
        return read(rules, null, request, today);
    }

    private static NipAnswer readDigits(
            RuleSet<IdentityNumberBody> rules,
            @Nullable RuleSet<RetirementBody> retirement,
            Reading reading,
            NipRequest request,
            String number,
            LocalDate today) {
        var body = rules.body();
        var reasons = new ArrayList<Reason>();
        var birthDate = date(body.birthDate().of(number));
        if (birthDate != null && birthDate.isAfter(today)) {
            birthDate = null;
        }
        if (birthDate == null) {
            reasons.add(Reason.BIRTH_DATE_INVALID);
        }
        int year = Integer.parseInt(body.appointmentYear().of(number));
        int code = Integer.parseInt(body.appointmentCode().of(number));
        boolean isMonth = code >= reading.monthFrom() && code <= reading.monthTo();
        boolean isContract = reading.contractFrom() != null && code >= reading.contractFrom();
        var earliest = isMonth ? firstOf(year, code) : firstOf(year, 1);
        var latest = isMonth ? earliest : firstOf(year + 1, 1).minusDays(1);
        boolean appointmentOk = (isMonth || isContract)
                && (birthDate == null || latest.isAfter(birthDate))
                && !earliest.isAfter(today.plusYears(body.appointmentAheadYears()));
        if (!appointmentOk) {
            reasons.add(Reason.APPOINTMENT_INVALID);
        }
        var sex = body.sexDigits().get(body.sex().of(number));
        if (sex == null) {
            reasons.add(Reason.SEX_DIGIT_INVALID);
        }
        int sequence = Integer.parseInt(body.sequence().of(number));
        if (sequence < body.firstSequence()) {
            reasons.add(Reason.SEQUENCE_ZERO);
        }
        var kind = reasons.isEmpty() ? kind(reading, isContract) : null;
        var steps = new ArrayList<>(List.of(
                Step.of("NIP_BIRTH_DATE", birthDate, "digits", body.birthDate().of(number)),
                isContract
                        ? Step.of("NIP_CONTRACT", code, "year", year, "from", reading.contractFrom())
                        : Step.of(
                                "NIP_MONTH", code, "year", year, "from", reading.monthFrom(), "to", reading.monthTo()),
                Step.of("NIP_SEX", sex, "digit", body.sex().of(number)),
                Step.of("NIP_SEQUENCE", sequence, "first", body.firstSequence()),
                Step.of("NIP_READING", reading.code())));
        var warnings = new ArrayList<Warning>();
        if (kind != null && birthDate != null) {
            var ages = new Ages(body, retirement == null ? null : retirement.body(), kind, request.postLevel());
            ages.warn(birthDate, earliest, latest, warnings, steps);
        }
        return new NipAnswer(
                reasons.isEmpty(),
                kind,
                birthDate,
                isMonth ? earliest : null,
                year,
                isContract ? code : null,
                sex,
                sequence,
                List.copyOf(reasons),
                List.copyOf(warnings),
                reading.code(),
                rules.ref(),
                alsoUsed(retirement),
                List.copyOf(steps));
    }

    /** Without a contract code every number looks like a PNS's, so that this reading cannot name the kind. */
    private static @Nullable EmployeeKind kind(Reading reading, boolean isContract) {
        if (isContract) {
            return EmployeeKind.PPPK;
        }
        return reading.contractFrom() == null ? null : EmployeeKind.PNS;
    }

    /** The ages between which a kind of civil servant is appointed; the legacy staff that lies outside is warned of only. */
    private record Ages(
            IdentityNumberBody body,
            @Nullable RetirementBody retirement,
            EmployeeKind kind,
            @Nullable PositionLevel level) {
        /** Where the day within the year is not known, a warning is given only if it holds on every day. */
        void warn(LocalDate birthDate, LocalDate earliest, LocalDate latest, List<Warning> warnings, List<Step> steps) {
            var minimum = kind.in(body.minimumAges());
            if (minimum.isPresent() && Period.between(birthDate, latest).getYears() < minimum.get()) {
                warnings.add(Warning.AGE_AT_APPOINTMENT_LOW);
            }
            var maximum = maximum();
            int age = Period.between(birthDate, earliest).getYears();
            if (maximum != null && age > maximum) {
                warnings.add(Warning.AGE_AT_APPOINTMENT_HIGH);
                steps.add(Step.of("NIP_AGE", age, "minimum", minimum.orElse(null), "maximum", maximum));
            }
        }

        private @Nullable Integer maximum() {
            var general = body.maximumAges() == null
                    ? null
                    : kind.in(body.maximumAges()).orElse(null);
            var before = body.yearsBeforeRetirement() == null
                    ? null
                    : kind.in(body.yearsBeforeRetirement()).orElse(null);
            var retires = retirement == null || level == null
                    ? null
                    : retirement.ages().get(level);
            return before == null || retires == null ? general : Integer.valueOf(retires - before);
        }
    }

    private static @Nullable List<RuleSetRef> alsoUsed(@Nullable RuleSet<RetirementBody> retirement) {
        return retirement == null ? null : List.of(retirement.ref());
    }

    private static Reading reading(IdentityNumberBody body, @Nullable String code) {
        return body.readings().stream()
                .filter(candidate -> code == null || candidate.code().equals(code))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "/reading",
                        code,
                        body.readings().stream().map(Reading::code).toList()));
    }

    private static LocalDate firstOf(int year, int month) {
        return LocalDate.of(year, month, 1);
    }

    private static @Nullable LocalDate date(String digits) {
        try {
            return LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6)));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
