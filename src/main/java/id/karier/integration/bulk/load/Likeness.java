package id.karier.integration.bulk.load;

import id.karier.integration.siasn.SiasnWords;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds the name that somebody may have meant who wrote another one. */
final class Likeness {
    /** A slip of the pen is at most so many letters, and not more than every so many letters of the name. */
    private static final int MOST_SLIPS = 3;

    private static final int LETTERS_TO_A_SLIP = 6;

    private Likeness() {}

    /** The nearest of the names; null when none is near. */
    static @Nullable String nearest(String name, Collection<String> names) {
        var plain = SiasnWords.plain(name);
        String nearest = null;
        int least = Math.min(MOST_SLIPS, plain.length() / LETTERS_TO_A_SLIP) + 1;
        for (var other : names) {
            int slips = slips(plain, SiasnWords.plain(other), least);
            if (slips < least) {
                least = slips;
                nearest = other;
            }
        }
        return nearest;
    }

    /** Levenshtein's distance, as far as it is below the limit. */
    private static int slips(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        var before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(swap, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[b.length()];
    }
}
