package id.karier.app;

import io.smallrye.config.SmallRyeConfig;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.Config;

/**
 * What production must not start with. The profiles {@code demo}, {@code dev} and {@code test} may, each alone; every
 * other profile, and any mixture, is production. What somebody may really mean has a switch
 * {@code karier.allow.<name>=true} of its own, which its sentence names; keys that everybody knows have none.
 */
final class StartupChecks {
    private static final Set<String> TRIALS = Set.of("demo", "dev", "test");
    private static final int SHORTEST_PASSWORD = 12;
    private static final int MOST_FREE_FAILURES = 20;

    /** Looks at one thing in the configuration, and says a sentence for each reason not to start. */
    interface Check {
        void look(Config config, Consumer<String> refuse);
    }

    /** All of them; a slice that has something of its own to check adds it here. */
    private static final List<Check> CHECKS = List.of(
            StartupChecks::profiles,
            DatabaseChecks::embedded,
            DatabaseChecks::password,
            DatabaseChecks::encryption,
            StartupChecks::demo,
            KeyChecks::signingKey,
            KeyChecks::master,
            KeyChecks::fieldKeys,
            StartupChecks::issuer,
            StartupChecks::origins,
            StartupChecks::passwords,
            StartupChecks::management);

    private StartupChecks() {}

    /** @throws StartRefusedException naming everything that is unsafe, and the switch for it */
    static void refuseUnsafe(Config config) {
        if (!isProduction(config)) {
            return;
        }
        var unsafe = new ArrayList<String>();
        for (var check : CHECKS) {
            check.look(config, unsafe::add);
        }
        ProxyCheck.fault(config).ifPresent(unsafe::add);
        if (!unsafe.isEmpty()) {
            throw new StartRefusedException("Refusing to start in production:\n  - " + String.join("\n  - ", unsafe)
                    + "\nTo try Karier out, start it with -Dquarkus.profile=demo.");
        }
    }

    /** @throws StartRefusedException naming every mistake in the configuration, whatever the profile */
    static void refuseMistaken(List<String> mistakes) {
        if (!mistakes.isEmpty()) {
            throw new StartRefusedException(
                    "Refusing to start, the configuration has mistakes:\n  - " + String.join("\n  - ", mistakes));
        }
    }

    /** Values that can be read and cannot be meant, in any profile. */
    static List<String> mistakes(Config config) {
        var mistakes = new ArrayList<String>();
        var api = config.getOptionalValue("quarkus.http.port", Integer.class).orElse(0);
        var management = config.getOptionalValue("quarkus.management.port", Integer.class)
                .orElse(0);
        if (api != 0 && api.equals(management)) {
            mistakes.add("quarkus.management.port and quarkus.http.port are both " + api
                    + ": management has a port of its own, which stays inside");
        }
        ProxyCheck.unreadable(config).forEach(mistakes::add);
        return mistakes;
    }

    static boolean isProduction(Config config) {
        var profiles = profilesOf(config);
        return profiles.size() != 1 || !TRIALS.contains(profiles.get(0));
    }

    static boolean allowed(Config config, String name) {
        return config.getOptionalValue("karier.allow." + name, Boolean.class).orElse(false);
    }

    static String text(Config config, String property) {
        return config.getOptionalValue(property, String.class).orElse("").strip();
    }

    private static List<String> profilesOf(Config config) {
        return config.unwrap(SmallRyeConfig.class).getProfiles().stream()
                .map(String::strip)
                .filter(profile -> !profile.isEmpty())
                .toList();
    }

    private static void profiles(Config config, Consumer<String> refuse) {
        var profiles = profilesOf(config);
        if (profiles.stream().anyMatch(TRIALS::contains)) {
            refuse.accept("profiles " + String.join(", ", profiles) + " are mixed (quarkus.profile): demo, dev and test"
                    + " bring keys that everybody knows, so each may only stand alone");
        }
    }

    private static void demo(Config config, Consumer<String> refuse) {
        if (config.getOptionalValue("karier.demo.load", Boolean.class).orElse(false)
                && !allowed(config, "demo-accounts")) {
            refuse.accept(
                    "demo accounts are switched on (karier.demo.load); to mean it set karier.allow.demo-accounts=true");
        }
    }

    private static void issuer(Config config, Consumer<String> refuse) {
        var issuer = text(config, "karier.token.issuer");
        if (issuer.isEmpty() || issuer.equals("https://karier.example.id")) {
            refuse.accept("no issuer of your own (karier.token.issuer): the address under which clients know this"
                    + " Karier, and not the default");
        }
    }

    private static void origins(Config config, Consumer<String> refuse) {
        var told = new HashSet<String>();
        for (var property : List.of("karier.cors.origins", "quarkus.http.cors.origins")) {
            for (var origin : text(config, property).split(",")) {
                if (Origins.isTooWide(origin.strip()) && told.add(origin.strip())) {
                    refuse.accept(
                            "origin " + origin.strip() + " may call from a browser (" + property
                                    + "): name the front ends of this agency alone, not everybody and not a developer's machine");
                }
            }
        }
    }

    private static void passwords(Config config, Consumer<String> refuse) {
        int shortest = config.getOptionalValue("karier.password.min-length", Integer.class)
                .orElse(SHORTEST_PASSWORD);
        if (shortest < SHORTEST_PASSWORD) {
            refuse.accept("passwords of " + shortest + " letters are too short (karier.password.min-length): at least "
                    + SHORTEST_PASSWORD);
        }
        int free = config.getOptionalValue("karier.sign-in.free-failures", Integer.class)
                .orElse(0);
        if (free > MOST_FREE_FAILURES) {
            refuse.accept(free + " wrong passwords in a row cost nothing (karier.sign-in.free-failures): at most "
                    + MOST_FREE_FAILURES);
        }
    }

    private static void management(Config config, Consumer<String> refuse) {
        if (config.getOptionalValue("karier.management.on-main-port", Boolean.class)
                        .orElse(false)
                && !allowed(config, "public-management")) {
            refuse.accept("metrics and health are answered on the port of the API (karier.management.on-main-port); to"
                    + " mean it set karier.allow.public-management=true");
        }
    }
}
