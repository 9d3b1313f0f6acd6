package id.karier.integration.bulk.export;

import static id.karier.history.Office.rank;
import static id.karier.testing.TestAgency.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

/** Registers as files: what stands in them, who gets them, and what happens when they break. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ExportTest {
    private static final String EXPORTS = "/api/v1/exports/";
    private static final String PENALTY = """
            {"level": "SEDANG", "penalty": "S1", "startsOn": "2024-05-11", "endsOn": "2024-11-10",
             "reason": "alasan-rahasia", "decreeNumber": "862/1", "decreeDate": "2024-05-10"}""";

    @Inject
    ExportSlots slots;

    @Inject
    ExportKinds kinds;

    private final Office office = Office.called("ekspor");
    private final ObjectMapper json = new ObjectMapper();

    private UUID named(String name) {
        var id = office.person();
        TestAgency.sql("update employees set name = '" + name.replace("'", "''") + "' where id = x'" + hex(id) + "'");
        return id;
    }

    private String file(String query, Role... roles) {
        return office.agency
                .as(roles)
                .get(EXPORTS + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private List<JsonNode> lines(String query, Role... roles) throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (var line : file(query, roles).split("\n", -1)) {
            if (!line.isEmpty()) {
                lines.add(json.readTree(line));
            }
        }
        return lines;
    }

    @Test
    void text_is_no_formula_and_numbers_keep_their_digits() throws IOException {
        named("=HYPERLINK(\"x\")");
        named("+Plus");
        named("-Minus");
        named("@At");
        named("'=Sudah");
        var csv = file("employees?format=csv", Role.SDM);
        assertThat(csv.lines().skip(1))
                .hasSize(5)
                .allMatch(line -> line.matches(",19800229200501200[1-5],.*"))
                .anyMatch(line -> line.contains(",\"'=HYPERLINK(\"\"x\"\")\","))
                .anyMatch(line -> line.contains(",'+Plus,"))
                .anyMatch(line -> line.contains(",'-Minus,"))
                .anyMatch(line -> line.contains(",'@At,"))
                .anyMatch(line -> line.contains(",''=Sudah,"))
                .allMatch(line -> line.contains(",1980-02-29,"));
        assertThat(lines("employees?format=ndjson", Role.SDM))
                .extracting(line -> line.path("nama").asText())
                .containsExactlyInAnyOrder("=HYPERLINK(\"x\")", "+Plus", "-Minus", "@At", "''=Sudah");
        var bytes = office.agency
                .as(Role.SDM)
                .get(EXPORTS + "employees?format=xlsx")
                .asByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                var rows = book.getFirstSheet().openStream()) {
            assertThat(rows.skip(1)).hasSize(5).allSatisfy(row -> {
                assertThat(row.getCell(1).getType()).isEqualTo(CellType.STRING);
                assertThat(row.getCellText(1)).matches("19800229200501200[1-5]");
                assertThat(row.getCell(2).getType()).isEqualTo(CellType.STRING);
                assertThat(row.getCell(6).getType()).isEqualTo(CellType.NUMBER);
                assertThat(row.getCellAsDate(6).orElseThrow()).isEqualTo("1980-02-29T00:00");
            });
        }
        assertThat(part(bytes, "xl/worksheets/sheet1.xml"))
                .contains("inlineStr")
                .doesNotContain("<f>");
    }

    private static String part(byte[] book, String name) throws IOException {
        var file = Files.createTempFile("ekspor", ".xlsx");
        Files.write(file, book);
        try (var zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void a_history_has_the_members_of_its_address_and_belongs_to_whom_the_filter_leaves() throws IOException {
        var one = office.person();
        var other = office.person();
        office.add(one, "ranks", rank("III/a", "2005-01-01"));
        office.add(other, "ranks", rank("III/a", "2005-01-01"));
        office.add(other, "ranks", rank("III/b", "2009-04-01"));
        office.add(one, "positions", Office.holding(office.analyst, "2020-01-01", ""));
        assertThat(lines("ranks?format=ndjson", Role.SDM)).hasSize(3).allSatisfy(line -> {
            assertThat(line.path("identityNumber").asText()).hasSize(18);
            assertThat(line.path("startsOn").asText()).startsWith("20");
            assertThat(line.path("id").asText()).hasSize(36);
        });
        assertThat(lines("ranks?format=ndjson&unit=" + office.division, Role.SDM))
                .extracting(line -> line.path("employeeId").asText())
                .containsExactly(one.toString());
        assertThat(lines("positions?format=ndjson", Role.SDM))
                .extracting(line -> line.path("title").asText())
                .containsExactly("Pranata Komputer Ahli Pertama");
    }

    @Test
    void everybody_gets_what_she_may_read() throws IOException {
        var leader = office.person();
        office.add(leader, "positions", Office.holding(office.head, "2020-01-01", ""));
        var worker = office.person();
        office.add(worker, "positions", Office.holding(office.analyst, "2020-01-01", ""));
        office.add(worker, "disciplines", PENALTY);
        var stranger = office.person();
        Office.called("ekspor").person();
        assertThat(numbers(office.agency
                        .as(leader, Role.ASN)
                        .get(EXPORTS + "employees?format=ndjson")
                        .asString()))
                .hasSize(1);
        assertThat(numbers(office.agency
                        .as(leader, Role.ATASAN)
                        .get(EXPORTS + "employees?format=ndjson")
                        .asString()))
                .hasSize(2);
        assertThat(numbers(file("employees?format=ndjson", Role.SDM))).hasSize(3);
        assertThat(office.agency
                        .as(stranger, Role.ASN)
                        .get(EXPORTS + "disciplines?format=ndjson")
                        .asString())
                .isEmpty();
        assertThat(file("disciplines?format=ndjson", Role.SDM)).contains("alasan-rahasia");
        office.agency.as(Role.PELATIHAN).get(EXPORTS + "disciplines").then().statusCode(403);
        office.agency
                .asClient("employees:read", "histories:read")
                .get(EXPORTS + "disciplines")
                .then()
                .statusCode(403);
        office.agency
                .asClient("employees:read", "histories:read")
                .get(EXPORTS + "ranks")
                .then()
                .statusCode(200);
        office.agency.asClient("histories:read").get(EXPORTS + "ranks").then().statusCode(403);
    }

    private static Set<String> numbers(String lines) {
        return lines.lines().collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void what_is_sealed_at_rest_never_leaves() {
        var id = office.person();
        office.agency
                .as(Role.SDM)
                .header("If-Match", "*")
                .contentType(Office.MERGE_PATCH)
                .body("{\"nik\": \"9999990101900001\", \"phone\": \"081200000000\", \"email\": \"a@example.id\"}")
                .patch("/api/v1/employees/" + id + "/personal-data")
                .then()
                .statusCode(200);
        assertThat(file("employees?format=csv", Role.SDM))
                .doesNotContain("9999990101900001", "081200000000", "a@example");
    }

    @Test
    void what_cannot_be_asked_is_refused_by_its_name() {
        office.agency.as(Role.SDM).get(EXPORTS + "gaji").then().statusCode(404);
        for (var wrong : List.of("format", "rank", "retiringUntil", "statuss")) {
            var query =
                    wrong.equals("retiringUntil") ? "retiringFrom=2030-01-01&retiringUntil=2029-01-01" : wrong + "=x";
            office.agency
                    .as(Role.SDM)
                    .get(EXPORTS + "employees?" + query)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains(wrong));
        }
        office.agency
                .as(Role.SDM)
                .header("Accept", "application/json")
                .get(EXPORTS + "employees")
                .then()
                .statusCode(406);
    }

    @Test
    void each_is_in_the_audit_once_with_its_rows() {
        office.person();
        office.person();
        file("employees?format=csv&status=ACTIVE", Role.SDM);
        assertThat(viewed("ENDED")).isEqualTo("1");
        var fields = TestAgency.query("select fields from change_log where object_type = 'export' and action = 'VIEWED'"
                + " and agency = '" + office.agency.code + "'");
        // one engine writes JSON with blanks, the other without
        assertThat(fields.replace(" ", "")).contains("\"employees\"", "\"CSV\"", "ACTIVE", "\"rows\":{\"after\":2}");
    }

    private String viewed(String outcome) {
        return TestAgency.query("select count(*) from change_log where object_type = 'export' and action = 'VIEWED'"
                + " and agency = '" + office.agency.code + "' and fields like '%" + outcome + "%'");
    }

    @Test
    void an_agency_has_two_at_once_and_is_told_when_to_come_again() throws InterruptedException {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        slots.take(first, office.agency.code);
        slots.take(second, office.agency.code);
        try {
            office.agency
                    .as(Role.SDM)
                    .get(EXPORTS + "employees")
                    .then()
                    .statusCode(429)
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("RATE_LIMITED"))
                    .body("detail", startsWith("2 ekspor instansi Anda sedang berjalan"))
                    .body("errors.code", contains("EXPORTS_RUNNING"));
            office.agency
                    .as(Role.SDM)
                    .header("Accept-Language", "en")
                    .get(EXPORTS + "employees")
                    .then()
                    .body("detail", startsWith("2 exports of your agency are running"));
            Office.called("ekspor")
                    .agency
                    .as(Role.SDM)
                    .get(EXPORTS + "employees")
                    .then()
                    .statusCode(200);
        } finally {
            slots.release(first);
            slots.release(second);
        }
        file("employees", Role.SDM);
        // the place is given back after the entry is written and the file has left
        await(() -> slots.running() == 0);
    }

    /** People by SQL, because there must be more of them than a stretch has. */
    private void many(int count) {
        TestAgency.sql("insert into employees (id, agency, identity_number, kind, status, name, birth_date, sex,"
                + " first_appointment_on, source, updated_at)"
                + " with d (d) as (select 0 union select 1 union select 2 union select 3 union select 4 union select 5"
                + " union select 6 union select 7 union select 8 union select 9),"
                + " n (i) as (select a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d + 1"
                + " from d a, d b, d c, d e, d f)"
                + " select unhex(left(sha2(concat('" + office.agency.code + "', i), 256), 32)), '" + office.agency.code
                + "', concat('199001012015', lpad(i, 6, '0')), 'PNS', 'ACTIVE', concat('Massal ', lpad(i, 6, '0')),"
                + " '1990-01-01', 'M', '2015-01-01', 'LOCAL', '2026-01-01' from n where i <= " + count);
    }

    @Test
    void more_than_a_stretch_comes_whole_and_in_order() throws IOException {
        many(999);
        var names = lines("employees?format=ndjson", Role.SDM).stream()
                .map(line -> line.path("nama").asText())
                .toList();
        assertThat(names).hasSize(999).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_fault_in_the_middle_ends_the_connection_before_the_file() throws Exception {
        many(900);
        TestAgency.sql("update employees set kind = 'XX' where agency = '" + office.agency.code
                + "' and name = 'Massal 000899'");
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + EXPORTS + "employees?format=csv"))
                .header("Authorization", "Bearer " + office.agency.token(null, Role.SDM))
                .build();
        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
        await(() -> viewed("BROKEN_OFF").equals("1"));
        assertThat(viewed("ENDED")).isEqualTo("0");
        // the place is given back after the entry is written and the file has left
        await(() -> slots.running() == 0);
    }

    @Test
    void a_reader_who_leaves_gives_the_place_back() throws Exception {
        many(20_000);
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setReceiveBufferSize(4096);
            socket.getOutputStream()
                    .write(("GET " + EXPORTS + "employees?format=ndjson HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                                    + office.agency.token(null, Role.SDM) + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            assertThat(in.readNBytes(2000)).hasSize(2000);
        }
        await(() -> viewed("BROKEN_OFF").equals("1"));
        // the place is given back after the entry is written and the file has left
        await(() -> slots.running() == 0);
    }

    private static void await(java.util.function.BooleanSupplier there) throws InterruptedException {
        var until = Instant.now().plus(Duration.ofSeconds(30));
        while (!there.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(until);
            Thread.sleep(50);
        }
    }

    @Test
    void the_contract_names_every_register() throws IOException {
        var contract = json.readTree(Path.of("target/openapi/karier.json").toFile());
        var named = new ArrayList<String>();
        contract.path("paths")
                .path("/api/v1/exports/{exportKind}")
                .path("get")
                .path("parameters")
                .forEach(parameter -> {
                    if (parameter.path("name").asText().equals("exportKind")) {
                        parameter.path("schema").path("enum").forEach(kind -> named.add(kind.asText()));
                    }
                });
        assertThat(named)
                .as("name a new register in ExportResource")
                .containsExactlyInAnyOrderElementsOf(kinds.names());
        for (var kind : kinds.names()) {
            file(kind + "?format=xlsx", Role.SDM);
        }
    }
}
