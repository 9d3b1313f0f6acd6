package id.karier.kernel.data;

import java.sql.SQLException;

/** A statement that the database did not carry out; {@link Transactions} tells what the cause means. */
final class SqlFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SqlFailedException(SQLException cause) {
        super("SQL state " + cause.getSQLState() + ", vendor code " + cause.getErrorCode(), cause);
    }
}
