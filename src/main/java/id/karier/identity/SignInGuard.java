package id.karier.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.karier.identity.IdentityQueries.Attempts;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.ProblemException;
import id.karier.kernel.data.Secrets;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Slows down who guesses: each name durably for all nodes, whether anybody has it or not, and each address in this
 * node's memory.
 */
@ApplicationScoped
public class SignInGuard {
    /** {@code karier.sign-in.*} */
    @ConfigMapping(prefix = "karier.sign-in")
    public interface Settings {
        /** Failures in a row of one name that cost nothing. */
        @WithDefault("4")
        int freeFailures();

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

    /** What a name is of: the same words may name a person and a machine. */
    public enum Kind {
        ACCOUNT,
        CLIENT
    }

    private final Cache<String, Bucket> addresses = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();
    private final IdentityQueries queries;
    private final Settings settings;
    private final Secrets secrets;
    private final Clock clock;

    SignInGuard(IdentityQueries queries, Settings settings, Secrets secrets, Clock clock) {
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
            throw ProblemException.retryLater(ErrorCode.RATE_LIMITED, seconds, null);
        }
    }

    void failedFrom(String address) {
        bucket(address).tryConsume(1);
    }

    /** Seconds that a name is locked for yet, or zero; within a transaction. */
    public long lockedSeconds(Kind kind, String name) {
        var attempts = queries.attempts(hash(kind, name));
        return attempts == null ? 0 : secondsLeft(attempts.lockedUntil());
    }

    /** Until when a name is locked, or null; within a transaction. */
    public @Nullable Instant lockedUntil(Kind kind, String name) {
        var attempts = queries.attempts(hash(kind, name));
        return attempts == null || secondsLeft(attempts.lockedUntil()) == 0 ? null : attempts.lockedUntil();
    }

    /** Counts one more failure of a name; within a transaction. Answers the seconds that it is locked for. */
    public long failed(Kind kind, String name) {
        var hash = hash(kind, name);
        var now = clock.instant();
        var earlier = queries.claimAttempts(hash, now);
        int failures = earlier == null || earlier.lastAt().isBefore(now.minus(SignInRules.MEMORY))
                ? 1
                : Math.min(earlier.failures() + 1, Short.MAX_VALUE);
        var lock =
                SignInRules.lockAfter(failures, settings.freeFailures(), settings.firstLock(), settings.longestLock());
        queries.storeAttempts(hash, new Attempts(failures, now, lock.isZero() ? null : now.plus(lock)));
        return lock.toSeconds();
    }

    /** Forgets a name's failures: it signed in, or an administrator vouched for it; within a transaction. */
    public void clear(Kind kind, String name) {
        queries.clearAttempts(hash(kind, name));
    }

    private long secondsLeft(@Nullable Instant lockedUntil) {
        if (lockedUntil == null) {
            return 0;
        }
        long millis = Duration.between(clock.instant(), lockedUntil).toMillis();
        return millis <= 0 ? 0 : (millis + 999) / 1000;
    }

    private byte[] hash(Kind kind, String name) {
        return secrets.hmac("sign-in-name", (kind + ":" + name).getBytes(StandardCharsets.UTF_8));
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

    /** An IPv6 customer has a whole /64 to call from. */
    static String network(String address) {
        if (!address.contains(":") || address.contains("::")) {
            return address;
        }
        var groups = address.split(":", -1);
        return groups.length < 8 ? address : String.join(":", groups[0], groups[1], groups[2], groups[3]);
    }
}
