package id.karier.changes;

import id.karier.kernel.data.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Gives committed changes their positions, one node at a time. Only what is committed is seen, so a reader that has
 * followed the positions up to some number has missed nothing below it.
 */
@ApplicationScoped
public class ChangeSequencer {
    private static final Logger LOG = Logger.getLogger(ChangeSequencer.class);

    private static final int AT_ONCE = 1000;

    private final ChangeChain chain;
    private final Transactions transactions;

    ChangeSequencer(ChangeChain chain, Transactions transactions) {
        this.chain = chain;
        this.transactions = transactions;
    }

    @Scheduled(every = "${karier.changes.sequencing:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    public void sequence() {
        int placed;
        do {
            placed = place();
        } while (placed == AT_ONCE || chainWaiting());
    }

    /** Some changes that wait for their digests, so that new ones wait no longer for their positions than for these. */
    private boolean chainWaiting() {
        return passing(() -> chain.chain(AT_ONCE)) == AT_ONCE;
    }

    /** Kept outside of the database too: a log that was set back to an older state as a whole ends before this. */
    @Scheduled(
            identity = "change-log-head",
            every = "1H",
            delayed = "1M",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tellHead() {
        var head = chain.check(0, 0);
        LOG.infof("change log: chained to position %d, digest %s", head.head(), head.mac());
    }

    private int place() {
        return passing(() -> chain.place(AT_ONCE));
    }

    /** What could not be done, or of which it is not known, is done in the next round. */
    private int passing(Supplier<Integer> work) {
        try {
            return transactions.run(work);
        } catch (RuntimeException failed) {
            if (Transactions.isPassing(failed)) {
                LOG.warnf("changes wait for their positions: %s", failed.getMessage());
                return 0;
            }
            throw failed;
        }
    }
}
