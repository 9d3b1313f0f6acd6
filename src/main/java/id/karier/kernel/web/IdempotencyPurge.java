package id.karier.kernel.web;

import id.karier.kernel.data.NodeLock;
import id.karier.kernel.data.Transactions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Forgets stored answers when a client may no longer ask for them. */
@ApplicationScoped
class IdempotencyPurge {
    private static final Duration KEPT = Duration.ofHours(24);

    private final IdempotencyQueries stored;
    private final Transactions transactions;
    private final NodeLock node;
    private final Clock clock;

    IdempotencyPurge(IdempotencyQueries stored, Transactions transactions, NodeLock node, Clock clock) {
        this.stored = stored;
        this.transactions = transactions;
        this.node = node;
        this.clock = clock;
    }

    @Scheduled(
            identity = "idempotency-purge",
            every = "10m",
            delayed = "2m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        node.runAlone("idempotency-purge", Duration.ofMinutes(10), this::purge);
    }

    /** In small transactions, so that nobody waits for it. */
    void purge() {
        var before = clock.instant().minus(KEPT);
        int gone;
        do {
            gone = transactions.run(() -> stored.expire(before));
        } while (gone > 0);
    }
}
