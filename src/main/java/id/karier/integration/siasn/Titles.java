package id.karier.integration.siasn;

import java.util.Arrays;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Academic titles that a file says twice: in the name, and in a column of their own. {@code Dr.} is a doctor and {@code dr.}
 * a physician, so capitals count, and {@code Dr. dr.} is nothing twice.
 */
final class Titles {
    private static final Pattern SIGNS = Pattern.compile("[., ]+");
    private static final Pattern IN_FRONT = Pattern.compile("(Dr|dr|drg|drh|Prof|Ir|Drs|Dra)\\. ?\\S.*");

    private Titles() {}

    static void check(Cells cells, String name, @Nullable String front, @Nullable String back) {
        boolean twice = front != null && bare(name).startsWith(bare(front));
        int comma = name.indexOf(',');
        var behind = comma < 0 ? "" : name.substring(comma + 1);
        twice |= back != null && !behind.isBlank() && bare(behind).endsWith(bare(back));
        if (twice) {
            cells.issue("nama", "TITLES_TWICE");
        } else if (comma >= 0 || IN_FRONT.matcher(name).matches()) {
            cells.warn("nama", "TITLE_IN_NAME");
        }
        repeated(cells, "gelardepan", front, " +");
        repeated(cells, "gelarbelakang", back, " *, *");
    }

    private static void repeated(Cells cells, String column, @Nullable String titles, String between) {
        if (titles == null) {
            return;
        }
        var seen = new HashSet<String>();
        if (!Arrays.stream(titles.split(between, -1))
                .map(Titles::bare)
                .filter(title -> !title.isBlank())
                .allMatch(seen::add)) {
            cells.warn(column, "TITLE_REPEATED");
        }
    }

    /** Without the signs that one writer sets and another leaves out. */
    private static String bare(String titles) {
        return ' ' + SIGNS.matcher(titles).replaceAll(" ").strip() + ' ';
    }
}
