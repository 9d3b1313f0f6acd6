package id.karier.kernel.access;

import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Nobody decides about herself: what is about a person is written by somebody else, except for what its kind lets her
 * write. The change log asks here for every write; a service may ask earlier, so that this refusal comes first.
 */
@ApplicationScoped
public class OwnRecord {
    private final Caller caller;
    private final PostHolders holders;

    OwnRecord(Caller caller, PostHolders holders) {
        this.caller = caller;
        this.holders = holders;
    }

    /** Whether a person is the one who is writing. */
    public boolean is(@Nullable UUID about) {
        return caller.isSignedIn() && caller.isPerson(about);
    }

    /**
     * Before anything of a kind is written about a person.
     *
     * @throws ProblemException 403 when the caller is that person, and the kind lets her write nothing
     */
    public void requireOther(ObjectKind kind, @Nullable UUID about) {
        if (!kind.isOwnerWritable() && kind.ownerChanges().isEmpty() && is(about)) {
            throw new ProblemException(ErrorCode.OWN_RECORD);
        }
    }

    /**
     * When an object is written that acts on whoever holds a post: its level, its age of retirement, its standard.
     *
     * @param members that change, by their names in the contract
     * @throws ProblemException 403 when the caller holds the post today or later, and any of the members acts on her
     */
    public void requireOtherHolder(ObjectKind kind, @Nullable UUID post, Collection<String> members) {
        if (post == null || !caller.isSignedIn() || !kind.actsOnHolders(members)) {
            return;
        }
        var person = caller.employeeId();
        if (person != null && holders.holds(caller.agency(), person, post)) {
            throw new ProblemException(ErrorCode.OWN_RECORD);
        }
    }

    /**
     * When an object is made or dropped.
     *
     * @throws ProblemException 403 when it is about the caller, and its kind does not let her write it
     */
    public void requireOtherForWhole(ObjectKind kind, @Nullable UUID about) {
        if (!kind.isOwnerWritable() && is(about)) {
            throw new ProblemException(ErrorCode.OWN_RECORD);
        }
    }

    /**
     * When members of an object are changed.
     *
     * @param members by their names in the contract
     * @throws ProblemException 403 when it is about the caller, and its kind does not let her change each of them
     */
    public void requireOtherFor(ObjectKind kind, @Nullable UUID about, Collection<String> members) {
        if (!kind.isOwnerWritable() && is(about) && !kind.ownerChanges().containsAll(members)) {
            throw new ProblemException(ErrorCode.OWN_RECORD);
        }
    }
}
