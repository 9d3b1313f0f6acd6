package id.karier.kernel.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Token buckets in this node's memory: one for each network, whoever asks from there; one for each account; and one for
 * each network of those who are not signed in. An agency has none: what one of its people asks for takes nothing from
 * another. Each sort has a memory of its own, so that nobody's many networks push the accounts out.
 */
@ApplicationScoped
public class RateLimiter {
    /** Unless it is configured, a network has as much as so many accounts that ask for all they may. */
    private static final long ACCOUNTS_OF_A_NETWORK = 5;

    private final Buckets networks;
    private final Buckets accounts;
    private final Buckets anonymous;

    RateLimiter(
            @ConfigProperty(name = "karier.limits.network-requests-per-minute") Optional<Long> ofNetworks,
            @ConfigProperty(name = "karier.limits.requests-per-minute") long ofAccounts,
            @ConfigProperty(name = "karier.limits.anonymous-requests-per-minute") long ofAnonymous) {
        this.networks = new Buckets(ofNetworks.orElse(ACCOUNTS_OF_A_NETWORK * Math.max(ofAccounts, ofAnonymous)));
        this.accounts = new Buckets(ofAccounts);
        this.anonymous = new Buckets(ofAnonymous);
    }

    /** What is left of somebody's allowance after this request. */
    record Allowance(boolean granted, long limit, long remaining, int resetSeconds) {
        /** What every answer tells. */
        Map<String, String> headers() {
            return Map.of(
                    "RateLimit-Limit", String.valueOf(limit),
                    "RateLimit-Remaining", String.valueOf(remaining),
                    "RateLimit-Reset", String.valueOf(resetSeconds));
        }
    }

    /** @param network as {@link Network#of} names it */
    Allowance ofNetwork(String network) {
        return networks.take(network);
    }

    Allowance ofAccount(UUID account) {
        return accounts.take(account);
    }

    /** @param address of somebody who is not signed in */
    Allowance ofAddress(String address) {
        return anonymous.take(Network.of(address));
    }

    private static final class Buckets {
        private final Cache<Object, Bucket> buckets = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(Duration.ofMinutes(10))
                .build();
        private final long perMinute;

        Buckets(long perMinute) {
            this.perMinute = perMinute;
        }

        Allowance take(Object key) {
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
}
