package id.karier.app;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.kernel.data.FieldCipher;
import id.karier.kernel.data.OldRowsSealing;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Databases that are in use come to this version with all that they hold, and with the schema that a new one gets. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OldDatabaseTest {
    private static final Path VERSION_1040 = Path.of("src/test/resources/database/version-1040.sql");

    /** Columns and tables that a migration since then has moved, reshaped or dropped, each with the reason. */
    private static final Map<String, String> CHANGED_ON_PURPOSE = Map.of(
            "jobs.settings", "V1050 gives simulations settings of their own words",
            "jobs.outcome", "V1050 gives simulations outcomes of their own words");

    @Inject
    OldRowsSealing sealing;

    @Inject
    FieldCipher cipher;

    private final String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
    private final String user = ConfigProvider.getConfig().getValue("quarkus.datasource.username", String.class);
    private final String password = ConfigProvider.getConfig()
            .getOptionalValue("quarkus.datasource.password", String.class)
            .orElse("");

    @Test
    void a_database_of_version_1040_comes_to_today_whole() throws SQLException, IOException {
        try (var today = DriverManager.getConnection(url, user, password)) {
            var old = today.getCatalog() + "_old";
            execute(today, "drop database if exists " + old);
            execute(today, "create database " + old + " default character set utf8mb4");
            var oldUrl = url.replace('/' + today.getCatalog(), '/' + old);
            try (var connection = DriverManager.getConnection(oldUrl, user, password)) {
                for (var statement : Files.readString(VERSION_1040).split(";\n")) {
                    execute(connection, statement);
                }
                execute(connection, "update employees set nik_index = unhex(repeat('0C', 32))");
                var before = content(connection);
                assertThat(before.get("employees"))
                        .as("people in the old database")
                        .hasSize(3);
                assertThat(before.get("flyway_schema_history"))
                        .as("migrations it had")
                        .hasSize(9);

                Database.migrate(oldUrl, user, password);

                assertThat(lost(before, content(connection)))
                        .as(
                                "lost or changed by the migrations since version 1040; if it is meant, say so in CHANGED_ON_PURPOSE")
                        .isEmpty();
                assertThat(
                                one(
                                        connection,
                                        "select concat(count(nik_index), ' ', count(nik_key) = count(distinct agency)) from employees"))
                        .as("people who share a card number, and those of them who have it to themselves")
                        .isEqualTo("3 1");
                assertThat(schema(connection)).as("schema of the old database").isEqualTo(schema(today));
                whatWasInTheClearIsSealed(today, old);
            } finally {
                execute(today, "drop database " + old);
            }
        }
    }

    /** The old rows beside those of the running product, which seals them. */
    private void whatWasInTheClearIsSealed(Connection today, String old) throws SQLException {
        var tables = List.of("agencies", "employees", "employee_disciplines", "siasn_rows");
        execute(today, "set foreign_key_checks = 0");
        try {
            for (var table : tables) {
                var columns = String.join(
                        ", ",
                        column(
                                today,
                                "select column_name from information_schema.columns where table_name = '" + table
                                        + "' and coalesce(generation_expression, '') = '' and table_schema = ?"));
                execute(
                        today,
                        "insert into %1$s (%2$s) select %2$s from %3$s.%1$s where %4$s = 'lama'"
                                .formatted(table, columns, old, table.equals("agencies") ? "code" : "agency"));
            }
            assertThat(one(today, "select reason from employee_disciplines where agency = 'lama'"))
                    .isEqualTo("Tidak masuk kerja");
            assertThat(one(today, "select left(raw, 1) from siasn_rows where agency = 'lama'"))
                    .isEqualTo("{");
            var emails = one(today, "select group_concat(email) from employees where agency = 'lama'");

            sealing.seal();

            var reason = one(today, "select reason from employee_disciplines where agency = 'lama'");
            assertThat(reason).startsWith("sealed:");
            assertThat(cipher.openText("employee_disciplines.reason", new UUID(0, 0x1601), reason))
                    .isEqualTo("Tidak masuk kerja");
            assertThat(one(today, "select left(json_unquote(raw), 7) from siasn_rows where agency = 'lama'"))
                    .isEqualTo("sealed:");
            assertThat(one(
                            today,
                            "select count(*) from siasn_rows where agency = 'lama' and hex(checksum) like '0B0B%'"))
                    .isEqualTo("0");
            assertThat(one(today, "select count(*) from employees where agency = 'lama' and email not like 'sealed:%'"))
                    .as("addresses in the clear, of " + emails)
                    .isEqualTo("0");
        } finally {
            for (var table : tables) {
                execute(
                        today,
                        "delete from %s where %s = 'lama'"
                                .formatted(table, table.equals("agencies") ? "code" : "agency"));
            }
            execute(today, "set foreign_key_checks = 1");
        }
    }

    private static String one(Connection connection, String select) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(select)) {
            return found.next() ? found.getString(1) : null;
        }
    }

    private static List<String> lost(
            Map<String, List<Map<String, String>>> before, Map<String, List<Map<String, String>>> after) {
        var lost = new ArrayList<String>();
        before.forEach((table, rows) -> {
            if (table.equals("flyway_schema_history") || CHANGED_ON_PURPOSE.containsKey(table)) {
                return;
            }
            if (!after.containsKey(table)) {
                lost.add("table " + table);
                return;
            }
            for (var row : rows) {
                var kept = row.entrySet().stream()
                        .filter(value -> !CHANGED_ON_PURPOSE.containsKey(table + '.' + value.getKey()))
                        .toList();
                if (after.get(table).stream().noneMatch(now -> now.entrySet().containsAll(kept))) {
                    lost.add("row of " + table + ": " + row);
                }
            }
            if (after.get(table).size() != rows.size()) {
                lost.add("%d rows of %s are %d"
                        .formatted(rows.size(), table, after.get(table).size()));
            }
        });
        return lost;
    }

    /** Every row of every table, by the names of its columns. */
    private static Map<String, List<Map<String, String>>> content(Connection connection) throws SQLException {
        var content = new TreeMap<String, List<Map<String, String>>>();
        for (var table :
                column(connection, "select table_name from information_schema.tables where table_schema = ?")) {
            var rows = new ArrayList<Map<String, String>>();
            try (var statement = connection.createStatement();
                    var found = statement.executeQuery("select * from " + table)) {
                while (found.next()) {
                    var row = new TreeMap<String, String>(Comparator.naturalOrder());
                    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                        var value = found.getObject(i);
                        row.put(
                                found.getMetaData().getColumnName(i),
                                value instanceof byte[] bytes
                                        ? HexFormat.of().formatHex(bytes)
                                        : String.valueOf(value));
                    }
                    rows.add(row);
                }
            }
            content.put(table, rows);
        }
        return content;
    }

    /** Tables, columns and indexes, as far as two ways to them must agree. */
    private static TreeSet<String> schema(Connection connection) throws SQLException {
        var schema = new TreeSet<String>();
        schema.addAll(column(connection, """
                select concat(table_name, '.', column_name, ' ', data_type, ' ', coalesce(character_maximum_length, ''),
                    ' nullable: ', is_nullable)
                from information_schema.columns where table_schema = ? and data_type not in ('json', 'longtext')"""));
        schema.addAll(column(connection, """
                select concat(table_name, ' index ', index_name, ' ', seq_in_index, ' ', column_name)
                from information_schema.statistics where table_schema = ?"""));
        return schema;
    }

    private static List<String> column(Connection connection, String select) throws SQLException {
        try (var statement = connection.prepareStatement(select)) {
            statement.setString(1, connection.getCatalog());
            try (var found = statement.executeQuery()) {
                var values = new ArrayList<String>();
                while (found.next()) {
                    values.add(found.getString(1));
                }
                return values;
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (!sql.isBlank()) {
                statement.execute(sql);
            }
        }
    }
}
