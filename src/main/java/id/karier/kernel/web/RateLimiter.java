package id.karier.kernel.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * One token bucket for each account, and one for each address of those who are not signed in; in this node's memory. An
 * agency has none: what one of its people asks for takes nothing from another.
 */
@ApplicationScoped
public class RateLimiter {
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();
    private final long ofAccounts;
    private final long ofAddresses;

    RateLimiter(
            @ConfigProperty(name = "karier.limits.requests-per-minute") long ofAccounts,
            @ConfigProperty(name = "karier.limits.anonymous-requests-per-minute") long ofAddresses) {
        this.ofAccounts = ofAccounts;
        this.ofAddresses = ofAddresses;
    }

    /** What is left of somebody's allowance after this request. */
    record Allowance(boolean granted, long limit, long remaining, int resetSeconds) {}

    Allowance ofAccount(UUID account) {
        return take(account.toString(), ofAccounts);
    }

    Allowance ofAddress(String address) {
        return take(address, ofAddresses);
    }

    private Allowance take(String key, long perMinute) {
        var bucket = buckets.get(
                key,
                k -> Bucket.builder()
                        .addLimit(Bandwidth.builder()
                                .capacity(perMinute)
                                .refillGreedy(perMinute, Duration.ofMinutes(1))
                                .build())
                        .build());
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        long wait = probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
        int seconds = (int) Math.max(1, TimeUnit.NANOSECONDS.toSeconds(wait + TimeUnit.SECONDS.toNanos(1) - 1));
        return new Allowance(probe.isConsumed(), perMinute, probe.getRemainingTokens(), seconds);
    }
}
