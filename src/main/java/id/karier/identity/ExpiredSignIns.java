package id.karier.identity;

import id.karier.kernel.data.NodeLock;
import id.karier.kernel.data.Transactions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.function.IntSupplier;

/** Clears away refresh tokens that have expired and failed attempts that are forgotten. */
@ApplicationScoped
class ExpiredSignIns {
    private final IdentityQueries queries;
    private final AttemptQueries attempts;
    private final Transactions transactions;
    private final NodeLock node;
    private final Clock clock;

    ExpiredSignIns(
            IdentityQueries queries, AttemptQueries attempts, Transactions transactions, NodeLock node, Clock clock) {
        this.queries = queries;
        this.attempts = attempts;
        this.transactions = transactions;
        this.node = node;
        this.clock = clock;
    }

    @Scheduled(
            identity = "expired-sign-ins",
            every = "1h",
            delayed = "3m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        node.runAlone("expired-sign-ins", Duration.ofMinutes(30), this::clear);
    }

    void clear() {
        var now = clock.instant();
        untilNone(() -> queries.expireRefreshTokens(now));
        untilNone(() -> attempts.expire(now.minus(SignInRules.MEMORY)));
        untilNone(() -> attempts.expireNetworks(now.minus(SignInRules.KNOWN_FOR)));
    }

    /** In small transactions, so that nobody waits for it. */
    private void untilNone(IntSupplier batch) {
        int gone;
        do {
            gone = transactions.run(batch::getAsInt);
        } while (gone > 0);
    }
}
