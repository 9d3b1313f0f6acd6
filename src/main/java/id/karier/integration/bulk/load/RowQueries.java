package id.karier.integration.bulk.load;

import static id.karier.kernel.data.IdColumns.bytes;

import id.karier.kernel.data.IdColumns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** How the queries of a load reach the database: past Hibernate, many rows a statement, many keys a look-up. */
@ApplicationScoped
class RowQueries {
    /** Rows of one statement: few enough that its text stays in the driver's cache and is prepared once, not each time. */
    private static final int AT_ONCE = 50;

    /**
     * Keys of one look-up. From 200 on (eq_range_index_dive_limit) the database goes by statistics, which know nothing of
     * the rows that a load has just written, and reads the whole table.
     */
    private static final int ASKED = 128;

    private final DataSource database;

    RowQueries(DataSource database) {
        this.database = database;
    }

    interface Row<R> {
        R of(ResultSet row) throws SQLException;
    }

    <R> List<R> read(String sql, Row<R> row, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            var found = new ArrayList<R>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.of(rows));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw failed(failed);
        }
    }

    void batch(String sql, Collection<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (var row : rows) {
                bind(statement, row);
                statement.addBatch();
                if (++waiting == AT_ONCE) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                statement.executeBatch();
            }
        } catch (SQLException failed) {
            throw failed(failed);
        }
    }

    /** The driver quotes what the database refuses: somebody's data, which does not belong in the log. */
    private static IllegalStateException failed(SQLException failed) {
        var state = String.valueOf(failed.getSQLState());
        boolean quotes = state.startsWith("22") || state.startsWith("23") || state.startsWith("HY");
        var cause = quotes ? new SQLException("refused", state, failed.getErrorCode()) : failed;
        return new IllegalStateException("import: error " + failed.getErrorCode(), cause);
    }

    /** The values of one row; null is SQL's null. */
    static Object[] values(@Nullable Object... values) {
        return values;
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            var value = values[i];
            if (value instanceof String text) {
                statement.setString(i + 1, text);
            } else if (value instanceof UUID id) {
                statement.setBytes(i + 1, bytes(id));
            } else if (value instanceof LocalDate day) {
                statement.setObject(i + 1, day);
            } else if (value instanceof Instant instant) {
                statement.setTimestamp(i + 1, Timestamp.from(instant));
            } else if (value instanceof Enum<?> word) {
                statement.setString(i + 1, word.name());
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    /** The keys in lists that are short enough, and of few lengths, so that prepared statements are found again. */
    static List<List<Object>> lists(Collection<?> keys) {
        var all = List.copyOf(keys);
        var lists = new ArrayList<List<Object>>();
        for (int from = 0; from < all.size(); from += ASKED) {
            var list = new ArrayList<Object>(all.subList(from, Math.min(from + ASKED, all.size())));
            int length = 8;
            while (length < list.size()) {
                length *= 2;
            }
            list.addAll(Collections.nCopies(length - list.size(), list.get(0)));
            lists.add(list);
        }
        return lists;
    }

    static String marks(int count) {
        return "?, ".repeat(count - 1) + "?";
    }

    static UUID requiredId(ResultSet row, int place) throws SQLException {
        var id = id(row, place);
        if (id == null) {
            throw new SQLException("no id in column " + place);
        }
        return id;
    }

    static @Nullable UUID id(ResultSet row, int place) throws SQLException {
        var stored = row.getBytes(place);
        return stored == null ? null : IdColumns.id(stored);
    }
}
