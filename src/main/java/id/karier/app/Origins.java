package id.karier.app;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Which origins of browsers are too wide for production: everybody, and whatever runs on the reader's own machine. */
final class Origins {
    /** What no expression of an agency's front ends matches. */
    private static final List<String> STRANGERS = List.of(
            "https://stranger.example.com",
            "http://stranger.example.com",
            "https://evil.test",
            "http://localhost:5173");

    private Origins() {}

    /** @param origin as in {@code quarkus.http.cors.origins}: an origin, {@code *}, or a regular expression in slashes */
    static boolean isTooWide(String origin) {
        if (origin.isEmpty()) {
            return false;
        }
        if (origin.length() > 1 && origin.startsWith("/") && origin.endsWith("/")) {
            try {
                var expression = Pattern.compile(origin.substring(1, origin.length() - 1));
                return STRANGERS.stream()
                        .anyMatch(stranger -> expression.matcher(stranger).matches());
            } catch (PatternSyntaxException unreadable) {
                return true;
            }
        }
        if (origin.contains("*") || origin.equals("null")) {
            return true;
        }
        try {
            var host = URI.create(origin).getHost();
            return host == null || isOfThisMachine(host);
        } catch (IllegalArgumentException unreadable) {
            return true;
        }
    }

    /** Whether a host is the machine itself, by name or by number. */
    static boolean isOfThisMachine(String host) {
        var name = host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.matches("127(\\.\\d{1,3}){3}")
                || name.equals("0.0.0.0")
                || name.equals("::1")
                || name.equals("0:0:0:0:0:0:0:1");
    }
}
