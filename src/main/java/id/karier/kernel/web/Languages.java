package id.karier.kernel.web;

import id.karier.kernel.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** The language of an answer, from an {@code Accept-Language}: what cannot be read in it stops nobody's request. */
final class Languages {
    /** More than any browser sends. */
    private static final int MOST = 30;

    private Languages() {}

    static Locale preferred(@Nullable String header) {
        var ranges = new ArrayList<LanguageRange>();
        for (var part : header == null ? new String[0] : header.split(",", MOST + 1)) {
            if (ranges.size() < MOST) {
                ranges.addAll(readable(part));
            }
        }
        ranges.sort(Comparator.comparingDouble(LanguageRange::getWeight).reversed());
        return Messages.preferred(ranges.stream()
                .filter(range -> range.getWeight() > 0)
                .map(range -> Locale.forLanguageTag(range.getRange()))
                .toList());
    }

    private static List<LanguageRange> readable(String part) {
        try {
            return LanguageRange.parse(part.strip());
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }
}
