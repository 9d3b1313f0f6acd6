package id.karier.integration.bulk;

import static id.karier.integration.bulk.Imports.bytes;
import static id.karier.integration.bulk.Imports.count;
import static id.karier.integration.bulk.Imports.counts;
import static id.karier.integration.bulk.Imports.employees;
import static id.karier.integration.bulk.Imports.file;
import static id.karier.integration.bulk.Imports.problems;
import static id.karier.integration.bulk.Imports.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import id.karier.history.CurrentStates;
import id.karier.kernel.Caller;
import id.karier.kernel.Role;
import id.karier.kernel.data.Transactions;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import id.karier.testing.Victims;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EmployeeImportTest {
    private static final Map<String, String> AS_IT_IS = Map.of();

    private final TestAgency agency = TestAgency.called("impor");

    @Inject
    CurrentStates currentStates;

    @Inject
    Transactions transactions;

    @Inject
    Caller caller;

    @Test
    void a_profile_file_becomes_people_with_their_careers() {
        var job = employees(
                agency,
                "",
                file(
                        row(1, AS_IT_IS),
                        row(2, Map.of("jenis_jabatan_id", "4", "jabatan_nama", "PENGADMINISTRASI UMUM"))));

        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(counts(job)).containsExactly(2L, 0L, 0L, 0L);
        assertThat(job.getLong("outcome.details.unitsCreated")).isEqualTo(2);
        assertThat(job.getLong("outcome.details.positionsCreated")).isEqualTo(2);
        assertThat(job.getLong("progress.done")).isEqualTo(2);
        agency.as(Role.SDM)
                .contentType("application/json")
                .body("{\"q\": \"199001012015012001\"}")
                .post("/api/v1/employees/search")
                .then()
                .statusCode(200)
                .body("items[0].name", equalTo("CONTOH PEGAWAI B1"))
                .body("items[0].kind", equalTo("PNS"));
        var id = employee("199001012015012001");
        agency.as(Role.SDM)
                .get("/api/v1/employees/" + id)
                .then()
                .statusCode(200)
                .body("rank.code", equalTo("III/c"))
                .body("rank.since", equalTo("2023-04-01"))
                .body("position.title", equalTo("PRANATA KOMPUTER AHLI MUDA"))
                .body("position.level", equalTo("JF_AHLI_MUDA"))
                .body("position.since", equalTo("2021-10-01"))
                .body("unit.name", equalTo("BIDANG APLIKASI INFORMATIKA"))
                .body("education.level", equalTo("S2"))
                .body("retirementOn", equalTo("2048-02-01"))
                .body("religion", equalTo("ISLAM"))
                .body("nik", equalTo("***"))
                .body("source", equalTo("IMPORT"));
        assertThat(TestAgency.query("select group_concat(concat(rank_code, ' ', starts_on) order by starts_on) from"
                        + " employee_ranks where employee_id = " + literal(id)))
                .isEqualTo("III/a 2015-01-01,III/c 2023-04-01");
        assertThat(TestAgency.query("select permanent_on from employees where id = " + literal(id)))
                .isEqualTo("2016-02-01");
        assertThat(count(agency, "employee_name_words")).isEqualTo(6);
    }

    /** A day to come, as near as the register takes one. */
    private static String ahead(int days) {
        return LocalDate.now(java.time.ZoneId.of("Asia/Jakarta")).plusDays(days).toString();
    }

    @Test
    void the_columns_of_today_are_those_that_the_histories_say() {
        employees(
                agency,
                "",
                file(
                        row(1, AS_IT_IS),
                        row(2, Map.of("tmt_golongan", ahead(200), "tmt_jabatan", ahead(300))),
                        row(3, Map.of("gol_awal_nama", "III/c", "gol_awal_id", "33")),
                        row(4, Map.of("jabatan_nama", "", "tmt_jabatan", "")),
                        row(
                                5,
                                Map.of(
                                        "jenis_jabatan_id", "1",
                                        "jabatan_nama", "KEPALA BIDANG APLIKASI INFORMATIKA",
                                        "gol_akhir_id", "34",
                                        "gol_akhir_nama", "III/d")),
                        row(
                                6,
                                Map.of(
                                        "jabatan_nama",
                                        "GURU AHLI PERTAMA",
                                        "unor_id",
                                        "s1",
                                        "unor_nama",
                                        "SDN 1 CONTOH")),
                        row(7, Map.of("unor_id", "", "unor_nama", ""))));

        int changed = bound(() -> transactions.run(() ->
                currentStates.refresh(agency.code, everybody(), LocalDate.now(java.time.ZoneId.of("Asia/Jakarta")))));

        assertThat(everybody()).hasSize(7);
        assertThat(changed).isZero();
        assertThat(TestAgency.query("select retirement_on from employees where agency = '" + agency.code
                        + "' and position_title like 'GURU%'"))
                .isEqualTo("2050-02-01");
        assertThat(TestAgency.query(
                        "select count(*) from employees where leads_unit and agency = '" + agency.code + "'"))
                .isEqualTo("1");
        assertThat(TestAgency.query("select led_units = (select lower(hex(id)) from units u where u.agency = e.agency"
                        + " and u.name like 'BIDANG%') from employees e where leads_unit and agency = '"
                        + agency.code + "'"))
                .isEqualTo("1");
        assertThat(TestAgency.query(
                        "select count(distinct retirement_rules) = 1 and min(retirement_rules) <> '' from employees"
                                + " where agency = '" + agency.code + "'"))
                .isEqualTo("1");
        assertThat(TestAgency.query("select min(next_change_on) from employees where agency = '" + agency.code + "'"))
                .isEqualTo(ahead(200));
        assertThat(TestAgency.query("select max(headcount) from positions where agency = '" + agency.code + "'"))
                .isEqualTo("3");
    }

    @Test
    void the_same_file_again_changes_nothing() {
        var csv = file(row(1, AS_IT_IS), row(2, Map.of("gelar_belakang", "S.Kom.")), row(3, AS_IT_IS));
        employees(agency, "", csv);
        var before = fingerprint();

        var again = employees(agency, "", csv);

        assertThat(counts(again)).containsExactly(0L, 0L, 3L, 0L);
        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void a_later_file_adds_to_the_histories_and_clears_nothing() {
        employees(agency, "", file(row(1, Map.of("gelar_depan", "Dr."))));

        var job = employees(
                agency,
                "",
                file(row(
                        1,
                        Map.of(
                                "gelar_depan", "",
                                "gol_akhir_id", "34",
                                "gol_akhir_nama", "III/d",
                                "tmt_golongan", "01-04-2026",
                                "jabatan_nama", "PRANATA KOMPUTER AHLI MADYA",
                                "tmt_jabatan", "2026-05-01"))));

        assertThat(counts(job)).containsExactly(0L, 1L, 0L, 0L);
        var id = employee("199001012015012001");
        agency.as(Role.SDM)
                .get("/api/v1/employees/" + id)
                .then()
                .body("frontTitles", equalTo("Dr."))
                .body("rank.code", equalTo("III/d"))
                .body("position.level", equalTo("JF_AHLI_MADYA"))
                .body("retirementOn", equalTo("2050-02-01"));
        assertThat(TestAgency.query(
                        "select group_concat(coalesce(ends_on, '-') order by starts_on) from employee_positions"
                                + " where employee_id = " + literal(id)))
                .isEqualTo("2026-04-30,-");
        assertThat(TestAgency.query("select count(*) from change_log where agency = '" + agency.code
                        + "' and object_type = 'employee' and action = 'CREATED'"))
                .isEqualTo("1");
        assertThat(TestAgency.query("select json_extract(fields, '$.rank.after') from change_log where agency = '"
                        + agency.code + "' and object_type = 'employee-rank' and fields like '%2026-04-01%'"))
                .contains("III/d");
    }

    @Test
    void a_birth_date_that_a_file_corrects_moves_the_retirement() {
        employees(agency, "", file(row(1, AS_IT_IS)));
        var id = employee("199001012015012001");
        TestAgency.sql("update employees set birth_date = '1988-01-01', retirement_on = '2046-02-01' where id = "
                + literal(id));

        var job = employees(agency, "", file(row(1, AS_IT_IS)));

        assertThat(counts(job)).containsExactly(0L, 1L, 0L, 0L);
        agency.as(Role.SDM)
                .get("/api/v1/employees/" + id)
                .then()
                .body("birthDate", equalTo("1990-01-01"))
                .body("retirementOn", equalTo("2048-02-01"));
    }

    @Test
    void one_bad_row_keeps_the_whole_file_out() {
        var job = employees(
                agency,
                "",
                file(
                        row(1, AS_IT_IS),
                        row(2, Map.of("tanggal_lahir", "31-02-1990", "nik", "12345", "jenis_kelamin", "F")),
                        row(3, Map.of("nip_baru", "19900101201501299X"))));

        assertThat(job.getString("status")).isEqualTo("FAILED");
        assertThat(counts(job)).containsExactly(0L, 0L, 0L, 2L);
        assertThat(count(agency, "employees")).isZero();
        assertThat(count(agency, "units")).isZero();
        assertThat(count(agency, "change_log")).isZero();
        var problems = problems(agency, job);
        assertThat(problems.getList("items.code"))
                .containsExactlyInAnyOrder(
                        "DATE_INVALID", "DIGITS_EXPECTED", "NUMBER_CONTRADICTS_SEX", "LENGTH_INVALID");
        var date = problems.getMap("items.find { it.code == 'DATE_INVALID' }");
        assertThat(date.get("line")).isEqualTo(3);
        assertThat(date.get("column")).isEqualTo("tanggal_lahir");
        assertThat(date.get("value")).isEqualTo("31-02-1990");
        assertThat((String) date.get("detail")).contains("dd-MM-yyyy");
        var nik = problems.getMap("items.find { it.code == 'DIGITS_EXPECTED' }");
        assertThat(nik.get("value")).isEqualTo("***");
    }

    @Test
    void reasons_are_told_in_the_readers_language() {
        var job = employees(agency, "", file(row(1, Map.of("tanggal_lahir", "02-01-1990"))));

        agency.as(Role.SDM)
                .header("Accept-Language", "en")
                .get("/api/v1/imports/" + job.getString("id") + "/problems")
                .then()
                .body("items[0].code", equalTo("NUMBER_CONTRADICTS_BIRTH_DATE"))
                .body(
                        "items[0].detail",
                        equalTo(
                                "The NIP says the birth date 1990-01-01. Compare with the decree and mend one of them."));
    }

    @Test
    void every_kind_of_wrong_value_is_named() {
        var job = employees(
                agency,
                "",
                file(
                        row(1, Map.of("gol_akhir_nama", "III/z", "gol_akhir_id", "")),
                        row(2, Map.of("gol_akhir_nama", "III/d")),
                        row(3, Map.of("kedudukan_hukum_nama", "ENTAH")),
                        row(4, Map.of("nama", "N".repeat(101))),
                        row(5, Map.of("jenis_jabatan_id", "1", "jabatan_nama", "PENGHULU AGUNG")),
                        row(6, Map.of("jenis_jabatan_id", "9")),
                        row(7, Map.of("email", "bukan surel", "nomor_hp", "abc")),
                        row(8, Map.of("nip_baru", "199001012019133001")),
                        row(9, Map.of("nip_baru", "199001012023212009")),
                        row(10, AS_IT_IS),
                        row(10, Map.of("pns_id", "B1")),
                        row(11, AS_IT_IS) + ",lebih"));

        var problems = problems(agency, job);
        var found = new ArrayList<String>();
        for (int i = 0; i < problems.getList("items").size(); i++) {
            found.add(problems.getInt("items[" + i + "].line") + " " + problems.getString("items[" + i + "].column")
                    + " " + problems.getString("items[" + i + "].code"));
        }
        assertThat(found)
                .containsExactlyInAnyOrder(
                        "2 gol_akhir_nama CODE_UNKNOWN",
                        "3 gol_akhir_nama RANK_CONTRADICTS_ID",
                        "4 kedudukan_hukum_nama CODE_UNKNOWN",
                        "5 nama TOO_LONG",
                        "6 jabatan_nama LEVEL_UNKNOWN",
                        "7 jenis_jabatan_id CODE_UNKNOWN",
                        "8 email EMAIL_INVALID",
                        "8 nomor_hp PHONE_INVALID",
                        "9 nip_baru APPOINTMENT_INVALID",
                        "9 nip_baru SEX_DIGIT_INVALID",
                        "10 status_cpns_pns NUMBER_CONTRADICTS_KIND",
                        "12 nip_baru ROW_TWICE",
                        "13 null FIELD_COUNT");
        assertThat(job.getLong("outcome.failed")).isEqualTo(11);
    }

    @Test
    void partial_writes_the_good_rows_and_tells_of_the_bad() {
        var job = employees(
                agency,
                "&partial=true",
                file(row(1, AS_IT_IS), row(2, Map.of("tanggal_lahir", "99-99-9999")), row(3, AS_IT_IS)));

        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(counts(job)).containsExactly(2L, 0L, 0L, 1L);
        assertThat(count(agency, "employees")).isEqualTo(2);
        assertThat(problems(agency, job).getList("items.line")).containsExactly(3);
    }

    @Test
    void partial_goes_on_behind_the_last_committed_batch_after_its_server_died() {
        var rows = new ArrayList<String>();
        for (int i = 1; i <= 900; i++) {
            rows.add(row(i, i == 600 ? Map.of("nik", "x") : AS_IT_IS));
        }
        var csv = file(rows.toArray(String[]::new));
        var first = employees(agency, "&partial=true", csv);
        assertThat(counts(first)).containsExactly(899L, 0L, 0L, 1L);
        var other = TestAgency.called("impor");
        var id = Imports.order(other, "kind=employees&partial=true", "text/csv", bytes(csv))
                .getString("id");
        Imports.ended(other, id);

        assertThat(count(other, "employees")).isEqualTo(899);
        assertThat(TestAgency.query("select resume_at from jobs where id = " + literal(UUID.fromString(id))))
                .isEqualTo("900");
    }

    /** The batch is read again from the database, and not from the memory of what was rolled back. */
    @ParameterizedTest
    @ValueSource(strings = {"&partial=true", ""})
    void an_import_that_was_a_deadlock_s_victim_ends_like_one_that_was_not(String query) {
        var rows = new ArrayList<String>();
        for (int i = 1; i <= 600; i++) {
            rows.add(row(i, AS_IT_IS));
        }
        try (var victims = Victims.next(agency, 2)) {
            var job = employees(agency, query, file(rows.toArray(String[]::new)));

            assertThat(victims.left()).isZero();
            assertThat(job.getString("status"))
                    .as(() -> problems(agency, job).prettify())
                    .isEqualTo("SUCCEEDED");
            assertThat(counts(job)).containsExactly(600L, 0L, 0L, 0L);
            assertThat(job.getLong("outcome.details.unitsCreated")).isEqualTo(count(agency, "units"));
            assertThat(job.getLong("outcome.details.positionsCreated")).isEqualTo(count(agency, "positions"));
            assertThat(count(agency, "units")).isEqualTo(2);
            assertThat(TestAgency.query(
                            "select count(*) from employees e join units u on u.id = e.unit_id where e.agency = '"
                                    + agency.code + "'"))
                    .isEqualTo("600");
        }
    }

    @Test
    void an_interrupted_import_starts_again_and_is_whole() {
        var rows = new ArrayList<String>();
        for (int i = 1; i <= 700; i++) {
            rows.add(row(i, AS_IT_IS));
        }
        var id = Imports.order(agency, "kind=employees", "text/csv", bytes(file(rows.toArray(String[]::new))))
                .getString("id");
        while (!"RUNNING"
                .equals(TestAgency.query("select status from jobs where id = " + literal(UUID.fromString(id))))) {
            Thread.onSpinWait();
        }
        TestAgency.sql(
                "update jobs set claimed_by = null, claimed_until = '2020-01-01' where status = 'RUNNING' and id = "
                        + literal(UUID.fromString(id)));

        var job = Imports.ended(agency, id);

        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(count(agency, "employees")).isEqualTo(700);
        assertThat(count(agency, "employee_ranks")).isEqualTo(1400);
    }

    @Test
    void a_dry_run_says_what_would_happen_and_writes_nothing() {
        var job = employees(agency, "&dryRun=true", file(row(1, AS_IT_IS), row(2, AS_IT_IS)));

        assertThat(job.getBoolean("dryRun")).isTrue();
        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(counts(job)).containsExactly(2L, 0L, 0L, 0L);
        assertThat(job.getLong("outcome.details.unitsCreated")).isEqualTo(2);
        assertThat(count(agency, "employees")).isZero();
        assertThat(count(agency, "units")).isZero();
    }

    @Test
    void columns_come_in_any_order_with_semicolons_a_byte_order_mark_and_quotes() {
        var csv =
                "\ufeffNama;NIP_BARU;tmt_golongan;gol_akhir_id\r\n\"WIDURI; \"\"SARI\"\"\nCONTOH\";'199001012015012777;2023-04-01;33\r\n";

        var job = employees(agency, "", csv);

        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        var id = employee("199001012015012777");
        assertThat(TestAgency.query("select name from employees where id = " + literal(id)))
                .as("what is stored holds no line break")
                .isEqualTo("WIDURI; \"SARI\" CONTOH");
        assertThat(TestAgency.query("select rank_code from employees where id = " + literal(id)))
                .isEqualTo("III/c");
    }

    @Test
    void a_quote_that_is_not_closed_ends_the_file_with_a_problem() {
        var job = employees(agency, "", file(row(1, AS_IT_IS), "\"terbuka" + "x".repeat(300_000)));

        assertThat(job.getString("status")).isEqualTo("FAILED");
        assertThat(problems(agency, job).getList("items.code")).containsExactly("CSV_UNREADABLE");
    }

    @Test
    void unknown_and_missing_columns_are_refused_at_once() {
        agency.as(Role.SDM)
                .contentType("text/csv")
                .body(bytes("nama,nip,nama,gaji\nA,B,C,D\n"))
                .post("/api/v1/imports?kind=employees")
                .then()
                .statusCode(400)
                .body("code", equalTo("VALIDATION_FAILED"))
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        equalTo(List.of(
                                "nip COLUMN_UNKNOWN",
                                "nama COLUMN_TWICE",
                                "gaji COLUMN_UNKNOWN",
                                "nip_baru COLUMN_MISSING")));
        assertThat(count(agency, "jobs")).isZero();
    }

    @Test
    void other_encodings_are_refused_by_name() {
        var csv = file(row(1, AS_IT_IS));
        refused(csv.getBytes(StandardCharsets.UTF_16), "ENCODING_UTF16", "UTF-16");
        refused(csv.getBytes(StandardCharsets.UTF_16LE), "ENCODING_UTF16", "UTF-16");
        refused(
                csv.replace("Melati", "M\u008dlati").getBytes(StandardCharsets.ISO_8859_1),
                "ENCODING_NOT_UTF8",
                "baris 2");
        refused(new byte[] {'P', 'K', 3, 4, 0}, "SPREADSHEET", "XLSX");
    }

    private void refused(byte[] body, String code, String said) {
        agency.as(Role.SDM)
                .contentType("text/csv")
                .body(body)
                .post("/api/v1/imports?kind=employees")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("errors[0].code", equalTo(code))
                .body("errors[0].detail", containsString(said));
    }

    @Test
    void an_order_must_make_sense() {
        agency.as(Role.SDM)
                .contentType("text/csv")
                .body(bytes("x"))
                .post("/api/v1/imports?kind=payroll")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("kind"));
        agency.as(Role.SDM)
                .contentType("text/csv")
                .body(bytes("x"))
                .post("/api/v1/imports")
                .then()
                .statusCode(400);
        agency.as(Role.SDM)
                .contentType("text/csv")
                .body(bytes(""))
                .post("/api/v1/imports?kind=employees")
                .then()
                .statusCode(400);
        agency.as(Role.SDM)
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/imports?kind=employees")
                .then()
                .statusCode(415);
        agency.as(Role.SDM)
                .contentType("application/pdf")
                .body(bytes("x"))
                .post("/api/v1/imports?kind=employees")
                .then()
                .statusCode(415);
        agency.as(Role.SDM)
                .multiPart("lain", "x")
                .post("/api/v1/imports?kind=employees")
                .then()
                .statusCode(400);
    }

    @Test
    void a_browser_sends_a_form() {
        var job = agency.as(Role.SDM)
                .multiPart("file", "pegawai.csv", bytes(file(row(1, AS_IT_IS))), "application/vnd.ms-excel")
                .post("/api/v1/imports?kind=employees&dryRun=true&create=units,positions")
                .then()
                .statusCode(202)
                .header("Location", notNullValue())
                .extract()
                .jsonPath();

        assertThat(Imports.ended(agency, job.getString("id")).getString("status"))
                .isEqualTo("SUCCEEDED");
    }

    @Test
    void the_same_key_and_content_are_one_import() {
        var body = bytes(file(row(1, AS_IT_IS)));
        var key = UUID.randomUUID().toString();
        var first = agency.as(Role.SDM)
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .body(body)
                .post("/api/v1/imports?kind=employees");
        var again = agency.as(Role.SDM)
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .body(body)
                .post("/api/v1/imports?kind=employees");

        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(count(agency, "jobs")).isEqualTo(1);
        agency.as(Role.SDM)
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .body(bytes(file(row(2, AS_IT_IS))))
                .post("/api/v1/imports?kind=employees")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_MISMATCH"));
    }

    @Test
    void only_officers_order_and_only_their_agency_sees() {
        var body = bytes(file(row(1, AS_IT_IS)));
        TestAgency.anonymous()
                .contentType("text/csv")
                .body(body)
                .post("/api/v1/imports?kind=employees")
                .then()
                .statusCode(401);
        agency.as(Role.ASN, Role.AUDITOR)
                .contentType("text/csv")
                .body(body)
                .post("/api/v1/imports?kind=employees")
                .then()
                .statusCode(403);
        var id = employees(agency, "&dryRun=true", file(row(1, AS_IT_IS))).getString("id");
        var other = TestAgency.called("impor");

        agency.as(Role.AUDITOR).get("/api/v1/imports/" + id).then().statusCode(200);
        agency.as(Role.ASN).get("/api/v1/imports/" + id).then().statusCode(403);
        other.as(Role.SDM).get("/api/v1/imports/" + id).then().statusCode(404);
        other.as(Role.SDM).get("/api/v1/imports/" + id + "/problems").then().statusCode(404);
        other.as(Role.SDM).get("/api/v1/imports/" + id + "/events").then().statusCode(404);
        other.as(Role.SDM).get("/api/v1/imports").then().statusCode(200).body("items", equalTo(List.of()));
        agency.as(Role.SDM)
                .get("/api/v1/imports?kind=employees&total=true")
                .then()
                .body("items[0].id", equalTo(id))
                .body("total", equalTo(1));
        agency.as(Role.SDM).get("/api/v1/imports?status=RUNNING").then().body("items", equalTo(List.of()));
    }

    @Test
    void the_same_numbers_in_another_agency_are_neither_seen_nor_touched() {
        var other = TestAgency.called("impor");
        employees(other, "", file(row(1, Map.of("nama", "ORANG LAIN")), row(2, AS_IT_IS)));
        TestAgency.sql("update employee_identity_numbers set number = '199001012015012003' where number ="
                + " '199001012015011002' and agency = '" + other.code + "'");
        var before = fingerprint(other);

        var dry = employees(agency, "&dryRun=true", file(row(1, AS_IT_IS), row(2, AS_IT_IS), row(3, AS_IT_IS)));
        var job = employees(agency, "", file(row(1, AS_IT_IS), row(2, AS_IT_IS), row(3, AS_IT_IS)));

        assertThat(problems(agency, dry).getList("items.code"))
                .as("a number of another agency, borne today or formerly, is nobody's here")
                .isEmpty();
        assertThat(counts(dry)).containsExactly(3L, 0L, 0L, 0L);
        assertThat(problems(agency, job).getList("items.code")).isEmpty();
        assertThat(counts(job)).containsExactly(3L, 0L, 0L, 0L);
        assertThat(count(agency, "employees")).isEqualTo(3);
        assertThat(fingerprint(other)).isEqualTo(before);
        var again =
                employees(agency, "", file(row(1, Map.of("gelar_depan", "Dr.")), row(2, AS_IT_IS), row(3, AS_IT_IS)));
        assertThat(counts(again)).containsExactly(0L, 1L, 2L, 0L);
        assertThat(fingerprint(other)).isEqualTo(before);
    }

    @Test
    void somebody_twice_is_told_however_many_batches_lie_between() {
        var rows = new ArrayList<String>();
        for (int i = 1; i <= 520; i++) {
            rows.add(row(i, AS_IT_IS));
        }
        rows.add(row(1, Map.of("pns_id", "", "nama", "NOMOR YANG SAMA")));
        rows.add(row(2, Map.of("nip_baru", "199001012015011998", "nama", "ID YANG SAMA")));

        var job = employees(agency, "&partial=true", file(rows.toArray(String[]::new)));

        assertThat(problems(agency, job)
                        .getList("items.collect { it.line + ' ' + it.column + ' ' + it.code + ' ' + it.detail }"))
                .satisfiesExactlyInAnyOrder(
                        number -> assertThat(String.valueOf(number))
                                .startsWith("522 nip_baru ROW_TWICE")
                                .contains("2"),
                        id -> assertThat(String.valueOf(id))
                                .startsWith("523 pns_id ROW_TWICE")
                                .contains("3"));
        assertThat(counts(job)).containsExactly(520L, 0L, 0L, 2L);
    }

    @Test
    void problems_come_in_pages() {
        var rows = new ArrayList<String>();
        for (int i = 1; i <= 120; i++) {
            rows.add(row(i, Map.of("nik", "salah")));
        }
        var job = employees(agency, "", file(rows.toArray(String[]::new)));
        var address = "/api/v1/imports/" + job.getString("id") + "/problems?limit=100";

        var first = agency.as(Role.SDM).get(address).jsonPath();
        var second = agency.as(Role.SDM)
                .queryParam("cursor", first.getString("next"))
                .get(address)
                .jsonPath();

        assertThat(job.getLong("problemCount")).isEqualTo(120);
        assertThat(first.getList("items")).hasSize(100);
        assertThat(second.getList("items.number")).hasSize(20).startsWith(101);
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void progress_is_followed_until_the_end() {
        var id = Imports.order(agency, "kind=employees", "text/csv", bytes(file(row(1, AS_IT_IS))))
                .getString("id");

        var stream = agency.as(Role.SDM)
                .accept("text/event-stream")
                .get("/api/v1/imports/" + id + "/events")
                .then()
                .statusCode(200)
                .contentType(containsString("text/event-stream"))
                .extract()
                .asString();

        assertThat(stream).contains("event:end").contains("\"status\":\"SUCCEEDED\"");
    }

    private UUID employee(String number) {
        return UUID.fromString(
                TestAgency.query("select insert(insert(insert(insert(lower(hex(id)), 9, 0, '-'), 14, 0, '-'),"
                        + " 19, 0, '-'), 24, 0, '-') from employees where agency = '" + agency.code
                        + "' and identity_number = '"
                        + number + "'"));
    }

    private List<UUID> everybody() {
        var ids = TestAgency.query(
                "select group_concat(lower(hex(id))) from employees where agency = '" + agency.code + "'");
        var found = new ArrayList<UUID>();
        for (var id : ids.split(",", -1)) {
            found.add(UUID.fromString(id.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")));
        }
        return found;
    }

    private String fingerprint() {
        return fingerprint(agency);
    }

    private static String fingerprint(TestAgency agency) {
        var said = new StringBuilder();
        for (var table : List.of(
                "employees",
                "employee_ranks",
                "employee_positions",
                "employee_educations",
                "employee_identity_numbers",
                "units",
                "positions",
                "change_log")) {
            said.append(TestAgency.query("select count(*) from " + table + " where agency = '" + agency.code + "'"))
                    .append(' ');
        }
        said.append(TestAgency.query(
                "select group_concat(concat(version, updated_at) order by id) from employees where agency = '"
                        + agency.code + "'"));
        return said.toString();
    }

    private static String literal(UUID id) {
        return "x'" + TestAgency.hex(id) + "'";
    }

    private <T> T bound(java.util.function.Supplier<T> work) {
        var request = Arc.container().requestContext();
        boolean mine = !request.isActive();
        if (mine) {
            request.activate();
        }
        try {
            caller.actForJob(agency.code, agency.account("tester"), "test");
            return work.get();
        } finally {
            if (mine) {
                request.terminate();
            }
        }
    }
}
