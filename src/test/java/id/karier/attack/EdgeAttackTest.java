package id.karier.attack;

import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.karier.employee.EmployeeFixtures;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request can say that it should not, and what an answer must not give away. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EdgeAttackTest {
    private final TestAgency agency = TestAgency.called("edge");

    @Test
    void a_member_sent_twice_is_refused() {
        agency.as(Role.ADMIN)
                .contentType(JSON)
                .body(
                        "{\"username\": \"dua-kali\", \"displayName\": \"Dua\", \"roles\": [\"ASN\"], \"roles\": [\"PELATIHAN\"]}")
                .post("/api/v1/accounts")
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED_REQUEST"));
    }

    @Test
    void a_text_is_stored_stripped_and_composed() {
        var id = EmployeeFixtures.register(agency, "  Andre\\u0301 Sari ");
        agency.as(Role.SDM).get("/api/v1/employees/" + id).then().body("name", equalTo("Andr\u00e9 Sari"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Andre Andr\u00e9", "Stra\u00dfe Strasse", "Nur N\u00fbr"})
    void a_name_of_words_that_the_database_thinks_equal_can_be_registered(String name) {
        var id = EmployeeFixtures.register(agency, name);
        agency.as(Role.SDM).get("/api/v1/employees/" + id).then().body("name", equalTo(name));
    }

    @Test
    void a_list_of_too_many_elements_is_refused() {
        var roles = "\"ASN\",".repeat(1001) + "\"ASN\"";
        agency.as(Role.ADMIN)
                .contentType(JSON)
                .body("{\"username\": \"banyak\", \"displayName\": \"Banyak\", \"roles\": [" + roles + "]}")
                .post("/api/v1/accounts")
                .then()
                .statusCode(400);
        var years =
                "{\"predicate\": \"BAIK\", \"months\": 12},".repeat(600) + "{\"predicate\": \"BAIK\", \"months\": 12}";
        agency.as(Role.ASN)
                .contentType(JSON)
                .body("{\"level\": \"AHLI_MUDA\", \"years\": [" + years + "]}")
                .post("/api/v1/calculations/credit-points")
                .then()
                .statusCode(400);
    }

    @Test
    void settings_are_no_store_of_files() {
        agency.as(Role.ADMIN)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body("{\"settings\": {\"logo\": \"" + "x".repeat(18_000) + "\"}}")
                .patch("/api/v1/agencies/" + agency.id)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/settings"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "ftp://example.id", "https://a b"})
    void an_address_of_a_law_is_a_web_address(String address) {
        agency.as(Role.ADMIN)
                .contentType(JSON)
                .body("""
                        {"version": "EDGE_1", "effectiveFrom": "2099-01-01",
                         "legalBasis": [{"regulation": "Pergub 1/2098", "address": "%s"}], "body": {"minimumYears": 2}}""".formatted(address))
                .post("/api/v1/rule-sets/TRANSFER")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/legalBasis/0/address"));
    }

    @Test
    void no_answer_repeats_the_host_that_the_client_claims() {
        EmployeeFixtures.register(agency, "Sari");
        EmployeeFixtures.register(agency, "Sari");
        var page = agency.as(Role.SDM)
                .header("Host", "evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Prefix", "/evil.example")
                .get("/api/v1/employees?limit=1");
        assertThat(page.header("Link")).startsWith("</api/v1/employees?").contains("cursor=", "rel=\"next\"");
        var next = page.header("Link").replaceAll("<(.*)>.*", "$1");
        agency.as(Role.SDM)
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1));
        var made = agency.as(Role.SDM)
                .header("Host", "evil.example")
                .contentType(JSON)
                .body(EmployeeFixtures.body(EmployeeFixtures.number(), "Sari"))
                .post("/api/v1/employees");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.header("Location")).startsWith("/api/v1/employees/");
        assertThat(page.headers().toString() + made.headers()).doesNotContain("evil.example");
    }

    @Test
    void an_answer_that_says_nothing_of_caches_is_kept_by_nobody() {
        EmployeeFixtures.register(agency, "Sari");
        var answers = new io.restassured.response.Response[] {
            agency.as(Role.SDM).contentType(JSON).body("{\"q\": \"sari\"}").post("/api/v1/employees/search"),
            agency.as(Role.SDM).get("/api/v1/changes?since=0"),
            agency.as(Role.SDM)
                    .contentType(JSON)
                    .body("{\"level\": \"AHLI_MUDA\", \"balance\": 10}")
                    .post("/api/v1/calculations/credit-points"),
            agency.as(Role.SDM).get("/api/v1/me"),
            agency.as(Role.SDM).get("/api/v1/nothing")
        };
        for (var answer : answers) {
            assertThat(answer.header("Cache-Control"))
                    .as(answer.asString())
                    .isNotNull()
                    .containsAnyOf("private", "no-store");
            assertThat(answer.headers().getValues("Vary").toString()).contains("Origin");
        }
    }

    @Test
    void a_sort_key_is_named_once() {
        agency.as(Role.SDM)
                .get("/api/v1/employees?sort=name,-name")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("SORT_KEY_TWICE"));
    }

    @Test
    void a_cursor_names_nobody() {
        EmployeeFixtures.register(agency, "Abdullah Thaib");
        EmployeeFixtures.register(agency, "Zainab Thaib");
        var cursor =
                agency.as(Role.SDM).get("/api/v1/employees?limit=1").jsonPath().getString("next");
        var bytes = java.util.Base64.getUrlDecoder().decode(cursor);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("Abdullah", "Thaib");
    }

    @Test
    void two_files_of_one_form_are_refused() {
        agency.as(Role.SDM)
                .multiPart("file", "a.csv", "nip_baru\n".getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("file", "b.csv", "nip_baru\n".getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/api/v1/imports?kind=employees")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("ONE_FILE"));
    }

    @Test
    void a_form_of_thousands_of_parts_is_the_clients_fault() throws IOException, InterruptedException {
        var form = new StringBuilder();
        IntStream.range(0, 3000)
                .forEach(i -> form.append("--x\r\nContent-Disposition: form-data; name=\"p")
                        .append(i)
                        .append("\"\r\n\r\nv\r\n"));
        form.append("--x--\r\n");
        assertThat(form(form.toString())).isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nnip",
                "--x\r\nContent-Disposition: form-data",
                "no boundary at all",
                "--x\r\nContent-Disposition: form-data; name=\"file\"\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%\r\n--x--\r\n",
                ""
            })
    void a_broken_form_is_the_clients_fault(String form) throws IOException, InterruptedException {
        assertThat(form(form)).isBetween(400, 499);
    }

    /** Sent as it stands, which a library for forms would not do. */
    private int form(String form) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + "/api/v1/imports?kind=employees"))
                .header("Authorization", "Bearer " + agency.token(null, Role.SDM))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void an_agency_has_only_so_many_imports_waiting() {
        // one that runs elsewhere keeps the others waiting
        job("RUNNING", "x'" + TestAgency.hex(UUID.randomUUID()) + "', '2099-01-01'");
        for (int i = 0; i < 20; i++) {
            job("QUEUED", "null, null");
        }
        try {
            agency.as(Role.SDM)
                    .contentType("text/csv")
                    .body("nip_baru;nama\n199001012015012001;CONTOH\n")
                    .post("/api/v1/imports?kind=employees")
                    .then()
                    .statusCode(429)
                    .header("Retry-After", equalTo("60"))
                    .body("detail", org.hamcrest.Matchers.startsWith("Sudah 20 impor"))
                    .body("errors[0].code", equalTo("QUEUE_FULL"));
        } finally {
            TestAgency.sql("delete from jobs where agency = '" + agency.code + "'");
        }
    }

    private void job(String status, String claim) {
        TestAgency.sql(
                "insert into jobs (id, agency, kind, lane, status, ordered_by, orderer, settings, total, created_at,"
                        + " claimed_by, claimed_until) values (x'" + TestAgency.hex(UUID.randomUUID()) + "', '"
                        + agency.code
                        + "', 'employees', 'imports', '" + status + "', x'" + TestAgency.hex(UUID.randomUUID())
                        + "', '{\"roles\": [], \"scopes\": [], \"reach\": \"AGENCY\"}',"
                        + " '{\"dryRun\": true, \"partial\": false}', 1, now(3), " + claim + ")");
    }

    /** Raw, because a client library would not send it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/employees?rank=\u00e9 HTTP/1.1\nHost: a",
                "GET /api/v1/employees?rank=%zz HTTP/1.1\nHost: a",
                "GET /api/v1/employees?%zz=1 HTTP/1.1\nHost: a",
                "GET /api/v1/employees/%zz HTTP/1.1\nHost: a",
                "GET /api/v1/employees/%00 HTTP/1.1\nHost: a",
                "GET /api/v1/employees?limit=1 HTTP/1.1\nHost: a b",
                "GET /api/v1/employees?limit=1 HTTP/1.1\nHost: [::",
                "GET /api/v1/employees?limit=1 HTTP/1.1\nHost: a:99999999",
                "GET /api/v1/employees?limit=1&q={x} HTTP/1.1\nHost: a",
                "GET /api/v1/employees?limit=1 HTTP/1.1\nHost: a\nAccept-Language: ;;q=x,,*",
                "GET /api/v1/employees?limit=1 HTTP/1.1\nHost: a\nAccept: ;;q=x",
                "GET /api/v1/employees?limit=1 HTTP/1.1\nHost: a\nIf-None-Match: \"",
                "GET /nothing HTTP/1.1\nHost: a\nAccept-Language: ;;q=x,,*",
                "POST /api/v1/employees/search HTTP/1.1\nHost: a\nContent-Type: application/json;charset=none\nContent-Length: 2\n\n{}",
                "POST /api/v1/employees/search HTTP/1.1\nHost: a\nContent-Type: ;;;\nContent-Length: 2\n\n{}",
                "POST /api/v1/employees/search HTTP/1.1\nHost: a\nContent-Type: application/json\nContent-Encoding: gzip\nContent-Length: 2\n\n{}"
            })
    void a_request_that_no_library_would_send_is_no_fault_of_ours(String request) throws IOException {
        EmployeeFixtures.register(agency, "Sari");
        EmployeeFixtures.register(agency, "Sari");
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            var bearer = "\r\nConnection: close\r\nAuthorization: Bearer " + agency.token(null, Role.SDM) + "\r\n";
            int end = request.indexOf('\n');
            var lines = request.substring(0, end)
                    + bearer
                    + request.substring(end + 1).replace("\n", "\r\n");
            var sent = lines.contains("\r\n\r\n") ? lines : lines + "\r\n\r\n";
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
            var status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(status).matches("HTTP/1.1 [24]..");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%C3%A9", "a%00b", "%F0%9F%98%80", "%ED%A0%80", "%E2%84%AAelvin"})
    void a_user_name_that_nobody_can_have_is_unknown(String name) {
        for (var form : new String[] {
            "grant_type=password&username=" + name + "&password=x",
            "grant_type=password&username=x&password=" + name,
            "grant_type=client_credentials&client_id=" + name + "&client_secret=x",
            "grant_type=refresh_token&refresh_token=" + name
        }) {
            int status = TestAgency.anonymous()
                    .contentType("application/x-www-form-urlencoded")
                    .body(form)
                    .post("/api/v1/auth/token")
                    .statusCode();
            assertThat(status).as(form).isBetween(400, 429);
        }
    }
}
