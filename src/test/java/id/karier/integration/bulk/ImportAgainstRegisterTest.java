package id.karier.integration.bulk;

import static id.karier.integration.bulk.Imports.count;
import static id.karier.integration.bulk.Imports.counts;
import static id.karier.integration.bulk.Imports.employees;
import static id.karier.integration.bulk.Imports.file;
import static id.karier.integration.bulk.Imports.problems;
import static id.karier.integration.bulk.Imports.row;
import static id.karier.integration.bulk.Imports.siasn;
import static org.assertj.core.api.Assertions.assertThat;

import id.karier.history.Office;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who wins where a file and the register differ: what rests on a decree stays, and the report says what the file wanted. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ImportAgainstRegisterTest {
    private static final Map<String, String> AS_IT_IS = Map.of();
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Jakarta"));

    /** Row 1 of {@link Imports#row}: born on 1 January 1990, in service since January 2015. */
    private static final String NUMBER = "199001012015012001";

    private static final String SIASN_ID = "A8ACA7F1000000000000000000000001";

    private final TestAgency agency = TestAgency.called("lawan");

    private List<String> warnings(JsonPath job) {
        return agency.as(Role.SDM)
                .get("/api/v1/imports/" + job.getString("id") + "/report/warnings")
                .jsonPath()
                .getList("items.collect { it.line + ' ' + it.column + ' ' + it.value + ' ' + it.code }");
    }

    private List<String> told(JsonPath job) {
        return problems(agency, job).getList("items.collect { it.line + ' ' + it.column + ' ' + it.code }");
    }

    private String one(String columns, String table) {
        return TestAgency.query("select " + columns + " from " + table + " where agency = '" + agency.code + "'");
    }

    private String ranks() {
        return one(
                "group_concat(concat_ws(' ', rank_code, starts_on, coalesce(decree_number, '-'), source) order by starts_on)",
                "employee_ranks");
    }

    private String person() {
        return agency.as(Role.SDM).get("/api/v1/employees").jsonPath().getString("items[0].id");
    }

    private String add(String path, String body) {
        return agency.as(Role.SDM)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/employees/" + person() + "/" + path)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private static Map<String, String> rank(String code, String id, String since) {
        return Map.of("gol_akhir_nama", code, "gol_akhir_id", id, "tmt_golongan", since);
    }

    private static final String DECREED = "{\"rank\": \"III/d\", \"startsOn\": \"2025-04-01\", \"serviceYears\": 10,"
            + " \"decreeNumber\": \"823/7\", \"decreeDate\": \"2025-03-15\"}";

    @ParameterizedTest
    @ValueSource(strings = {"&dryRun=true", "", "&partial=true"})
    void a_decreed_rank_stays_and_the_report_says_what_the_file_wanted(String query) {
        employees(agency, "", file(row(1, AS_IT_IS)));
        add("ranks", DECREED);
        var before = ranks();

        var job = employees(agency, query, file(row(1, rank("III/c", "33", "01-04-2025"))));

        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(warnings(job)).containsExactly("2 gol_akhir_nama III/c ROW_AGAINST_DECREE");
        assertThat(agency.as(Role.SDM)
                        .get("/api/v1/imports/" + job.getString("id") + "/report/warnings")
                        .jsonPath()
                        .getString("items[0].detail"))
                .contains("823/7", "III/d");
        assertThat(ranks()).isEqualTo(before);
        assertThat(counts(job)).containsExactly(0L, 0L, 1L, 0L);
    }

    @Test
    void a_rank_of_which_the_file_says_another_day_than_the_decree_gets_no_second_row() {
        employees(agency, "", file(row(1, AS_IT_IS)));
        add("ranks", DECREED);
        var before = ranks();

        var job = employees(agency, "", file(row(1, rank("III/d", "34", "01-10-2025"))));

        assertThat(warnings(job)).containsExactly("2 tmt_golongan 2025-10-01 ROW_AGAINST_DECREE");
        assertThat(ranks()).isEqualTo(before);
    }

    private JsonPath ranksOfSiasn(String... rows) {
        return siasn(agency, "&endpoint=rw-golongan", "{\"data\": [" + String.join(",", rows) + "]}");
    }

    private static String siasnRank(String id, String code, String since, String decree, String more) {
        return """
                {"id": "%s", "idPns": "%s", "golongan": "%s", "tmtGolongan": "%s", "skNomor": "%s",
                 "skTanggal": "15-03-2025"%s}""".formatted(id, SIASN_ID, code, since, decree, more);
    }

    @Test
    void the_same_decree_completes_a_row_and_another_one_does_not_touch_it() {
        employees(agency, "", file(row(1, AS_IT_IS)));
        add("ranks", DECREED);

        var same = ranksOfSiasn(siasnRank("g1", "III/d", "01-04-2025", "823/7", ", \"masaKerjaGolonganBulan\": \"3\""));
        assertThat(warnings(same)).isEmpty();
        assertThat(one(
                        "concat_ws(' ', service_years, service_months, siasn_id, source)",
                        "employee_ranks r" + " join (select '2025-04-01' as d) day on day.d = r.starts_on"))
                .isEqualTo("10 3 g1 LOCAL");

        var other =
                ranksOfSiasn(siasnRank("g1", "III/c", "01-04-2025", "999/1", ", \"masaKerjaGolonganTahun\": \"7\""));
        assertThat(warnings(other))
                .containsExactlyInAnyOrder(
                        "1 rw-golongan III/c ROW_AGAINST_DECREE", "1 rw-golongan 7 ROW_AGAINST_DECREE");
        assertThat(ranks()).contains("III/d 2025-04-01 823/7 LOCAL");
    }

    /** The row was never an officer's: the national system replaces it whole, with nothing of the decree before. */
    @Test
    void another_decree_of_the_national_system_leaves_nothing_of_the_one_before() {
        employees(agency, "", file(row(1, AS_IT_IS)));
        ranksOfSiasn(siasnRank(
                "g1",
                "III/d",
                "01-04-2025",
                "823/7",
                ", \"masaKerjaGolonganTahun\": \"10\", \"masaKerjaGolonganBulan\": \"3\""));
        ranksOfSiasn(siasnRank("g1", "III/d", "01-04-2025", "999/1", ", \"masaKerjaGolonganTahun\": \"9\"")
                .replace("15-03-2025", "20-03-2025"));
        assertThat(one(
                        "concat_ws('|', decree_number, decree_date, service_years, coalesce(service_months, '-'))",
                        "employee_ranks r join (select '2025-04-01' as d) day on day.d = r.starts_on"))
                .isEqualTo("999/1|2025-03-20|9|-");

        var file = employees(agency, "", file(row(1, rank("III/c", "33", "01-04-2025"))));
        assertThat(warnings(file)).containsExactly("2 gol_akhir_nama III/c ROW_AGAINST_DECREE");
        assertThat(ranks()).contains("III/d 2025-04-01 999/1 SIASN");
    }

    @Test
    void a_position_that_an_officer_typed_in_stays_and_nothing_is_made_of_what_the_file_names() {
        employees(agency, "", file(row(1, Map.of("jabatan_nama", "", "tmt_jabatan", ""))));
        add(
                "positions",
                "{\"assignment\": \"DEFINITIVE\", \"title\": \"Arsiparis Ahli Muda\", \"level\": \"JF_AHLI_MUDA\","
                        + " \"unitName\": \"Bidang Arsip\", \"startsOn\": \"2021-10-01\", \"decreeNumber\": \"821/3\","
                        + " \"decreeDate\": \"2021-09-20\"}");
        var places = count(agency, "positions") + " " + count(agency, "units");

        var job = employees(agency, "", file(row(1, AS_IT_IS)));

        assertThat(warnings(job))
                .containsExactly(
                        "2 jabatan_nama PRANATA KOMPUTER AHLI MUDA ROW_AGAINST_DECREE",
                        "2 unor_nama BIDANG APLIKASI INFORMATIKA ROW_AGAINST_DECREE");
        assertThat(one("concat(title, decree_number)", "employee_positions")).isEqualTo("Arsiparis Ahli Muda821/3");
        assertThat(count(agency, "positions") + " " + count(agency, "units")).isEqualTo(places);

        var later = employees(agency, "&dryRun=true", file(row(1, Map.of("tmt_jabatan", "01-02-2026"))));
        assertThat(warnings(later)).contains("2 tmt_jabatan Arsiparis Ahli Muda POSITION_ENDED");
    }

    /** Corrected by an officer, the row is hers: the same file again does not bring the mistake back. */
    @Test
    void what_an_officer_corrects_in_a_loaded_row_stays_corrected() {
        var csv = file(row(1, Map.of("nama_sekolah", "Universitas Salah")));
        employees(agency, "", csv);
        var address = "/api/v1/employees/" + person() + "/educations";
        var id = agency.as(Role.SDM).get(address).jsonPath().getString("items[0].id");
        agency.as(Role.SDM)
                .contentType(Office.MERGE_PATCH)
                .header("If-Match", "*")
                .body("{\"institution\": \"Universitas Benar\"}")
                .patch(address + "/" + id)
                .then()
                .statusCode(200);
        assertThat(one("concat_ws('|', institution, source)", "employee_educations"))
                .isEqualTo("Universitas Benar|LOCAL");
        var job = employees(agency, "", csv);
        assertThat(warnings(job)).containsExactly("2 nama_sekolah Universitas Salah ROW_AGAINST_DECREE");
        assertThat(one("concat_ws('|', institution, source)", "employee_educations"))
                .isEqualTo("Universitas Benar|LOCAL");
    }

    @Test
    void an_education_that_an_officer_typed_in_is_completed_and_not_contradicted() {
        employees(
                agency,
                "",
                file(row(1, Map.of("tingkat_pendidikan_nama", "", "pendidikan_nama", "", "tahun_lulus", ""))));
        add(
                "educations",
                "{\"level\": \"S2\", \"field\": \"S-2 TEKNIK INFORMATIKA\", \"graduatedOn\": \"2020-08-30\","
                        + " \"backTitles\": \"M.T.\"}");

        var first = employees(agency, "", file(row(1, Map.of("nama_sekolah", "Universitas Contoh"))));
        assertThat(warnings(first)).isEmpty();
        var second = employees(agency, "", file(row(1, Map.of("nama_sekolah", "Institut Lain"))));
        assertThat(warnings(second)).containsExactly("2 nama_sekolah Institut Lain ROW_AGAINST_DECREE");
        assertThat(one("concat_ws('|', institution, graduated_on, source)", "employee_educations"))
                .isEqualTo("Universitas Contoh|2020-08-30|LOCAL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01-05-2023", "01-03-2023"})
    void a_rank_since_another_day_is_corrected_and_told(String since) {
        employees(agency, "", file(row(1, AS_IT_IS)));

        var job = employees(agency, "", file(row(1, rank("III/c", "33", since))));

        var day = LocalDate.parse(since, java.time.format.DateTimeFormatter.ofPattern("dd-MM-yyyy"));
        assertThat(warnings(job)).containsExactly("2 tmt_golongan " + day + " DAY_CORRECTED");
        assertThat(ranks()).isEqualTo("III/a 2015-01-01 - IMPORT,III/c " + day + " - IMPORT");
    }

    @Test
    void a_rank_is_held_twice_as_a_candidate_and_for_good_and_after_a_penalty() {
        var candidate = Map.of(
                "status_cpns_pns",
                "CPNS",
                "tmt_pns",
                "",
                "jabatan_nama",
                "",
                "tmt_jabatan",
                "",
                "gol_akhir_nama",
                "III/a",
                "gol_akhir_id",
                "31",
                "tmt_golongan",
                "01-01-2015");
        employees(agency, "", file(row(1, candidate)));
        var first = new java.util.HashMap<>(rank("III/a", "31", "01-02-2016"));
        first.putAll(Map.of("jabatan_nama", "", "tmt_jabatan", ""));
        employees(agency, "", file(row(1, first)));
        assertThat(ranks()).isEqualTo("III/a 2015-01-01 - IMPORT,III/a 2016-02-01 - IMPORT");

        employees(agency, "", file(row(1, rank("III/b", "32", "01-04-2019"))));
        add(
                "disciplines",
                "{\"level\": \"SEDANG\", \"penaltyName\": \"Penurunan pangkat setingkat selama 1 tahun\","
                        + " \"startsOn\": \"2020-05-01\", \"endsOn\": \"2021-04-30\", \"decreeNumber\": \"862/1\","
                        + " \"decreeDate\": \"2020-04-20\"}");
        var job = employees(agency, "", file(row(1, rank("III/b", "32", "01-05-2021"))));
        assertThat(warnings(job)).isEmpty();
        assertThat(ranks()).endsWith("III/b 2019-04-01 - IMPORT,III/b 2021-05-01 - IMPORT");
    }

    @Test
    void a_degree_of_another_year_is_corrected_and_told() {
        employees(agency, "", file(row(1, AS_IT_IS)));
        var job = employees(agency, "", file(row(1, Map.of("tahun_lulus", "2019"))));
        assertThat(warnings(job)).containsExactly("2 tahun_lulus 2019 DAY_CORRECTED");
        assertThat(one("concat_ws('|', coalesce(graduated_on, '-'), graduated_year)", "employee_educations"))
                .isEqualTo("-|2019");
        var other = employees(agency, "", file(row(1, Map.of("tahun_lulus", "2022", "pendidikan_nama", "S-2 HUKUM"))));
        assertThat(warnings(other)).isEmpty();
        assertThat(count(agency, "employee_educations")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "tmt_cpns, 01-01-1900, tmt_cpns BEFORE_BIRTH",
        "tmt_cpns, 31-12-2007, tmt_cpns APPOINTED_TOO_YOUNG",
        "tmt_cpns, 01-01-2150, tmt_cpns TOO_FAR_AHEAD",
        "tmt_pns, 01-01-1900, tmt_pns PERMANENT_BEFORE_APPOINTMENT",
        "tmt_pns, 01-01-2150, tmt_pns DAY_IN_FUTURE",
        "tanggal_sk_cpns, 01-01-2005, tanggal_sk_cpns DECREE_TOO_EARLY",
        "tanggal_sk_cpns, 01-01-2150, tanggal_sk_cpns IN_FUTURE",
        "tmt_golongan, 01-01-2150, tmt_golongan TOO_FAR_AHEAD",
        "tmt_jabatan, 01-01-1950, tmt_jabatan BEFORE_APPOINTMENT"
    })
    void a_file_says_no_day_that_the_register_refuses(String column, String day, String refusal) {
        var fresh = employees(agency, "", file(row(1, Map.of(column, day))));
        assertThat(told(fresh)).contains("2 " + refusal);
        assertThat(count(agency, "employees")).isZero();
        employees(agency, "", file(row(1, AS_IT_IS)));
        assertThat(told(employees(agency, "&dryRun=true", file(row(1, Map.of(column, day))))))
                .contains("2 " + refusal);
    }

    @Test
    void a_candidate_of_a_file_has_no_day_of_permanence() {
        var job = employees(agency, "", file(row(1, Map.of("status_cpns_pns", "CPNS", "jabatan_nama", ""))));
        assertThat(told(job)).contains("2 tmt_pns PERMANENT_BY_DECREE");
    }

    @Test
    void a_later_first_day_leaves_nothing_behind_it() {
        employees(agency, "", file(row(1, AS_IT_IS)));
        var moved = employees(agency, "", file(row(1, Map.of("tmt_cpns", "01-03-2015"))));
        assertThat(told(moved)).isEmpty();
        assertThat(warnings(moved)).containsExactly("2 tmt_cpns 2015-03-01 DAY_CORRECTED");
        var job = employees(agency, "", "nip_baru;nama;tmt_cpns\n" + NUMBER + ";CONTOH;01-01-2022\n");
        assertThat(told(job)).contains("2 tmt_cpns ENTRY_BEFORE_APPOINTMENT");
    }

    @Test
    void payloads_obey_the_days_of_the_register_too() {
        employees(agency, "", file(row(1, AS_IT_IS)));
        var job = siasn(agency, "&partial=true", """
                {"rw-hukdis": [
                   {"id": "h1", "pnsOrang": "%1$s", "jenisTingkatHukumanId": "R", "jenisHukumanNama": "TEGURAN TERTULIS",
                    "hukumanTanggal": "11-05-2022", "skNomor": "1", "skTanggal": "10-05-2002"},
                   {"id": "h2", "pnsOrang": "%1$s", "jenisTingkatHukumanId": "R", "jenisHukumanNama": "TEGURAN TERTULIS",
                    "hukumanTanggal": "11-05-2023", "skNomor": "2", "skTanggal": "10-05-2023",
                    "skPembatalanNomor": "3", "skPembatalanTanggal": "01-01-2150"}],
                 "rw-penghargaan": [
                   {"id": "f1", "pnsOrangId": "%1$s", "hargaNama": "SATYA", "skNomor": "1", "skDate": "01-01-1999"}],
                 "rw-kursus": [
                   {"id": "e1", "idPns": "%1$s", "namaKursus": "Dini", "tanggalKursus": "01-01-1991", "jumlahJam": "8"}]}""".formatted(SIASN_ID));
        assertThat(problems(agency, job).getList("items.collect { it.column + ' ' + it.code }"))
                .contains(
                        "rw-hukdis DECREE_TOO_EARLY",
                        "rw-hukdis TOO_FAR_AHEAD",
                        "rw-penghargaan BEFORE_EMPLOYABLE",
                        "rw-kursus TRAINED_TOO_YOUNG");
        assertThat(count(agency, "employee_disciplines")).isZero();
        assertThat(count(agency, "employee_awards")).isZero();
    }

    @Test
    void nothing_of_service_begins_after_it_has_ended_in_files_and_payloads_either() {
        employees(agency, "", file(row(1, Map.of("tmt_golongan", "01-04-2019"))));
        add("statuses", Office.standing("RETIRED", "2024-03-01", ""));

        var csv = employees(
                agency,
                "",
                file(row(
                        1,
                        Map.of(
                                "kedudukan_hukum_nama",
                                "Pensiun",
                                "gol_akhir_id",
                                "34",
                                "gol_akhir_nama",
                                "III/d",
                                "tmt_golongan",
                                "01-04-2024"))));
        assertThat(told(csv)).containsExactly("2 tmt_golongan HAS_LEFT");
        var post = employees(
                agency,
                "",
                file(row(
                        1,
                        Map.of(
                                "kedudukan_hukum_nama",
                                "Pensiun",
                                "tmt_golongan",
                                "01-04-2019",
                                "tmt_jabatan",
                                "01-04-2024"))));
        assertThat(told(post)).containsExactly("2 jabatan_nama HAS_LEFT");
        var payload = siasn(
                agency, "&partial=true", """
                {"rw-golongan": [%2$s],
                 "rw-hukdis": [
                   {"id": "h1", "pnsOrang": "%1$s", "jenisTingkatHukumanId": "R", "jenisHukumanNama": "TEGURAN TERTULIS",
                    "hukumanTanggal": "01-03-2024", "skNomor": "1", "skTanggal": "10-02-2024"}],
                 "rw-kursus": [
                   {"id": "e1", "idPns": "%1$s", "namaKursus": "Purna", "tanggalKursus": "02-03-2024", "jumlahJam": "8"}],
                 "rw-angkakredit": [
                   {"id": "k1", "pns": "%1$s", "bulanMulaiPenilaian": 4, "tahunMulaiPenilaian": 2024,
                    "bulanSelesaiPenilaian": 6, "tahunSelesaiPenilaian": 2024, "kreditBaruTotal": 12.5}]}""".formatted(SIASN_ID, siasnRank("g9", "III/d", "01-04-2024", "823/9", "")));
        assertThat(problems(agency, payload).getList("items.collect { it.column + ' ' + it.code }"))
                .containsExactlyInAnyOrder(
                        "rw-golongan HAS_LEFT", "rw-hukdis HAS_LEFT", "rw-kursus HAS_LEFT", "rw-angkakredit HAS_LEFT");
    }

    @Test
    void a_rank_that_is_planned_stands_in_the_way_of_a_word_that_ends_the_service() {
        var ahead = TODAY.plusMonths(3).toString();
        employees(agency, "", file(row(1, rank("III/d", "34", ahead))));
        var job = employees(agency, "", "nip_baru;nama;kedudukan_hukum_nama\n" + NUMBER + ";CONTOH;Pensiun\n");
        assertThat(told(job)).containsExactly("2 kedudukan_hukum_nama ENTRY_AFTER_SERVICE");
        assertThat(one("status", "employees")).isEqualTo("ACTIVE");
    }

    @Test
    void a_column_is_not_called_unread_because_its_row_was_refused() {
        var job = employees(
                agency,
                "&partial=true",
                "nip_baru;nama;tmt_cpns;tmt_pns;tempat_lahir_nama;nik;hobi\n"
                        + "123;SATU;01-01-2015;01-02-2016;Contoh;9999990101000001;memancing\n"
                        + NUMBER + ";;01-01-2015;01-02-2016;Contoh;9999990101000001;berkebun\n");
        assertThat(told(job)).isNotEmpty();
        assertThat(warnings(job)).containsExactly("1 hobi null COLUMN_UNREAD");
    }
}
