package id.karier.kernel.data;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a whole unit of work in one transaction, and again from its beginning when the database chose it as the victim
 * of a deadlock, a lock wait or a failed certification. The work must have no effect outside the database.
 */
@ApplicationScoped
public class Transactions {
    private static final int ATTEMPTS = 5;

    /** What a failed transaction means for the one who asked. */
    enum Failure {
        /** Rolled back for a reason that passes: run the whole work again. */
        VICTIM,
        /** The connection was lost: rolled back, or, if it was lost while committing, not known. */
        CONNECTION_LOST,
        OTHER
    }

    /**
     * @param work the unit of work; runs once or more, each time in a new transaction
     * @throws ProblemException 503 when the database stays out of reach or the contention does not end
     */
    public <T> T run(Supplier<T> work) {
        return run(work, false, 0);
    }

    /** As {@link #run}, for work that finds out by itself that it was done already: a lost connection is tried again. */
    public <T> T runRepeatable(Supplier<T> work) {
        return run(work, true, 0);
    }

    /** As {@link #run}, for work of bulk that may take up to a number of seconds. */
    public <T> T runFor(int seconds, Supplier<T> work) {
        return run(work, false, seconds);
    }

    /** @param seconds how long the transaction may take; 0 for the configured time */
    private <T> T run(Supplier<T> work, boolean repeatable, int seconds) {
        for (int attempt = 1; ; attempt++) {
            try {
                var transaction = QuarkusTransaction.requiringNew();
                return (seconds == 0 ? transaction : transaction.timeout(seconds)).call(work::get);
            } catch (RuntimeException failed) {
                var failure = classify(failed);
                boolean again = failure == Failure.VICTIM || (repeatable && failure == Failure.CONNECTION_LOST);
                if (failure == Failure.OTHER) {
                    throw failed;
                }
                if (!again || attempt == ATTEMPTS) {
                    var code = failure == Failure.CONNECTION_LOST && !repeatable
                            ? ErrorCode.OUTCOME_UNKNOWN
                            : ErrorCode.UNAVAILABLE;
                    throw ProblemException.retryLater(code, 2, failed);
                }
                pause(attempt);
            }
        }
    }

    static Failure classify(Throwable failed) {
        var sql = sqlFailure(failed);
        return sql == null ? Failure.OTHER : classify(sql);
    }

    /** Whether a failure is the database's and passes by itself, so that who asked had better ask again. */
    public static boolean isPassing(Throwable failed) {
        var sql = sqlFailure(failed);
        // the pool reports without a state that no connection was to be had
        return sql != null && (sql.getSQLState() == null || classify(sql) != Failure.OTHER);
    }

    /** What the driver said; of a failed commit the transaction manager reports it as suppressed. */
    private static @Nullable SQLException sqlFailure(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
            for (var suppressed : cause.getSuppressed()) {
                var sql = sqlFailure(suppressed);
                if (sql != null) {
                    return sql;
                }
            }
        }
        return null;
    }

    /** Vendor codes are the same on MySQL and MariaDB; 3101 and 3100 are group replication's. */
    private static Failure classify(SQLException sql) {
        var state = sql.getSQLState();
        int vendor = sql.getErrorCode();
        if (vendor == 1213 || vendor == 1205 || vendor == 3101 || vendor == 3100 || "40001".equals(state)) {
            return Failure.VICTIM;
        }
        if (state != null && state.startsWith("08")) {
            return Failure.CONNECTION_LOST;
        }
        return Failure.OTHER;
    }

    /** The duplicate unique key that a failure tells of, or null. */
    public static @Nullable String duplicateKey(Throwable failed) {
        var sql = sqlFailure(failed);
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
