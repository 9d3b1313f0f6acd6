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

    OwnRecord(Caller caller) {
        this.caller = caller;
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
