package id.karier.gates;

import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * What the database holds of one agency: of each table the number of rows and a checksum over all of their columns. It is
 * taken from the tables as they are, so a table that is new is in it by itself.
 */
final class AgencyContent {
    /** Given out later by the change sequencer, whatever was written. */
    private static final Set<String> SEQUENCED = Set.of("change_log.position", "change_log.mac");

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private static Map<String, String> selects;

    private AgencyContent() {}

    /** Waits for the agency's jobs to end, because they write on their own. */
    static Map<String, String> of(String agency) {
        try (var connection = Arc.container().instance(DataSource.class).get().getConnection()) {
            awaitJobs(connection, agency);
            var content = new TreeMap<String, String>();
            for (var select : selects(connection).entrySet()) {
                content.put(select.getKey(), text(connection, select.getValue(), agency));
            }
            // who oversees the nation makes others
            content.put("all agencies", text(connection, "select count(*) from agencies where ? <> ''", agency));
            return content;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Of each table the number of rows. */
    static Map<String, Long> rows(String agency) {
        try (var connection = Arc.container().instance(DataSource.class).get().getConnection()) {
            awaitJobs(connection, agency);
            var rows = new TreeMap<String, Long>();
            var select = selects(connection).keySet().stream()
                    .map(table -> "select '" + table + "', count(*) from " + table + " where " + column(table) + " = '"
                            + agency + "'")
                    .collect(Collectors.joining(" union all "));
            try (var statement = connection.createStatement();
                    var found = statement.executeQuery(select)) {
                while (found.next()) {
                    rows.put(found.getString(1), found.getLong(2));
                }
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String column(String table) {
        return table.equals("agencies") ? "code" : "agency";
    }

    private static void awaitJobs(Connection connection, String agency) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE;
        var select = "select count(*) from jobs where agency = ? and ended_at is null";
        while (!text(connection, select, agency).equals("0")) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("a job of " + agency + " does not end");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    /** For every table that tells of agencies the statement that sums it up. */
    private static synchronized Map<String, String> selects(Connection connection) throws SQLException {
        if (selects == null) {
            var columns = new TreeMap<String, List<String>>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select lower(table_name), lower(column_name)"
                            + " from information_schema.columns where table_schema = database()")) {
                while (rows.next()) {
                    columns.computeIfAbsent(rows.getString(1), t -> new ArrayList<>())
                            .add(rows.getString(2));
                }
            }
            var found = new TreeMap<String, String>();
            columns.forEach((table, names) -> {
                if (names.contains(column(table))) {
                    found.put(table, select(table, names));
                }
            });
            selects = found;
        }
        return selects;
    }

    private static String select(String table, List<String> columns) {
        var values = columns.stream()
                .filter(column -> !SEQUENCED.contains(table + '.' + column))
                .map(column -> "coalesce(`" + column + "`, '-')")
                .collect(Collectors.joining(", "));
        return "select concat(count(*), ' rows, sum ', coalesce(sum(crc32(concat_ws('|', " + values + "))), 0)) from "
                + table + " where " + column(table) + " = ?";
    }

    private static String text(Connection connection, String select, String agency) throws SQLException {
        try (var statement = connection.prepareStatement(select)) {
            statement.setString(1, agency);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
