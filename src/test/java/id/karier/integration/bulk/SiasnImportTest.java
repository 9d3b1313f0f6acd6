package id.karier.integration.bulk;

import static id.karier.integration.bulk.Imports.bytes;
import static id.karier.integration.bulk.Imports.count;
import static id.karier.integration.bulk.Imports.counts;
import static id.karier.integration.bulk.Imports.problems;
import static id.karier.integration.bulk.Imports.siasn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SiasnImportTest {
    private static final String SARI = "A8ACA7F1000000000000000000000901";

    private final TestAgency agency = TestAgency.called("siasn");

    @Test
    void all_answers_about_one_person_become_her_whole_career() {
        var job = siasn(agency, "", dossier());

        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(counts(job)).containsExactly(13L, 0L, 0L, 0L);
        var id = employee();
        agency.as(Role.SDM)
                .get("/api/v1/employees/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("SARI CONTOH WIDURI"))
                .body("identityNumber", equalTo("199001012015012999"))
                .body("siasnId", equalTo(SARI))
                .body("sex", equalTo("F"))
                .body("status", equalTo("ACTIVE"))
                .body("religion", equalTo("ISLAM"))
                .body("maritalStatus", equalTo("MARRIED"))
                .body("rank.code", equalTo("III/c"))
                .body("rank.since", equalTo("2023-04-01"))
                .body("position.title", equalTo("PRANATA KOMPUTER AHLI MUDA"))
                .body("position.level", equalTo("JF_AHLI_MUDA"))
                .body("unit.name", equalTo("BIDANG APLIKASI INFORMATIKA"))
                .body("education.level", equalTo("S2"))
                .body("retirementOn", equalTo("2048-02-01"))
                .body("source", equalTo("SIASN"));
        assertThat(one(
                        "select concat_ws('|', rank_code, starts_on, service_years, service_months, decree_number, decree_date)"
                                + " from employee_ranks where starts_on = '2023-04-01' and agency = "))
                .isEqualTo("III/c|2023-04-01|8|3|823/000/2023|2023-03-15");
        assertThat(one("select concat_ws('|', assignment, starts_on, sworn_in_on, decree_number, siasn_id)"
                        + " from employee_positions where agency = "))
                .isEqualTo("DEFINITIVE|2021-10-01|2021-10-01|821.2/000/2021|8ae48300000000000000000000000a01");
        assertThat(one("select concat_ws('|', level, field, institution, graduated_on, certificate_number, back_titles)"
                        + " from employee_educations where agency = "))
                .isEqualTo("S2|S-2 TEKNIK INFORMATIKA|Universitas Contoh|2020-08-30|000/S2/2020|M.T.");
        assertThat(one("select concat_ws('|', form, name, starts_on, ends_on, hours, certificate_number)"
                        + " from employee_trainings where agency = "))
                .isEqualTo("NK_MENTORING|Mentoring Arsitektur SPBE|2026-03-02|2026-08-28|12.00|800/MTR/001/2026");
        assertThat(
                        one(
                                "select concat_ws('|', level, starts_on, ends_on, credit, decree_number) from employee_credits where agency = "))
                .isEqualTo("JF_AHLI_MUDA|2025-01-01|2025-12-31|25.000|800/PAK/000/2026");
        assertThat(one("select concat_ws('|', code, name, granted_on) from employee_awards where agency = "))
                .isEqualTo("201|KARYA SATYA 10 TAHUN|2025-08-04");
        assertThat(one("select group_concat(name order by name separator '|') from units where agency = "))
                .isEqualTo("BIDANG APLIKASI INFORMATIKA|DINAS KOMUNIKASI DAN INFORMATIKA|Pemerintah " + agency.code);
        assertThat(count(agency, "siasn_rows")).isEqualTo(13);
        assertThat(one("select group_concat(kind order by kind) from siasn_rows where agency = "))
                .contains(
                        "nilaiipasn",
                        "rw-kompetensi",
                        "rw-potensi",
                        "rw-skp22",
                        "rw-kinerjaperiodik",
                        "rw-sertifikasi");
    }

    @Test
    void the_same_answers_again_change_nothing_and_leave_an_officers_correction() {
        siasn(agency, "", dossier());
        TestAgency.sql(
                "update employee_educations set institution = 'Diperbaiki' where agency = '" + agency.code + "'");
        var log = count(agency, "change_log");

        var again = siasn(agency, "", dossier().replace("\"success\" : true", "\"success\":true"));

        assertThat(counts(again)).containsExactly(0L, 0L, 13L, 0L);
        assertThat(one("select institution from employee_educations where agency = "))
                .isEqualTo("Diperbaiki");
        assertThat(count(agency, "change_log")).isEqualTo(log);
    }

    @Test
    void a_row_that_the_national_system_changed_is_taken_over() {
        siasn(agency, "", dossier());

        var job = siasn(
                agency,
                "&endpoint=rw-golongan",
                sample("04-get-pns-rw-golongan").replace("823/000/2023", "823/111/2023"));

        assertThat(counts(job)).containsExactly(0L, 1L, 0L, 0L);
        assertThat(one("select decree_number from employee_ranks where starts_on = '2023-04-01' and agency = "))
                .isEqualTo("823/111/2023");
        assertThat(count(agency, "employee_ranks")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "03-get-pns-rw-jabatan, rw-jabatan, employee_positions",
        "04-get-pns-rw-golongan, rw-golongan, employee_ranks",
        "05-get-pns-rw-pendidikan, rw-pendidikan, employee_educations",
        "07-get-pns-rw-kursus, rw-kursus, employee_trainings",
        "08-get-pns-rw-skp22, rw-skp22, siasn_rows",
        "09-get-pns-rw-kinerjaperiodik, rw-kinerjaperiodik, siasn_rows",
        "10-get-pns-rw-angkakredit, rw-angkakredit, employee_credits",
        "11-get-pns-rw-penghargaan, rw-penghargaan, employee_awards",
        "13-get-pns-nilaiipasn, nilaiipasn, siasn_rows",
        "14-get-pns-rw-sertifikasi, rw-sertifikasi, siasn_rows",
        "15-get-pns-rw-kompetensi-pns-rw-potensi, rw-kompetensi, siasn_rows",
        "15-get-pns-rw-kompetensi-pns-rw-potensi-2, rw-potensi, siasn_rows"
    })
    void each_sample_is_taken_as_it_is(String sample, String endpoint, String table) {
        siasn(agency, "&endpoint=data-utama", sample("02-get-pns-data-utama-199001012015012999"));

        var job = siasn(agency, "&endpoint=/pns/" + endpoint, sample(sample));

        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(counts(job)).containsExactly(1L, 0L, 0L, 0L);
        assertThat(count(agency, table)).isPositive();
        assertThat(one("select count(*) from siasn_rows where kind = '" + endpoint + "' and agency = "))
                .isEqualTo("1");
        assertThat(counts(siasn(agency, "&endpoint=" + endpoint, sample(sample))))
                .containsExactly(0L, 0L, 1L, 0L);
    }

    @Test
    void structural_training_and_discipline_are_read_for_their_people() {
        person("A8ACA7F1000000000000000000000902", "197802022005011998", "BIMA CONTOH", "M");
        person("A8ACA7F1000000000000000000000903", "198003032008011997", "JATI CONTOH", "M");

        siasn(agency, "&endpoint=rw-diklat", sample("06-get-pns-rw-diklat"));
        siasn(agency, "&endpoint=rw-hukdis", sample("12-get-pns-rw-hukdis"));

        assertThat(
                        one(
                                "select concat_ws('|', form, programme, name, starts_on, ends_on, hours) from employee_trainings where agency = "))
                .isEqualTo("KL_STRUKTURAL|PKA|SEPADYA/SPAMA/DIKLAT PIM TK. III|2017-03-06|2017-07-21|360.00");
        assertThat(one("select concat_ws('|', level, penalty, penalty_name, starts_on, ends_on, regulation)"
                        + " from employee_disciplines where agency = "))
                .isEqualTo("RINGAN|R2|TEGURAN TERTULIS|2022-05-11|2023-05-10|PP 94");
        var punished =
                one("select lower(insert(insert(insert(insert(hex(employee_id), 9, 0, '-'), 14, 0, '-'), 19, 0, '-'),"
                        + " 24, 0, '-')) from employee_disciplines where agency = ");
        agency.as(Role.SDM)
                .get("/api/v1/employees/" + punished + "/disciplines")
                .then()
                .body("items[0].reason", equalTo("CONTOH ALASAN"));
    }

    @Test
    void a_history_of_somebody_unknown_is_a_clear_problem() {
        var job = siasn(agency, "&endpoint=rw-golongan", sample("04-get-pns-rw-golongan"));

        assertThat(job.getString("status")).isEqualTo("FAILED");
        assertThat(problems(agency, job).getList("items.code")).containsExactly("PERSON_UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\": 0, \"data\": \"Data tidak ditemukan\"}",
                "{\"success\": true, \"code\": 1, \"data\": \"record not found\"}",
                "{\"success\": true, \"data\": []}",
                "{\"success\": true, \"data\": null}",
                "{\"Success\": \"true\", \"Data\": \"\"}",
                "[]"
            })
    void nothing_found_is_nothing_to_do(String body) {
        var job = siasn(agency, "&endpoint=rw-golongan", body);

        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(counts(job)).containsExactly(0L, 0L, 0L, 0L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"success\": false, \"message\": \"gagal\", \"mapData\": \"Token salah\"} | UPSTREAM_REFUSED | Token salah",
                "{\"code\": 0, \"data\": \"Token SSO mismatch\"} | UPSTREAM_REFUSED | Token SSO mismatch",
                "{\"fault\": {\"code\": 900902, \"message\": \"Missing Credentials\"}} | UPSTREAM_REFUSED | Missing Credentials",
                "{\"message\": \"invalid or expired jwt\"} | UPSTREAM_REFUSED | invalid or expired jwt",
                "{\"Error\": \"false\", \"Message\": \"OK\"} | UPSTREAM_REFUSED | OK",
                "{\"data\": [7]} | NOT_A_PAYLOAD | ",
                "{\"data\": [{\"golonganId\": \"33\"}]} | PERSON_UNNAMED | "
            })
    void a_refusal_of_the_national_system_is_no_data(String body, String code, String value) {
        var job = siasn(agency, "&endpoint=rw-golongan", body);

        assertThat(job.getString("status")).isEqualTo("FAILED");
        var problems = problems(agency, job);
        assertThat(problems.getList("items.code")).containsExactly(code);
        assertThat(problems.getString("items[0].value")).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01-tokens",
                "01-tokens-2",
                "16-get-referensi-ref-unor",
                "17-get-pns-list-kp-instansi",
                "18-post-kursus-save",
                "18-post-kursus-save-2",
                "18-post-kursus-save-3",
                "19-post-skp22-save",
                "20-post-angkakredit-save-diklat-save-hukdis-save-peng",
                "21-talent-mapping",
                "22-errors-to-reproduce-in-the-stub"
            })
    void other_payloads_are_not_taken_for_people(String sample) {
        var job = siasn(agency, "", sample(sample));

        assertThat(job.getString("status")).isEqualTo("FAILED");
        assertThat(count(agency, "employees")).isZero();
        assertThat(count(agency, "siasn_rows")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "idPns",
                "pnsId",
                "pns",
                "pnsOrang",
                "pnsOrangId",
                "pnsDinilaiId",
                "pnsDinilaiOrang",
                "pns_orang_id",
                "pns_id"
            })
    void a_person_is_known_by_each_of_her_names_whatever_its_case(String name) {
        person(SARI, "199001012015012999", "SARI CONTOH", "F");

        var job = siasn(
                agency,
                "&endpoint=rw-penghargaan",
                "{\"data\": [{\"id\": \"x1\", \"" + name + "\": \"" + SARI.toLowerCase(java.util.Locale.ROOT)
                        + "\", \"hargaNama\": \"SATYA\", \"skDate\": \"04-08-2025\"}]}");

        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(count(agency, "employee_awards")).isEqualTo(1);
    }

    @Test
    void strings_numbers_booleans_and_paths_come_in_every_form() {
        person(SARI, "199001012015012999", "SARI CONTOH", "F");

        var job = siasn(agency, "", """
                {"rw-angkakredit": [
                   {"id": "k1", "pns": "%1$s", "bulanMulaiPenilaian": 1, "tahunMulaiPenilaian": 2024,
                    "bulanSelesaiPenilaian": "12", "tahunSelesaiPenilaian": "2024", "kreditBaruTotal": 12.5,
                    "isKonversi": true, "namaJabatan": null, "path": [], "nomorSk": ""},
                   {"id": "k2", "PNS": "%1$s", "bulanMulaiPenailan": "1", "tahunMulaiPenailan": "2025",
                    "bulanSelesaiPenailan": "6", "tahunSelesaiPenailan": "2025", "kreditBaruTotal": "12.500",
                    "isIntegrasi": "1", "path": [{"dok_id": "880"}], "Sumber": "SIMPEG", "created_at": "2026-01-21T03:00:00Z"}],
                 "RW-Hukdis": {"Success": true, "Data": [
                   {"id": "h1", "pns_orang_id": "%1$s", "hukumanTanggal": "2022-05-11", "akhirHukumanTanggal": "10-05-2023",
                    "jenisTingkatHukumanId": "S", "path": {}, "nomorPp": 94}]},
                 "rw-kursus": {"data": [
                   {"id": "c1", "idPns": "%1$s", "namaKursus": "Seminar SPBE", "tahunKursus": 2024, "jumlahJam": 8,
                    "nomorSertipikat": "S/1", "tanggalKursus": ""}]},
                 "rw-skp22": {"code": 0, "data": "Data tidak ditemukan"},
                 "rw-tubel": {"data": "record not found"}}""".formatted(SARI));

        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(
                        one(
                                "select group_concat(concat_ws('|', starts_on, ends_on, credit, basis) order by starts_on) from employee_credits where agency = "))
                .isEqualTo("2024-01-01|2024-12-31|12.500|CONVERSION,2025-01-01|2025-06-30|12.500|INTEGRATION");
        assertThat(
                        one(
                                "select concat_ws('|', level, starts_on, ends_on, regulation) from employee_disciplines where agency = "))
                .isEqualTo("SEDANG|2022-05-11|2023-05-10|PP 94");
        assertThat(
                        one(
                                "select concat_ws('|', form, starts_on, held_year, certificate_number) from employee_trainings where agency = "))
                .isEqualTo("KL_SEMINAR|2024|S/1");
    }

    @Test
    void what_can_be_neither_a_date_nor_a_code_is_named_with_its_place() {
        person(SARI, "199001012015012999", "SARI CONTOH", "F");

        var job = siasn(agency, "", """
                {"rw-golongan": [{"idPns": "%1$s", "id": "g1", "golonganId": "33", "tmtGolongan": "31-02-2023"},
                                 {"idPns": "%1$s", "id": "g2", "golongan": "IX/z", "tmtGolongan": "01-04-2019"},
                                 {"idPns": "LAIN", "id": "g3", "golonganId": "32", "tmtGolongan": "01-04-2019"}],
                 "rw-ajaib": []}""".formatted(SARI));

        assertThat(job.getString("status")).isEqualTo("FAILED");
        var problems = problems(agency, job);
        assertThat(problems.getList("items.collect { it.column + ' ' + it.code }"))
                .containsExactlyInAnyOrder(
                        "rw-golongan[0].tmtGolongan DATE_INVALID",
                        "rw-golongan[1].golongan CODE_UNKNOWN",
                        "rw-golongan[2] OTHER_PERSON",
                        "rw-ajaib ENDPOINT_UNKNOWN");
        assertThat(count(agency, "employee_ranks")).isZero();
    }

    @Test
    void partial_keeps_the_good_rows_of_a_person() {
        person(SARI, "199001012015012999", "SARI CONTOH", "F");

        var job = siasn(agency, "&partial=true", """
                {"rw-golongan": [{"idPns": "%1$s", "id": "g1", "golonganId": "33", "tmtGolongan": "31-02-2023"},
                                 {"idPns": "%1$s", "id": "g2", "golonganId": "32", "tmtGolongan": "01-04-2019"}]}""".formatted(SARI));

        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(counts(job)).containsExactly(1L, 0L, 0L, 1L);
        assertThat(one("select rank_code from employees where agency = ")).isEqualTo("III/b");
    }

    @Test
    void personal_data_is_sealed_in_the_rows_that_are_kept() {
        siasn(agency, "&endpoint=data-utama", sample("02-get-pns-data-utama-199001012015012999"));

        assertThat(one("select count(*) from siasn_rows where (raw like '%9999990101900001%' or raw like '%Melati%'"
                        + " or raw like '%081200000000%') and agency = "))
                .isEqualTo("0");
        assertThat(one("select json_unquote(raw) from siasn_rows where agency = "))
                .startsWith("sealed:");
    }

    @Test
    void many_people_come_as_lines() {
        var lines = new StringBuilder();
        for (int i = 1; i <= 30; i++) {
            lines.append(one(i)).append('\n');
        }
        lines.append('\n')
                .append(
                        "{\"rw-penghargaan\": [{\"id\": \"x\", \"idPns\": \"P7\", \"hargaNama\": \"SATYA\", \"tahun\": 2020}]}\n");
        var order = Imports.order(agency, "kind=siasn-employee", "application/x-ndjson", bytes(lines.toString()));

        var job = Imports.ended(agency, order.getString("id"));

        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(count(agency, "employees")).isEqualTo(30);
        assertThat(count(agency, "employee_awards")).isEqualTo(1);
    }

    @Test
    void a_line_that_is_no_json_is_named() {
        var order = Imports.order(
                agency,
                "kind=siasn-employee",
                "application/x-ndjson",
                bytes(one(1) + "\n{oops\n" + "[".repeat(10_000) + "\n"));

        var job = Imports.ended(agency, order.getString("id"));

        assertThat(job.getString("status")).isEqualTo("FAILED");
        assertThat(problems(agency, job).getList("items.collect { it.line + ' ' + it.code }"))
                .containsExactly("2 JSON_UNREADABLE", "3 JSON_UNREADABLE");
        assertThat(count(agency, "employees")).isZero();
    }

    @Test
    void a_document_that_is_no_json_is_refused_at_once() {
        refused("{\"data-utama\": ", 400);
        refused("[".repeat(10_000) + "]".repeat(10_000), 400);
        refused("{} {}", 400);
        agency.as(Role.SDM)
                .contentType("text/csv")
                .body(bytes("x"))
                .post("/api/v1/imports?kind=siasn-employee")
                .then()
                .statusCode(415);
        agency.as(Role.SDM)
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/imports?kind=siasn-employee&endpoint=ref-unor")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("endpoint"));
    }

    private void refused(String body, int status) {
        agency.as(Role.SDM)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/imports?kind=siasn-employee")
                .then()
                .statusCode(status);
        assertThat(count(agency, "jobs")).isZero();
    }

    private static String one(int number) {
        return "{\"data-utama\": {\"data\": {\"id\": \"P" + number
                + "\", \"nipBaru\": \"1990010120150120%02d\"".formatted(number)
                + ", \"nama\": \"PEGAWAI CONTOH\", \"tglLahir\": \"01-01-1990\"}}}";
    }

    private JsonPath person(String id, String number, String name, String sex) {
        return siasn(
                agency,
                "&endpoint=data-utama",
                "{\"id\": \"" + id + "\", \"nipBaru\": \"" + number + "\", \"nama\": \"" + name
                        + "\", \"jenisKelamin\": \"" + sex + "\"}");
    }

    private String employee() {
        var hex = one("select lower(hex(id)) from employees where agency = ");
        return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    private String one(String select) {
        return TestAgency.query(select + "'" + agency.code + "'");
    }

    /** Every sample about Sari under its endpoint's name. */
    private static String dossier() {
        var answers = List.of(
                "data-utama",
                "02-get-pns-data-utama-199001012015012999",
                "rw-jabatan",
                "03-get-pns-rw-jabatan",
                "rw-golongan",
                "04-get-pns-rw-golongan",
                "rw-pendidikan",
                "05-get-pns-rw-pendidikan",
                "rw-kursus",
                "07-get-pns-rw-kursus",
                "rw-skp22",
                "08-get-pns-rw-skp22",
                "rw-kinerjaperiodik",
                "09-get-pns-rw-kinerjaperiodik",
                "rw-angkakredit",
                "10-get-pns-rw-angkakredit",
                "rw-penghargaan",
                "11-get-pns-rw-penghargaan",
                "nilaiipasn",
                "13-get-pns-nilaiipasn",
                "rw-sertifikasi",
                "14-get-pns-rw-sertifikasi",
                "rw-kompetensi",
                "15-get-pns-rw-kompetensi-pns-rw-potensi",
                "rw-potensi",
                "15-get-pns-rw-kompetensi-pns-rw-potensi-2");
        var dossier = new StringBuilder("{");
        for (int i = 0; i < answers.size(); i += 2) {
            dossier.append(i == 0 ? "" : ", ")
                    .append('"')
                    .append(answers.get(i))
                    .append("\": ")
                    .append(sample(answers.get(i + 1)));
        }
        return dossier.append('}').toString();
    }

    private static String sample(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/siasn/" + name + ".json"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
