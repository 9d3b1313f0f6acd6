package id.karier.integration.bulk;

import static id.karier.integration.bulk.Imports.counts;
import static id.karier.integration.bulk.Imports.employees;
import static id.karier.integration.bulk.Imports.problems;
import static id.karier.integration.bulk.Imports.siasn;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.history.CareerListener;
import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files write the same standings as the register, by the same rules: nothing is guessed, and no decree is undone. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class StandingImportTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Jakarta"));

    /** Born on 5 March 1990, appointed in January 2015. */
    private static final String NUMBER = "199003052015012%03d";

    private final TestAgency agency = TestAgency.called("kedudukan");

    private List<String> findings(JsonPath job) {
        return agency.as(Role.SDM)
                .get("/api/v1/imports/" + job.getString("id") + "/report/warnings")
                .jsonPath()
                .getList("items.collect { it.line + ' ' + it.column + ' ' + it.code }");
    }

    private List<String> told(JsonPath job) {
        return problems(agency, job).getList("items.collect { it.line + ' ' + it.column + ' ' + it.code }");
    }

    private String one(String columns, String table) {
        return TestAgency.query("select " + columns + " from " + table + " where agency = '" + agency.code + "'");
    }

    private JsonPath standing(String word) {
        return employees(
                agency, "", "nip_baru;nama;kedudukan_hukum_nama\n" + NUMBER.formatted(1) + ";SATU;" + word + "\n");
    }

    @Test
    void every_code_and_name_of_the_national_list_is_read() throws IOException {
        var lines = new ArrayList<String>();
        var expected = new ArrayList<String>();
        int n = 1;
        for (var item : new ObjectMapper()
                .readTree(getClass().getResource("/reference/employee-statuses.json"))
                .path("items")) {
            for (var national : item.path("standing").path("national")) {
                for (var pair : List.of(
                        national.path("code").asText() + ";",
                        ";" + national.path("name").asText(),
                        national.path("code").asText() + ";"
                                + national.path("name").asText().toUpperCase(Locale.ROOT))) {
                    lines.add(NUMBER.formatted(n) + ";CONTOH;" + pair);
                    expected.add(NUMBER.formatted(n++) + item.path("code").asText());
                }
            }
        }
        var job = employees(
                agency,
                "",
                "nip_baru;nama;kedudukan_hukum_id;kedudukan_hukum_nama\n" + String.join("\n", lines) + "\n");
        assertThat(told(job)).isEmpty();
        for (var one : expected) {
            assertThat(TestAgency.query("select concat(identity_number, status) from employees where agency = '"
                            + agency.code + "' and identity_number = '" + one.substring(0, 18) + "'"))
                    .isEqualTo(one);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Calon Pensiun",
                "Pindah",
                "Pensiun Janda/Duda",
                "Aktif lagi",
                "Berhenti",
                "Selesai tugas belajar",
                "Hukuman"
            })
    void an_unknown_word_is_a_problem_of_its_row(String word) {
        assertThat(told(standing(word))).containsExactly("2 kedudukan_hukum_nama CODE_UNKNOWN");
    }

    @Test
    void a_name_that_contradicts_its_code_is_a_problem_of_its_row() {
        var job = employees(
                agency,
                "",
                "nip_baru;nama;kedudukan_hukum_id;kedudukan_hukum_nama\n" + NUMBER.formatted(1) + ";SATU;99;Aktif\n");
        assertThat(told(job)).containsExactly("2 kedudukan_hukum_nama CODE_CONTRADICTS");
        var payload = siasn(agency, "&endpoint=data-utama", """
                {"success": true, "data": {"id": "X1", "nipBaru": "%s", "nama": "DUA", "tmtCpns": "01-01-2015",
                 "kedudukanPnsNama": "Entahlah"}}""".formatted(NUMBER.formatted(2)));
        assertThat(problems(agency, payload).getList("items.code")).contains("CODE_UNKNOWN");
    }

    @Test
    void a_word_without_a_day_begins_today_and_says_so_and_ends_positions() {
        var csv = "nip_baru;nama;kedudukan_hukum_nama;jenis_jabatan_id;jabatan_nama;tmt_jabatan;unor_nama\n"
                + NUMBER.formatted(1) + ";SATU;%s;1;Kepala Bidang Uji;01-01-2020;Bidang Uji\n";
        employees(agency, "", csv.formatted("Aktif"));
        assertThat(one("concat(status, leads_unit)", "employees")).isEqualTo("ACTIVE1");
        assertThat(one("count(*)", "employee_statuses")).isEqualTo("0");
        var job = employees(agency, "", csv.formatted("Pensiun"));
        assertThat(told(job)).isEmpty();
        assertThat(findings(job)).containsExactly("2 kedudukan_hukum_nama STATUS_DAY_UNKNOWN");
        assertThat(one("concat(status, leads_unit)", "employees")).isEqualTo("RETIRED0");
        assertThat(one("concat_ws(' ', status, starts_on, start_unknown, source)", "employee_statuses"))
                .isEqualTo("RETIRED " + TODAY + " 1 IMPORT");
        assertThat(one("ends_on", "employee_positions"))
                .isEqualTo(TODAY.minusDays(1).toString());
        var person = UUID.fromString(
                agency.as(Role.SDM).get("/api/v1/employees").jsonPath().getString("items[0].id"));
        assertThat(CareerListener.left(person)).hasSize(1);
        assertThat(counts(employees(agency, "", csv.formatted("Pensiun")))).containsExactly(0L, 0L, 1L, 0L);
        assertThat(told(employees(agency, "", csv.formatted("Aktif"))))
                .containsExactly("2 kedudukan_hukum_nama SERVICE_ENDED");
        assertThat(one("status", "employees")).isEqualTo("RETIRED");
    }

    /** Found by an attacker: a file made the dead serve again. */
    @ParameterizedTest
    @ValueSource(strings = {"DECEASED", "DISMISSED", "RETIRED", "MOVED", "APPOINTMENT_CANCELLED"})
    void nobody_comes_back_into_service_by_a_word(String status) {
        standing("Aktif");
        var person = agency.as(Role.SDM).get("/api/v1/employees").jsonPath().getString("items[0].id");
        var address = agency.as(Role.SDM)
                .contentType("application/json")
                .body(Office.standing(status, "2024-01-01", ""))
                .post("/api/v1/employees/" + person + "/statuses")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        for (var query : List.of("&dryRun=true", "", "&partial=true")) {
            for (var word : List.of("Aktif", "Tugas Belajar", "CLTN")) {
                var job = employees(
                        agency,
                        query,
                        "nip_baru;nama;kedudukan_hukum_nama\n" + NUMBER.formatted(1) + ";SATU;" + word + "\n");
                if (!told(job).contains("2 kedudukan_hukum_nama CODE_UNKNOWN")) {
                    assertThat(told(job)).as(word).containsExactly("2 kedudukan_hukum_nama SERVICE_ENDED");
                    assertThat(problems(agency, job).getString("items[0].detail"))
                            .contains("/statuses");
                }
                assertThat(one("status", "employees")).isEqualTo(status);
            }
        }
        agency.as(Role.SDM).header("If-Match", "*").delete(address).then().statusCode(204);
        assertThat(told(standing("Aktif"))).isEmpty();
        assertThat(one("status", "employees")).isEqualTo("ACTIVE");
    }

    @Test
    void the_dead_are_not_pensioned_by_a_word() {
        standing("Aktif");
        var person = agency.as(Role.SDM).get("/api/v1/employees").jsonPath().getString("items[0].id");
        agency.as(Role.SDM)
                .contentType("application/json")
                .body("{\"status\": \"DECEASED\", \"startsOn\": \"2024-01-01\"}")
                .post("/api/v1/employees/" + person + "/statuses")
                .then()
                .statusCode(201);
        assertThat(findings(standing("Pensiun"))).containsExactly("2 kedudukan_hukum_nama STATUS_AGAINST_DECREE");
        assertThat(one("status", "employees")).isEqualTo("DECEASED");
    }

    @Test
    void a_decree_of_the_register_is_not_undone_by_a_word() {
        standing("Aktif");
        var person = agency.as(Role.SDM).get("/api/v1/employees").jsonPath().getString("items[0].id");
        agency.as(Role.SDM)
                .contentType("application/json")
                .body(Office.standing("SUSPENDED", "2024-01-01", ""))
                .post("/api/v1/employees/" + person + "/statuses")
                .then()
                .statusCode(201);
        var job = standing("Aktif");
        assertThat(findings(job)).containsExactly("2 kedudukan_hukum_nama STATUS_AGAINST_DECREE");
        assertThat(one("status", "employees")).isEqualTo("SUSPENDED");
        assertThat(one("count(*)", "employee_statuses")).isEqualTo("1");
    }

    @Test
    void leave_at_own_expense_of_the_national_system_is_a_dated_row() {
        siasn(agency, "&endpoint=data-utama", """
                {"success": true, "data": {"id": "X1", "nipBaru": "%s", "nama": "SATU", "tmtCpns": "01-01-2015",
                 "kedudukanPnsNama": "Aktif"}}""".formatted(NUMBER.formatted(1)));
        siasn(agency, "&endpoint=rw-cltn", """
                {"success": true, "data": [{"id": "c1", "pnsOrangId": "X1", "skNomor": "851/1", "skTanggal": "01-12-2019",
                 "tanggalAwal": "01-01-2020", "tanggalAkhir": "31-12-2022", "tanggalAktif": "01-01-2022"}]}""");
        assertThat(one("concat_ws(' ', status, starts_on, ends_on, decree_number, source)", "employee_statuses"))
                .isEqualTo("UNPAID_LEAVE 2020-01-01 2021-12-31 851/1 SIASN");
        assertThat(one("status", "employees")).isEqualTo("ACTIVE");
    }

    @Test
    void one_card_number_is_one_person_in_both_doors() {
        var head = "nip_baru;nama;nik\n";
        var twice = employees(
                agency,
                "",
                head + NUMBER.formatted(1) + ";SATU;9999990101900011\n" + NUMBER.formatted(2)
                        + ";DUA;9999990101900011\n");
        assertThat(told(twice)).containsExactly("3 nik NIK_TAKEN");
        employees(agency, "", head + NUMBER.formatted(1) + ";SATU;9999990101900011\n");
        var later = employees(agency, "", head + NUMBER.formatted(2) + ";DUA;9999990101900011\n");
        assertThat(told(later)).containsExactly("2 nik NIK_TAKEN");
        assertThat(counts(employees(agency, "", head + NUMBER.formatted(1) + ";SATU;9999990101900011\n")))
                .containsExactly(0L, 0L, 1L, 0L);
        var body = """
                {"identityNumber": "%s", "kind": "PNS", "birthDate": "1990-03-05", "sex": "F",
                 "profile": {"name": "Tiga", "status": "ACTIVE", "firstAppointmentOn": "2015-01-01"},
                 "personalData": {"nik": "%s"}}""";
        agency.as(Role.SDM)
                .contentType("application/json")
                .body(body.formatted(NUMBER.formatted(3), "9999990101900011"))
                .post("/api/v1/employees")
                .then()
                .statusCode(409)
                .body("errors[0].code", org.hamcrest.Matchers.equalTo("NIK_TAKEN"))
                .body("errors[0].pointer", org.hamcrest.Matchers.equalTo("/personalData/nik"));
        String id = agency.as(Role.SDM)
                .contentType("application/json")
                .body(body.formatted(NUMBER.formatted(3), "9999990101900013"))
                .post("/api/v1/employees")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        agency.as(Role.SDM)
                .contentType(Office.MERGE_PATCH)
                .header("If-Match", "\"0\"")
                .body("{\"nik\": \"9999990101900011\"}")
                .patch("/api/v1/employees/" + id + "/personal-data")
                .then()
                .statusCode(409)
                .body("errors[0].pointer", org.hamcrest.Matchers.equalTo("/nik"));
        agency.as(Role.SDM)
                .contentType(Office.MERGE_PATCH)
                .header("If-Match", "\"0\"")
                .body("{\"nik\": \"9999990101900013\", \"phone\": \"081200000000\"}")
                .patch("/api/v1/employees/" + id + "/personal-data")
                .then()
                .statusCode(200);
    }

    @Test
    void a_candidate_becomes_permanent_by_a_file_as_by_the_register() {
        var head =
                "nip_baru;nama;status_cpns_pns;tmt_cpns;tmt_pns\n" + NUMBER.formatted(1) + ";SATU;%s;01-01-2015;%s\n";
        employees(agency, "", head.formatted("C", ""));
        employees(agency, "", "nip_baru;nama\n" + NUMBER.formatted(1) + ";SATU CONTOH\n");
        assertThat(one("concat(kind, name)", "employees")).isEqualTo("CPNSSATU CONTOH");
        assertThat(told(employees(agency, "", head.formatted("P", "")))).containsExactly("2 tmt_pns REQUIRED");
        assertThat(told(employees(agency, "", head.formatted("P", "31-12-2015"))))
                .containsExactly("2 tmt_pns PROBATION_TOO_SHORT");
        assertThat(told(employees(agency, "", head.formatted("P", "01-01-2016"))))
                .isEmpty();
        assertThat(one("concat(kind, permanent_on)", "employees")).isEqualTo("PNS2016-01-01");
        assertThat(one(
                        "group_concat(concat_ws(' ', kind, starts_on, coalesce(ends_on, '-')) order by starts_on)",
                        "employee_identity_numbers"))
                .isEqualTo("CPNS 2015-01-01 2015-12-31,PNS 2016-01-01 -");
    }

    @Test
    void a_part_time_contract_stays_one_until_a_file_says_otherwise() {
        var number = "199003052025212001";
        var head = "nip_baru;nama;status_cpns_pns;tmt_cpns;kedudukan_hukum_nama\n" + number
                + ";SATU;%s;01-10-2025;PPPK Paruh Waktu Aktif\n";
        assertThat(told(employees(agency, "", head.formatted("PPPK PARUH WAKTU"))))
                .isEmpty();
        assertThat(one("concat(kind, status)", "employees")).isEqualTo("PPPK_PARUH_WAKTUACTIVE");
        employees(agency, "", "nip_baru;nama\n" + number + ";SATU CONTOH\n");
        assertThat(one("kind", "employees")).isEqualTo("PPPK_PARUH_WAKTU");
        assertThat(findings(employees(agency, "", head.formatted("PPPK"))))
                .containsExactly("2 status_cpns_pns KIND_DAY_UNKNOWN");
        assertThat(one("kind", "employees")).isEqualTo("PPPK");
        assertThat(told(employees(agency, "", head.formatted("PPPK PARUH WAKTU"))))
                .containsExactly("2 status_cpns_pns KIND_BACKWARDS");
        assertThat(one("kind", "employees")).isEqualTo("PPPK");
    }

    /** Found by an attacker: a file made a candidate of a permanent civil servant, and nobody was told. */
    @Test
    void a_file_makes_no_candidate_of_who_is_permanent() {
        var head =
                "nip_baru;nama;status_cpns_pns;tmt_cpns;tmt_pns\n" + NUMBER.formatted(1) + ";SATU;%s;01-01-2015;%s\n";
        employees(agency, "", head.formatted("P", "01-02-2016"));
        for (var query : List.of("&dryRun=true", "", "&partial=true")) {
            for (var since : List.of("", "01-02-2016")) {
                assertThat(told(employees(agency, query, head.formatted("C", since))))
                        .containsExactly("2 status_cpns_pns KIND_BACKWARDS");
            }
        }
        var payload = siasn(agency, "&endpoint=data-utama", """
                {"success": true, "data": {"id": "X1", "nipBaru": "%s", "nama": "SATU", "statusPegawai": "CPNS"}}""".formatted(NUMBER.formatted(1)));
        assertThat(problems(agency, payload).getList("items.code")).containsExactly("KIND_BACKWARDS");
        assertThat(one("concat(kind, permanent_on)", "employees")).isEqualTo("PNS2016-02-01");
        assertThat(one("count(*)", "employee_identity_numbers")).isEqualTo("1");
    }

    @Test
    void from_a_contract_to_permanent_service_and_back_leads_the_register_only() {
        var contract = "199003052022212001";
        var csv = "pns_id;nip_baru;nama;tmt_cpns\nP1;%s;SATU;01-02-2022\n";
        employees(agency, "", csv.formatted(contract));
        var permanent = "199003052022022001";
        assertThat(told(employees(agency, "", csv.formatted(permanent))))
                .containsExactly("2 nip_baru KIND_NEEDS_DECREE");
        var person = agency.as(Role.SDM).get("/api/v1/employees").jsonPath().getString("items[0].id");
        agency.as(Role.SDM)
                .contentType("application/json")
                .body("{\"number\": \"%s\", \"kind\": \"CPNS\", \"startsOn\": \"2024-02-01\", \"decreeNumber\": \"1\","
                                .formatted(permanent)
                        + " \"decreeDate\": \"2024-01-10\"}")
                .post("/api/v1/employees/" + person + "/identity-numbers")
                .then()
                .statusCode(201);
        assertThat(told(employees(agency, "", csv.formatted(permanent)))).isEmpty();
        assertThat(told(employees(agency, "", csv.formatted(contract)))).containsExactly("2 nip_baru NUMBER_BACKWARDS");
        assertThat(one("concat(kind, identity_number)", "employees")).isEqualTo("CPNS" + permanent);
    }

    @Test
    void a_day_of_permanence_that_a_decree_says_stays() {
        var head =
                "nip_baru;nama;status_cpns_pns;tmt_cpns;tmt_pns\n" + NUMBER.formatted(1) + ";SATU;%s;01-01-2015;%s\n";
        employees(agency, "", head.formatted("C", ""));
        var person = agency.as(Role.SDM).get("/api/v1/employees").jsonPath().getString("items[0].id");
        agency.as(Role.SDM)
                .contentType("application/json")
                .body("{\"startsOn\": \"2016-03-01\", \"decreeNumber\": \"821.1/9\", \"decreeDate\": \"2016-02-20\"}")
                .post("/api/v1/employees/" + person + "/permanent-appointment")
                .then()
                .statusCode(200);
        var job = employees(agency, "", head.formatted("P", "01-02-2016"));
        assertThat(findings(job)).containsExactly("2 tmt_pns ROW_AGAINST_DECREE");
        assertThat(one("permanent_on", "employees")).isEqualTo("2016-03-01");
    }

    /** A number says a month only: what the register knows better stays. */
    @Test
    void a_file_without_the_first_day_does_not_move_it() {
        employees(agency, "", "nip_baru;nama;tmt_cpns\n" + NUMBER.formatted(1) + ";SATU;15-01-2015\n");
        employees(agency, "", "nip_baru;nama\n" + NUMBER.formatted(1) + ";SATU CONTOH\n");
        assertThat(one("concat(first_appointment_on, name)", "employees")).isEqualTo("2015-01-15SATU CONTOH");
    }
}
