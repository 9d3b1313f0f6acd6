package id.karier.jobs;

import id.karier.kernel.Caller;
import id.karier.kernel.Role;
import id.karier.kernel.access.HolderRights;
import id.karier.kernel.access.Reach;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who ordered a job, and how far they reached with the order; stored with it, because the job may do and see no more
 * than they could. The account and the agency have columns of their own.
 *
 * @param rights the mark of the rights that they ordered it with; null in orders from before it was kept
 */
record Orderer(
        @Nullable UUID employeeId,
        Set<Role> roles,
        Set<String> scopes,
        Reach reach,
        @Nullable String rights,
        @Nullable Set<UUID> earlierPersons) {
    static Orderer of(Caller caller, HolderRights rights) {
        var who = caller.identity();
        return new Orderer(
                who.employeeId(), who.roles(), who.scopes(), caller.reach(), rights.mark(who), who.earlierPersons());
    }

    /** Whether they still have what they ordered the job with. */
    boolean stillHas(String now) {
        return rights == null || rights.equals(now);
    }

    Caller.Identity identity(UUID account, String agency) {
        return new Caller.Identity(account, agency, employeeId, roles, scopes)
                .after(earlierPersons == null ? Set.of() : earlierPersons);
    }
}
