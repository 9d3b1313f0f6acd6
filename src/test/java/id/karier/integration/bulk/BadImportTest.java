package id.karier.integration.bulk;

import static id.karier.integration.bulk.Imports.HEADER;
import static id.karier.integration.bulk.Imports.bytes;
import static id.karier.integration.bulk.Imports.count;
import static id.karier.integration.bulk.Imports.counts;
import static id.karier.integration.bulk.Imports.employees;
import static id.karier.integration.bulk.Imports.file;
import static id.karier.integration.bulk.Imports.problems;
import static id.karier.integration.bulk.Imports.row;
import static id.karier.integration.bulk.Imports.siasn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What officers send by mistake: each is told where, nothing is changed, and nobody's data is logged. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class BadImportTest {
    private static final Map<String, String> AS_IT_IS = Map.of();

    private final TestAgency agency = TestAgency.called("salah");
    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord logs) {
            var said = new StringWriter();
            said.append(String.valueOf(logs.getMessage()));
            if (logs.getParameters() != null) {
                said.append(List.of(logs.getParameters()).toString());
            }
            if (logs.getThrown() != null) {
                logs.getThrown().printStackTrace(new PrintWriter(said));
            }
            logged.add(said.toString());
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(listener);
    }

    @AfterEach
    void nobodys_data_is_logged() {
        Logger.getLogger("").removeHandler(listener);
        assertThat(logged).noneMatch(said -> said.matches("(?s).*(1990010120150|9999990101|CONTOH PEGAWAI|Melati).*"));
    }

    @Test
    void files_without_people_are_refused_at_once() {
        refused("", "FILE_EMPTY");
        refused("\n\n", "COLUMN_MISSING");
        refused(HEADER, "FILE_WITHOUT_ROWS");
        refused(HEADER + "\r\n\r\n", "FILE_WITHOUT_ROWS");
        refused("\ufeff", "COLUMN_MISSING");
        refused("nama^nip_baru\nA^B\n", "COLUMN_UNKNOWN");
        refused("\"nama,nip_baru\nCONTOH PEGAWAI A,199001012015012001\n" + "x".repeat(300_000), "CSV_UNREADABLE");
        refused("nip_baru\n199001012015012001\n", "COLUMN_MISSING");
        assertThat(count(agency, "jobs")).isZero();
    }

    private void refused(String csv, String code) {
        agency.as(Role.SDM)
                .contentType("text/csv")
                .body(bytes(csv))
                .post("/api/v1/imports?kind=employees")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.code.contains('" + code + "')", equalTo(true));
    }

    @Test
    void a_body_over_the_limit_is_refused_before_it_is_sent() throws IOException {
        assertThat(answer("text/csv", 600_000_000L)).startsWith("HTTP/1.1 413");
        assertThat(answer("text/csv", 536_000_000L)).startsWith("HTTP/1.1 413").contains("BODY_TOO_LARGE");
        assertThat(answer(Workbooks.XLSX, 65_000_000L))
                .startsWith("HTTP/1.1 413")
                .contains("BODY_TOO_LARGE");
        assertThat(count(agency, "jobs")).isZero();
    }

    /** What comes back for a head alone; the server may leave the connection open. */
    private String answer(String type, long length) throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            var head = "POST /api/v1/imports?kind=employees HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Authorization: Bearer " + agency.token(null, Role.SDM) + "\r\nContent-Type: " + type
                    + "\r\nContent-Length: " + length + "\r\n\r\nx";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            var answer = new StringBuilder();
            var in = socket.getInputStream();
            for (int c = in.read(); c >= 0 && c != '}'; c = in.read()) {
                answer.append((char) c);
                if (answer.toString().endsWith("content-length: 0\r\n\r\n")) {
                    break;
                }
            }
            return answer.toString();
        }
    }

    @Test
    void semicolons_are_found_below_empty_lines() {
        var job = employees(agency, "", "\r\n\r\nnama;nip_baru\r\nSUHARTO;199001012015012001\r\n");

        assertThat(counts(job)).containsExactly(1L, 0L, 0L, 0L);
    }

    @Test
    void names_of_one_word_and_of_a_hundred_letters_are_names() {
        var longest = "SRI " + "K".repeat(96);
        var job = employees(agency, "", file(row(1, Map.of("nama", "SUPARNI")), row(2, Map.of("nama", longest))));

        assertThat(counts(job)).containsExactly(2L, 0L, 0L, 0L);
        assertThat(TestAgency.query("select group_concat(name order by name desc) from employees where agency = '"
                        + agency.code + "'"))
                .isEqualTo("SUPARNI," + longest);
    }

    @Test
    void a_long_cell_is_named_and_cut() {
        var job = employees(agency, "", file(row(1, Map.of("nama", "N".repeat(10_000), "pns_id", "P".repeat(43)))));

        assertThat(places(job)).containsExactlyInAnyOrder("2 nama TOO_LONG", "2 pns_id TOO_LONG");
        assertThat(problems(agency, job).getString("items.find { it.column == 'nama' }.value"))
                .hasSize(200)
                .endsWith("N…");
        assertThat(count(agency, "employees")).isZero();
    }

    @Test
    void ids_that_no_column_can_hold_are_named() {
        var job = employees(
                agency,
                "",
                file(
                        row(1, Map.of("pns_id", "ÉÉÉ")),
                        row(2, Map.of("unor_id", "名前")),
                        row(3, Map.of("jabatan_id", "😀")),
                        row(4, Map.of("nip_baru", "١٩٩٠٠١٠١٢٠١٥٠١١٠٠٤"))));

        assertThat(places(job))
                .containsExactly(
                        "2 pns_id ID_INVALID",
                        "3 unor_id ID_INVALID",
                        "4 jabatan_id ID_INVALID",
                        "5 nip_baru ID_INVALID");
    }

    @Test
    void rows_that_contradict_the_register_are_named() {
        employees(agency, "", file(row(1, AS_IT_IS), row(2, AS_IT_IS)));
        employees(agency, "", file(row(1, Map.of("nip_baru", "199001012015012101"))));

        var job = employees(
                agency,
                "",
                file(
                        row(2, Map.of("pns_id", "LAIN")),
                        row(3, Map.of("pns_id", "", "nip_baru", "199001012015012001")),
                        row(5, Map.of("pns_id", "A8ACA7F1000000000000000000000001")),
                        row(101, Map.of("pns_id", ""))));

        assertThat(places(job))
                .containsExactlyInAnyOrder(
                        "2 pns_id NATIONAL_ID_CONTRADICTS", "3 nip_baru NUMBER_FORMER", "5 nip_baru ROW_TWICE");
        assertThat(count(agency, "employees")).isEqualTo(2);
    }

    @Test
    void the_number_of_somebody_else_is_not_taken_over() {
        employees(agency, "", file(row(1, AS_IT_IS), row(2, AS_IT_IS)));

        var job = employees(agency, "", file(row(1, Map.of("nip_baru", "199001012015011002", "jenis_kelamin", "M"))));

        assertThat(places(job)).containsExactly("2 nip_baru NUMBER_TAKEN");
    }

    @Test
    void positions_never_overlap_whatever_a_file_says() {
        employees(agency, "", file(row(1, AS_IT_IS)));
        employees(agency, "", file(row(1, Map.of("tmt_jabatan", "01-05-2018", "jabatan_nama", "ARSIPARIS AHLI MUDA"))));
        employees(
                agency, "", file(row(1, Map.of("tmt_jabatan", "01-05-2018", "jabatan_nama", "ARSIPARIS AHLI MADYA"))));

        assertThat(TestAgency.query("select group_concat(concat_ws(' ', title, starts_on, ends_on) order by starts_on)"
                        + " from employee_positions where agency = '" + agency.code + "'"))
                .isEqualTo("ARSIPARIS AHLI MADYA 2018-05-01 2021-09-30,PRANATA KOMPUTER AHLI MUDA 2021-10-01");
    }

    @Test
    void a_position_that_moves_onto_another_is_refused() {
        var before = siasn(agency, "", positions("01-05-2018", "01-05-2020"));
        assertThat(before.getString("status")).isEqualTo("SUCCEEDED");

        var job = siasn(agency, "", positions("01-05-2018", "01-05-2018"));

        assertThat(job.getString("status")).isEqualTo("FAILED");
        assertThat(places(job)).containsExactly("1 rw-jabatan POSITION_TWICE");
        assertThat(counts(siasn(agency, "", positions("01-05-2020", "01-05-2022"))))
                .containsExactly(0L, 2L, 1L, 0L);
        assertThat(TestAgency.query("select group_concat(concat_ws(' ', starts_on, ends_on) order by starts_on)"
                        + " from employee_positions where agency = '" + agency.code + "'"))
                .isEqualTo("2020-05-01 2022-04-30,2022-05-01");
    }

    private static String positions(String first, String second) {
        return """
                {"data-utama": {"id": "P1", "nipBaru": "199001012015012001", "nama": "CONTOH PEGAWAI"},
                 "rw-jabatan": [{"id": "a", "idPns": "P1", "jenisJabatan": "2", "namaJabatan": "ARSIPARIS AHLI MUDA", "tmtJabatan": "%s"},
                                {"id": "b", "idPns": "P1", "jenisJabatan": "2", "namaJabatan": "ARSIPARIS AHLI MADYA", "tmtJabatan": "%s"}]}""".formatted(first, second);
    }

    @Test
    void figures_that_no_column_can_hold_are_named() {
        var job = siasn(agency, "", """
                {"data-utama": {"id": "P1", "nipBaru": "199001012015012001", "nama": "CONTOH PEGAWAI"},
                 "rw-kursus": [{"id": "c", "idPns": "P1", "namaKursus": "SPBE", "tahunKursus": 2024, "jumlahJam": 999999999}],
                 "rw-angkakredit": [{"id": "k", "idPns": "P1", "bulanMulaiPenilaian": 13, "tahunMulaiPenilaian": "2024.5",
                    "bulanSelesaiPenilaian": "12", "tahunSelesaiPenilaian": "2024", "kreditBaruTotal": "-1"}],
                 "rw-golongan": [{"id": "%s", "idPns": "P1", "golonganId": "33", "tmtGolongan": "01-04-2023"}]}""".formatted("g".repeat(43)));

        assertThat(places(job))
                .containsExactlyInAnyOrder(
                        "1 rw-kursus[0].jumlahJam NUMBER_OUT_OF_RANGE",
                        "1 rw-angkakredit[0].bulanMulaiPenilaian NUMBER_OUT_OF_RANGE",
                        "1 rw-angkakredit[0].tahunMulaiPenilaian NUMBER_INVALID",
                        "1 rw-angkakredit[0].kreditBaruTotal NUMBER_OUT_OF_RANGE",
                        "1 rw-golongan[0].id TOO_LONG");
        assertThat(count(agency, "employees")).isZero();
    }

    @Test
    void the_code_of_a_closed_unit_is_not_given_again() {
        employees(agency, "", file(row(1, AS_IT_IS)));
        TestAgency.sql("update units set closed_on = '2024-01-01' where siasn_id is not null and agency = '"
                + agency.code + "'");

        var job = employees(agency, "", file(row(2, AS_IT_IS)));

        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(TestAgency.query("select count(distinct code) from units where name = 'BIDANG APLIKASI INFORMATIKA'"
                        + " and agency = '" + agency.code + "'"))
                .isEqualTo("2");
    }

    @Test
    void a_failure_of_the_database_quotes_nobody() {
        employees(agency, "", file(row(1, AS_IT_IS)));
        TestAgency.sql("alter table employees add constraint bad_import check (name <> 'CONTOH PEGAWAI TERLARANG')");
        try {
            var job = employees(agency, "", file(row(2, Map.of("nama", "CONTOH PEGAWAI TERLARANG")), row(3, AS_IT_IS)));

            assertThat(job.getString("status")).isEqualTo("FAILED");
            assertThat(problems(agency, job).getList("items.code")).containsExactly("JOB_FAILED");
            assertThat(count(agency, "employees")).isEqualTo(1);
        } finally {
            TestAgency.sql("alter table employees drop constraint bad_import");
        }
        // MariaDB and MySQL number a check constraint differently
        assertThat(logged)
                .anyMatch(said -> said.matches("(?s).*vendor code (4025|3819).*"))
                .noneMatch(said -> said.contains("TERLARANG"));
    }

    private List<String> places(JsonPath job) {
        return problems(agency, job).getList("items.collect { it.line + ' ' + it.column + ' ' + it.code }");
    }
}
