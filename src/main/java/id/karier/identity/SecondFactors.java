package id.karier.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import id.karier.kernel.Role;
import id.karier.kernel.data.FieldCipher;
import id.karier.kernel.data.Secrets;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/**
 * The second factor of who decides or sees much: a code of six digits that a device shows for thirty seconds (RFC 6238), or
 * one of the codes that were written down for the day on which the device is lost.
 */
@Startup
@ApplicationScoped
public class SecondFactors {
    /** {@code karier.second-factor.*} */
    @ConfigMapping(prefix = "karier.second-factor")
    public interface Settings {
        /** Codes of agencies whose officers need none, as a pattern: for the demo and the tests, and refused elsewhere. */
        Optional<String> exemptAgencies();

        /** What the device calls us. */
        @WithDefault("Karier")
        String issuer();
    }

    /** Whoever holds one of these signs in with two factors. */
    private static final Set<Role> NEEDED_BY = Set.of(Role.SDM, Role.ADMIN, Role.PIMPINAN, Role.AUDITOR, Role.NASIONAL);

    private static final String PLACE = "second_factors.secret";
    private static final int SECRET_BYTES = 20;
    private static final int LONGEST_SECRET_BYTES = 64;
    private static final int LEAST_LETTERS = 8;
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_LETTERS = 16;
    private static final Set<String> NOT_PRODUCTION = Set.of("demo", "dev", "test");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    private final SecondFactorQueries queries;
    private final Settings settings;
    private final Pattern exempt;
    private final Passwords passwords;
    private final FieldCipher cipher;
    private final Secrets secrets;
    private final Clock clock;

    SecondFactors(
            SecondFactorQueries queries,
            Settings settings,
            Passwords passwords,
            FieldCipher cipher,
            Secrets secrets,
            Clock clock) {
        if (settings.exemptAgencies().isPresent()
                && ConfigUtils.getProfiles().stream().noneMatch(NOT_PRODUCTION::contains)) {
            throw new IllegalStateException("karier.second-factor.exempt-agencies is for the demo and tests only");
        }
        this.queries = queries;
        this.settings = settings;
        this.exempt = Pattern.compile(settings.exemptAgencies().orElse("(?!)"));
        this.passwords = passwords;
        this.cipher = cipher;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Whether somebody with these roles in this agency needs a second factor. */
    public boolean isNeeded(String agency, Set<Role> roles) {
        return roles.stream().anyMatch(NEEDED_BY::contains)
                && !exempt.matcher(agency).matches();
    }

    public boolean isEnrolled(UUID account) {
        return queries.secret(account).isPresent();
    }

    /** A secret for a new device, in base 32. */
    public String newSecret() {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return base32().encodeToString(secret).replace("=", "");
    }

    /** What a device reads from a picture, to show codes for an account. */
    public String address(String username, String secret) {
        return "otpauth://totp/" + settings.issuer() + ":" + username + "?secret=" + secret + "&issuer="
                + settings.issuer();
    }

    /** Whether a text can be a secret: base 32 of 160 bits or more. */
    public boolean isSecret(String secret) {
        if (!base32().isInAlphabet(secret)) {
            return false;
        }
        int bytes = base32().decode(secret).length;
        return bytes >= SECRET_BYTES && bytes <= LONGEST_SECRET_BYTES && !isTrivial(secret);
    }

    /** Few letters, or letters that follow from those before them: one word again and again, or the alphabet. */
    private static boolean isTrivial(String secret) {
        var letters = new HashSet<Integer>();
        var steps = new HashSet<Integer>();
        for (int i = 0; i < secret.length(); i++) {
            letters.add((int) secret.charAt(i));
            if (i > 0) {
                steps.add(secret.charAt(i) - secret.charAt(i - 1));
            }
        }
        return letters.size() < LEAST_LETTERS || steps.size() < LEAST_LETTERS;
    }

    /** As it is compared, however it was typed: a device shows 123 456, and people leave out dashes or type capitals. */
    private static String plain(String code) {
        var typed = code.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
        return typed.length() == RECOVERY_LETTERS ? typed.replaceAll("(.{4})(?!$)", "$1-") : typed;
    }

    /** Whether a device that holds a secret shows this code now. */
    public boolean shows(String secret, String code) {
        return step(base32().decode(secret), plain(code)) >= 0;
    }

    /**
     * Takes a device in the place of any before, in a running transaction.
     *
     * @param code that it shows, which is used up
     * @return codes for the day on which it is lost, to be shown once
     */
    public List<String> enrol(UUID account, String secret, String code) {
        var raw = base32().decode(secret);
        var written =
                Stream.generate(passwords::temporary).limit(RECOVERY_CODES).toList();
        queries.remove(account);
        var sealed = cipher.sealBytes(PLACE, account, raw);
        var hashes = new ArrayList<byte[]>();
        written.forEach(word -> hashes.add(recoveryHash(account, word)));
        queries.insert(account, sealed, step(raw, plain(code)), clock.instant(), hashes);
        return written;
    }

    /** Whoever gets a new password from an administrator enrols anew. */
    public void remove(UUID account) {
        queries.remove(account);
    }

    /** Whether a code is the one that the account's device shows, or a recovery code; it is used up. */
    public boolean use(UUID account, String code) {
        var word = plain(code);
        if (!word.matches("\\d{6}")) {
            return queries.useRecoveryCode(account, recoveryHash(account, word));
        }
        var sealed = queries.secret(account);
        if (sealed.isEmpty()) {
            return false;
        }
        long step = step(cipher.openBytes(PLACE, account, sealed.get()), word);
        return step >= 0 && queries.useStep(account, step);
    }

    /** The step among this one and its neighbours, for clocks that are a little off, whose code this is; or -1. */
    private long step(byte[] secret, String code) {
        var key = new SecretKeySpec(secret, codes.getAlgorithm());
        long seconds = codes.getTimeStep().toSeconds();
        long now = clock.instant().getEpochSecond() / seconds;
        for (long step = now + 1; step >= now - 1; step--) {
            if (code(key, step * seconds).equals(code)) {
                return step;
            }
        }
        return -1;
    }

    private String code(SecretKeySpec key, long second) {
        try {
            return codes.generateOneTimePasswordString(key, Instant.ofEpochSecond(second), Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] recoveryHash(UUID account, String word) {
        return secrets.hmac("recovery-code", (account + "/" + word).getBytes(StandardCharsets.UTF_8));
    }

    private static Base32 base32() {
        return new Base32();
    }
}
