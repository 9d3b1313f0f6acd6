package id.karier.kernel.data;

import id.karier.kernel.ProblemException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the values out of what is logged of a failed statement: a driver says in its messages which name or number was there
 * twice or did not fit, and Hibernate the statement. State, code and key say enough, and the trace stays.
 */
public final class SqlTraces {
    private static final Pattern KEY = Pattern.compile("for key '([\\w.]{1,130})'\\s*\\)?$");
    private static final int DEEPEST = 30;

    private SqlTraces() {}

    /** The failure as it may be logged: itself when it has nothing to do with the database. */
    public static Throwable withoutValues(Throwable thrown) {
        return tellsOfSql(thrown, Collections.newSetFromMap(new IdentityHashMap<>())) ? new Told(thrown, 0) : thrown;
    }

    private static boolean tellsOfSql(@Nullable Throwable failed, Set<Throwable> seen) {
        if (failed == null || !seen.add(failed)) {
            return false;
        }
        if (failed instanceof SQLException || tellsOfSql(failed.getCause(), seen)) {
            return true;
        }
        for (var suppressed : failed.getSuppressed()) {
            if (tellsOfSql(suppressed, seen)) {
                return true;
            }
        }
        return false;
    }

    /** The unique key that a driver's message names, or null. */
    public static @Nullable String keyOf(@Nullable String message) {
        var key = KEY.matcher(message == null ? "" : message);
        return key.find() ? key.group(1) : null;
    }

    /** A failure as it is logged: its class and trace, and of its message what holds no value. */
    private static final class Told extends Exception {
        private static final long serialVersionUID = 1L;
        private final String name;

        Told(Throwable failed, int depth) {
            super(message(failed));
            name = failed.getClass().getName();
            setStackTrace(failed.getStackTrace());
            if (failed.getCause() != null && depth < DEEPEST) {
                initCause(new Told(failed.getCause(), depth + 1));
            }
            for (var suppressed : failed.getSuppressed()) {
                if (depth < DEEPEST) {
                    addSuppressed(new Told(suppressed, depth + 1));
                }
            }
        }

        private static @Nullable String message(Throwable failed) {
            if (failed instanceof SQLException sql) {
                var key = keyOf(sql.getMessage());
                return "state " + sql.getSQLState() + ", code " + sql.getErrorCode()
                        + (key == null ? "" : ", key " + key);
            }
            // ours say nothing of a row
            return failed instanceof ProblemException || failed instanceof SqlFailedException
                    ? failed.getMessage()
                    : null;
        }

        @Override
        public String toString() {
            return getMessage() == null ? name : name + ": " + getMessage();
        }
    }
}
