package id.karier.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.karier.identity.SignIn;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is sent slowly, half or with words that nobody knows costs no worker, no memory and no line of trace. */
@QuarkusTest
@TestProfile(SlowRequestsTest.Impatient.class)
@QuarkusTestResource(TestDatabase.class)
class SlowRequestsTest {
    /** As in production: management on its own port; and patience that a test can wait for. */
    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "karier.limits.header-patience", "1S",
                    "karier.limits.body-patience", "1S",
                    "karier.management.on-main-port", "false");
        }
    }

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject
    Measures measures;

    private final List<LogRecord> traces = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getThrown() != null) {
                traces.add(line);
            }
        }

        @Override
        public void flush() {
            // keeps nothing back
        }

        @Override
        public void close() {
            // holds nothing open
        }
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(listener);
    }

    @AfterEach
    void nothing_left_a_trace() throws InterruptedException {
        Thread.sleep(300);
        Logger.getLogger("").removeHandler(listener);
        assertThat(traces)
                .extracting(line -> line.getMessage() + ": " + line.getThrown())
                .isEmpty();
    }

    @Test
    void a_sign_in_whose_body_stops_half_way_is_408_in_bounded_time() throws Exception {
        var answer = send(
                6,
                "POST /api/v1/auth/token HTTP/1.1",
                "Host: x",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: 100",
                "",
                "grant");
        assertThat(answer).startsWith("HTTP/1.1 408").contains("REQUEST_TIMEOUT", "application/problem+json");
    }

    @Test
    void a_sign_in_whose_body_comes_in_drops_is_408_in_bounded_time() throws Exception {
        for (var length : List.of("Content-Length: 8000", "Transfer-Encoding: chunked")) {
            try (var socket = connect()) {
                write(
                        socket,
                        "POST /api/v1/auth/token HTTP/1.1",
                        "Host: x",
                        "Content-Type: application/json",
                        length,
                        "");
                drip(socket, length.startsWith("T") ? "1\r\na\r\n" : "a", Duration.ofSeconds(3));
                assertThat(rest(socket, 4)).as(length).startsWith("HTTP/1.1 408");
            }
        }
    }

    @Test
    void a_write_whose_body_stops_half_way_is_408_in_bounded_time() throws Exception {
        var token = TestAgency.called("slow").token(null, Role.ADMIN);
        for (var path : List.of("/api/v1/accounts", "/api/v1/calculations/nine-box")) {
            var answer = send(
                    6,
                    "POST " + path + " HTTP/1.1",
                    "Host: x",
                    "Authorization: Bearer " + token,
                    "Content-Type: application/json",
                    "Content-Length: 100",
                    "",
                    "{\"us");
            assertThat(answer).as(path).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void a_large_body_that_stops_half_way_is_408_in_bounded_time() throws Exception {
        var token = TestAgency.called("slow").token(null, Role.SDM);
        for (var length : List.of("Content-Length: 900000", "Transfer-Encoding: chunked")) {
            for (var path : List.of("/api/v1/imports?kind=employees", "/api/v1/employees")) {
                var answer = send(
                        12,
                        "POST " + path + " HTTP/1.1",
                        "Host: x",
                        "Authorization: Bearer " + token,
                        "Content-Type: " + (path.contains("imports") ? "text/csv" : "application/json"),
                        length,
                        "",
                        length.startsWith("T") ? "5\r\n{\"nam" : "{\"nam");
                assertThat(answer).as(path + ' ' + length).startsWith("HTTP/1.1 408");
            }
        }
    }

    @Test
    void a_sign_in_with_more_than_it_needs_is_413() {
        given().contentType("application/x-www-form-urlencoded")
                .body("grant_type=password&username=" + "a".repeat(20_000))
                .post("/api/v1/auth/token")
                .then()
                .statusCode(413);
    }

    @Test
    void a_connection_that_sends_nothing_or_half_a_header_is_closed() throws Exception {
        try (var silent = connect();
                var half = connect()) {
            write(half, "GET /api/v1/me HTTP/1.1", "Host: x");
            assertThat(rest(half, 4)).isEmpty();
            assertThat(rest(silent, 4)).isEmpty();
        }
    }

    @Test
    void a_header_that_comes_in_drops_is_cut_off() throws Exception {
        try (var socket = connect()) {
            write(socket, "GET /api/v1/me HTTP/1.1", "Host: x");
            drip(socket, "X", Duration.ofSeconds(3));
            assertThat(rest(socket, 2)).isEmpty();
        }
    }

    @Test
    void the_second_request_of_a_connection_has_a_deadline_too() throws Exception {
        try (var socket = connect()) {
            write(socket, "GET /problems HTTP/1.1", "Host: x", "");
            Thread.sleep(1500);
            write(socket, "GET /problems HTTP/1.1", "Host: x", "");
            Thread.sleep(300);
            write(socket, "GET /problems HTTP/1.1");
            var answers = rest(socket, 5);
            assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(3);
        }
    }

    @Test
    void http_2_is_not_spoken() throws Exception {
        try (var socket = connect()) {
            socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0});
            assertThat(rest(socket, 4)).doesNotStartWith("\0\0");
        }
    }

    @Test
    void a_thousand_invented_methods_and_addresses_leave_no_series() throws Exception {
        for (int i = 0; i < 1000; i++) {
            var answer = send(
                    5, "SECX" + i + " /" + (i % 2 == 0 ? "api/v1/me" : "nothing/" + i) + " HTTP/1.1", "Host: x", "");
            assertThat(answer)
                    .startsWith("HTTP/1.1 405")
                    .contains("METHOD_NOT_ALLOWED")
                    .containsIgnoringCase("allow: GET");
        }
        for (int i = 0; i < 40; i++) {
            given().get("/api/v1/invented" + i).then().statusCode(404);
            given().header("Authorization", "Bearer x").put("/api/v1/invented" + i + "/x");
            given().contentType("text/plain").body("x").delete("/invented" + i);
        }
        var said = metricsNow();
        assertThat(said).doesNotContain("SECX").doesNotContain("invented");
        assertThat(said.lines()
                        .filter(line -> line.startsWith("http_server_requests_seconds_count"))
                        .count())
                .isLessThan(60);
    }

    @Test
    void health_metrics_and_contract_are_on_the_port_of_the_management_alone() {
        for (var path : List.of("q/health/ready", "q/health/live", "q/metrics", "q/openapi")) {
            given().get('/' + path).then().statusCode(404);
            given().baseUri("http://" + management.getHost())
                    .port(management.getPort())
                    .get('/' + path)
                    .then()
                    .statusCode(200);
        }
        given().baseUri("http://" + management.getHost())
                .port(management.getPort())
                .get("/api/v1/me")
                .then()
                .statusCode(404);
    }

    @Test
    void pool_jobs_feed_and_failed_sign_ins_are_measured() {
        SignIn.fromOwnAddress().password("nobody.at.all", "wrong").statusCode(400);
        measures.look();
        assertThat(metricsNow())
                .contains("agroal_active_count", "karier_jobs_queued 0.0", "karier_jobs_running", "karier_feed_lag")
                .contains("karier_feed_waiting")
                .containsPattern("karier_sign_in_failures_total\\{status=\"400\",?} [1-9]");
    }

    private String metricsNow() {
        return given().baseUri("http://" + metrics.getHost())
                .port(metrics.getPort())
                .get("/q/metrics")
                .asString();
    }

    private static Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
    }

    private static void write(Socket socket, String... lines) throws IOException {
        socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Sends a little every now and then; the other side may hang up meanwhile. */
    private static void drip(Socket socket, String drop, Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        try {
            while (System.nanoTime() < end) {
                socket.getOutputStream().write(drop.getBytes(StandardCharsets.US_ASCII));
                Thread.sleep(150);
            }
        } catch (SocketException hungUp) {
            // what was waited for
        }
    }

    /** Everything until the other side closes, which it must within some seconds. */
    private static String rest(Socket socket, int seconds) throws IOException {
        socket.setSoTimeout(seconds * 1000);
        var said = new StringBuilder();
        try {
            int read;
            var buffer = new byte[8192];
            while ((read = socket.getInputStream().read(buffer)) >= 0) {
                said.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
            }
        } catch (SocketException reset) {
            // closed, after whatever was said
        }
        return said.toString();
    }

    private static String send(int seconds, String... lines) throws IOException {
        try (var socket = connect()) {
            var text = String.join("\r\n", lines);
            socket.getOutputStream()
                    .write((lines[lines.length - 1].isEmpty() ? text + "\r\n" : text)
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return rest(socket, seconds);
        }
    }
}
