package id.karier.jobs;

import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.kernel.access.AccessTable;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which jobs the caller may read where all kinds are shown: each kind is guarded by the resource that it names. */
@ApplicationScoped
class JobAccess {
    private final JobHandlers handlers;
    private final Caller caller;

    JobAccess(JobHandlers handlers, Caller caller) {
        this.handlers = handlers;
        this.caller = caller;
    }

    JobScope readable() {
        var whole = new TreeSet<String>();
        var own = new TreeSet<String>();
        for (var kind : handlers.kinds()) {
            var reach = AccessTable.reach(caller.identity(), kind.guard(), Action.READ);
            if (reach.compareTo(Reach.AGENCY) >= 0) {
                whole.add(kind.name());
            } else if (reach != Reach.NONE) {
                own.add(kind.name());
            }
        }
        return new JobScope(whole, own, caller.accountId());
    }

    /**
     * The readable jobs of one kind, or of all when none is named.
     *
     * @throws ProblemException 400 for a kind that is not there or that the caller may not read: both answer the same
     */
    JobScope readable(@Nullable String kind) {
        var all = readable();
        if (kind == null) {
            return all;
        }
        if (all.kinds().contains(kind)) {
            return new JobScope(Set.of(kind), Set.of(), all.orderer());
        }
        if (all.ownKinds().contains(kind)) {
            return new JobScope(Set.of(), Set.of(kind), all.orderer());
        }
        var known = new TreeSet<>(all.kinds());
        known.addAll(all.ownKinds());
        throw new ProblemException(
                ErrorCode.INVALID_PARAMETER, FieldError.in("jobs", "kind", "KIND_UNKNOWN", String.join(", ", known)));
    }
}
