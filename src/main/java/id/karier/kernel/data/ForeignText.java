package id.karier.kernel.data;

import java.sql.SQLException;
import java.util.Set;

/** Letters that a column of ASCII cannot hold, met or written: what somebody sent, and no fault of ours. */
public final class ForeignText {
    /** Collations that cannot be mixed, a text that cannot be converted, one that cannot be stored. */
    private static final Set<Integer> SAID = Set.of(1267, 1270, 1271, 3854, 3988, 1366);

    private ForeignText() {}

    /** Whether the database refused a statement for such letters. */
    public static boolean isIn(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && SAID.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }
}
