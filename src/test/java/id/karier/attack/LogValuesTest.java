package id.karier.attack;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.app.LogWithoutData;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What the log says of statements that the database refused. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LogValuesTest {
    private final TestAgency agency = TestAgency.called("log");

    /** The lines that the root logger gets while something runs. */
    private static List<String> lines(Runnable work) {
        var lines = new CopyOnWriteArrayList<String>();
        var listener = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                if (isLoggable(entry)) {
                    lines.add(entry.getLoggerName()
                            + ' '
                            + entry.getMessage()
                            + ' '
                            + Arrays.toString(entry.getParameters())
                            + trace(entry.getThrown()));
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        listener.setLevel(Level.ALL);
        LogWithoutData.guard(listener);
        var root = Logger.getLogger("");
        root.addHandler(listener);
        try {
            work.run();
        } finally {
            root.removeHandler(listener);
        }
        return lines;
    }

    private static String trace(Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        var text = new java.io.StringWriter();
        thrown.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }

    @Test
    void a_name_that_is_taken_is_not_repeated_in_the_log() {
        var name = "rahasia." + agency.code;
        var body = "{\"username\": \"%s\", \"displayName\": \"Contoh\", \"roles\": [\"ASN\"]}".formatted(name);
        var lines = lines(() -> {
            assertThat(List.of(account(agency, body), account(TestAgency.called("log"), body)))
                    .containsExactly(201, 409);
        });
        assertThat(lines).noneMatch(line -> line.contains(name));
        assertThat(lines).noneMatch(line -> line.contains("Duplicate entry"));
    }

    private static int account(TestAgency agency, String body) {
        return agency.as(Role.ADMIN)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/accounts")
                .statusCode();
    }

    @Test
    void a_trace_of_a_refused_statement_keeps_its_place_and_loses_its_values() {
        var driver = new BatchUpdateException(
                "Duplicate entry 'lampung-199001012015012999' for key 'uk_employees_identity'",
                "23000",
                1062,
                new int[0]);
        driver.setNextException(new SQLException("Data too long: 'SARI CONTOH'", "22001", 1406));
        driver.addSuppressed(new SQLException("Incorrect string value: 'SARI CONTOH'", "HY000", 1366));
        var failed = new IllegalStateException(
                "could not execute [insert into employees values ('SARI CONTOH')]", new RuntimeException(driver));

        var lines = lines(() -> Logger.getLogger("id.karier.attack").log(Level.SEVERE, "request x failed", failed));

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0))
                .contains("java.lang.IllegalStateException", "state 23000, code 1062, key uk_employees_identity")
                .contains("LogValuesTest.java")
                .doesNotContain("SARI", "1990", "insert into");
    }

    @Test
    void a_trace_that_has_nothing_to_do_with_the_database_stays_as_it_is() {
        var lines = lines(() -> Logger.getLogger("id.karier.attack")
                .log(Level.SEVERE, "broken", new IllegalStateException("no field key named k2")));
        assertThat(lines.get(0)).contains("java.lang.IllegalStateException: no field key named k2");
    }
}
