package id.karier.attack;

import static id.karier.testing.TestAgency.anonymous;
import static org.assertj.core.api.Assertions.assertThat;

import id.karier.employee.EmployeeFixtures;
import id.karier.kernel.Role;
import id.karier.kernel.data.RequestTime;
import id.karier.testing.SmallNumbers;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Nobody stops the others by asking much, by asking for what takes long, or by pretending to be somewhere else. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(SmallNumbers.class)
class LimitAttackTest {
    private static final String FORWARDED = "X-Forwarded-For";

    /** More than a network has, with what comes back to it meanwhile. */
    private static final int NETWORK = 3 * SmallNumbers.NETWORK_REQUESTS;

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final String ENDLESS =
            "select count(*) from information_schema.columns a, information_schema.columns b,"
                    + " information_schema.columns c";

    private final TestAgency agency = TestAgency.called("limits");

    @Inject
    AgroalDataSource database;

    @Inject
    RequestTime time;

    @Test
    void a_network_is_refused_on_every_path_and_the_next_one_is_not() throws Exception {
        var token = agency.token(UUID.randomUUID(), Role.SDM);
        for (var path : new String[] {"/q/nothing", "/q/health", "/nothing", "/q/openapi", "/api/v1/units", "/"}) {
            var answer = refusedByNetwork("203.0.113.1", path);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.body()).contains("\"RATE_LIMITED\"");
            assertThat(answer.headers().firstValue("Retry-After").orElse("")).matches("[1-9]\\d*");
        }
        // a method that nobody knows ends its connection before anything is counted
        assertThat(from("203.0.113.1")
                        .header("Authorization", "Bearer " + token)
                        .request("SECX1", "/api/v1/me")
                        .statusCode())
                .isEqualTo(405);
        assertThat(from("203.0.113.2")
                        .header("Authorization", "Bearer " + token)
                        .get("/api/v1/units")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_a_client_writes_in_front_of_its_address_does_not_make_it_another() {
        refused(
                () -> from(UUID.randomUUID().hashCode() + ".1.1.1, 203.0.113.3").get("/api/v1/units"),
                SmallNumbers.ANONYMOUS_REQUESTS + 3);
        assertThat(from("198.51.100.9, 203.0.113.3").get("/api/v1/units").statusCode())
                .isEqualTo(429);
        assertThat(from("203.0.113.4").get("/api/v1/units").statusCode()).isEqualTo(401);
    }

    @Test
    void all_addresses_of_one_customer_of_ipv6_are_one() {
        for (int i = 0; i <= SmallNumbers.ANONYMOUS_REQUESTS + 1; i++) {
            from("2001:db8:1:2::" + i).get("/api/v1/units");
        }
        assertThat(from("2001:db8:1:2:3:4:5:6").get("/api/v1/units").statusCode())
                .isEqualTo(429);
        assertThat(from("2001:db8:1:3::1").get("/api/v1/units").statusCode()).isEqualTo(401);
    }

    @Test
    void a_statement_of_a_request_ends_in_time_and_one_of_a_job_does_not() throws SQLException {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            time.begin();
            long started = System.nanoTime();
            try (var connection = database.getConnection()) {
                assertThat(failed(connection, ENDLESS)).isIn(1969, 3024, 1317);
            }
            assertThat((System.nanoTime() - started) / 1_000_000_000).isLessThan(4);
        } finally {
            context.terminate();
        }
        for (int i = 0; i < 30; i++) {
            try (var connection = database.getConnection()) {
                assertThat(failed(connection, "select sleep(0.05)")).isZero();
                var lockWait = connection.createStatement().executeQuery("select @@session.innodb_lock_wait_timeout");
                lockWait.next();
                assertThat(lockWait.getInt(1)).isGreaterThan(1);
            }
        }
    }

    @Test
    void a_write_that_waits_for_a_lock_is_told_to_come_again() throws SQLException {
        var id = EmployeeFixtures.register(agency, "Sari");
        try (var holder = database.getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement()
                    .execute("select id from employees where id = x'" + TestAgency.hex(id) + "' for update");
            long started = System.nanoTime();
            var answer = agency.as(Role.SDM)
                    .header("If-Match", "\"0\"")
                    .contentType("application/merge-patch+json")
                    .body("{\"religion\": \"HINDU\"}")
                    .patch("/api/v1/employees/" + id);
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
            assertThat((System.nanoTime() - started) / 1_000_000_000).isLessThan(10);
            holder.rollback();
        }
    }

    /** A request from an address, on a connection that does not stay open: a server has only so many. */
    private static RequestSpecification from(String address) {
        return anonymous().header("Connection", "close").header(FORWARDED, address);
    }

    private static int failed(Connection connection, String select) {
        try (var statement = connection.createStatement()) {
            statement.executeQuery(select);
            return 0;
        } catch (SQLException ended) {
            return ended.getErrorCode();
        }
    }

    /**
     * Asks until the network's own limit refuses it; that of who is not signed in comes behind it, and is lower. On one
     * connection, with a client that asks faster than allowances come back.
     */
    private static HttpResponse<String> refusedByNetwork(String address, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .header(FORWARDED, address)
                .build();
        var limit = String.valueOf(SmallNumbers.NETWORK_REQUESTS);
        for (int i = 0; i < NETWORK; i++) {
            var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 429
                    && answer.headers().allValues("RateLimit-Limit").contains(limit)) {
                return answer;
            }
        }
        throw new AssertionError("never refused");
    }

    /** Asks until it is refused, and answers the refusal. */
    private static Response refused(Supplier<Response> request, int most) {
        for (int i = 0; i < most; i++) {
            var answer = request.get();
            if (answer.statusCode() == 429) {
                return answer;
            }
        }
        throw new AssertionError("never refused");
    }
}
