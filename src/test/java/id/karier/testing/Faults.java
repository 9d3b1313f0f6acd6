package id.karier.testing;

import id.karier.kernel.Caller;
import io.quarkus.arc.Arc;
import java.util.concurrent.atomic.AtomicInteger;

/** What the database is to do wrong next, to one agency: all that is not asked for in its name goes on as always. */
public final class Faults {
    /** How a statement fails. */
    public enum Kind {
        /** The transaction is rolled back, the connection stays. */
        DEADLOCK,
        /** The server is gone before the statement. */
        LOST,
        /** The server commits and is gone before it can say so. */
        LOST_AFTER_COMMIT
    }

    /** How far a job is, told in a transaction of its own beside the work. */
    private static final String PROGRESS = "update jobs set done = ?, total = ? where";

    static final String COMMIT = "commit";

    private static volatile Plan plan;

    private Faults() {}

    /** A fault that strikes once. */
    public static final class Plan implements AutoCloseable {
        private final String agency;
        private final Kind kind;
        private final int nth;
        private final AtomicInteger seen = new AtomicInteger();
        private volatile boolean struck;

        private Plan(String agency, Kind kind, int nth) {
            this.agency = agency;
            this.kind = kind;
            this.nth = nth;
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

    /** Lets the nth statement fail, from 1, commits included; of {@link Kind#LOST_AFTER_COMMIT} the nth commit. */
    public static Plan at(String agency, Kind kind, int nth) {
        plan = new Plan(agency, kind, nth);
        return plan;
    }

    /**
     * What is to happen to a statement, or null.
     *
     * @param last the statement before a commit
     */
    static Kind strikes(String sql, String last, boolean inTransaction) {
        var armed = plan;
        boolean commit = sql.equals(COMMIT);
        boolean spared = commit ? last.contains(PROGRESS) : sql.contains(PROGRESS);
        if (armed == null
                || spared
                || (armed.kind == Kind.DEADLOCK && !inTransaction)
                || (armed.kind == Kind.LOST_AFTER_COMMIT && !commit)
                || !armed.agency.equals(agency())
                || armed.seen.incrementAndGet() != armed.nth) {
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
