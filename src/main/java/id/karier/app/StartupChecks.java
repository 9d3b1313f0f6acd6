package id.karier.app;

import io.smallrye.config.SmallRyeConfig;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * What production must not start with. The profiles {@code demo}, {@code dev} and {@code test} may; every other profile
 * is production. Each refusal has a switch of its own name for whoever really means it.
 */
final class StartupChecks {
    private StartupChecks() {}

    /** @throws StartRefusedException naming everything that is unsafe, and the switch for it */
    static void refuseUnsafe(Config config) {
        var profiles = config.unwrap(SmallRyeConfig.class).getProfiles();
        if (profiles.stream().anyMatch(p -> p.equals("demo") || p.equals("dev") || p.equals("test"))) {
            return;
        }
        var unsafe = new ArrayList<String>();
        if (config.getOptionalValue(Database.URL, String.class).isEmpty() && !allowed(config, "embedded-database")) {
            unsafe.add("no database is configured (" + Database.URL + "); for the embedded one set"
                    + " karier.allow.embedded-database=true");
        }
        if (config.getOptionalValue("karier.demo.load", Boolean.class).orElse(false)
                && !allowed(config, "demo-accounts")) {
            unsafe.add(
                    "demo accounts are switched on (karier.demo.load); to mean it set karier.allow.demo-accounts=true");
        }
        if (config.getOptionalValue("karier.token.signing-key", String.class).isEmpty()
                && !allowed(config, "development-keys")) {
            unsafe.add("no signing key (karier.token.signing-key, a PKCS#8 PEM file); for a key made at the first start"
                    + " set karier.allow.development-keys=true");
        }
        if (config.getOptionalValue("karier.secrets.master", String.class).isEmpty()) {
            unsafe.add(
                    "no karier.secrets.master (base64 of 32 random bytes, for example from: openssl rand -base64 32)");
        }
        if (config.getOptionalValue("karier.secrets.active-field-key", String.class)
                .isEmpty()) {
            unsafe.add("no karier.secrets.active-field-key and karier.secrets.field-keys.<name> (base64 of 32 bytes)");
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

    private static boolean allowed(Config config, String name) {
        return config.getOptionalValue("karier.allow." + name, Boolean.class).orElse(false);
    }
}
