package id.karier.identity;

import id.karier.kernel.Caller;
import id.karier.kernel.Published;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Whether a decision on a proposal has a second pair of eyes. Accounts are easily made, so persons are compared, and who
 * made whom: an account that somebody made, bound or changed, or that was made by such an account, has the same hands.
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
        var person = caller.employeeId();
        if (person != null && queries.person(proposer).filter(person::equals).isPresent()) {
            return false;
        }
        return !queries.hasMade(proposer, me) && !queries.hasMade(me, proposer);
    }

    /** Notes that the caller has made, bound or changed an account. */
    public void noteMaker(UUID account) {
        if (!account.equals(caller.accountId())) {
            queries.noteMaker(account, caller.accountId());
        }
    }
}
