package id.karier.integration.siasn;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days as people and programs write them: {@code 05-03-1990}, {@code 5/3/1990}, {@code 1990-03-05}, {@code 5 Maret 1990},
 * {@code Senin, 5 Mar 1990}, each with or without a time. The day stands before the month, as it does everywhere in the
 * country; a year has four digits.
 */
final class Days {
    private static final String TIME = "(?:(?:T| +)[0-9]{1,2}[:.][0-9]{2}.*)?";
    private static final Pattern DAY_FIRST =
            Pattern.compile("([0-9]{1,2})( ?[-/.] ?| )([0-9]{1,2})\\2([0-9]{4})" + TIME);
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})([-/.])([0-9]{1,2})\\2([0-9]{1,2})" + TIME);
    private static final Pattern WORDED =
            Pattern.compile("(?:[\\p{L}']+, *)?([0-9]{1,2})[-/. ]+(\\p{L}{3,9})\\.?[-/., ]+([0-9]{4})" + TIME);
    private static final Pattern SERIAL = Pattern.compile("[0-9]{5}(?:[.,][0-9]+)?");

    /** Indonesian, English, and as older texts write them. */
    private static final List<List<String>> MONTHS = List.of(
            List.of("januari", "january"),
            List.of("februari", "pebruari", "february"),
            List.of("maret", "march"),
            List.of("april"),
            List.of("mei", "may"),
            List.of("juni", "june"),
            List.of("juli", "july"),
            List.of("agustus", "august", "agt", "ags"),
            List.of("september"),
            List.of("oktober", "october"),
            List.of("november", "nopember"),
            List.of("desember", "december"));

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    /** In 1927 and 2099: numbers of days between them are no years, and no other number either. */
    private static final long FIRST_SERIAL = 10_000;

    private static final long LAST_SERIAL = 73_050;

    private Days() {}

    /** The day that a text says; null when it says none that there is. */
    static @Nullable LocalDate parse(String text) {
        var dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return of(number(dayFirst.group(4)), number(dayFirst.group(3)), number(dayFirst.group(1)));
        }
        var yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return of(number(yearFirst.group(1)), number(yearFirst.group(3)), number(yearFirst.group(4)));
        }
        var worded = WORDED.matcher(text);
        return worded.matches() ? of(number(worded.group(3)), month(worded.group(2)), number(worded.group(1))) : null;
    }

    /** The day that a spreadsheet's number stands for; null when the text is no such number. */
    static @Nullable LocalDate ofSerial(String text) {
        if (!SERIAL.matcher(text).matches()) {
            return null;
        }
        long serial = Long.parseLong(text.substring(0, 5));
        return serial < FIRST_SERIAL || serial > LAST_SERIAL
                ? null
                : LocalDate.of(1899, 12, 30).plusDays(serial);
    }

    private static int month(String word) {
        var said = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).stream().anyMatch(name -> name.startsWith(said))) {
                return i + 1;
            }
        }
        return said.equals("sept") ? 9 : 0;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static @Nullable LocalDate of(int year, int month, int day) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
