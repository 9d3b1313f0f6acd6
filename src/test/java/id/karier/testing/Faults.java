package id.karier.testing;

import id.karier.kernel.Caller;
import io.quarkus.arc.Arc;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** What the database is to do wrong next, to one agency: all that is not asked for in its name goes on as always. */
public final class Faults {
    /** How a statement fails. */
    public enum Kind {
        /** The transaction is rolled back, the connection stays. */
        DEADLOCK,
        /** The server is gone before the statement. */
        LOST,
        /** The server is gone, and the driver says only that the statement was closed. */
        CLOSED,
        /** The server is gone, and the driver says that the transaction is in no state for this. */
        INVALID_STATE,
        /** The server has become a read-only member of its group: what writes, and a commit, is refused. */
        READ_ONLY,
        /** What a statement refers to was deleted by another transaction a moment ago: it is refused, nothing else. */
        PARENT_GONE,
        /** The server is gone when it is told to commit, and has not. */
        LOST_BEFORE_COMMIT,
        /** The server commits and is gone before it can say so. */
        LOST_AFTER_COMMIT
    }

    private static final Pattern WRITING = Pattern.compile("(?is)\\s*(insert|update|delete|replace)\\b.*");

    static final String COMMIT = "commit";

    private static volatile Plan plan;

    private Faults() {}

    /** A fault that strikes once, or from then on until it is closed. */
    public static final class Plan implements AutoCloseable {
        private final String agency;
        private final Kind kind;
        private final int nth;
        private final boolean lasting;
        private final AtomicInteger seen = new AtomicInteger();
        private volatile boolean struck;

        private Plan(String agency, Kind kind, int nth, boolean lasting) {
            this.agency = agency;
            this.kind = kind;
            this.nth = nth;
            this.lasting = lasting;
        }

        private boolean isDue() {
            int now = seen.incrementAndGet();
            return lasting ? now >= nth : now == nth;
        }

        /** Whether the agency came so far that the fault happened. */
        public boolean struck() {
            return struck;
        }

        /** How many statements were counted. */
        public int seen() {
            return seen.get();
        }

        @Override
        public void close() {
            plan = null;
        }
    }

    /** Lets the nth statement fail, from 1, commits included; of the two kinds that strike commits the nth commit. */
    public static Plan at(String agency, Kind kind, int nth) {
        plan = new Plan(agency, kind, nth, false);
        return plan;
    }

    /** Lets every statement fail that the kind can strike, until the plan is closed. */
    public static Plan lasting(String agency, Kind kind) {
        plan = new Plan(agency, kind, 1, true);
        return plan;
    }

    /** What is to happen to a statement, or null. */
    static Kind strikes(String sql, boolean inTransaction) {
        var armed = plan;
        boolean commit = sql.equals(COMMIT);
        if (armed == null
                || (armed.kind == Kind.PARENT_GONE && commit)
                || ((armed.kind == Kind.READ_ONLY || armed.kind == Kind.PARENT_GONE)
                        && !commit
                        && !WRITING.matcher(sql).matches())
                || (armed.kind == Kind.DEADLOCK && !inTransaction)
                || ((armed.kind == Kind.LOST_AFTER_COMMIT || armed.kind == Kind.LOST_BEFORE_COMMIT) && !commit)
                || !armed.agency.equals(agency())
                || !armed.isDue()) {
            return null;
        }
        armed.struck = true;
        return armed.kind;
    }

    private static String agency() {
        var container = Arc.container();
        if (container == null || !container.requestContext().isActive()) {
            return null;
        }
        var caller = container.instance(Caller.class).get();
        return caller.isSignedIn() ? caller.agency() : null;
    }
}
