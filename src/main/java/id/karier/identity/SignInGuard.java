package id.karier.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.karier.identity.AttemptQueries.Attempts;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.kernel.data.Secrets;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Slows down who guesses a person's password. Failures count for a name and the network they come from, durably for all
 * nodes, whether anybody has the name or not; what strangers fail with elsewhere keeps nobody out. All failures of a name
 * together lock it for networks that nobody knows. A network from which the person has signed in before, or a device that
 * shows an old token of hers, is never locked: there, only the network's own allowance of failures counts. Machines have
 * no lock at all, because nobody guesses 256 bits.
 */
@ApplicationScoped
public class SignInGuard {
    /** {@code karier.sign-in.*} */
    @ConfigMapping(prefix = "karier.sign-in")
    public interface Settings {
        /** Failures in a row of one name from one network that cost nothing. */
        @WithDefault("4")
        int freeFailures();

        /** Failures of one name from all networks together that cost nothing. */
        @WithDefault("50")
        int freeFailuresAnywhere();

        @WithDefault("30S")
        Duration firstLock();

        @WithDefault("15M")
        Duration longestLock();

        /** Failures that one address may have at once; an office of hundreds shares an address. */
        @WithDefault("40")
        int addressFailures();

        /** The time in which an address gets all its failures back. */
        @WithDefault("10M")
        Duration addressMemory();
    }

    /** In the place of a network: all of them together. */
    private static final byte[] ANYWHERE = new byte[16];

    /** In the place of a network: somebody who is signed in and tells her password once more. */
    private static final String SIGNED_IN = "signed-in";

    private final Cache<String, Bucket> addresses = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();
    private final AttemptQueries queries;
    private final Settings settings;
    private final Secrets secrets;
    private final Clock clock;

    SignInGuard(AttemptQueries queries, Settings settings, Secrets secrets, Clock clock) {
        this.queries = queries;
        this.settings = settings;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @throws ProblemException 429 when too much from this address has failed of late */
    void admit(String address) {
        var bucket = bucket(address);
        if (bucket.getAvailableTokens() < 1) {
            long nanos = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
            int seconds = (int) TimeUnit.NANOSECONDS.toSeconds(nanos) + 1;
            throw ProblemException.waitFor(
                    ErrorCode.RATE_LIMITED, seconds, FieldError.in("identity", "", "TRIES_USED", seconds));
        }
    }

    void failedFrom(String address) {
        bucket(address).tryConsume(1);
    }

    /**
     * Seconds that a name is locked for yet where the request comes from, or zero; within a transaction.
     *
     * @param account whose name it is, or null when nobody has it
     * @param token hash of a refresh token that the device shows, good or not, or null
     */
    long lockedSeconds(String name, String address, @Nullable UUID account, byte @Nullable [] token) {
        var here = networkHash(network(address));
        long seconds = longest(queries.ofNetwork(nameHash(name), here, ANYWHERE).stream());
        if (seconds == 0 || account == null) {
            return seconds;
        }
        boolean known = queries.isKnown(account, here) || (token != null && queries.hadToken(account, token));
        return known ? 0 : seconds;
    }

    /** Seconds that somebody who is signed in has to wait before she may tell her password once more. */
    public long lockedSeconds(String name) {
        return longest(queries.ofNetwork(nameHash(name), networkHash(SIGNED_IN), networkHash(SIGNED_IN)).stream());
    }

    /** Until when a name is locked anywhere, or null; within a transaction. */
    public @Nullable Instant lockedUntil(String name) {
        var now = clock.instant();
        return queries.ofName(nameHash(name)).stream()
                .map(Attempts::lockedUntil)
                .filter(Objects::nonNull)
                .filter(until -> until.isAfter(now))
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** Counts one more failure of a name; within a transaction. Answers the seconds that it is locked for. */
    long failed(String name, String address) {
        long here = count(name, networkHash(network(address)), settings.freeFailures());
        return Math.max(here, count(name, ANYWHERE, settings.freeFailuresAnywhere()));
    }

    /** As {@link #failed(String, String)}, of somebody who is signed in: it keeps nobody from signing in. */
    public long failed(String name) {
        return count(name, networkHash(SIGNED_IN), settings.freeFailures());
    }

    private long count(String name, byte[] network, int free) {
        var hash = nameHash(name);
        var now = clock.instant();
        queries.claim(hash, network, now);
        var earlier = queries.ofNetwork(hash, network, network).get(0);
        int failures = earlier.lastAt().isBefore(now.minus(SignInRules.MEMORY))
                ? 1
                : Math.min(earlier.failures() + 1, Short.MAX_VALUE);
        var lock = SignInRules.lockAfter(failures, free, settings.firstLock(), settings.longestLock());
        queries.store(hash, new Attempts(network, failures, now, lock.isZero() ? null : now.plus(lock)));
        return lock.toSeconds();
    }

    /** A person has signed in: her failures from here are forgotten, and where she is known. Within a transaction. */
    void signedIn(String name, String address, UUID account) {
        var here = networkHash(network(address));
        queries.clear(nameHash(name), here);
        queries.know(account, here, clock.instant());
    }

    /** Forgets all failures of a name: she has a new password, or an administrator vouched for her. */
    public void clear(String name) {
        queries.clear(nameHash(name));
    }

    private long longest(Stream<Attempts> attempts) {
        return attempts.mapToLong(a -> secondsLeft(a.lockedUntil())).max().orElse(0);
    }

    private long secondsLeft(@Nullable Instant lockedUntil) {
        if (lockedUntil == null) {
            return 0;
        }
        long millis = Duration.between(clock.instant(), lockedUntil).toMillis();
        return millis <= 0 ? 0 : (millis + 999) / 1000;
    }

    /** A name for the log: the same for the same name, and no name, because people type passwords into that field. */
    String shortHash(String name) {
        return HexFormat.of().formatHex(nameHash(name), 0, 6);
    }

    private byte[] nameHash(String name) {
        return secrets.hmac("sign-in-name", ("ACCOUNT:" + name).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] networkHash(String network) {
        return Arrays.copyOf(secrets.hmac("sign-in-network", network.getBytes(StandardCharsets.UTF_8)), 16);
    }

    private Bucket bucket(String address) {
        return addresses.get(
                network(address),
                unused -> Bucket.builder()
                        .addLimit(Bandwidth.builder()
                                .capacity(settings.addressFailures())
                                .refillGreedy(settings.addressFailures(), settings.addressMemory())
                                .build())
                        .build());
    }

    /** An IPv6 customer has a whole /64 to call from, however the address is written. */
    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            int zone = address.indexOf('%');
            var parsed = InetAddress.getByName(zone < 0 ? address : address.substring(0, zone));
            if (parsed.isLoopbackAddress() || parsed.getAddress().length == 4) {
                return parsed.isLoopbackAddress() ? address : parsed.getHostAddress();
            }
            var groups = parsed.getHostAddress().split(":");
            return String.join(":", groups[0], groups[1], groups[2], groups[3]);
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
