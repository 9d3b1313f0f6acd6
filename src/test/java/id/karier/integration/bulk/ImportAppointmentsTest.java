package id.karier.integration.bulk;

import static id.karier.integration.bulk.Imports.HEADER;
import static id.karier.integration.bulk.Imports.count;
import static id.karier.integration.bulk.Imports.employees;
import static id.karier.integration.bulk.Imports.file;
import static id.karier.integration.bulk.Imports.problems;
import static id.karier.integration.bulk.Imports.row;
import static org.assertj.core.api.Assertions.assertThat;

import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A file puts nobody where the register would not put her. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ImportAppointmentsTest {
    private static final Map<String, String> AS_IT_IS = Map.of();
    private static final Map<String, String> HEAD = Map.of(
            "jenis_jabatan_id", "1",
            "jabatan_nama", "KEPALA SEKSI TATA KELOLA",
            "gol_akhir_id", "34",
            "gol_akhir_nama", "III/d");
    private static final int YEAR = LocalDate.now(ZoneId.of("Asia/Jakarta")).getYear();

    private final TestAgency agency = TestAgency.called("penempatan");

    private List<String> told(JsonPath job) {
        return problems(agency, job).getList("items.collect { it.line + ' ' + it.column + ' ' + it.code }");
    }

    private static Map<String, String> with(Map<String, String> some, String... more) {
        var all = new java.util.HashMap<>(some);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    @Test
    void a_post_that_files_make_grows_with_them_until_an_officer_sets_its_headcount() {
        var made = employees(agency, "", file(row(1, AS_IT_IS), row(2, AS_IT_IS)));
        assertThat(made.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(TestAgency.query("select headcount from positions where agency = '" + agency.code + "'"))
                .isEqualTo("2");
        assertThat(told(employees(agency, "", file(row(4, AS_IT_IS))))).isEmpty();
        assertThat(TestAgency.query("select headcount from positions where agency = '" + agency.code + "'"))
                .isEqualTo("3");

        bind(4);
        assertThat(told(employees(agency, "", file(row(5, AS_IT_IS))))).isEmpty();
        var full = employees(agency, "", file(row(3, AS_IT_IS)));

        assertThat(told(full)).containsExactly("2 jabatan_nama OVER_HEADCOUNT");
        assertThat(problems(agency, full).getString("items[0].detail")).contains("alasan_penempatan");
        var again = employees(agency, "", file(row(1, Map.of("nomor_hp", "081299999999"))));
        assertThat(told(again)).isEmpty();
    }

    /** An officer says how many each post asks for. */
    private void bind(int headcount) {
        for (var id : agency.as(Role.SDM)
                .get("/api/v1/positions?limit=200")
                .jsonPath()
                .getList("items.id", String.class)) {
            var at = "/api/v1/positions/" + id;
            for (int said : new int[] {headcount + 1, headcount}) {
                agency.as(Role.SDM)
                        .header("If-Match", "*")
                        .contentType("application/merge-patch+json")
                        .body("{\"headcount\": " + said + "}")
                        .patch(at)
                        .then()
                        .statusCode(200);
            }
        }
    }

    @Test
    void a_reason_is_kept_with_the_row() {
        employees(agency, "", file(row(1, AS_IT_IS)));
        bind(1);
        var csv = HEADER + ",alasan_penempatan\n" + row(2, AS_IT_IS) + ",Masa alih tugas\n";

        var job = employees(agency, "", csv);

        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(TestAgency.query(
                        "select group_concat(reason) from employee_positions where agency = '" + agency.code + "'"))
                .isEqualTo("Masa alih tugas");
    }

    @Test
    void a_second_head_is_refused_until_the_first_one_moves_in_the_same_file() {
        employees(agency, "", file(row(1, HEAD)));

        var second = employees(agency, "", file(row(2, HEAD)));
        assertThat(told(second)).containsExactly("2 jabatan_nama HEAD_TAKEN");
        assertThat(count(agency, "employees")).isEqualTo(1);

        var moved = employees(
                agency,
                "",
                file(
                        row(2, with(HEAD, "tmt_jabatan", "01-02-2026")),
                        row(
                                1,
                                with(
                                        AS_IT_IS,
                                        "tmt_jabatan",
                                        "01-02-2026",
                                        "gol_akhir_id",
                                        "34",
                                        "gol_akhir_nama",
                                        "III/d"))));
        assertThat(told(moved)).isEmpty();
        assertThat(TestAgency.query(
                        "select count(*) from employees where agency = '" + agency.code + "' and leads_unit"))
                .isEqualTo("1");
    }

    @Test
    void who_is_refused_keeps_the_post_from_her_successor() {
        employees(agency, "", file(row(1, HEAD), row(3, AS_IT_IS)));
        bind(1);

        var job = employees(
                agency,
                "",
                file(
                        row(2, with(HEAD, "tmt_jabatan", "01-02-2026")),
                        row(
                                1,
                                with(
                                        AS_IT_IS,
                                        "tmt_jabatan",
                                        "01-02-2026",
                                        "gol_akhir_id",
                                        "34",
                                        "gol_akhir_nama",
                                        "III/d"))));

        assertThat(told(job)).containsExactlyInAnyOrder("2 jabatan_nama HEAD_TAKEN", "3 jabatan_nama OVER_HEADCOUNT");
    }

    @Test
    void a_candidate_heads_no_unit_and_a_low_rank_none_either() {
        var job = employees(
                agency,
                "",
                file(
                        row(1, with(HEAD, "status_cpns_pns", "CPNS", "tmt_pns", "")),
                        row(2, Map.of("jenis_jabatan_id", "1", "jabatan_nama", "KEPALA DINAS KESEHATAN"))));

        assertThat(told(job)).contains("2 jabatan_nama POST_CLOSED_TO_KIND");
        assertThat(told(job)).anyMatch(said -> said.startsWith("3 jabatan_nama RANK_"));
        assertThat(count(agency, "employees")).isZero();
    }

    @Test
    void a_degree_of_this_year_counts_today_and_is_stored_as_a_year() {
        employees(agency, "", file(row(1, Map.of("tahun_lulus", String.valueOf(YEAR)))));

        assertThat(TestAgency.query("select concat_ws('|', coalesce(graduated_on, '-'), graduated_year) from"
                        + " employee_educations where agency = '" + agency.code + "'"))
                .isEqualTo("-|" + YEAR);
        assertThat(TestAgency.query("select education_level from employees where agency = '" + agency.code + "'"))
                .isEqualTo("S2");
        var next = employees(agency, "", file(row(2, Map.of("tahun_lulus", String.valueOf(YEAR + 1)))));
        assertThat(told(next)).containsExactly("2 tahun_lulus IN_FUTURE");
    }

    @Test
    void a_year_does_not_move_a_day_that_is_known() {
        employees(agency, "", file(row(1, Map.of("tahun_lulus", "30-08-2020"))));
        var again = employees(agency, "", file(row(1, Map.of("tahun_lulus", "2020"))));

        assertThat(again.getLong("outcome.unchanged")).isEqualTo(1);
        assertThat(TestAgency.query("select concat_ws('|', graduated_on, coalesce(graduated_year, '-')) from"
                        + " employee_educations where agency = '" + agency.code + "'"))
                .isEqualTo("2020-08-30|-");
    }

    @Test
    void the_post_that_a_file_had_ended_is_given_back_when_its_row_is_deleted() {
        employees(agency, "", file(row(1, AS_IT_IS)));
        employees(agency, "", file(row(1, Map.of("jabatan_nama", "ARSIPARIS AHLI MUDA", "tmt_jabatan", "01-02-2026"))));
        assertThat(TestAgency.query("select count(*) from employee_positions where agency = '" + agency.code
                        + "' and closed_by is not null and closed_until = '2026-01-31' and ends_on = '2026-01-31'"))
                .isEqualTo("1");
    }
}
