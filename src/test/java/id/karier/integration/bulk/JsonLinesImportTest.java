package id.karier.integration.bulk;

import static id.karier.integration.bulk.Imports.bytes;
import static id.karier.integration.bulk.Imports.count;
import static id.karier.integration.bulk.Imports.counts;
import static id.karier.integration.bulk.Imports.employees;
import static id.karier.integration.bulk.Imports.ended;
import static id.karier.integration.bulk.Imports.order;
import static id.karier.integration.bulk.Imports.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

/** Profile rows as objects, one a line. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class JsonLinesImportTest {
    private static final String TYPE = "application/x-ndjson";

    private final TestAgency agency = TestAgency.called("ndjson");

    private static String person(int number, String... more) {
        return "{\"pns_id\": \"P%d\", \"nip_baru\": \"199001012015012%03d\", \"nama\": \"CONTOH PEGAWAI %d\"%s}"
                .formatted(number, number, number, String.join("", more));
    }

    @Test
    void lines_become_people() {
        var job = imported(
                "",
                person(
                                1,
                                ", \"gol_akhir_id\": 33, \"tmt_golongan\": \"2023-04-01\", \"tahun_lulus\": 2012,"
                                        + " \"tingkat_pendidikan_nama\": \"S-1\", \"email\": null, \"is_valid_nik\": true")
                        + "\n\n"
                        + "{\"NAMA\": \"URUTAN LAIN\", \"Nip_Baru\": \"199001012015012002\"}\r\n"
                        + person(3));

        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(counts(job)).containsExactly(3L, 0L, 0L, 0L);
        assertThat(TestAgency.query("select group_concat(concat_ws('|', name, rank_code, education_level) order by"
                        + " identity_number) from employees where agency = '" + agency.code + "'"))
                .isEqualTo("CONTOH PEGAWAI 1|III/c|S1,URUTAN LAIN,CONTOH PEGAWAI 3");
    }

    @Test
    void the_same_people_as_csv_change_nothing() {
        imported("", person(1, ", \"tanggal_lahir\": \"01-01-1990\""));

        var again = employees(agency, "", "pns_id,nip_baru,nama\nP1,199001012015012001,CONTOH PEGAWAI 1\n");

        assertThat(counts(again)).containsExactly(0L, 0L, 1L, 0L);
    }

    @Test
    void every_wrong_line_is_named() {
        var job = imported(
                "",
                person(1) + "\n"
                        + "{\"nama\": \"TANPA NIP\"}\n"
                        + person(3, ", \"gaji\": 1") + "\n"
                        + person(4, ", \"alamat\": {\"jalan\": \"Melati\"}") + "\n"
                        + "[1, 2]\n"
                        + "{\"nama\": \"TIDAK SELESAI\n"
                        + person(7, ", \"nama\": \"DUA KALI\"") + "\n"
                        + person(8, ", \"NIP_baru\": \"x\"") + "\n"
                        + "{\"nip_baru\": 199001012015012009, \"nama\": \"BILANGAN\"}\n"
                        + person(10, ", \"tmt_golongan\": \"31-02-2023\", \"gol_akhir_id\": \"33\"") + "\n"
                        + person(1) + "\n"
                        + "[".repeat(5000) + "\n"
                        + person(13, ", \"mk_tahun\": 1e400"));

        assertThat(job.getString("status")).isEqualTo("FAILED");
        assertThat(problems(agency, job)
                        .getList("items.collect { it.line + ' ' + it.column + ' ' + it.code }", String.class))
                .containsExactlyInAnyOrder(
                        "2 nip_baru COLUMN_MISSING",
                        "3 gaji COLUMN_UNKNOWN",
                        "4 alamat VALUE_NESTED",
                        "5 null JSON_UNREADABLE",
                        "6 null JSON_UNREADABLE",
                        "7 null JSON_UNREADABLE",
                        "8 NIP_baru COLUMN_TWICE",
                        "9 nip_baru DIGITS_LOST",
                        "10 tmt_golongan DATE_INVALID",
                        "11 pns_id ROW_TWICE",
                        "12 null JSON_UNREADABLE",
                        "13 null JSON_UNREADABLE");
        assertThat(problems(agency, job).getString("items.find { it.line == 9 }.value"))
                .isEqualTo("1.99001012015012E+17");
        assertThat(count(agency, "employees")).isZero();
    }

    @Test
    void dry_runs_write_nothing_and_partial_writes_what_is_good() {
        var lines = person(1) + "\n" + person(2, ", \"nik\": \"123\"") + "\n" + person(3);

        assertThat(counts(imported("&dryRun=true&partial=true", lines))).containsExactly(2L, 0L, 0L, 1L);
        assertThat(count(agency, "employees")).isZero();
        assertThat(counts(imported("&partial=true", lines))).containsExactly(2L, 0L, 0L, 1L);
        assertThat(count(agency, "employees")).isEqualTo(2);
    }

    @Test
    void nothing_but_empty_lines_is_refused_at_once() {
        agency.as(Role.SDM)
                .contentType(TYPE)
                .body(bytes("\n \n"))
                .post("/api/v1/imports?kind=employees")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("FILE_WITHOUT_ROWS"));
        assertThat(count(agency, "jobs")).isZero();
    }

    private JsonPath imported(String query, String lines) {
        return ended(
                agency,
                order(agency, "kind=employees" + query, TYPE, bytes(lines)).getString("id"));
    }
}
