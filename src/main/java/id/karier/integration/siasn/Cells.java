package id.karier.integration.siasn;

import id.karier.kernel.PlainText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row of a payload, read tolerantly: members by any of their names whatever their case and underscores, numbers and
 * booleans as text or not, dates in either order, emptiness in all its forms. What cannot be read becomes an issue.
 */
final class Cells {
    static final Set<String> PERSONAL = Set.of(
            "nik",
            "nomoriddocument",
            "nomorhp",
            "nohp",
            "notelp",
            "nomortelpon",
            "email",
            "alamat",
            "npwpnomor",
            "nonpwp",
            "bpjs",
            "nomorbpjs");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,9}([.,][0-9]{1,6})?");

    /** How a spreadsheet writes a number that is too long for it. */
    private static final Pattern ROUNDED = Pattern.compile("[0-9]([.,][0-9]+)?[eE]\\+?[0-9]{2}");

    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>]{1,64}@[^\\s@,;<>]+\\.[A-Za-z]{2,24}");

    /** A year, also as tables of numbers write it. */
    private static final Pattern YEAR = Pattern.compile("([12][0-9]{3})(?:[.,]0+)?");

    /** Spaces that do not break and are no white space to the language. */
    private static final Pattern HARD_SPACES = Pattern.compile("[\\u00a0\\u2007\\u202f]");

    private static final Pattern ZEROS = Pattern.compile("0+");

    /** What a spreadsheet would reckon, behind an apostrophe that keeps it from that, or several. */
    private static final Pattern GUARDED = Pattern.compile("'+[=+@\\-\uff1d\uff0b\uff20\uff0d]");

    /** A mobile number without its first zero. */
    private static final Pattern WITHOUT_ZERO = Pattern.compile("8[0-9]{8,11}");

    private final Map<String, Integer> places;
    private final Set<Integer> asked = new HashSet<>();
    private final List<Issue> warnings = new ArrayList<>();
    private final List<String> given;
    private final IntFunction<@Nullable String> field;
    private final SiasnWords words;
    private final boolean strict;
    private final List<Issue> issues = new ArrayList<>();

    /**
     * @param places the names as {@link #plain} to their number
     * @param given the names as the payload has them
     * @param strict an unusable e-mail or telephone is an issue; else it is left out, for nobody here can mend it
     */
    Cells(
            Map<String, Integer> places,
            List<String> given,
            IntFunction<@Nullable String> field,
            SiasnWords words,
            boolean strict) {
        this.places = places;
        this.given = given;
        this.field = field;
        this.words = words;
        this.strict = strict;
    }

    /** How names are compared: {@code nip_baru}, {@code nipBaru} and {@code NIP BARU} are one. */
    static String plain(String name) {
        var plain = new StringBuilder();
        name.codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(point -> plain.appendCodePoint(Character.toLowerCase(point)));
        return plain.toString();
    }

    /** A text and the name under which it was found. */
    private record Cell(int place, String plain, String text) {}

    List<Issue> issues() {
        return issues;
    }

    /** What was noticed and does not keep the row out. */
    List<Issue> warnings() {
        return warnings;
    }

    /** The numbers of the cells that somebody has asked for. */
    Set<Integer> asked() {
        return asked;
    }

    boolean isStrict() {
        return strict;
    }

    private @Nullable Cell find(String... names) {
        Cell found = null;
        for (var name : names) {
            var place = places.get(name);
            if (place != null) {
                asked.add(place);
                var text = field.apply(place);
                var cleaned = found == null && text != null ? cleaned(text) : "";
                if (found == null && !words.isEmpty(cleaned)) {
                    found = new Cell(place, name, cleaned);
                } else if (strict && found == null && words.isWordForNothing(cleaned)) {
                    warn(new Cell(place, name, cleaned), "TAKEN_AS_EMPTY");
                }
            }
        }
        return found;
    }

    /** Without hard spaces, and without the apostrophe that keeps a spreadsheet from reckoning. */
    private String cleaned(String text) {
        var cleaned = PlainText.cleaned(HARD_SPACES.matcher(text).replaceAll(" "));
        return strict && GUARDED.matcher(cleaned).lookingAt() ? cleaned.substring(1) : cleaned;
    }

    /** The text so that {@link #cleaned} gives it back. */
    static String guarded(String text) {
        return GUARDED.matcher(text).lookingAt() ? '\'' + text : text;
    }

    /** What is noticed of the first of the names that holds something. */
    void warn(String name, String code, Object... figures) {
        var place = places.get(name);
        if (place != null) {
            warn(new Cell(place, name, String.valueOf(field.apply(place))), code, figures);
        }
    }

    private void warn(Cell cell, String code, Object... figures) {
        var warning = Issue.at(given.get(cell.place()), shown(cell.plain(), cell.text()), code, figures);
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    void issue(String name, String code, Object... figures) {
        var place = places.get(name);
        add(
                place == null
                        ? Issue.at(ProfileFile.column(name), null, code, figures)
                        : Issue.at(given.get(place), shown(name, field.apply(place)), code, figures));
    }

    private void issue(Cell cell, String code, Object... figures) {
        add(Issue.at(given.get(cell.place()), shown(cell.plain(), cell.text()), code, figures));
    }

    /** A cell may be read more than once, and is wrong only once. */
    private void add(Issue issue) {
        if (!issues.contains(issue)) {
            issues.add(issue);
        }
    }

    /** Whether the last digits of a number are lost; then that is an issue. */
    private boolean isRounded(Cell cell) {
        boolean rounded = ROUNDED.matcher(cell.text()).matches();
        if (rounded) {
            issue(cell, "DIGITS_LOST");
        }
        return rounded;
    }

    private static @Nullable String shown(String plain, @Nullable String text) {
        if (text == null || !PERSONAL.contains(plain)) {
            return text;
        }
        return text.length() < 8 ? "***" : "***" + text.substring(text.length() - 2);
    }

    /** The first of the names that holds something, for pointing at it. */
    String present(String... names) {
        var cell = find(names);
        return cell == null ? names[0] : cell.plain();
    }

    boolean has(String... names) {
        return find(names) != null;
    }

    /** A text of at most so many characters. */
    @Nullable
    String text(int longest, String... names) {
        var cell = find(names);
        if (cell == null) {
            return null;
        }
        if (cell.text().length() > longest) {
            issue(cell, "TOO_LONG", longest);
            return null;
        }
        return cell.text();
    }

    /** An id, a number as text: without the apostrophe that spreadsheets put before it. */
    @Nullable
    String id(int longest, String... names) {
        var cell = find(names);
        if (cell == null || isRounded(cell)) {
            return null;
        }
        var text = cell.text();
        var id = text.startsWith("'") ? text.substring(1).strip() : text;
        if (id.length() > longest) {
            issue(cell, "TOO_LONG", longest);
            return null;
        }
        if (!id.chars().allMatch(c -> c >= ' ' && c < 127)) {
            issue(cell, "ID_INVALID");
            return null;
        }
        return id.isEmpty() ? null : id;
    }

    /** Registers write a lone zero for a number that nobody knows. */
    private static boolean isUnknown(Cell cell) {
        return ZEROS.matcher(cell.text()).matches();
    }

    /** Digits only, of one of the lengths; separators are dropped. */
    @Nullable
    String digits(Set<Integer> lengths, String... names) {
        var cell = find(names);
        if (cell == null || isUnknown(cell) || (strict && isRounded(cell))) {
            return null;
        }
        var digits = cell.text().replaceAll("[ .'\\-]", "");
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9') || !lengths.contains(digits.length())) {
            if (strict && lengths.contains(digits.length() + 1) && cell.plain().contains("npwp")) {
                issue(cell, "ZERO_LOST");
            } else if (strict) {
                issue(
                        cell,
                        "DIGITS_EXPECTED",
                        lengths.stream().sorted().map(String::valueOf).toList().toString());
            }
            return null;
        }
        return digits;
    }

    /** As the profile of a person takes it: 6 to 20 digits, blanks and dashes. */
    @Nullable
    String phone(String... names) {
        var cell = find(names);
        if (cell == null || isUnknown(cell) || (strict && isRounded(cell))) {
            return null;
        }
        if (strict && WITHOUT_ZERO.matcher(cell.text()).matches()) {
            issue(cell, "ZERO_LOST");
            return null;
        }
        var phone = cell.text().replaceAll("['().]", "");
        if (!phone.matches("\\+?[0-9 -]{6,20}")) {
            if (strict) {
                issue(cell, "PHONE_INVALID");
            }
            return null;
        }
        return phone;
    }

    @Nullable
    String email(String... names) {
        var cell = find(names);
        if (cell == null) {
            return null;
        }
        if (cell.text().length() > 150 || !EMAIL.matcher(cell.text()).matches()) {
            if (strict) {
                issue(cell, "EMAIL_INVALID");
            }
            return null;
        }
        return cell.text();
    }

    @Nullable
    LocalDate date(String... names) {
        var cell = find(names);
        if (cell == null) {
            return null;
        }
        var date = parse(cell.text());
        if (date == null) {
            issue(cell, "DATE_INVALID");
        }
        return date;
    }

    /** A day, or a year alone, which stands for its first day: the earliest on which it can be true. */
    @Nullable
    LocalDate dateOrYear(String... names) {
        var cell = find(names);
        if (cell == null) {
            return null;
        }
        var year = YEAR.matcher(cell.text());
        var date = year.matches() ? parse(year.group(1) + "-01-01") : parse(cell.text());
        if (date == null) {
            issue(cell, "DATE_INVALID");
        }
        return date;
    }

    /** Whether a year alone stands there. */
    boolean isYear(String... names) {
        var cell = find(names);
        return cell != null && YEAR.matcher(cell.text()).matches();
    }

    private @Nullable LocalDate parse(String text) {
        var day = Days.parse(text);
        return day == null && strict ? Days.ofSerial(text) : day;
    }

    /** {@code "12.500"} is twelve and a half: the national system's point is a decimal point. */
    @Nullable
    BigDecimal decimal(int lowest, int highest, String... names) {
        var cell = find(names);
        if (cell == null) {
            return null;
        }
        if (!DECIMAL.matcher(cell.text()).matches()) {
            issue(cell, "NUMBER_INVALID");
            return null;
        }
        var number = new BigDecimal(cell.text().replace(',', '.'));
        if (number.compareTo(BigDecimal.valueOf(lowest)) < 0 || number.compareTo(BigDecimal.valueOf(highest)) > 0) {
            issue(cell, "NUMBER_OUT_OF_RANGE", lowest, highest);
            return null;
        }
        return number;
    }

    @Nullable
    Integer whole(int lowest, int highest, String... names) {
        var number = decimal(lowest, highest, names);
        if (number != null && number.stripTrailingZeros().scale() > 0) {
            issue(present(names), "NUMBER_INVALID");
            return null;
        }
        return number == null ? null : number.intValue();
    }

    /** {@code true}, {@code "1"}, {@code "true"}, {@code "Y"}. */
    boolean flag(String... names) {
        var cell = find(names);
        return cell != null
                && Set.of("1", "true", "y", "ya").contains(cell.text().toLowerCase(Locale.ROOT));
    }

    /**
     * A code of a list of {@link SiasnWords} by the first name that the list has. In a file an unknown word is an issue,
     * also beside a known one.
     */
    @Nullable
    String code(String list, String... names) {
        String known = null;
        Cell unknown = null;
        for (var name : names) {
            var cell = find(name);
            var code = cell == null ? null : words.code(list, cell.text());
            if (cell != null && code == null) {
                unknown = unknown == null ? cell : unknown;
            }
            known = known == null ? code : known;
        }
        if (unknown != null && strict) {
            boolean lost = words.code(list, '0' + unknown.text()) != null;
            issue(unknown, lost ? "ZERO_LOST" : "CODE_UNKNOWN");
        }
        return known;
    }

    SiasnWords words() {
        return words;
    }
}
