package id.karier.demo;

import static id.karier.kernel.data.IdColumns.bytes;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Inserts of one table, a hundred rows a statement. There are two statements, of a hundred rows and of one, so that the
 * server parses each once however long the load is.
 */
final class BatchQueries implements AutoCloseable {
    /** Rows of one statement; 39 columns of employees stay far below the server's 65,535 parameters. */
    private static final int ROWS = 100;

    /** More than this many waiting rows are written at once. */
    private static final int FULL = 5 * ROWS;

    private final Connection connection;
    private final String head;
    private final int columns;
    private final Deque<@Nullable Object[]> waiting = new ArrayDeque<>();
    private @Nullable PreparedStatement many;
    private @Nullable PreparedStatement one;
    private long written;

    /** @param head table and columns, as they stand after {@code insert into} */
    BatchQueries(Connection connection, String head) {
        this.connection = connection;
        this.head = head;
        this.columns = (int) head.chars().filter(c -> c == ',').count() + 1;
    }

    void add(@Nullable Object... row) {
        if (row.length != columns) {
            throw new IllegalArgumentException(row.length + " values for " + head);
        }
        waiting.add(row);
    }

    boolean isFull() {
        return waiting.size() >= FULL;
    }

    long written() {
        return written;
    }

    /** @param rest whether to write what does not fill a statement, too */
    void flush(boolean rest) {
        try {
            while (waiting.size() >= ROWS) {
                if (many == null) {
                    many = connection.prepareStatement(insert(ROWS));
                }
                execute(many, ROWS);
            }
            while (rest && !waiting.isEmpty()) {
                if (one == null) {
                    one = connection.prepareStatement(insert(1));
                }
                execute(one, 1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("cannot insert into " + head.substring(0, head.indexOf(' ')), failed);
        }
    }

    private String insert(int rows) {
        var row = '(' + "?, ".repeat(columns - 1) + "?)";
        return "insert into " + head + " values " + (row + ", ").repeat(rows - 1) + row;
    }

    private void execute(PreparedStatement statement, int rows) throws SQLException {
        int parameter = 1;
        for (int i = 0; i < rows; i++) {
            for (var value : waiting.remove()) {
                bind(statement, parameter++, value);
            }
        }
        statement.executeUpdate();
        written += rows;
    }

    private static void bind(PreparedStatement statement, int parameter, @Nullable Object value) throws SQLException {
        if (value instanceof String text) {
            statement.setString(parameter, text);
        } else if (value instanceof UUID id) {
            statement.setBytes(parameter, bytes(id));
        } else if (value instanceof Integer number) {
            statement.setInt(parameter, number);
        } else if (value instanceof Boolean truth) {
            statement.setBoolean(parameter, truth);
        } else if (value instanceof BigDecimal number) {
            statement.setBigDecimal(parameter, number);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(parameter, bytes);
        } else if (value == null) {
            statement.setNull(parameter, Types.NULL);
        } else {
            statement.setObject(parameter, value);
        }
    }

    @Override
    public void close() {
        try (var first = many;
                var second = one) {
            waiting.clear();
        } catch (SQLException failed) {
            throw new IllegalStateException("cannot close the statements of " + head, failed);
        }
    }
}
