package id.karier.app;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** Databases that production must not work on: one without a password, one over an open line. */
final class DatabaseChecks {
    private static final String SSL_MODE = "quarkus.datasource.jdbc.additional-jdbc-properties.sslMode";
    private static final String CREDENTIALS = "quarkus.datasource.credentials-provider";
    private static final Set<String> VERIFIED = Set.of("VERIFY_CA", "VERIFY_IDENTITY");
    private static final Pattern MODE = Pattern.compile("(?i)\\bsslMode=([A-Za-z_]*)");
    private static final Pattern OLD_MODE = Pattern.compile("(?i)\\buseSSL=false");
    private static final Pattern AUTHORITY = Pattern.compile("^jdbc:[a-z:+]+//([^/?]*)");
    private static final Pattern NAMED_HOST = Pattern.compile("(?i)\\bhost=([^,)]*)");

    private DatabaseChecks() {}

    static void embedded(Config config, Consumer<String> refuse) {
        if (!StartupChecks.text(config, Database.URL).isEmpty()) {
            return;
        }
        if (!StartupChecks.allowed(config, "embedded-database")) {
            refuse.accept("no database is configured (" + Database.URL + "); for the embedded one set"
                    + " karier.allow.embedded-database=true");
        } else if (EmbeddedDatabase.runsAsRoot()) {
            refuse.accept("the embedded database would run as root; start Karier as a user of its own");
        }
    }

    static void password(Config config, Consumer<String> refuse) {
        var url = StartupChecks.text(config, Database.URL);
        if (!url.isEmpty()
                && StartupChecks.text(config, Database.PASSWORD).isEmpty()
                && StartupChecks.text(config, CREDENTIALS).isEmpty()) {
            refuse.accept("the database user has no password (" + Database.PASSWORD + ")");
        }
    }

    static void encryption(Config config, Consumer<String> refuse) {
        var url = StartupChecks.text(config, Database.URL);
        if (url.isEmpty()
                || hosts(url).stream().allMatch(Origins::isOfThisMachine)
                || StartupChecks.allowed(config, "plain-database")) {
            return;
        }
        var modes = new ArrayList<String>();
        var said = StartupChecks.text(config, SSL_MODE);
        if (!said.isEmpty()) {
            modes.add(said);
        }
        var readable = decoded(url);
        MODE.matcher(readable).results().map(found -> found.group(1)).forEach(modes::add);
        if (modes.isEmpty()
                || !VERIFIED.containsAll(modes)
                || OLD_MODE.matcher(readable).find()) {
            refuse.accept(
                    "the line to the database is not verified (" + Database.URL + "): say sslMode=VERIFY_IDENTITY or"
                            + " VERIFY_CA; for a line that nobody else is on set karier.allow.plain-database=true");
        }
    }

    /** Every host that the driver may speak to. */
    private static List<String> hosts(String url) {
        var authority = AUTHORITY.matcher(decoded(url));
        if (!authority.find()) {
            return List.of("?");
        }
        var all = authority.group(1);
        if (all.contains("(")) {
            return NAMED_HOST
                    .matcher(all)
                    .results()
                    .map(found -> found.group(1).strip())
                    .toList();
        }
        var hosts = new ArrayList<String>();
        for (var one : all.substring(all.indexOf('@') + 1).split(",")) {
            var host = one.substring(one.indexOf('@') + 1).strip().replaceAll(":\\d+$", "");
            hosts.add(host.isEmpty() ? "localhost" : host);
        }
        return hosts;
    }

    private static String decoded(String url) {
        try {
            return URLDecoder.decode(url, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return url;
        }
    }
}
