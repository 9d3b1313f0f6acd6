package id.karier.kernel.data;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a whole unit of work in one transaction, and again from its beginning when it failed for a reason that passes and
 * nothing can have been committed: the victim of a deadlock, of a failed certification, of a server that went away or takes
 * no writes any more. The work must have no effect outside the database.
 */
@ApplicationScoped
public class Transactions {
    private static final int ATTEMPTS = 5;

    /** Longer than this nobody waits here for a database that is away; who asked comes again. */
    private static final long OUTAGE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final TransactionSynchronizationRegistry registry;
    private final PrimaryWatch watch;

    Transactions(TransactionSynchronizationRegistry registry, PrimaryWatch watch) {
        this.registry = registry;
        this.watch = watch;
    }

    /**
     * @param work the unit of work; runs once or more, each time in a new transaction
     * @throws ProblemException 503 when the database stays out of reach or the contention does not end, and 503
     *     {@code OUTCOME_UNKNOWN} when its answer to the commit was lost
     */
    public <T> T run(Supplier<T> work) {
        return run(work, false, 0);
    }

    /** As {@link #run}, for work that finds out by itself that it was done already: a lost commit is tried again. */
    public <T> T runRepeatable(Supplier<T> work) {
        return run(work, true, 0);
    }

    /** As {@link #run}, for work of bulk that may take up to a number of seconds. */
    public <T> T runFor(int seconds, Supplier<T> work) {
        return run(work, false, seconds);
    }

    /** @param seconds how long the transaction may take; 0 for the configured time */
    private <T> T run(Supplier<T> work, boolean repeatable, int seconds) {
        long firstFailure = 0;
        boolean lost = false;
        for (int attempt = 1; ; attempt++) {
            var commit = new Commit(registry);
            try {
                var transaction = QuarkusTransaction.requiringNew();
                return (seconds == 0 ? transaction : transaction.timeout(seconds)).call(() -> {
                    commit.follow();
                    return work.get();
                });
            } catch (RuntimeException failed) {
                var failure = SqlFailure.of(failed);
                boolean unknown = commit.begun && !failure.isRolledBack();
                if (failure.endsConnection()) {
                    watch.doubt();
                }
                long now = System.nanoTime();
                firstFailure = firstFailure == 0 ? now : firstFailure;
                boolean again = attempt < (failure == SqlFailure.OVERTAKEN ? 2 : ATTEMPTS)
                        && (unknown ? repeatable : isWorthTrying(failed, failure, lost))
                        && (failure == SqlFailure.VICTIM || now - firstFailure < OUTAGE_NANOS);
                if (!again) {
                    throw refusal(failed, failure, unknown && !repeatable);
                }
                lost |= unknown;
                pause(failure == SqlFailure.VICTIM || failure == SqlFailure.STALE ? attempt : attempt + 3);
            }
        }
    }

    /** What the work itself says to its caller stands; that a twin is in flight may be what is left of a lost commit. */
    private static boolean isWorthTrying(RuntimeException failed, SqlFailure failure, boolean lost) {
        return failed instanceof ProblemException problem
                ? lost && problem.code() == ErrorCode.IDEMPOTENCY_IN_FLIGHT
                : failure.isWorthTrying();
    }

    private static RuntimeException refusal(RuntimeException failed, SqlFailure failure, boolean unknown) {
        if (unknown) {
            return ProblemException.retryLater(ErrorCode.OUTCOME_UNKNOWN, 2, failed);
        }
        return failed instanceof ProblemException || !failure.isPassing()
                ? failed
                : ProblemException.retryLater(ErrorCode.UNAVAILABLE, 2, failed);
    }

    /**
     * Whether the database was told to commit. It stands behind everything else that is to be done before completion, so
     * that a statement which fails there is known to be rolled back.
     */
    private static final class Commit implements Synchronization {
        private final TransactionSynchronizationRegistry registry;
        private boolean begun;

        Commit(TransactionSynchronizationRegistry registry) {
            this.registry = registry;
        }

        void follow() {
            registry.registerInterposedSynchronization(this);
        }

        @Override
        public void beforeCompletion() {
            registry.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    begun = true;
                }

                @Override
                public void afterCompletion(int status) {
                    // only the beginning matters
                }
            });
        }

        @Override
        public void afterCompletion(int status) {
            // only the beginning matters
        }
    }

    /** Whether a failure is the database's and passes by itself, so that who asked had better ask again. */
    public static boolean isPassing(Throwable failed) {
        return SqlFailure.of(failed).isPassing();
    }

    /** Whether the database was away or took no writes: nobody's fault who asked for something. */
    public static boolean isOutage(Throwable failed) {
        var failure = SqlFailure.of(failed);
        return failure.endsConnection() || failure == SqlFailure.UNREACHABLE;
    }

    /** The duplicate unique key that a failure tells of, or null. */
    public static @Nullable String duplicateKey(Throwable failed) {
        var sql = SqlFailure.said(failed);
        return sql != null && sql.getErrorCode() == 1062 ? String.valueOf(sql.getMessage()) : null;
    }

    private static void pause(int attempt) {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(5L << attempt) + 5);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw ProblemException.retryLater(ErrorCode.UNAVAILABLE, 2, interrupted);
        }
    }
}
