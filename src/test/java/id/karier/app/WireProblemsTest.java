package id.karier.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused before there is a request for the application says what to do, as everything else does. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WireProblemsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | REQUEST_UNREADABLE | GET /api/v1/employees/%zz HTTP/1.1;Host: a;;",
                "400 | REQUEST_UNREADABLE | GET /api/v1/employees?q=50% HTTP/1.1;Host: a;;",
                "400 | REQUEST_UNREADABLE | GET /api/v1/employees?q={a} HTTP/1.1;Host: a;;",
                "400 | REQUEST_UNREADABLE | GET /api/v1/employees x HTTP/1.1;Host: a;;",
                "400 | REQUEST_UNREADABLE | GET /api/v1/me HTTP/1.1;;",
                "400 | REQUEST_UNREADABLE | GET /api/v1/me HTTP/1.1;Host: a b;;",
                "400 | REQUEST_UNREADABLE | GET /api/v1/me HTTP/1.1;Host: [::;;",
                "400 | REQUEST_UNREADABLE | GET /api/v1/me HTTP/1.1;Host: a:99999;;",
                "400 | REQUEST_UNREADABLE | GET /api/v1/me HTTP/1.1;Host: a;X A: 1;;",
                "400 | REQUEST_UNREADABLE | hello;;",
                "400 | REQUEST_UNREADABLE | POST /api/v1/auth/token HTTP/1.1;Host: a;Content-Length: x;;",
                "400 | REQUEST_UNREADABLE | POST /api/v1/auth/token HTTP/1.1;Host: a;Transfer-Encoding: chunked;;zz;",
                "400 | REQUEST_UNREADABLE | POST /api/v1/auth/token HTTP/1.1;Host: a;Transfer-Encoding: gzip, chunked;;0;;",
                "400 | REQUEST_UNREADABLE | POST /api/v1/auth/token HTTP/1.1;Host: a;Transfer-Encoding: chunked;Transfer-Encoding: chunked;;0;;",
                "400 | REQUEST_UNREADABLE | POST /api/v1/auth/token HTTP/1.1;Host: a;Transfer-Encoding: xchunked;;0;;",
                "400 | REQUEST_UNREADABLE | GET /api/v1/me HTTP/1.1;Host: a;Host: b;;",
                "400 | REQUEST_UNREADABLE | GET /api/v1/me HTTP/1.1;Host: a;Host: a;;",
                "400 | REQUEST_UNREADABLE | GET /api/v1/me HTTP/1.1;Host: a;X-A: 1; continued;;",
                "400 | REQUEST_UNREADABLE | GET /api/v1/me HTTP/1.1;Host: a;X-A: 1;\tcontinued;;",
                "404 | NOT_FOUND          | GET x HTTP/1.1;Host: a;;",
                "405 | METHOD_NOT_ALLOWED | BREW /api/v1/me HTTP/1.1;Host: a;;",
                "414 | URI_TOO_LONG       | GET /api/v1/me?LONG HTTP/1.1;Host: a;;",
                "431 | HEADERS_TOO_LARGE  | GET /api/v1/me HTTP/1.1;Host: a;X-A: VERYLONG;;",
            })
    void what_no_library_would_send_is_answered_with_a_problem(int status, String code, String request)
            throws IOException {
        var answer = send(request.replace("VERYLONG", "a".repeat(40_000)).replace("LONG", "a".repeat(9_000)));
        assertThat(answer).matches("(?s)HTTP/1\\.[01] " + status + " .*");
        assertThat(answer).containsIgnoringCase("content-type: application/problem+json");
        var body = new ObjectMapper().readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
        assertThat(body.path("code").asText()).isEqualTo(code);
        assertThat(body.path("status").asInt()).isEqualTo(status);
        assertThat(answer)
                .containsIgnoringCase("x-request-id: " + body.path("instance").asText());
    }

    @Test
    void a_head_that_is_refused_below_has_no_body() throws IOException {
        var answer = send("HEAD /api/v1/employees/%zz HTTP/1.1;Host: a;;");
        assertThat(answer).startsWith("HTTP/1.1 400").endsWith("\r\n\r\n");
    }

    @Test
    void the_reader_is_answered_in_her_language() throws IOException {
        assertThat(send("GET /api/v1/employees/%zz HTTP/1.1;Host: a;Accept-Language: en;;"))
                .contains("Request not readable");
        assertThat(send("GET /api/v1/employees/%zz HTTP/1.1;Host: a;;")).contains("Permintaan tidak dapat dibaca");
    }

    @Test
    void a_language_that_nobody_can_read_stops_nothing() {
        var agency = TestAgency.called("language");
        for (var said : new String[] {"x;q=abc", ";;q=x,,*", "en;q=0.1, xx-;q=9", ""}) {
            agency.as(Role.SDM)
                    .header("Accept-Language", said)
                    .get("/api/v1/units")
                    .then()
                    .statusCode(200);
        }
        var refused =
                agency.as(Role.SDM).header("Accept-Language", "x;q=abc, en").get("/api/v1/nothing");
        assertThat(refused.header("Content-Language")).isEqualTo("en");
    }

    @Test
    void a_strange_origin_is_told_so_and_a_known_one_need_not_ask_again() {
        var refused = given().header("Origin", "https://strange.example").get("/problems");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("ORIGIN_REFUSED");
        var preflight = given().header("Origin", "http://localhost:5173")
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "if-match,authorization")
                .options("/api/v1/me");
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(Integer.parseInt(preflight.header("Access-Control-Max-Age"))).isGreaterThan(600);
        assertThat(preflight.header("Vary")).contains("Origin");
        var read = TestAgency.called("origin")
                .as(Role.SDM)
                .header("Origin", "http://localhost:5173")
                .get("/api/v1/units");
        assertThat(read.header("Access-Control-Expose-Headers"))
                .contains("ETag", "Location", "Link", "Retry-After", "RateLimit-Remaining", "Content-Language");
        assertThat(read.headers().getValues("Vary")).hasSize(1);
        assertThat(read.header("Vary")).contains("Origin", "Accept-Encoding", "Authorization");
    }

    private static String send(String lines) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(10_000);
            var text = lines.replaceFirst(";;", ";Connection: close;;").replace(";", "\r\n");
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            var said = new StringBuilder();
            var buffer = new byte[4096];
            int read;
            while ((read = socket.getInputStream().read(buffer)) >= 0) {
                said.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
            return said.toString();
        }
    }
}
