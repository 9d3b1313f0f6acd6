package id.karier.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.Config;

/** Keys that production must not start with: none, short ones, and those that the demo has published. */
final class KeyChecks {
    private static final int SECRET_BYTES = 32;
    private static final int SHORTEST_RSA = 2048;

    /** 32 random bytes have some thirty; a sentence or a row of zeros has fewer. */
    private static final int FEWEST_DISTINCT_BYTES = 20;

    private static final String MASTER = "karier.secrets.master";
    private static final String ACTIVE = "karier.secrets.active-field-key";
    private static final String FIELD_KEYS = "karier.secrets.field-keys.";
    private static final String SIGNING_KEY = "karier.token.signing-key";

    /** SHA-256 of the demo's keys: of the bytes, so that no other way of writing them gets past. */
    private static final Set<String> PUBLISHED = Set.of(
            "6ad8da56ee4c780adf9b258c94a1c5de3459b0b549685262646c721df4bd43e2",
            "b916232af321cdaea67758f42e3e8efc9ba566295b1ecb17fde4f416658a687c");

    private KeyChecks() {}

    static void signingKey(Config config, Consumer<String> refuse) {
        var file = StartupChecks.text(config, SIGNING_KEY);
        if (file.isEmpty()) {
            if (!StartupChecks.allowed(config, "development-keys")) {
                refuse.accept(
                        "no signing key (" + SIGNING_KEY + ", a PKCS#8 PEM file); for a key made at the first start"
                                + " set karier.allow.development-keys=true");
            }
            return;
        }
        try {
            int bits = rsa(Path.of(file)).getModulus().bitLength();
            if (bits < SHORTEST_RSA) {
                refuse.accept("the signing key has " + bits + " bits (" + SIGNING_KEY + "): at least " + SHORTEST_RSA);
            }
        } catch (IOException | InvalidPathException unreadable) {
            refuse.accept("the signing key cannot be read (" + SIGNING_KEY + "=" + file + "): " + kind(unreadable));
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException noKey) {
            refuse.accept("the signing key is no RSA key in PKCS#8 PEM (" + SIGNING_KEY + "=" + file + ")");
        }
    }

    static void master(Config config, Consumer<String> refuse) {
        var master = StartupChecks.text(config, MASTER);
        if (master.isEmpty()) {
            refuse.accept("no " + MASTER + " (base64 of 32 random bytes, for example from: openssl rand -base64 32)");
            return;
        }
        secret(MASTER, master, refuse);
    }

    static void fieldKeys(Config config, Consumer<String> refuse) {
        var active = StartupChecks.text(config, ACTIVE);
        if (active.isEmpty()) {
            refuse.accept("no " + ACTIVE + " and " + FIELD_KEYS + "<name> (base64 of 32 bytes)");
        } else if (StartupChecks.text(config, FIELD_KEYS + active).isEmpty()) {
            refuse.accept("the active field key " + active + " has no value (" + FIELD_KEYS + active + ")");
        }
        fieldKeysOf(config, active).forEach((property, value) -> secret(property, value, refuse));
    }

    /** Every field key, also one that only the environment names and that is not the active one. */
    private static Map<String, String> fieldKeysOf(Config config, String active) {
        var values = new LinkedHashMap<String, String>();
        if (!active.isEmpty()) {
            values.put(FIELD_KEYS + active, StartupChecks.text(config, FIELD_KEYS + active));
        }
        for (var name : config.getPropertyNames()) {
            var value = name.startsWith(FIELD_KEYS) || name.startsWith("KARIER_SECRETS_FIELD_KEYS_")
                    ? StartupChecks.text(config, name)
                    : "";
            if (!values.containsValue(value)) {
                values.put(name, value);
            }
        }
        values.values().removeIf(String::isEmpty);
        return values;
    }

    private static void secret(String property, String value, Consumer<String> refuse) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(value);
        } catch (IllegalArgumentException noBase64) {
            refuse.accept(property + " is not base64 of 32 random bytes (openssl rand -base64 32)");
            return;
        }
        if (PUBLISHED.contains(sha256(bytes))) {
            refuse.accept(property + " is a key of the demo, which everybody knows; make one of your own with: openssl"
                    + " rand -base64 32");
        } else if (bytes.length != SECRET_BYTES) {
            refuse.accept(property + " has " + bytes.length + " bytes and not 32 (openssl rand -base64 32)");
        } else if (distinct(bytes) < FEWEST_DISTINCT_BYTES) {
            refuse.accept(property + " does not look random; make one with: openssl rand -base64 32");
        }
    }

    private static long distinct(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).chars().distinct().count();
    }

    private static RSAPrivateKey rsa(Path file) throws IOException, GeneralSecurityException {
        var text = Files.readString(file)
                .replace("-----BEGIN PRIVATE KEY-----", "")
                .replace("-----END PRIVATE KEY-----", "");
        var encoded = Base64.getMimeDecoder().decode(text);
        return (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private static String kind(Exception failed) {
        return failed.getClass().getSimpleName().replaceAll("Exception$", "");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
