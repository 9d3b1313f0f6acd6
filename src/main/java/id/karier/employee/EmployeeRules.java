package id.karier.employee;

import id.karier.calculation.person.NipJson.NipAnswer;
import id.karier.employee.EmployeeJson.NewEmployee;
import id.karier.employee.EmployeeJson.Profile;
import id.karier.kernel.FieldError;
import id.karier.kernel.Published;
import id.karier.kernel.SearchText;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pure rules about how people are named and found. */
@Published
public final class EmployeeRules {
    private static final String BUNDLE = "employee";
    private static final String HYPHEN = "\\u2010\\u2011\\u2012\\u2013\\u2212\\uff0d-";
    private static final Pattern HYPHENS = Pattern.compile("[" + HYPHEN + "]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}" + HYPHEN + "]+");

    private EmployeeRules() {}

    /** The name as it stands in letters: titles in front with a space, titles behind with a comma. */
    public static String fullName(String name, @Nullable String frontTitles, @Nullable String backTitles) {
        var full = frontTitles == null || frontTitles.isBlank() ? name : frontTitles.strip() + ' ' + name;
        return backTitles == null || backTitles.isBlank() ? full : full + ", " + backTitles.strip();
    }

    /**
     * The words by whose beginnings a person is found; a one-word name has one. Apostrophes are left out of them, and a word
     * with a hyphen is there whole and in its parts: people write one name in several ways.
     */
    public static Set<String> nameWords(String name) {
        var words = new LinkedHashSet<String>();
        for (var parts : hyphenated(name)) {
            words.addAll(parts);
            words.add(String.join("", parts));
        }
        return words;
    }

    /** The words of a text in small letters, each in the parts between its hyphens. */
    static List<List<String>> hyphenated(String text) {
        var words = new ArrayList<List<String>>();
        var plain = SearchText.withoutApostrophes(Normalizer.normalize(text, Normalizer.Form.NFC));
        for (var word : BETWEEN_WORDS.split(plain, -1)) {
            var parts = Arrays.stream(HYPHENS.split(word, -1))
                    .filter(part -> !part.isEmpty())
                    .map(part -> part.toLowerCase(Locale.ROOT))
                    .toList();
            if (!parts.isEmpty()) {
                words.add(parts);
            }
        }
        return words;
    }

    /**
     * Whether a person may be registered under a number: it must be well formed, and say the same birth date, sex and
     * kind as the record (DOMAIN §1.2, checks 1–6 and 8).
     *
     * @param reading what the calculator reads in the number
     * @param days what {@link AppointmentDayRules} say
     */
    static EmployeeOutcome admit(NewEmployee request, NipAnswer reading, List<FieldError> days) {
        var reasons = new ArrayList<FieldError>();
        for (var reason : reading.reasons()) {
            reasons.add(FieldError.in("employee", "/identityNumber", reason.name()));
        }
        if (reading.valid()) {
            var born = reading.birthDate();
            if (born != null && !born.equals(request.birthDate())) {
                reasons.add(FieldError.in("employee", "/birthDate", "NUMBER_CONTRADICTS_BIRTH_DATE", born.toString()));
            }
            if (!request.sex().name().equals(String.valueOf(reading.sex()))) {
                reasons.add(FieldError.in("employee", "/sex", "NUMBER_CONTRADICTS_SEX"));
            }
            boolean contract = request.kind().isContract();
            if (reading.kind() != null && contract != (reading.kind() == id.karier.rules.terms.EmployeeKind.PPPK)) {
                reasons.add(FieldError.in("employee", "/kind", "NUMBER_CONTRADICTS_KIND"));
            }
        }
        reasons.addAll(AppointmentDayRules.within("/profile", days));
        boolean usual = request.profile().status() == EmployeeStatus.ACTIVE;
        if (usual == (request.statusDecree() != null)) {
            var code = usual ? "STATUS_DECREE_UNUSED" : "STATUS_DECREE_MISSING";
            reasons.add(FieldError.in(BUNDLE, "/statusDecree", code));
        }
        return reasons.isEmpty() ? new EmployeeOutcome.Accepted() : new EmployeeOutcome.NumberRefused(reasons);
    }

    /**
     * What has a day and a decree is no mere correction: the legal standing, and the permanent appointment of a CPNS.
     *
     * @param days what {@link AppointmentDayRules} say of the days as they are to be; nothing while they stay
     */
    static EmployeeOutcome change(Profile before, Profile after, List<FieldError> days) {
        var reasons = new ArrayList<FieldError>();
        if (before.status() != after.status()) {
            reasons.add(FieldError.in(BUNDLE, "/status", "STATUS_HAS_HISTORY"));
        }
        reasons.addAll(days);
        return outcome(reasons);
    }

    static EmployeeOutcome outcome(List<FieldError> reasons) {
        return reasons.isEmpty() ? new EmployeeOutcome.Accepted() : new EmployeeOutcome.ProfileRefused(reasons);
    }
}
