package id.karier.attack;

import static id.karier.testing.TestAgency.hex;
import static id.karier.testing.TestAgency.query;
import static id.karier.testing.TestAgency.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.history.Office;
import id.karier.integration.siasn.PayloadReader;
import id.karier.kernel.Role;
import id.karier.kernel.data.OldRowsSealing;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Somebody with a copy of the database and without the product's keys. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AtRestTest {
    private static final Path SAMPLES = Path.of("src/test/resources/siasn");
    private static final String SARI = "A8ACA7F1000000000000000000000901";
    private static final Pattern DATE = Pattern.compile("\\d{2}-\\d{2}-\\d{4}|\\d{4}-\\d{2}-\\d{2}.*");

    /** What the registers hold in the clear by design although the answers above do not show it: names of the national system. */
    private static final Pattern NATIONAL_ID =
            Pattern.compile("[0-9A-Fa-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** What the answers show masked, or not to everybody. */
    private static final List<String> ALWAYS_SECRET = List.of(
            "9999990101900001",
            "sari.contoh@example.id",
            "081200000000",
            "Jl. Melati Nomor 0, Contoh",
            "CONTOH ALASAN");

    @Inject
    DataSource database;

    @Inject
    OldRowsSealing sealing;

    private final TestAgency agency = TestAgency.called("at-rest");
    private final ObjectMapper json = new ObjectMapper();

    private void ordered(String query, String document) {
        var id = agency.as(Role.SDM)
                .contentType("application/json")
                .body(document)
                .post("/api/v1/imports?kind=siasn-employee&partial=true&create=units,positions" + query)
                .then()
                .statusCode(202)
                .extract()
                .<String>path("id");
        for (int i = 0; i < 800; i++) {
            var status = agency.as(Role.SDM)
                    .get("/api/v1/imports/" + id)
                    .then()
                    .extract()
                    .<String>path("status");
            if (!status.equals("QUEUED") && !status.equals("RUNNING")) {
                return;
            }
            pause();
        }
        throw new AssertionError("the import did not end");
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static List<Path> samples() {
        try (var files = Files.list(SAMPLES)) {
            return files.sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void leaves(JsonNode node, TreeSet<String> found) {
        if (node.isValueNode()) {
            found.add(node.asText());
        }
        node.forEach(inner -> leaves(inner, found));
    }

    /** One person of whom every answer of the national system tells. */
    private void importAll() {
        ordered("&endpoint=data-utama", text(SAMPLES.resolve("02-get-pns-data-utama-199001012015012999.json")));
        for (var file : samples()) {
            var endpoint = file.getFileName().toString().replaceAll("^\\d+-get-pns-|(-\\d)?\\.json$", "");
            // some answers are about other people in the samples; all are about one here
            var about = text(file)
                    .replaceAll("A8ACA7F10000000000000000000009\\d\\d", SARI)
                    .replaceAll("\\b19(78|80)\\d{14}\\b", "199001012015012999");
            var known = endpoint.equals("rw-kompetensi-pns-rw-potensi")
                    ? (file.toString().contains("-2.json") ? "rw-potensi" : "rw-kompetensi")
                    : endpoint;
            ordered(PayloadReader.ENDPOINTS.contains(known) ? "&endpoint=" + known : "", about);
        }
    }

    private String person() {
        return query("select lower(hex(id)) from employees where agency = '" + agency.code + "'")
                .replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    /** What an officer reads of the person, her unit and position. */
    private String shown() {
        var text = new StringBuilder();
        for (var address : List.of(
                "/api/v1/employees/" + person(),
                "/api/v1/employees/" + person() + "/ranks",
                "/api/v1/employees/" + person() + "/positions",
                "/api/v1/employees/" + person() + "/educations",
                "/api/v1/employees/" + person() + "/trainings",
                "/api/v1/employees/" + person() + "/awards",
                "/api/v1/employees/" + person() + "/disciplines",
                "/api/v1/employees/" + person() + "/credits",
                "/api/v1/units",
                "/api/v1/positions",
                "/api/v1/imports")) {
            text.append(agency.as(Role.SDM)
                    .get(address)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }

    @Test
    void no_column_holds_a_value_of_a_sample_that_the_registers_do_not_show() {
        importAll();
        var shown = shown();
        assertThat(shown).contains("contoh alasan").contains("sari contoh widuri");
        var secret = new TreeSet<String>(ALWAYS_SECRET);
        for (var file : samples()) {
            leaves(tree(text(file)), secret);
        }
        secret.removeIf(value -> !ALWAYS_SECRET.contains(value)
                && (value.length() < 6
                        || DATE.matcher(value).matches()
                        || NATIONAL_ID.matcher(value).matches()
                        || shown.contains(value.toLowerCase(Locale.ROOT))));
        assertThat(secret).as("values worth looking for").hasSizeGreaterThan(60);

        var found = new TreeMap<String, String>();
        columns(
                "agency = '" + agency.code + "'",
                (column, content) -> secret.forEach(value -> {
                    if (content.contains(value)) {
                        found.put(value, column);
                    }
                }));
        // what an import could not take is reported with the names of the national system's own complaint
        found.values().removeIf(column -> column.startsWith("job_problems."));
        assertThat(found).isEmpty();
    }

    /** Every column of every table as text, those with an agency narrowed to it. */
    private void columns(String ofAgency, BiConsumer<String, String> look) {
        try (var connection = database.getConnection()) {
            var tables = new ArrayList<String>();
            var owned = new TreeSet<String>();
            try (var found =
                    connection.getMetaData().getTables(connection.getCatalog(), null, "%", new String[] {"TABLE"})) {
                while (found.next()) {
                    tables.add(found.getString("TABLE_NAME"));
                }
            }
            for (var table : tables) {
                try (var found = connection.getMetaData().getColumns(connection.getCatalog(), null, table, "agency")) {
                    if (found.next()) {
                        owned.add(table);
                    }
                }
            }
            for (var table : tables) {
                if (ofAgency == null || owned.contains(table)) {
                    read(connection, table, ofAgency == null ? "true" : ofAgency, look);
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void read(Connection connection, String table, String where, BiConsumer<String, String> look)
            throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select * from " + table + " where " + where)) {
            int columns = rows.getMetaData().getColumnCount();
            var texts = new StringBuilder[columns];
            while (rows.next()) {
                for (int i = 0; i < columns; i++) {
                    var bytes = rows.getBytes(i + 1);
                    if (bytes != null) {
                        texts[i] = texts[i] == null ? new StringBuilder() : texts[i];
                        texts[i].append(new String(bytes, StandardCharsets.UTF_8))
                                .append('\n');
                    }
                }
            }
            for (int i = 0; i < columns; i++) {
                if (texts[i] != null) {
                    look.accept(table + '.' + rows.getMetaData().getColumnName(i + 1), texts[i].toString());
                }
            }
        }
    }

    /** Values that occur nowhere else, in every place where somebody might put them. */
    @Test
    void neither_the_files_nor_any_table_hold_what_must_be_sealed() {
        var marks = new ArrayList<String>();
        var utama = (ObjectNode) tree(text(SAMPLES.resolve("02-get-pns-data-utama-199001012015012999.json")));
        var data = (ObjectNode) utama.get("data");
        for (var member : List.of(
                "gajiPokok",
                "noSuratKeteranganDokter",
                "skck",
                "noKk",
                "nikPasangan",
                "noTaspen",
                "noAskes",
                "alamatKtp",
                "emailPribadi",
                "telepon",
                "kartuAsn",
                "akteKelahiran")) {
            data.put(member, mark(marks));
        }
        data.putObject("keluarga").putArray("anak").addObject().put("nama", mark(marks));
        data.put("email", mark(marks) + "@example.id").put("alamat", "Jl. " + mark(marks));
        var potensi = mark(marks);
        ordered(
                "",
                "{\"data-utama\": %s, \"rw-potensi\": [{\"idPns\": \"%s\", \"diagnosis\": \"%s\", \"nilai\": [{\"x\": \"%s\"}]}]}"
                        .formatted(utama, SARI, potensi, mark(marks)));
        assertThat(query("select count(*) from siasn_rows where agency = '" + agency.code + "'"))
                .isEqualTo("2");

        var address = "/api/v1/employees/" + person();
        var reason = mark(marks);
        var entry = agency.as(Role.SDM)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(
                        "{\"level\": \"RINGAN\", \"penalty\": \"R1\", \"startsOn\": \"2019-05-11\", \"decreeNumber\": \"862/1\", \"decreeDate\": \"2019-05-10\", \"reason\": \"%s\"}"
                                .formatted(reason))
                .post(address + "/disciplines")
                .then()
                .statusCode(201)
                .body("reason", equalTo(reason))
                .extract()
                .header("Location");
        var later = mark(marks);
        agency.as(Role.SDM)
                .contentType(Office.MERGE_PATCH)
                .header("If-Match", "\"0\"")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"reason\": \"%s\"}".formatted(later))
                .patch(entry)
                .then()
                .statusCode(200)
                .body("reason", equalTo(later));
        agency.as(Role.SDM).get(entry).then().body("reason", equalTo(later));
        agency.as(Role.SDM).get(address + "/disciplines").then().body("items[0].reason", equalTo(later));
        agency.as(Role.SDM)
                .contentType(Office.MERGE_PATCH)
                .header(
                        "If-Match",
                        "\"" + query("select version from employees where agency = '" + agency.code + "'") + "\"")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"email\": \"%s@example.id\", \"address\": \"%s\"}".formatted(mark(marks), mark(marks)))
                .patch(address + "/personal-data")
                .then()
                .statusCode(200);

        columns(
                null,
                (column, content) -> assertThat(marks.stream().filter(content::contains))
                        .as(column)
                        .isEmpty());
        inFiles(marks);
        told(reason, later);
    }

    private static String mark(List<String> marks) {
        var mark = "zq" + UUID.randomUUID().toString().replace("-", "").substring(0, 18);
        marks.add(mark);
        return mark;
    }

    /** Tables, log of the engine and whatever else lies in the folder of the embedded server. */
    private static void inFiles(List<String> marks) {
        var folder = Path.of("target", "test-database", "database");
        if (System.getenv("KARIER_TEST_JDBC_URL") != null || !Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(marks.stream().filter(content::contains))
                        .as(file.toString())
                        .isEmpty();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Feed and audit say what happened all the same. */
    private void told(String reason, String later) {
        for (int i = 0;
                i < 400
                        && !"0"
                                .equals(query("select count(*) from change_log where position is null and agency = '"
                                        + agency.code + "'"));
                i++) {
            pause();
        }
        agency.as(Role.SDM)
                .get("/api/v1/changes?types=employee-discipline")
                .then()
                .statusCode(200)
                .body("items.fields.reason.after", equalTo(List.of(reason, later)));
        agency.as(Role.AUDITOR)
                .get("/api/v1/audit?action=UPDATED&employee=" + person())
                .then()
                .statusCode(200)
                .body("items.fields.reason.before", hasItem(reason))
                .body("items.fields.reason.after", hasItem(later));
    }

    @Test
    void a_reason_that_was_moved_to_another_row_is_not_read_there() {
        var office = Office.called("at-rest");
        var addresses = List.of(office.person(), office.person()).stream()
                .map(person -> office.add(
                        person,
                        "disciplines",
                        "{\"level\": \"RINGAN\", \"penalty\": \"R1\", \"startsOn\": \"2019-05-11\", \"decreeNumber\": \"862/1\", \"decreeDate\": \"2019-05-10\", \"reason\": \"Alasan %s\"}"
                                .formatted(person)))
                .toList();
        var first = id(addresses.get(0));
        var second = id(addresses.get(1));
        sql("update employee_disciplines a join employee_disciplines b on b.id = x'" + hex(second)
                + "' set a.reason = b.reason where a.id = x'" + hex(first) + "'");
        office.agency
                .as(Role.SDM)
                .get(addresses.get(0))
                .then()
                .statusCode(200)
                .body("reason", not(org.hamcrest.Matchers.startsWith("Alasan")));
    }

    private static UUID id(String address) {
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    @Test
    void a_reason_that_looks_like_a_seal_is_a_reason() {
        var office = Office.called("at-rest");
        for (var odd : List.of("sealed:", "sealed:AAAA", "sealed:" + "QUJD".repeat(20))) {
            var address = office.add(
                    office.person(),
                    "disciplines",
                    "{\"level\": \"RINGAN\", \"penalty\": \"R1\", \"startsOn\": \"2019-05-11\", \"decreeNumber\": \"862/1\", \"decreeDate\": \"2019-05-10\", \"reason\": \"%s\"}"
                            .formatted(odd));
            office.agency.as(Role.SDM).get(address).then().statusCode(200).body("reason", equalTo(odd));
        }
    }

    @Test
    void a_digest_of_a_request_cannot_be_tried_out() throws NoSuchAlgorithmException {
        var office = Office.called("at-rest");
        var person = office.person();
        var key = UUID.randomUUID().toString();
        var path = "/api/v1/employees/" + person + "/personal-data";
        var body = "{\"nik\":\"9999995212880417\"}";
        for (int sent = 0; sent < 2; sent++) {
            office.agency
                    .as(Role.SDM)
                    .contentType(Office.MERGE_PATCH)
                    .header("If-Match", "\"" + (sent == 0 ? office.column(person, "version") : "0") + "\"")
                    .header("Idempotency-Key", key)
                    .body(body)
                    .patch(path)
                    .then()
                    .statusCode(200);
        }
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update("patchPersonalData".getBytes(StandardCharsets.UTF_8));
        digest.update(path.getBytes(StandardCharsets.UTF_8));
        digest.update(body.getBytes(StandardCharsets.UTF_8));
        var stored =
                query("select lower(hex(request_hash)) from idempotency_keys where idempotency_key = '" + key + "'");
        assertThat(stored).hasSize(64).isNotEqualTo(HexFormat.of().formatHex(digest.digest()));
    }

    /** As a version before this one left them: in the clear, and with digests without a key. */
    @Test
    void rows_of_an_older_version_are_read_and_then_sealed() {
        var office = Office.called("at-rest");
        var person = office.person();
        var entry = office.add(
                person,
                "disciplines",
                "{\"level\": \"RINGAN\", \"penalty\": \"R1\", \"startsOn\": \"2019-05-11\", \"decreeNumber\": \"862/1\", \"decreeDate\": \"2019-05-10\"}");
        var mark = "alasan-lama-" + UUID.randomUUID();
        sql("update employee_disciplines set reason = '" + mark + "' where id = x'" + hex(id(entry)) + "'");
        sql("update employees set email = '" + mark + "@example.id' where id = x'" + hex(person) + "'");
        sql(
                "insert into change_log (id, agency, occurred_at, operation, request_id, object_type, object_id, employee_id, action, fields)"
                        + " values (x'" + hex(UUID.randomUUID()) + "', '" + office.agency.code
                        + "', now(), 'old', 'old', 'employee-discipline', x'"
                        + hex(id(entry)) + "', x'" + hex(person)
                        + "', 'UPDATED', '{\"reason\":{\"before\":null,\"after\":\"" + mark + "\"}}')");
        var raw = "{\"diagnosis\":\"" + mark + "\",\"idPns\":\"" + SARI + "\"}";
        var plain = "sha2('" + raw + "', 256)";
        sql("insert into siasn_rows (agency, employee_id, kind, siasn_id, raw, checksum, fetched_at) values ('"
                + office.agency.code + "', x'" + hex(person) + "', 'rw-potensi', substr(" + plain + ", 1, 32), '" + raw
                + "', unhex(" + plain + "), now())");
        sql("update employees set siasn_id = '" + SARI + "' where id = x'" + hex(person) + "'");
        reads(office, person, entry, mark);

        sealing.seal();

        assertThat(query("select reason from employee_disciplines where id = x'" + hex(id(entry)) + "'"))
                .startsWith("sealed:");
        assertThat(office.column(person, "email")).startsWith("sealed:");
        assertThat(query("select concat(raw like '\"sealed:%', ' ', checksum = unhex(" + plain
                        + "), ' ', siasn_id = substr(" + plain + ", 1, 32)) from siasn_rows where employee_id = x'"
                        + hex(person) + "'"))
                .isEqualTo("1 0 0");
        for (int i = 0;
                i < 400
                        && !"0"
                                .equals(query("select count(*) from change_log where mac is null and agency = '"
                                        + office.agency.code + "'"));
                i++) {
            pause();
        }
        columns(
                "agency = '" + office.agency.code + "'",
                (column, content) -> assertThat(content).as(column).doesNotContain(mark));
        reads(office, person, entry, mark);
        office.agency
                .as(Role.AUDITOR)
                .get("/api/v1/audit?employee=" + person)
                .then()
                .body("items.fields.reason.after", hasItem(mark));
        // the same row again is the same row: its new digests are made of the old ones
        var id = office.agency
                .as(Role.SDM)
                .contentType("application/json")
                .body("[" + raw + "]")
                .post("/api/v1/imports?kind=siasn-employee&endpoint=rw-potensi")
                .then()
                .statusCode(202)
                .extract()
                .<String>path("id");
        for (int i = 0; i < 400; i++) {
            var job = office.agency.as(Role.SDM).get("/api/v1/imports/" + id).jsonPath();
            if (job.getString("status").equals("SUCCEEDED")) {
                assertThat(job.getInt("outcome.unchanged")).isEqualTo(1);
                return;
            }
            pause();
        }
        throw new AssertionError("the import did not end well");
    }

    private static void reads(Office office, UUID person, String entry, String mark) {
        office.agency.as(Role.SDM).get(entry).then().statusCode(200).body("reason", equalTo(mark));
        office.agency
                .as(person, Role.ASN)
                .get("/api/v1/employees/" + person + "/personal-data")
                .then()
                .statusCode(200)
                .body("email", equalTo(mark + "@example.id"));
    }
}
