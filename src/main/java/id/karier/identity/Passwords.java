package id.karier.identity;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Passwords as Argon2id hashes (19 MiB, two passes, one lane). A hash costs a quarter of a second of one core, so at
 * most as many are computed at once as there are cores, a bounded number waits, and the rest is asked to come again.
 */
@ApplicationScoped
public class Passwords {
    /** {@code karier.password.*} */
    @ConfigMapping(prefix = "karier.password")
    public interface Settings {
        /** Shortest password that a person may choose. */
        @WithDefault("12")
        int minLength();

        /** How long a password is good that an administrator gave. */
        @WithDefault("72H")
        Duration temporaryLife();

        /** How many may wait for their hash before others are turned away. */
        @WithDefault("32")
        int waiting();

        /** How many of one network are hashed or wait at once; the others of it are asked to come again. */
        @WithDefault("6")
        int perNetwork();

        /** How long one waits at most. */
        @WithDefault("5S")
        Duration patience();
    }

    /** Longer ones are not believed to be typed by anybody; they would only cost time to normalise. */
    public static final int MAX_LENGTH = 200;

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    /** Nobody's: what is checked for a name that does not exist, so that the answer takes as long. */
    public static final String NOBODYS =
            "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    /** Without letters and digits that look alike. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Argon2Function ARGON =
            Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final AtomicInteger waiting = new AtomicInteger();
    private final Map<String, Integer> busy = new ConcurrentHashMap<>();
    private final Settings settings;

    Passwords(Settings settings) {
        this.settings = settings;
    }

    public Settings settings() {
        return settings;
    }

    /**
     * Does work that hashes, when its turn has come. A turn is not taken within a turn.
     *
     * @throws ProblemException 503 when too many wait already
     */
    public <T> T inTurn(Supplier<T> work) {
        if (!turns.tryAcquire()) {
            await();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    /**
     * As {@link #inTurn(Supplier)}, for one of many: a network or an account leaves turns to the others.
     *
     * @param who the network, or the account of whoever is signed in
     * @throws ProblemException 429 when too many of these wait already, 503 when too many wait of all
     */
    public <T> T inTurn(String who, Supplier<T> work) {
        if (busy.merge(who, 1, Integer::sum) > settings.perNetwork()) {
            leave(who);
            throw ProblemException.waitFor(
                    ErrorCode.RATE_LIMITED, 2, FieldError.in("identity", "", "PASSWORDS_BEING_CHECKED"));
        }
        try {
            return inTurn(work);
        } finally {
            leave(who);
        }
    }

    private void leave(String who) {
        busy.computeIfPresent(who, (unused, count) -> count == 1 ? null : count - 1);
    }

    private void await() {
        if (waiting.incrementAndGet() > settings.waiting()) {
            waiting.decrementAndGet();
            throw ProblemException.retryLater(ErrorCode.UNAVAILABLE, 2, null);
        }
        try {
            if (!turns.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw ProblemException.retryLater(ErrorCode.UNAVAILABLE, 2, null);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw ProblemException.retryLater(ErrorCode.UNAVAILABLE, 2, interrupted);
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** The encoded hash of a password, with a salt of its own; takes a turn. */
    public String hash(String plain) {
        return inTurn(() -> hashed(plain));
    }

    /** As {@link #hash(String)}, in a turn of the account that asks for it. */
    public String hash(UUID account, String plain) {
        return inTurn(account.toString(), () -> hashed(plain));
    }

    private static String hashed(String plain) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return ARGON.hash(bytes(plain), salt).getResult();
    }

    /**
     * Whether the password is the one of the hash; takes the same time when there is no hash. Called within a turn.
     *
     * @param hash encoded hash, or null when nobody has the name
     */
    public boolean matches(String plain, @Nullable String hash) {
        var believable = plain.length() <= MAX_LENGTH ? plain : "";
        var stored = hash == null || believable.isEmpty() ? NOBODYS : hash;
        boolean same = Argon2Function.getInstanceFromHash(stored)
                .check(bytes(believable), stored.getBytes(StandardCharsets.US_ASCII));
        return same && !stored.equals(NOBODYS);
    }

    /** A password for the first sign-in: sixteen letters and digits in groups, 79 bits. */
    public String temporary() {
        var password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    /** A secret for a machine, or a refresh token: 256 random bits in 43 characters. */
    public String secret() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The same letters whatever keyboard wrote them. */
    private static byte[] bytes(String plain) {
        return Normalizer.normalize(plain, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    }
}
