package id.karier.jobs;

import id.karier.kernel.Published;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which jobs of the caller's agency an address shows.
 *
 * @param kinds every job of these kinds
 * @param ownKinds of these kinds only what one account ordered
 * @param orderer that account
 */
@Published
public record JobScope(Set<String> kinds, Set<String> ownKinds, UUID orderer) {
    private static final UUID NOBODY = new UUID(0, 0);

    public JobScope {
        kinds = Set.copyOf(kinds);
        ownKinds = Set.copyOf(ownKinds);
    }

    /** Every job of some kinds: for an address that belongs to them and has a guard of its own. */
    public static JobScope of(JobKind<?, ?>... kinds) {
        return of(Arrays.asList(kinds));
    }

    public static JobScope of(Collection<? extends JobKind<?, ?>> kinds) {
        return new JobScope(kinds.stream().map(JobKind::name).collect(Collectors.toSet()), Set.of(), NOBODY);
    }
}
