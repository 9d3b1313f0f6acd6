package id.karier.kernel.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an {@code Accept} header asks for (RFC 9110, section 12.5.1). What cannot be read in it asks for nothing; a header
 * that is missing or empty asks for anything.
 */
record AcceptedTypes(List<Range> ranges) {
    static final AcceptedTypes ANY = new AcceptedTypes(List.of(new Range("*", "*", 1)));

    private static final String WORD = "[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}";
    private static final Pattern RANGE = Pattern.compile("(" + WORD + ")/(" + WORD + ")");
    private static final Pattern QUALITY = Pattern.compile("[qQ]\\s*=\\s*(0?(?:\\.\\d{1,3})?|1(?:\\.0{1,3})?)");

    /** More than any browser sends; what follows is not looked at. */
    private static final int MOST = 50;

    AcceptedTypes {
        ranges = List.copyOf(ranges);
    }

    /** {@code application/*} with how much it is wanted, 0 for not at all. */
    record Range(String type, String subtype, double quality) {
        /** How exactly it names a type, negative when it does not. */
        int precision(String wanted) {
            var parts = wanted.split("[/;]", 3);
            boolean sameType = type.equals(parts[0]);
            if (sameType && subtype.equals(parts[1].strip())) {
                return 2;
            }
            if (sameType && subtype.equals("*")) {
                return 1;
            }
            return type.equals("*") && subtype.equals("*") ? 0 : -1;
        }
    }

    static AcceptedTypes of(String header) {
        if (header.isBlank()) {
            return ANY;
        }
        var ranges = new ArrayList<Range>();
        for (var part : header.split(",", MOST + 1)) {
            var range = ranges.size() < MOST ? range(part) : null;
            if (range != null) {
                ranges.add(range);
            }
        }
        return new AcceptedTypes(ranges);
    }

    private static @Nullable Range range(String part) {
        var words = part.split(";");
        if (words.length == 0) {
            return null;
        }
        // an asterisk alone is what the Java runtime's own client sends
        var name = words[0].strip();
        var range = RANGE.matcher(name.equals("*") ? "*/*" : name);
        if (!range.matches() || (range.group(1).equals("*") && !range.group(2).equals("*"))) {
            return null;
        }
        double quality = 1;
        for (int i = 1; i < words.length; i++) {
            var word = words[i].strip();
            if (word.toLowerCase(Locale.ROOT).startsWith("q=")) {
                var read = QUALITY.matcher(word);
                if (!read.matches() || read.group(1).isEmpty() || read.group(1).equals(".")) {
                    return null;
                }
                quality = Double.parseDouble(read.group(1));
            }
        }
        return new Range(range.group(1).toLowerCase(Locale.ROOT), range.group(2).toLowerCase(Locale.ROOT), quality);
    }

    /** The one that is wanted most, the first of equals; null when none is wanted. */
    @Nullable
    String best(List<String> offered) {
        String best = null;
        double most = 0;
        for (var type : offered) {
            double quality = quality(type);
            if (quality > most) {
                best = type;
                most = quality;
            }
        }
        return best;
    }

    /** The most exact range decides, whatever the others say. */
    private double quality(String type) {
        Range exact = null;
        for (var range : ranges) {
            if (range.precision(type) >= 0 && (exact == null || range.precision(type) > exact.precision(type))) {
                exact = range;
            }
        }
        return exact == null ? 0 : exact.quality();
    }

    /** The same in words that every reader takes, and anything behind it, so that the framework refuses nothing by itself. */
    String forFramework() {
        var said = ranges.stream()
                .filter(range -> range.quality() > 0)
                .map(range -> range.type() + '/' + range.subtype() + ";q=" + range.quality())
                .collect(Collectors.toCollection(ArrayList::new));
        said.add("*/*;q=0.001");
        return String.join(",", said);
    }
}
