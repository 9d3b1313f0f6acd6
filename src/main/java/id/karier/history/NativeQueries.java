package id.karier.history;

import id.karier.kernel.data.IdColumns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** SQL that HQL cannot say, with named parameters, on the connection of the running transaction. It names the agency. */
@ApplicationScoped
public class NativeQueries {
    private static final Pattern PARAMETER = Pattern.compile(":([a-zA-Z]+)");

    private final EntityManager entities;

    NativeQueries(EntityManager entities) {
        this.entities = entities;
    }

    /** Makes a row of what was found. */
    public interface Reader<T> {
        T read(ResultSet found) throws SQLException;
    }

    /** Binds one row of a batch. */
    public interface Binder<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    /**
     * Runs a select.
     *
     * @param values by name; a collection is a list of values in parentheses
     */
    public <T> List<T> rows(String select, Map<String, ?> values, Reader<T> reader) {
        return session().doReturningWork(connection -> {
            try (var statement = prepared(connection, select, values);
                    var found = statement.executeQuery()) {
                var rows = new ArrayList<T>();
                while (found.next()) {
                    rows.add(reader.read(found));
                }
                return rows;
            }
        });
    }

    /** Runs a statement with positional parameters for every row, in one batch. */
    public <T> void batch(String statement, Collection<T> rows, Binder<T> binder) {
        session().doWork(connection -> {
            try (var prepared = connection.prepareStatement(statement)) {
                for (var row : rows) {
                    binder.bind(prepared, row);
                    prepared.addBatch();
                }
                prepared.executeBatch();
            }
        });
    }

    /** Sends to the database what Hibernate still holds back. */
    public void flush() {
        entities.flush();
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }

    private static PreparedStatement prepared(Connection connection, String select, Map<String, ?> values)
            throws SQLException {
        var bound = new ArrayList<@Nullable Object>();
        var positional = PARAMETER.matcher(select).replaceAll(parameter -> {
            var value = values.get(parameter.group(1));
            if (value instanceof Collection<?> several) {
                var padded = padded(several);
                bound.addAll(padded);
                return "?" + ", ?".repeat(padded.size() - 1);
            }
            bound.add(value);
            return "?";
        });
        var statement = connection.prepareStatement(positional);
        for (int i = 0; i < bound.size(); i++) {
            statement.setObject(i + 1, bound.get(i) instanceof UUID id ? bytes(id) : bound.get(i));
        }
        return statement;
    }

    /** A few lengths only, so that the statements stay in the connection's cache. */
    private static List<?> padded(Collection<?> values) {
        var padded = new ArrayList<Object>(values);
        int length = values.size() == 1 ? 1 : (values.size() + 49) / 50 * 50;
        var last = padded.get(padded.size() - 1);
        while (padded.size() < length) {
            padded.add(last);
        }
        return padded;
    }

    public static byte @Nullable [] bytes(@Nullable UUID id) {
        return id == null ? null : IdColumns.bytes(id);
    }

    public static @Nullable UUID uuid(ResultSet found, String column) throws SQLException {
        var bytes = found.getBytes(column);
        return bytes == null ? null : IdColumns.id(bytes);
    }

    /** A column that is never null. */
    public static UUID id(ResultSet found, String column) throws SQLException {
        return IdColumns.id(found.getBytes(column));
    }
}
