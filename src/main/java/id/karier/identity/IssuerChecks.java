package id.karier.identity;

import id.karier.identity.TokenConfig.ExternalIssuer;
import id.karier.kernel.Published;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Mistakes in {@code karier.token.issuers.*}, one sentence each, found before anything starts: most of them would start
 * quietly otherwise and refuse every token of that issuer without a word.
 */
@Published
public final class IssuerChecks {
    private static final String PREFIX = "karier.token.issuers.";
    private static final String VARIABLE = "KARIER_TOKEN_ISSUERS_";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern VARIABLE_NAME = Pattern.compile("[A-Z0-9]{1,40}");
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Duration LONGEST_LIFE = Duration.ofHours(24);
    private static final List<String> REQUIRED = List.of("issuer", "jwks-url", "audience", "agency");
    private static final Set<String> KEYS = Arrays.stream(ExternalIssuer.class.getDeclaredMethods())
            .filter(key -> !key.isSynthetic())
            .map(key -> key.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new));

    private final Config config;
    private final Collection<String> variables;
    private final Set<String> names = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();

    private IssuerChecks(Config config, Collection<String> variables) {
        this.config = config;
        this.variables = variables;
    }

    /** @param environment the process's environment variables, which the configuration reads too */
    public static List<String> faults(Config config, Map<String, String> environment) {
        var variables = new TreeSet<>(environment.keySet());
        config.getPropertyNames().forEach(variables::add);
        variables.removeIf(name -> !name.startsWith(VARIABLE));
        var checks = new IssuerChecks(config, variables);
        checks.readNames();
        checks.names.forEach(checks::check);
        checks.checkTwice();
        return checks.faults;
    }

    /**
     * Agencies that issuers serve and nobody knows.
     *
     * @param served code of the agency by the issuer's name
     * @param known codes of all agencies; none while the database is new, and then nothing can be said
     */
    static List<String> unknownAgencies(Map<String, String> served, Collection<String> known) {
        if (known.isEmpty()) {
            return List.of();
        }
        return new TreeMap<>(served)
                .entrySet().stream()
                        .filter(issuer -> !issuer.getValue().equals(OutsideIssuers.EVERY_AGENCY))
                        .filter(issuer -> !known.contains(issuer.getValue()))
                        .map(issuer -> PREFIX + issuer.getKey() + ".agency: there is no agency " + issuer.getValue()
                                + near(issuer.getValue(), known))
                        .toList();
    }

    private void readNames() {
        var dotted = new TreeSet<String>();
        config.getPropertyNames().forEach(property -> {
            if (property.startsWith(PREFIX)) {
                dotted.add(property);
            }
        });
        dotted.removeIf(property -> !isRight(property) && variables.contains(variable(property)));
        dotted.forEach(this::readProperty);
        var written = dotted.stream().map(IssuerChecks::variable).collect(Collectors.toSet());
        variables.stream().filter(name -> !written.contains(name)).forEach(this::readVariable);
    }

    /** The configuration makes a property of a variable too, by its own lights: then the variable is judged. */
    private static boolean isRight(String property) {
        int dot = property.lastIndexOf('.');
        return dot > PREFIX.length()
                && NAME.matcher(property.substring(PREFIX.length(), dot)).matches()
                && KEYS.contains(property.substring(dot + 1));
    }

    private void readProperty(String property) {
        var rest = property.substring(PREFIX.length());
        int dot = rest.indexOf('.');
        var name = dot < 0 ? rest : rest.substring(0, dot);
        var key = dot < 0 ? "" : rest.substring(dot + 1);
        if (!NAME.matcher(name).matches()) {
            faults.add(property + ": an issuer's name is small letters, digits and dashes, at most 40");
        } else if (!KEYS.contains(key)) {
            faults.add(
                    property + ": there is no such key" + near(key, KEYS) + "; there are " + String.join(", ", KEYS));
            names.add(name);
        } else {
            names.add(name);
        }
    }

    /** In a variable dash, dot and underscore are the same, so that only a name of one word can be told from its key. */
    private void readVariable(String variable) {
        var rest = variable.substring(VARIABLE.length());
        var key = KEYS.stream()
                .filter(candidate -> rest.endsWith('_' + upper(candidate)))
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .orElse(null);
        if (key == null) {
            faults.add(variable + ": ends with no key of an issuer; there are "
                    + KEYS.stream().map(IssuerChecks::upper).collect(Collectors.joining(", ")));
            return;
        }
        var name = rest.substring(0, rest.length() - key.length() - 1);
        if (VARIABLE_NAME.matcher(name).matches()) {
            names.add(name.toLowerCase(Locale.ROOT));
            return;
        }
        var dashed = name.toLowerCase(Locale.ROOT).replaceAll("_+", "-").replaceAll("^-|-$", "");
        faults.add(
                variable + ": in a variable an issuer's name is one word without dash or underscore, as in " + VARIABLE
                        + upper(dashed).replace("_", "") + '_' + upper(key) + "; a name with a dash is written in"
                        + " config/application.properties as " + PREFIX + dashed + '.' + key);
    }

    private void check(String name) {
        for (var key : REQUIRED) {
            if (value(name, key).isEmpty()) {
                faults.add(PREFIX + name + '.' + key + " is missing" + (key.equals("agency") ? AGENCY_MEANS : ""));
            }
        }
        for (var key : KEYS) {
            value(name, key)
                    .filter(word -> !word.strip().equals(word))
                    .ifPresent(word -> faults.add(PREFIX + name + '.' + key + " has a blank at its beginning or end"));
        }
        value(name, "issuer").ifPresent(issuer -> checkIssuer(name, issuer));
        value(name, "jwks-url").ifPresent(address -> checkAddress(name, address));
        checkAgency(name);
        checkLife(name);
    }

    private static final String AGENCY_MEANS = ": the code of the agency whose people it signs in, or * for all";

    private void checkIssuer(String name, String issuer) {
        var key = PREFIX + name + ".issuer";
        if (issuer.endsWith("/")) {
            faults.add(key + " ends with a slash, which the iss of its tokens does not: write "
                    + issuer.replaceAll("/+$", ""));
        }
        if (value("karier.token.issuer").filter(issuer::equals).isPresent()) {
            faults.add(key + " is our own (karier.token.issuer)");
        }
    }

    private void checkAddress(String name, String address) {
        var key = PREFIX + name + ".jwks-url";
        try {
            var at = new URI(address);
            if (at.getHost() == null) {
                faults.add(key + " is no address: " + address);
            } else if (!"https".equals(at.getScheme())
                    && !("http".equals(at.getScheme()) && THIS_MACHINE.contains(at.getHost()))) {
                faults.add(key + " must begin with https:, since whoever changes its answer can sign in as anybody: "
                        + address);
            }
        } catch (URISyntaxException unreadable) {
            faults.add(key + " is no address: " + address);
        }
    }

    private void checkAgency(String name) {
        boolean every = value(name, "agency")
                .filter(OutsideIssuers.EVERY_AGENCY::equals)
                .isPresent();
        boolean claim = value(name, "agency-claim").isPresent();
        if (every && !claim) {
            faults.add(PREFIX + name + ".agency-claim is missing: an issuer of every agency (*) names in it the code of"
                    + " the person's agency");
        }
        if (claim && !every) {
            faults.add(PREFIX + name + ".agency-claim is for an issuer of every agency (*) only; this one serves "
                    + value(name, "agency").orElse("none"));
        }
    }

    private void checkLife(String name) {
        var key = PREFIX + name + ".longest-life";
        try {
            var life = config.getOptionalValue(key, Duration.class);
            if (life.isPresent()
                    && (life.get().isNegative()
                            || life.get().isZero()
                            || life.get().compareTo(LONGEST_LIFE) > 0)) {
                faults.add(key + " is more than nothing and at most 24H");
            }
        } catch (IllegalArgumentException unreadable) {
            faults.add(key + " is no duration, as 1H or 30M: "
                    + value(name, "longest-life").orElse(""));
        }
    }

    private void checkTwice() {
        var first = new HashMap<String, String>();
        for (var name : names) {
            var issuer = value(name, "issuer");
            var other = issuer.isPresent() ? first.putIfAbsent(issuer.get(), name) : null;
            if (other != null) {
                faults.add(PREFIX + name + ".issuer is the same as " + PREFIX + other + ".issuer: " + issuer.get());
            }
        }
    }

    private Optional<String> value(String name, String key) {
        return value(PREFIX + name + '.' + key);
    }

    private Optional<String> value(String property) {
        return config.getOptionalValue(property, String.class);
    }

    /** The one of the choices that differs from a word by a letter or two, as the end of a sentence. */
    private static String near(String word, Collection<String> choices) {
        @Nullable String nearest = null;
        int least = 3;
        for (var choice : choices) {
            int distance = distance(word, choice);
            if (distance < least) {
                least = distance;
                nearest = choice;
            }
        }
        return nearest == null ? "" : ", did you mean " + nearest + '?';
    }

    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }

    private static String variable(String property) {
        return upper(property.replaceAll("[^A-Za-z0-9]", "_"));
    }

    private static String upper(String key) {
        return key.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
