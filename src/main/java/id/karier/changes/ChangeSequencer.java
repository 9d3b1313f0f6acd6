package id.karier.changes;

import id.karier.kernel.data.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Gives committed changes their positions, one node at a time. Only what is committed is seen, so a reader that has
 * followed the positions up to some number has missed nothing below it.
 */
@ApplicationScoped
public class ChangeSequencer {
    private static final Logger LOG = Logger.getLogger(ChangeSequencer.class);

    private static final int AT_ONCE = 1000;

    private final ChangeQueries queries;
    private final Transactions transactions;

    ChangeSequencer(ChangeQueries queries, Transactions transactions) {
        this.queries = queries;
        this.transactions = transactions;
    }

    @Scheduled(every = "${karier.changes.sequencing:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    public void sequence() {
        int placed;
        do {
            placed = place();
        } while (placed == AT_ONCE);
    }

    /** What could not be placed, or of which it is not known, is asked for again in the next round. */
    private int place() {
        try {
            return transactions.run(() -> queries.place(AT_ONCE));
        } catch (RuntimeException failed) {
            if (Transactions.isPassing(failed)) {
                LOG.warnf("changes wait for their positions: %s", failed.getMessage());
                return 0;
            }
            throw failed;
        }
    }
}
