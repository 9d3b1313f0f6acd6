package id.karier.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.karier.identity.RightsQueries.Rights;
import id.karier.kernel.Caller;
import id.karier.kernel.access.HolderRights;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether the holder of a token still has what it says. A reading may be a few seconds behind, so that a device that asks
 * much costs one look-up in that time; a write never is.
 */
@ApplicationScoped
public class CurrentRights implements HolderRights {
    /** How long a right that has ended may still read. */
    private static final Duration BEHIND = Duration.ofSeconds(5);

    private final Cache<UUID, Optional<Rights>> known =
            Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(BEHIND).build();
    private final RightsQueries queries;

    CurrentRights(RightsQueries queries) {
        this.queries = queries;
    }

    /** What a token's holder is good for as of now; empty for an id of which no row tells: rows are never deleted. */
    Optional<Rights> now(UUID id, boolean machine) {
        var rights = read(id, machine);
        known.put(id, rights);
        return rights;
    }

    /** As {@link #now}, at most a few seconds ago. */
    Optional<Rights> lately(UUID id, boolean machine) {
        return known.get(id, unused -> read(id, machine));
    }

    @Override
    public String mark(Caller.Identity who) {
        return mark(now(who.accountId(), who.isMachine()));
    }

    @Override
    public String recentMark(Caller.Identity who) {
        return mark(lately(who.accountId(), who.isMachine()));
    }

    private static String mark(Optional<Rights> rights) {
        return rights.map(now -> now.disabled()
                        ? "DISABLED"
                        : now.restriction() + " " + (now.validFrom() == null ? "" : now.validFrom()))
                .orElse("");
    }

    private Optional<Rights> read(UUID id, boolean machine) {
        return machine ? queries.ofClient(id) : queries.ofAccount(id);
    }

    /** Whoever had rights of an account or machine changed need not wait for her own node. */
    public void forget(UUID id) {
        known.invalidate(id);
    }

    /**
     * The moment from which tokens count when those of before end now. Tokens tell whole seconds, so it is the next
     * second, and later than any such moment before: a token that is issued in between is of that second, too.
     */
    public static Instant validFrom(@Nullable Instant before, Instant now) {
        var next = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        return before == null || before.isBefore(next) ? next : before.plusSeconds(1);
    }

    /** The second in which a token is issued: never before the moment from which tokens count. */
    static Instant issuedAt(@Nullable Instant validFrom, Instant now) {
        var second = now.truncatedTo(ChronoUnit.SECONDS);
        return validFrom == null || validFrom.isBefore(second) ? second : validFrom;
    }
}
