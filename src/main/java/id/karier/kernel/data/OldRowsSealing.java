package id.karier.kernel.data;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Seals what older versions left in the clear: after the start, and again every hour, because a node of an older version may
 * still write while nodes are replaced one by one. Each batch is a transaction, so a round that is broken off loses nothing.
 */
@ApplicationScoped
public class OldRowsSealing {
    private static final Logger LOG = Logger.getLogger(OldRowsSealing.class);
    private static final int BATCH = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final List<OldRows> tables;
    private final Transactions transactions;
    private final NodeLock node;

    OldRowsSealing(@All List<OldRows> tables, Transactions transactions, NodeLock node) {
        this.tables = List.copyOf(tables);
        this.transactions = transactions;
        this.node = node;
    }

    @Scheduled(
            identity = "old-rows-sealing",
            every = "${karier.sealing.every:1H}",
            delayed = "${karier.sealing.delay:10S}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        node.runAlone("old-rows-sealing", Duration.ofHours(1), this::seal);
    }

    /** One round over all tables. */
    public void seal() {
        for (var table : tables) {
            int batches = 0;
            UUID last = FIRST;
            while (last != null) {
                last = sealAfter(table, last);
                batches++;
            }
            if (batches > 1) {
                LOG.infof("%s: rows of an older version sealed, %d batches", table.name(), batches);
            }
        }
    }

    private @Nullable UUID sealAfter(OldRows table, UUID last) {
        return transactions.run(() -> table.sealAfter(last, BATCH));
    }
}
