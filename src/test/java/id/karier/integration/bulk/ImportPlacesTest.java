package id.karier.integration.bulk;

import static id.karier.integration.bulk.Imports.count;
import static id.karier.integration.bulk.Imports.counts;
import static id.karier.integration.bulk.Imports.employees;
import static id.karier.integration.bulk.Imports.file;
import static id.karier.integration.bulk.Imports.problems;
import static id.karier.integration.bulk.Imports.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

/** Units, posts and heads: a file makes none of them that the dry run has not named and the order has not asked for. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ImportPlacesTest {
    private static final Map<String, String> AS_IT_IS = Map.of();
    private static final Map<String, String> HEAD = Map.of(
            "jenis_jabatan_id", "1",
            "jabatan_nama", "KEPALA BIDANG APLIKASI INFORMATIKA",
            "gol_akhir_id", "34",
            "gol_akhir_nama", "III/d");

    private final TestAgency agency = TestAgency.called("tempat");

    @Test
    void without_an_order_a_row_that_names_an_unknown_unit_is_refused_and_nothing_is_made() {
        for (var query : List.of("&create=", "&create=positions", "&create=&partial=true", "&create=&dryRun=true")) {
            var job = employees(agency, query, file(row(1, AS_IT_IS)));

            assertThat(told(job)).containsExactly("2 unor_nama UNIT_NEW");
            assertThat(problems(agency, job).getString("items[0].detail"))
                    .contains("BIDANG APLIKASI INFORMATIKA", "create=units");
            assertThat(job.getLong("outcome.details.unitsMissing")).isEqualTo(2);
        }
        assertThat(count(agency, "units") + count(agency, "positions") + count(agency, "employees"))
                .isZero();
    }

    @Test
    void without_an_order_a_row_that_names_an_unknown_post_is_refused() {
        employees(agency, "", file(row(1, AS_IT_IS)));

        var job = employees(agency, "&create=units", file(row(2, Map.of("jabatan_nama", "ARSIPARIS AHLI MUDA"))));

        assertThat(told(job)).containsExactly("2 jabatan_nama POSITION_NEW");
        assertThat(problems(agency, job).getString("items[0].detail"))
                .contains("ARSIPARIS AHLI MUDA", "BIDANG APLIKASI INFORMATIKA", "create=positions");
        assertThat(count(agency, "positions")).isEqualTo(1);
        assertThat(count(agency, "employees")).isEqualTo(1);
    }

    @Test
    void a_slip_of_the_pen_is_answered_with_the_name_on_record() {
        employees(agency, "", file(row(1, AS_IT_IS)));

        var job = employees(
                agency,
                "&create=",
                file(
                        row(2, Map.of("unor_id", "", "unor_nama", "BIDANG APLIKSI INFORMATIKA")),
                        row(3, Map.of("jabatan_nama", "PRANATA KOMPUTR AHLI MUDA"))));

        assertThat(told(job))
                .containsExactlyInAnyOrder("2 unor_nama UNIT_NEW_LIKE", "3 jabatan_nama POSITION_NEW_LIKE");
        assertThat(problems(agency, job).getList("items.detail", String.class))
                .anyMatch(said -> said.contains("\"BIDANG APLIKASI INFORMATIKA\""))
                .anyMatch(said -> said.contains("\"PRANATA KOMPUTER AHLI MUDA\""));
    }

    @Test
    void what_was_made_is_what_the_dry_run_has_named() throws IOException {
        var rows = new ArrayList<String>();
        for (int i = 1; i <= 12; i++) {
            rows.add(row(
                    i,
                    Map.of(
                            "unor_id",
                            "",
                            "unor_nama",
                            "BIDANG " + (char) ('A' + i % 4),
                            "jabatan_nama",
                            i % 3 == 0 ? "ARSIPARIS AHLI MUDA" : "PRANATA KOMPUTER AHLI MUDA")));
        }
        rows.add(row(13, HEAD));
        var csv = file(rows.toArray(String[]::new));

        var dry = employees(agency, "&dryRun=true", csv);
        var named = new TreeSet<String>(places(dry, "UNIT"));
        named.addAll(places(dry, "POSITION"));
        assertThat(count(agency, "units")).isZero();
        assertThat(dry.getLong("outcome.details.unitsCreated")).isEqualTo(6);

        var real = employees(agency, "", csv);
        var made = new TreeSet<>(TestAgency.query(
                        "select group_concat(concat(name, '@', coalesce((select p.name from units p where p.id ="
                                + " u.parent_id), '-')) separator ';') from units u where agency = '" + agency.code
                                + "'")
                .lines()
                .flatMap(text -> List.of(text.split(";")).stream())
                .toList());
        made.addAll(List.of(TestAgency.query("select group_concat(concat(p.name, '@', u.name) separator ';')"
                        + " from positions p join units u on u.id = p.unit_id where p.agency = '" + agency.code + "'")
                .split(";")));
        assertThat(named).isEqualTo(made);
        assertThat(places(real, "UNIT")).isEqualTo(places(dry, "UNIT"));
        assertThat(sheet(real)).hasSize(1 + (int) real.getLong("outcome.details.places"));
        var found = agency.as(Role.SDM)
                .get("/api/v1/imports/" + dry.getString("id") + "/report/places?what=UNIT&limit=50")
                .jsonPath();
        assertThat(found.getInt("items.find { it.name == 'BIDANG A' }.people")).isEqualTo(3);
        assertThat(found.getInt("items.find { it.name == 'BIDANG A' }.line")).isEqualTo(5);
    }

    private List<List<String>> sheet(JsonPath job) throws IOException {
        var bytes = agency.as(Role.SDM)
                .get("/api/v1/imports/" + job.getString("id") + "/report/places/file")
                .then()
                .statusCode(200)
                .contentType(Workbooks.XLSX)
                .extract()
                .asByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            return book.getFirstSheet().read().stream()
                    .map(row -> row.stream()
                            .map(cell -> String.valueOf(cell.getText()))
                            .toList())
                    .toList();
        }
    }

    @Test
    void a_head_who_is_displaced_is_named_with_her_successor() {
        employees(agency, "", file(row(1, HEAD)));

        var dry = employees(
                agency,
                "&dryRun=true&partial=true",
                file(
                        row(3, HEAD),
                        row(
                                4,
                                Map.of(
                                        "jenis_jabatan_id",
                                        "1",
                                        "jabatan_nama",
                                        "KEPALA BIDANG AJAIB",
                                        "gol_akhir_id",
                                        "34",
                                        "gol_akhir_nama",
                                        "III/d")),
                        row(1, Map.of("gol_akhir_id", "34", "gol_akhir_nama", "III/d", "tmt_jabatan", "01-02-2026"))));

        assertThat(told(dry)).containsExactly("3 jabatan_nama HEAD_TAKEN");
        assertThat(dry.getLong("outcome.details.headsChanged")).isEqualTo(1);
        var heads = agency.as(Role.SDM)
                .get("/api/v1/imports/" + dry.getString("id") + "/report/places?what=HEAD")
                .jsonPath();
        assertThat(heads.getList("items.collect { it.unit + ': ' + it.person + ' for ' + it.displaced }"))
                .containsExactly("BIDANG APLIKASI INFORMATIKA: CONTOH PEGAWAI D3 for CONTOH PEGAWAI B1");
        assertThat(warnings(dry).getList("items.collect { it.line + ' ' + it.column + ' ' + it.code }"))
                .contains("2 jabatan_nama HEAD_DISPLACED");
        assertThat(warnings(dry).getString("items[0].detail")).contains("CONTOH PEGAWAI B1");
        var again = employees(agency, "", file(row(1, HEAD)));
        assertThat(again.getLong("outcome.details.headsChanged")).isZero();
    }

    @Test
    void an_order_to_make_what_cannot_be_made_is_refused() {
        agency.as(Role.SDM)
                .contentType("text/csv")
                .body(file(row(1, AS_IT_IS)))
                .post("/api/v1/imports?kind=employees&create=units,agencies")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("create"))
                .body("errors[0].code", equalTo("CREATE_UNKNOWN"));
        assertThat(count(agency, "jobs")).isZero();
    }

    @Test
    void what_the_register_refuses_the_import_refuses_by_the_same_code() {
        var job = employees(
                agency,
                "",
                file(
                        row(1, Map.of("gol_akhir_nama", "IX", "gol_akhir_id", "")),
                        row(2, Map.of("tmt_golongan", "01-04-2010")),
                        row(3, Map.of("tahun_lulus", "1993")),
                        row(4, Map.of("tmt_jabatan", "01-10-2011")),
                        row(5, Map.of("tmt_golongan", "01-04-2199"))));

        assertThat(told(job))
                .containsExactlyInAnyOrder(
                        "2 gol_akhir_nama RANK_OF_OTHER_KIND",
                        "3 tmt_golongan BEFORE_APPOINTMENT",
                        "4 tahun_lulus GRADUATED_TOO_YOUNG",
                        "5 tmt_jabatan BEFORE_APPOINTMENT",
                        "6 tmt_golongan TOO_FAR_AHEAD");
        assertThat(counts(job)).containsExactly(0L, 0L, 0L, 5L);
    }

    @Test
    void another_agency_sees_neither_places_nor_warnings_nor_rows() {
        var job = employees(agency, "&create=", file(row(1, AS_IT_IS)));
        var other = TestAgency.called("tempat-lain");

        for (var below : List.of("/report", "/report/places", "/report/places/file", "/report/warnings")) {
            other.as(Role.SDM)
                    .get("/api/v1/imports/" + job.getString("id") + below)
                    .then()
                    .statusCode(404);
            agency.as(Role.ASN)
                    .get("/api/v1/imports/" + job.getString("id") + below)
                    .then()
                    .statusCode(403);
        }
        agency.as(Role.AUDITOR)
                .get("/api/v1/imports/" + job.getString("id") + "/report")
                .then()
                .statusCode(403);
        assertThat(TestAgency.query(
                        "select group_concat(hex(content)) from import_rows where agency = '" + agency.code + "'"))
                .isNotEmpty()
                .doesNotContain(java.util.HexFormat.of()
                        .withUpperCase()
                        .formatHex("CONTOH PEGAWAI".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private List<String> places(JsonPath job, String what) {
        return agency.as(Role.SDM)
                .get("/api/v1/imports/" + job.getString("id") + "/report/places?limit=200&what=" + what)
                .jsonPath()
                .getList("items.collect { it.name + '@' + (it.unit ?: '-') }", String.class);
    }

    private JsonPath warnings(JsonPath job) {
        return agency.as(Role.SDM)
                .get("/api/v1/imports/" + job.getString("id") + "/report/warnings")
                .jsonPath();
    }

    private List<String> told(JsonPath job) {
        return problems(agency, job).getList("items.collect { it.line + ' ' + it.column + ' ' + it.code }");
    }
}
