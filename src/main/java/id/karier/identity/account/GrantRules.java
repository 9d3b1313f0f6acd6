package id.karier.identity.account;

import id.karier.kernel.Role;
import id.karier.kernel.access.AccessTable;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Reach;
import id.karier.kernel.access.Resource;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What an administrator may hand out alone. Whoever hands out rights has none of her own, so everything that would show
 * or change what the access table keeps from her needs somebody else's word.
 */
final class GrantRules {
    /** Roles that decide, see everything, or hand out rights themselves. */
    private static final Set<Role> SHARED = EnumSet.of(Role.SDM, Role.PIMPINAN, Role.AUDITOR, Role.ADMIN);

    /** The roles that an administrator gives alone, and her own: a machine that reaches no further is hers to make. */
    private static final Set<Role> ALONE = EnumSet.of(Role.ADMIN, Role.PELATIHAN, Role.ASESOR);

    /** Never hers to open alone, although she may read them herself, or a role that she gives may. */
    private static final Set<Resource> GUARDED = EnumSet.of(
            Resource.ACCOUNT,
            Resource.CLIENT,
            Resource.GRANT,
            Resource.BINDING,
            Resource.PERSONAL_DATA,
            Resource.AUDIT,
            Resource.DISCIPLINE);

    private GrantRules() {}

    /** The roles among those that need a second officer. */
    static Set<Role> shared(Collection<Role> roles) {
        return roles.stream()
                .filter(SHARED::contains)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    /** The scopes among those that need a second officer. */
    static Set<String> sharedScopes(Collection<String> scopes) {
        var alone = aloneScopes();
        var shared = new TreeSet<>(scopes);
        shared.removeAll(alone);
        return shared;
    }

    private static Set<String> aloneScopes() {
        var alone = new TreeSet<String>();
        alone.add(Resource.CALCULATION.scope());
        for (var resource : Resource.values()) {
            if (!GUARDED.contains(resource)) {
                Arrays.stream(Action.values())
                        .filter(action -> AccessTable.isForMachines(resource, action))
                        .filter(action ->
                                AccessTable.reach(ALONE, resource, action).compareTo(Reach.AGENCY) >= 0)
                        .map(action -> AccessTable.scope(resource, action))
                        .forEach(alone::add);
            }
        }
        return alone;
    }
}
