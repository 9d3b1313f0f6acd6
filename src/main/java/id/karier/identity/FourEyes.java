package id.karier.identity;

import id.karier.kernel.Caller;
import id.karier.kernel.Published;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Whether a decision on a proposal has a second pair of eyes. Accounts are easily made, so persons are compared, and who
 * made whom: an account that somebody made, or gave power or a way in alone, or that was made by such an account, has the
 * same hands.
 */
@Published
@ApplicationScoped
public class FourEyes {
    private final RightsQueries queries;
    private final Caller caller;

    FourEyes(RightsQueries queries, Caller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    /**
     * Whether the caller may decide on what an account proposed; within a transaction.
     *
     * @param proposer the account that proposed it
     */
    public boolean mayDecideOn(UUID proposer) {
        var me = caller.accountId();
        boolean machine = caller.identity().isMachine();
        if (machine || proposer.equals(me)) {
            return false;
        }
        if (queries.persons(proposer).stream().anyMatch(caller::isPerson)) {
            return false;
        }
        return !queries.hasMade(proposer, me) && !queries.hasMade(me, proposer);
    }

    /** Whether an account is the caller's, another one of her person, or one that was hers before; within a transaction. */
    public boolean isOwn(UUID account) {
        return account.equals(caller.accountId())
                || queries.persons(account).stream().anyMatch(caller::isPerson);
    }

    /** Notes whose account it was until now, so that her standing and her own record stay with it. */
    public void notePerson(UUID account, UUID person) {
        queries.notePerson(account, person);
    }

    /**
     * Notes that the caller alone has given an account what it can do, or a way in that she knows: she has made it,
     * given it a password, a way to sign in or roles, or has let it in again. What a second officer agreed to, and what
     * gives nothing, such as another name, is no hand.
     */
    public void noteMaker(UUID account) {
        if (!account.equals(caller.accountId())) {
            queries.noteMaker(account, caller.accountId());
        }
    }
}
