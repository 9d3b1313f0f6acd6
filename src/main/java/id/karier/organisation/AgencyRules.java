package id.karier.organisation;

import id.karier.kernel.Published;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an agency may be called, where it may be, and what its name tells of its kind. */
@Published
public final class AgencyRules {
    /** Codes stand in addresses, logs, user names and every row, and never change. */
    public static final String CODE = "[a-z][a-z0-9-]{1,19}";

    /** The longest name. */
    public static final int LONGEST_NAME = 150;

    /** WIB twice, WITA and WIT. */
    public static final List<String> ZONES =
            List.of("Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura");

    private static final Pattern CODE_PATTERN = Pattern.compile(CODE);
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}]+");

    private static final Map<String, String> KINDS = Map.of(
            "provinsi", "PROVINCE",
            "kabupaten", "REGENCY",
            "kota", "CITY",
            "kementerian", "MINISTRY");

    private AgencyRules() {}

    public static boolean isCode(String word) {
        return CODE_PATTERN.matcher(word).matches();
    }

    /** The kind that a name says by its first telling word: a code of the reference list {@code agency-kinds}. */
    public static Optional<String> kindOf(String name) {
        return WORDS.splitAsStream(name.toLowerCase(Locale.ROOT))
                .filter(KINDS::containsKey)
                .map(KINDS::get)
                .findFirst();
    }
}
