package id.karier.kernel.data;

import java.sql.SQLException;

/** A statement that the database did not carry out; {@link Transactions} tells what the cause means. */
final class SqlFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SqlFailedException(SQLException cause) {
        super("SQL state " + cause.getSQLState() + ", vendor code " + cause.getErrorCode(), withoutData(cause));
    }

    /**
     * What the database refuses (states 22 and 23, and HY) it quotes: somebody's data, which does not belong in a log. The
     * name of the key that it was refused by is kept.
     */
    private static SQLException withoutData(SQLException cause) {
        var state = String.valueOf(cause.getSQLState());
        if (SqlFailure.meaning(cause).isPassing()) {
            // it is about the server, quotes nobody, and is told apart by its words
            return cause;
        }
        if (!state.startsWith("22") && !state.startsWith("23") && !state.startsWith("HY")) {
            return cause;
        }
        var message = String.valueOf(cause.getMessage());
        int key = message.lastIndexOf(" for key ");
        return new SQLException(key < 0 ? "refused" : "refused" + message.substring(key), state, cause.getErrorCode());
    }
}
