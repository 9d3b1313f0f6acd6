package id.karier.app;

import static id.karier.app.BootstrapSettings.PREFIX;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.identity.SignInRules;
import id.karier.kernel.PlainText;
import id.karier.organisation.AgencyRules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;

/** Mistakes in {@code karier.bootstrap.*}, one sentence each, found before anything starts, whatever the profile. */
final class BootstrapChecks {
    private static final String VARIABLE = "KARIER_BOOTSTRAP_";
    private static final String ISSUERS = "karier.token.issuers.";
    private static final String EVERY_AGENCY = "*";
    private static final int LONGEST_SUBJECT = 255;

    private final BootstrapSettings settings;
    private final Config config;
    private final List<String> faults = new ArrayList<>();

    private BootstrapChecks(Config config) {
        this.config = config;
        this.settings = new BootstrapSettings(config);
    }

    /** @param environment the process's environment variables, which the configuration reads too */
    static List<String> faults(Config config, Map<String, String> environment) {
        var checks = new BootstrapChecks(config);
        checks.unknownKeys(environment);
        if (!checks.settings.isEmpty()) {
            checks.agency();
            checks.people();
            checks.outside();
            checks.demo();
        }
        return checks.faults;
    }

    private void fault(String key, String sentence) {
        faults.add(PREFIX + key + ' ' + sentence);
    }

    /** A key that nobody reads would leave its place empty without a word. */
    private void unknownKeys(Map<String, String> environment) {
        var choices = "; there are " + String.join(", ", new TreeSet<>(BootstrapSettings.KEYS));
        var variables = new TreeSet<String>();
        for (var key : BootstrapSettings.KEYS) {
            variables.add(variable(key));
        }
        var names = new TreeSet<>(environment.keySet());
        config.getPropertyNames().forEach(names::add);
        var unknown = new LinkedHashSet<String>();
        for (var name : names) {
            if (name.startsWith(VARIABLE) && !variables.contains(name)) {
                unknown.add(name);
            }
        }
        for (var name : names) {
            if (name.startsWith(PREFIX)) {
                var key = name.substring(PREFIX.length());
                var said = variable(key);
                // the configuration makes a property of a variable too, by its own lights: then the variable is judged
                if (!BootstrapSettings.KEYS.contains(key) && !variables.contains(said) && !unknown.contains(said)) {
                    unknown.add(name);
                }
            }
        }
        unknown.forEach(name -> faults.add(name + " is no key of the first day" + choices));
    }

    private static String variable(String key) {
        return VARIABLE + key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private void agency() {
        var code = settings.agency();
        if (!code.isEmpty() && !AgencyRules.isCode(code)) {
            fault(
                    "agency",
                    "is no code: 2 to 20 small letters, digits and dashes, a letter first, as in lampung: " + code);
        }
        var name = settings.text("name");
        if (name.length() > AgencyRules.LONGEST_NAME || !PlainText.isPlain(name)) {
            fault("name", "is at most " + AgencyRules.LONGEST_NAME + " letters in one line");
        }
        var zone = settings.text("zone");
        if (!zone.isEmpty() && !AgencyRules.ZONES.contains(zone)) {
            fault("zone", "is one of " + String.join(", ", AgencyRules.ZONES) + ", not " + zone);
        }
        var kind = settings.text("kind");
        if (!kind.isEmpty() && !kinds().contains(kind)) {
            fault("kind", "is one of " + String.join(", ", kinds()) + ", not " + kind);
        }
    }

    /** The codes of the reference list, which is read before there are beans. */
    private static Set<String> kinds() {
        try (var list = BootstrapChecks.class.getResourceAsStream("/reference/agency-kinds.json")) {
            var codes = new LinkedHashSet<String>();
            new ObjectMapper()
                    .readTree(Objects.requireNonNull(list))
                    .path("items")
                    .forEach(item -> codes.add(item.path("code").asText()));
            return codes;
        } catch (IOException unreadable) {
            throw new IllegalStateException("agency-kinds", unreadable);
        }
    }

    private void people() {
        for (var key : List.of("admin", "second", "national", "replacement")) {
            var name = settings.text(key);
            if (!name.isEmpty() && !name.matches(SignInRules.NAME)) {
                fault(
                        key,
                        "is no user name: 3 to 60 small letters, digits, dots, dashes and underscores, as in"
                                + " admin.lampung: " + name);
            }
        }
        long named = List.of("admin", "second", "national", "replacement").stream()
                .filter(settings::has)
                .count();
        if (named > settings.usernames().size()) {
            fault("second", "and the other names are of different people: the one approves what the other proposes");
        }
        if (settings.has("second") && !settings.has("admin")) {
            fault("second", "is the second of two: " + PREFIX + "admin is missing");
        }
        if (!settings.singles().isEmpty() && !settings.has("agency")) {
            fault("agency", "is missing: it says of which agency the account is");
        }
    }

    /** With an issuer outside nobody has a password: each is named by her subject there. */
    private void outside() {
        var issuer = settings.text("issuer");
        for (var key : List.of("admin", "second", "national", "replacement")) {
            var subject = settings.text(key + "-subject");
            if (issuer.isEmpty() && !subject.isEmpty()) {
                fault(key + "-subject", "needs " + PREFIX + "issuer, the name of the issuer that knows it");
            }
            if (subject.length() > LONGEST_SUBJECT || !PlainText.isPlain(subject)) {
                fault(key + "-subject", "is at most " + LONGEST_SUBJECT + " letters in one line");
            }
        }
        if (issuer.isEmpty()) {
            return;
        }
        var serves = StartupChecks.text(config, ISSUERS + issuer + ".agency");
        if (serves.isEmpty()) {
            fault("issuer", "names no issuer of the configuration: " + ISSUERS + issuer + ".issuer and the like");
            return;
        }
        if (!serves.equals(EVERY_AGENCY) && !serves.equals(settings.agency())) {
            fault("issuer", "serves " + serves + " (" + ISSUERS + issuer + ".agency), not " + settings.agency());
        }
        if (settings.has("national") && !serves.equals(EVERY_AGENCY)) {
            fault("national", "signs in with an issuer of every agency only (" + ISSUERS + issuer + ".agency=*)");
        }
        boolean byName = !StartupChecks.text(config, ISSUERS + issuer + ".username-claim")
                .isEmpty();
        for (var key : List.of("admin", "second", "national", "replacement")) {
            boolean made = settings.has(key) || (key.equals("second") && settings.has("admin"));
            if (made && !byName && !settings.has(key + "-subject")) {
                fault(key + "-subject", "is missing: the sub of this person at the issuer " + issuer);
            }
        }
    }

    private void demo() {
        if (config.getOptionalValue("karier.demo.load", Boolean.class).orElse(false)) {
            faults.add("karier.demo.load and " + PREFIX + "* both fill an empty database: take one of them out");
        }
    }
}
