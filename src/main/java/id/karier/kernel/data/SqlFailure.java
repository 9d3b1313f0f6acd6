package id.karier.kernel.data;

import com.mysql.cj.exceptions.CJCommunicationsException;
import com.mysql.cj.exceptions.CJException;
import com.mysql.cj.exceptions.ConnectionIsClosedException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Locale;
import java.util.Set;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/**
 * What it means when the database did not do what it was asked: the one place that knows states and vendor codes of MySQL,
 * MariaDB, group replication, the driver, the pool and the transaction manager.
 */
public enum SqlFailure {
    /** Rolled back in favour of another transaction: run the whole work again. */
    VICTIM,
    /** The server takes no writes, or no more of them: rolled back. Another server may take them. */
    READ_ONLY,
    /** No connection was to be had, so nothing was begun on it. */
    UNREACHABLE,
    /** The connection ended under way: the server rolls back, unless it had committed already. */
    CONNECTION_LOST,
    /** It took too long, or the server has no room or memory left for it. */
    EXHAUSTED,
    /**
     * Another transaction took away what this one refers to, or began to refer to what it deletes, after it had looked:
     * run again, it looks again and refuses as always. When it meets the same again, it is a fault of ours.
     */
    OVERTAKEN,
    /**
     * Another transaction changed a row after this one had read it: run again, it reads again, and refuses whoever named
     * the state that is gone.
     */
    STALE,
    /** Nothing that passes by itself. */
    OTHER;

    /** Deadlock, lock wait, MariaDB's snapshot conflict, group replication's certification. */
    private static final Set<Integer> VICTIMS = Set.of(1213, 1205, 1020, 3101);

    /** InnoDB read-only, read-only transaction, a group member that may not commit or waits in vain for its group. */
    private static final Set<Integer> NO_WRITES = Set.of(1836, 1792, 3092, 3096, 3097, 3100, 3796, 3797, 3798, 3799);

    /** Too many connections, of everybody or of one user; host blocked; access denied while connecting. */
    private static final Set<Integer> NO_CONNECTION = Set.of(1040, 1203, 1226, 1129, 1130, 1045);

    /** Shutdown, killed sessions, network errors, offline mode. */
    private static final Set<Integer> ENDED = Set.of(
            1053, 1077, 1078, 1079, 1080, 1152, 1158, 1159, 1160, 1161, 1184, 1927, 2006, 2013, 2055, 3032, 3169, 4031);

    /** Foreign keys: the parent is still referred to, or is not there. */
    private static final Set<Integer> REFERENCES = Set.of(1451, 1452);

    /** Statement time, interruption, memory, disk, locks, binary log cache. */
    private static final Set<Integer> NO_ROOM = Set.of(
            1317, 1969, 3024, 3572, 1015, 1021, 1037, 1038, 1041, 1114, 1135, 1197, 1206, 1180, 1598, 1026, 1030);

    /** The server says with them that it runs with an option that forbids the statement: only one of these passes. */
    private static final int FORBIDDEN_BY_OPTION = 1290;

    /** Sent by us and too long: the server closes the connection, but would do so again. */
    private static final int PACKET_TOO_LARGE = 1153;

    /** How deep chains of causes are followed. */
    private static final int DEEP = 30;

    /** What a failure means, wherever in its causes the database's word stands; {@link #OTHER} when there is none. */
    public static SqlFailure of(Throwable failed) {
        var sql = said(failed, 0);
        if (sql != null) {
            return meaning(sql);
        }
        if (isStale(failed)) {
            return STALE;
        }
        return isOfTransaction(failed) ? EXHAUSTED : OTHER;
    }

    private static boolean isStale(Throwable failed) {
        int deep = 0;
        for (Throwable cause = failed; cause != null && deep < DEEP; cause = cause.getCause()) {
            deep++;
            if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
                return true;
            }
            for (var suppressed : cause.getSuppressed()) {
                if (suppressed instanceof OptimisticLockException || suppressed instanceof StaleStateException) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The connection is of no use any more, so that the pool must not lend it again. */
    boolean endsConnection() {
        return this == CONNECTION_LOST || this == READ_ONLY;
    }

    /** Even when it happened to a COMMIT, it is known that nothing was committed. */
    boolean isRolledBack() {
        return this == VICTIM || this == READ_ONLY || this == OVERTAKEN || this == STALE;
    }

    /** The same work may well succeed in a moment. */
    boolean isWorthTrying() {
        return this != OTHER && this != EXHAUSTED;
    }

    /** It is not the fault of what was asked: whoever asked had better ask again later. */
    boolean isPassing() {
        return this != OTHER && this != OVERTAKEN && this != STALE;
    }

    /** What the driver said; of a failed commit the transaction manager reports it as suppressed. */
    static @Nullable SQLException said(Throwable failed) {
        return said(failed, 0);
    }

    private static @Nullable SQLException said(Throwable failed, int depth) {
        int deep = depth;
        for (Throwable cause = failed; cause != null && deep < DEEP; cause = cause.getCause()) {
            deep++;
            if (cause instanceof SQLException sql) {
                return sql;
            }
            if (cause instanceof CJCommunicationsException || cause instanceof ConnectionIsClosedException) {
                // these the driver translates later, unless something gets in between
                return new SQLException("driver", "08S01", cause);
            }
            if (cause instanceof CJException driver) {
                return new SQLException("driver", driver.getSQLState(), driver.getVendorCode(), driver);
            }
            for (var suppressed : cause.getSuppressed()) {
                var sql = said(suppressed, deep);
                if (sql != null) {
                    return sql;
                }
            }
        }
        return null;
    }

    static SqlFailure meaning(SQLException sql) {
        int vendor = sql.getErrorCode();
        var state = sql.getSQLState();
        if (vendor == PACKET_TOO_LARGE) {
            return OTHER;
        }
        if (VICTIMS.contains(vendor)) {
            return VICTIM;
        }
        if (NO_WRITES.contains(vendor) || (vendor == FORBIDDEN_BY_OPTION && isAboutWriting(sql))) {
            return READ_ONLY;
        }
        if (REFERENCES.contains(vendor)) {
            return OVERTAKEN;
        }
        if (NO_CONNECTION.contains(vendor)) {
            return UNREACHABLE;
        }
        if (ENDED.contains(vendor)) {
            return CONNECTION_LOST;
        }
        if (NO_ROOM.contains(vendor) || sql instanceof SQLTimeoutException) {
            return EXHAUSTED;
        }
        // the pool has neither code nor state: no connection in time, or it is closed
        return state == null ? UNREACHABLE : byState(state, sql);
    }

    private static SqlFailure byState(String state, SQLException sql) {
        if (state.equals("40001")) {
            return VICTIM;
        }
        if (state.equals("25006")) {
            return READ_ONLY;
        }
        if (state.equals("08001") || state.equals("08004") || state.startsWith("28")) {
            return UNREACHABLE;
        }
        if (state.startsWith("08") || state.startsWith("25") || state.equals("40003")) {
            return CONNECTION_LOST;
        }
        if (state.equals("S1T00") || state.equals("70100") || state.startsWith("53")) {
            return EXHAUSTED;
        }
        // with the same state the driver refuses wrong arguments, which are ours
        return state.startsWith("S1") && isAboutClosing(sql) ? CONNECTION_LOST : OTHER;
    }

    private static boolean isAboutWriting(SQLException sql) {
        var message = String.valueOf(sql.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("read-only") || message.contains("read_only");
    }

    private static boolean isAboutClosing(SQLException sql) {
        return String.valueOf(sql.getMessage()).toLowerCase(Locale.ROOT).contains("closed");
    }

    /** The transaction manager ended it without a word of the database: its time was over, or it lost its resource. */
    private static boolean isOfTransaction(Throwable failed) {
        Throwable last = failed;
        for (int deep = 0; last.getCause() != null && deep < DEEP; deep++) {
            last = last.getCause();
        }
        var type = last.getClass().getName();
        return last.getSuppressed().length == 0
                && (type.startsWith("jakarta.transaction.") || type.startsWith("javax.transaction."));
    }
}
