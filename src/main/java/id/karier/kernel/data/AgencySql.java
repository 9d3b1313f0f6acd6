package id.karier.kernel.data;

import id.karier.kernel.Caller;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one place that runs SQL. It binds the caller's agency itself, so that a statement cannot be run for another one,
 * reads rows straight into records, and takes part in the running transaction: what Hibernate still holds back is written
 * first. Frequent reads and lists are said in SQL because Hibernate keeps no translation of a query while the tenant filter
 * is on (decision 0007).
 */
@ApplicationScoped
public class AgencySql {
    private static final String AGENCY = "agency";

    /** Lists have a few lengths only, so that their statements stay in the connection's cache. */
    private static final int LIST_STEP = 50;

    /** The driver makes one statement of so many rows: few enough that it stays in its cache and is prepared once. */
    private static final int AT_ONCE = 50;

    private final AgroalDataSource database;
    private final EntityManager entities;
    private final Caller caller;

    AgencySql(AgroalDataSource database, EntityManager entities, Caller caller) {
        this.database = database;
        this.entities = entities;
        this.caller = caller;
    }

    private interface Work<R> {
        R on(PreparedStatement statement) throws SQLException;
    }

    /**
     * Runs a select.
     *
     * @param values by name, without the agency; a collection is the list of an {@code in (:name)} and not empty
     */
    public <T> List<T> rows(SqlText select, Map<String, ?> values, Row.Reader<T> reader) {
        return run(select, values, statement -> {
            try (var found = statement.executeQuery()) {
                var rows = new ArrayList<T>();
                var row = new Row(found);
                while (found.next()) {
                    rows.add(reader.read(row.start()));
                }
                return rows;
            }
        });
    }

    /** The first row of a select. */
    public <T> Optional<T> first(SqlText select, Map<String, ?> values, Row.Reader<T> reader) {
        return run(select, values, statement -> {
            try (var found = statement.executeQuery()) {
                return found.next() ? Optional.of(reader.read(new Row(found))) : Optional.empty();
            }
        });
    }

    /** The number that a {@code select count} or {@code select exists} answers. */
    public long count(SqlText select, Map<String, ?> values) {
        return first(select, values, Row::number).orElseThrow();
    }

    /** Runs an insert, update or delete. @return how many rows it changed */
    public int change(SqlText statement, Map<String, ?> values) {
        return run(statement, values, PreparedStatement::executeUpdate);
    }

    /** Runs a statement for every row, in batches. */
    public <T> void batch(SqlText text, Collection<T> rows, Function<T, Map<String, ?>> values) {
        if (rows.isEmpty()) {
            return;
        }
        if (rows.size() == 1) {
            // A batch of one would be prepared anew each time.
            change(text, values.apply(rows.iterator().next()));
            return;
        }
        flush(text);
        var names = text.names(false);
        var agency = agencyOf(text, false);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(text.positional(false, Map.of()))) {
            int waiting = 0;
            for (var row : rows) {
                bind(statement, names, values.apply(row), agency, Map.of());
                statement.addBatch();
                if (++waiting % AT_ONCE == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        } catch (SQLException failed) {
            throw new SqlFailedException(failed);
        }
    }

    private <R> R run(SqlText text, Map<String, ?> values, Work<R> work) {
        flush(text);
        boolean nation = isNation(text);
        var sizes = sizes(values);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(text.positional(nation, sizes))) {
            bind(statement, text.names(nation), values, agencyOf(text, nation), sizes);
            return work.on(statement);
        } catch (SQLException failed) {
            throw new SqlFailedException(failed);
        }
    }

    /** Outside of a transaction nothing is held back, and asking would open a session; no entity is a node's. */
    private void flush(SqlText text) {
        if (text.span() != SqlText.Span.NODE && QuarkusTransaction.isActive()) {
            entities.flush();
        }
    }

    private boolean isNation(SqlText text) {
        boolean nation = text.span() != SqlText.Span.NODE && Caller.EVERY_AGENCY.equals(caller.tenant());
        if (nation && text.span() == SqlText.Span.AGENCY) {
            throw new IllegalStateException("a statement of one agency for a caller of all: say SqlText.ofNation");
        }
        return nation;
    }

    private @Nullable String agencyOf(SqlText text, boolean nation) {
        return text.span() == SqlText.Span.NODE || nation ? null : caller.tenant();
    }

    private static Map<String, Integer> sizes(Map<String, ?> values) {
        var sizes = new HashMap<String, Integer>();
        values.forEach((name, value) -> {
            if (value instanceof Collection<?> several) {
                if (several.isEmpty()) {
                    throw new IllegalArgumentException("the list :" + name + " is empty: do not ask");
                }
                sizes.put(name, several.size() == 1 ? 1 : (several.size() + LIST_STEP - 1) / LIST_STEP * LIST_STEP);
            }
        });
        return sizes;
    }

    private static void bind(
            PreparedStatement statement,
            List<String> names,
            Map<String, ?> values,
            @Nullable String agency,
            Map<String, Integer> sizes)
            throws SQLException {
        int place = 0;
        for (var name : names) {
            if (name.equals(AGENCY) && agency != null) {
                if (values.containsKey(AGENCY)) {
                    throw new IllegalArgumentException("the agency is bound here, by nobody else");
                }
                statement.setString(++place, agency);
            } else if (!values.containsKey(name)) {
                throw new IllegalArgumentException("no value for :" + name);
            } else if (values.get(name) instanceof Collection<?> several) {
                // The last value again and again up to the size that the statement was prepared for.
                Object last = null;
                for (var value : several) {
                    last = value;
                    set(statement, ++place, value);
                }
                for (int i = several.size(); i < Objects.requireNonNull(sizes.get(name)); i++) {
                    set(statement, ++place, last);
                }
            } else {
                set(statement, ++place, values.get(name));
            }
        }
    }

    private static void set(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        if (value instanceof UUID id) {
            statement.setBytes(place, IdColumns.bytes(id));
        } else if (value instanceof Enum<?> constant) {
            statement.setString(place, constant.name());
        } else if (value instanceof Instant instant) {
            statement.setObject(place, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        } else if (value instanceof LocalDate day) {
            statement.setObject(place, day);
        } else {
            statement.setObject(place, value);
        }
    }
}
