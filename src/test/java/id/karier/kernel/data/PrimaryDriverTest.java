package id.karier.kernel.data;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.karier.testing.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections lead to the one server that takes writes, and {@code ready} knows whether there is one. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PrimaryDriverTest {
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @Inject
    AgroalDataSource pool;

    @ConfigProperty(name = "quarkus.datasource.password")
    Optional<String> password;

    @AfterEach
    void whole() {
        pool.flush(FlushMode.GRACEFUL);
        awaitReady(200);
    }

    @Test
    void a_server_that_is_down_is_passed_by_wherever_it_stands() throws SQLException {
        try (var connection = connect(through(1))) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void a_server_that_accepts_and_never_speaks_is_passed_by() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var begin = Instant.now();
            try (var connection = connect(through(silent.getLocalPort()))) {
                assertThat(connection.isValid(1)).isTrue();
                assertThat(connection.getNetworkTimeout())
                        .as("the time for an answer is that of the URL again")
                        .isEqualTo(77_000);
            }
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(8));
        }
    }

    @Test
    void no_connection_is_made_to_a_server_that_takes_no_writes() throws SQLException {
        // asked directly: the pool makes no connection to a server that is read-only
        try (var plain = new com.mysql.cj.jdbc.Driver().connect(url, properties());
                var statement = plain.createStatement()) {
            assumeTrue(maySet(statement), "the user of this server may not make it read-only");
            try {
                assertThatThrownBy(() -> connect(url).close())
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("read-only")
                        .satisfies(refused -> assertThat(SqlFailure.of(refused)).isEqualTo(SqlFailure.UNREACHABLE));
            } finally {
                statement.execute("set global read_only = 0");
            }
        }
    }

    /** A server that answers and writes nothing, as a group without a majority does. */
    @Test
    void ready_is_down_while_no_write_can_succeed_and_live_is_not() throws SQLException {
        awaitReady(200);
        try (var plain = new com.mysql.cj.jdbc.Driver().connect(url, properties());
                var statement = plain.createStatement()) {
            statement.execute("lock tables write_probes read");
            awaitReady(503);
            given().get("/q/health/live").then().statusCode(200);
            statement.execute("unlock tables");
        }
        awaitReady(200);
    }

    private static boolean maySet(Statement statement) {
        try {
            statement.execute("set global read_only = 1");
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    @Test
    void who_waits_for_a_server_that_is_no_longer_the_primary_is_told_at_once() throws Exception {
        var connection = connect(url);
        var waiting = CompletableFuture.supplyAsync(() -> {
            try (var statement = connection.createStatement()) {
                return statement.execute("select sleep(30)");
            } catch (SQLException ended) {
                throw new CompletionException(ended);
            }
        });
        TimeUnit.MILLISECONDS.sleep(300);

        assertThat(PrimaryDriver.abortOthers("another:3306")).isPositive();

        assertThatThrownBy(() -> waiting.get(3, TimeUnit.SECONDS))
                .satisfies(failed -> assertThat(SqlFailure.of(failed)).isEqualTo(SqlFailure.CONNECTION_LOST));
    }

    private String through(int port) {
        var at = URI.create(url.substring("jdbc:".length())).getAuthority();
        return url.replace(at, "127.0.0.1:" + port + "," + at) + "&socketTimeout=77000&connectTimeout=2000";
    }

    private Connection connect(String to) throws SQLException {
        // what is known of the last one would be asked first
        PrimaryDriver.forgetLast();
        return new PrimaryDriver().connect(to, properties());
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password.orElse(""));
        return properties;
    }

    private static void awaitReady(int status) {
        var until = Instant.now().plusSeconds(15);
        while (given().get("/q/health/ready").statusCode() != status) {
            assertThat(Instant.now()).as("ready answers " + status).isBefore(until);
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
