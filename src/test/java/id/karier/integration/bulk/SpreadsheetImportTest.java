package id.karier.integration.bulk;

import static id.karier.integration.bulk.Imports.count;
import static id.karier.integration.bulk.Imports.counts;
import static id.karier.integration.bulk.Imports.employees;
import static id.karier.integration.bulk.Imports.ended;
import static id.karier.integration.bulk.Imports.order;
import static id.karier.integration.bulk.Imports.problems;
import static id.karier.integration.bulk.Workbooks.XLSX;
import static id.karier.integration.bulk.Workbooks.cell;
import static id.karier.integration.bulk.Workbooks.fill;
import static id.karier.integration.bulk.Workbooks.raw;
import static id.karier.integration.bulk.Workbooks.sheet;
import static id.karier.integration.bulk.Workbooks.workbook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.dhatim.fastexcel.VisibilityState;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SpreadsheetImportTest {
    private static final Object[] HEADER = {
        "pns_id",
        "nip_baru",
        "nama",
        "tanggal_lahir",
        "nik",
        "gol_akhir_id",
        "tmt_golongan",
        "jenis_jabatan_id",
        "jabatan_nama",
        "tmt_jabatan",
        "tingkat_pendidikan_nama",
        "pendidikan_nama",
        "tahun_lulus",
        "unor_nama"
    };

    private final TestAgency agency = TestAgency.called("xlsx");

    /** A row as a careful officer keeps it: numbers as text, days as days. */
    private static Object[] person(int number) {
        return new Object[] {
            "A8ACA7F10000000000000000%08d".formatted(number),
            "199001012015012%03d".formatted(number),
            "CONTOH PEGAWAI " + number,
            LocalDate.of(1990, 1, 1),
            "9999990101%06d".formatted(number),
            33,
            45017,
            2,
            "PRANATA KOMPUTER AHLI MUDA",
            "01-10-2021",
            "S-1",
            "S-1 TEKNIK INFORMATIKA",
            2012,
            "BIDANG APLIKASI INFORMATIKA"
        };
    }

    private static Object[] person(int number, String column, Object value) {
        var row = person(number);
        row[Arrays.asList(HEADER).indexOf(column)] = value;
        return row;
    }

    @Test
    void a_workbook_becomes_people_with_their_careers() {
        var job = imported("", sheet(HEADER, person(1), person(2)));

        assertThat(job.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(counts(job)).containsExactly(2L, 0L, 0L, 0L);
        assertThat(job.getLong("progress.total")).isEqualTo(2);
        assertThat(one("select concat_ws('|', name, birth_date, rank_code, rank_since, position_title, position_since,"
                        + " education_level, unit_name) from employees where identity_number = '199001012015012001'"
                        + " and agency = "))
                .isEqualTo("CONTOH PEGAWAI 1|1990-01-01|III/c|2023-04-01|PRANATA KOMPUTER AHLI MUDA|2021-10-01|S1|"
                        + "BIDANG APLIKASI INFORMATIKA");
        assertThat(one(
                        "select concat_ws('|', graduated_on, graduated_year) from employee_educations limit 1",
                        "employee_educations"))
                .isEqualTo("2012");
    }

    @Test
    void the_same_people_as_csv_change_nothing() {
        imported("", sheet(HEADER, person(1)));

        var again = employees(
                agency,
                "",
                "pns_id;nip_baru;nama;tanggal_lahir;gol_akhir_id;tmt_golongan;tmt_jabatan;jenis_jabatan_id;jabatan_nama;unor_nama\n"
                        + "A8ACA7F1000000000000000000000001;199001012015012001;CONTOH PEGAWAI 1;1990-01-01;33;2023-04-01;"
                        + "2021-10-01;2;PRANATA KOMPUTER AHLI MUDA;BIDANG APLIKASI INFORMATIKA\n");

        assertThat(counts(again)).containsExactly(0L, 0L, 1L, 0L);
    }

    @Test
    void numbers_that_have_lost_their_digits_are_refused_by_name() {
        var job = imported(
                "",
                sheet(
                        HEADER,
                        person(1),
                        person(2, "nip_baru", 199001012015012002L),
                        person(3, "nik", 9999990101000003L),
                        person(4, "nip_baru", "1,99001E+17")));

        assertThat(job.getString("status")).isEqualTo("FAILED");
        assertThat(places(job))
                .containsExactly("3 nip_baru DIGITS_LOST", "4 nik DIGITS_LOST", "5 nip_baru DIGITS_LOST");
        assertThat(problems(agency, job).getList("items.value"))
                .containsExactly("1.99001012015012E+17", "***15", "1,99001E+17");
        assertThat(problems(agency, job).getString("items[0].detail")).contains("teks");
        assertThat(count(agency, "employees")).isZero();
    }

    @Test
    void problems_name_the_row_of_the_sheet_the_column_and_the_value() {
        var job = imported("", workbook(book -> {
            var sheet = book.newWorksheet("Pegawai");
            fill(sheet, HEADER, person(1), new Object[] {"  "}, new Object[0]);
            var bad = person(2, "tmt_golongan", "31-02-2023");
            for (int i = 0; i < bad.length; i++) {
                fillCell(sheet, 6, i, bad[i]);
            }
            sheet.value(8, 2, "#N/A");
            sheet.value(8, 1, "199001012015012003");
            sheet.value(9, 1, "199001012015012004");
            sheet.value(9, 2, "LEBIH");
            sheet.value(9, 20, "catatan");
            fillCell(sheet, 10, 1, "199001012015012005");
            fillCell(sheet, 10, 2, "TAHUN SAJA");
            fillCell(sheet, 10, 6, 2015);
            fillCell(sheet, 10, 5, 33);
        }));

        assertThat(places(job))
                .containsExactly(
                        "7 tmt_golongan DATE_INVALID",
                        "9 nama FORMULA_ERROR",
                        "10 null FIELD_COUNT",
                        "11 tmt_golongan DATE_INVALID");
        assertThat(problems(agency, job).getList("items.value")).containsExactly("31-02-2023", "#N/A", null, "2015");
    }

    private static void fillCell(org.dhatim.fastexcel.Worksheet sheet, int row, int column, Object value) {
        if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("d mmm yy").set();
        } else if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else {
            sheet.value(row, column, String.valueOf(value));
        }
    }

    @Test
    void dry_runs_and_partial_imports_are_as_with_csv() {
        var file = sheet(HEADER, person(1), person(2, "tanggal_lahir", LocalDate.of(1990, 1, 2)));

        var dry = imported("&dryRun=true&partial=true", file);
        assertThat(counts(dry)).containsExactly(1L, 0L, 0L, 1L);
        assertThat(count(agency, "employees")).isZero();

        var partial = imported("&partial=true", file);
        assertThat(counts(partial)).containsExactly(1L, 0L, 0L, 1L);
        assertThat(places(partial)).containsExactly("3 tanggal_lahir NUMBER_CONTRADICTS_BIRTH_DATE");
        assertThat(count(agency, "employees")).isEqualTo(1);
    }

    @Test
    void the_first_visible_sheet_counts() {
        var file = workbook(book -> {
            var hidden = book.newWorksheet("Kamus");
            hidden.value(0, 0, "kode");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            fill(book.newWorksheet("Pegawai"), HEADER, person(1));
            book.newWorksheet("Catatan").value(0, 0, "bukan pegawai");
        });

        assertThat(counts(imported("", file))).containsExactly(1L, 0L, 0L, 0L);
    }

    @Test
    void days_since_1904_are_days_too() {
        var header = cell("A1", "nip_baru") + cell("B1", "nama") + cell("C1", "tanggal_lahir");
        var row = cell("A2", "199001012015012001") + cell("B2", "SEJAK") + "<c r=\"C2\"><v>31412</v></c>";
        var file = raw("<row>" + header + "</row><row>" + row + "</row>", "", "date1904=\"1\"");

        assertThat(counts(imported("", file))).containsExactly(1L, 0L, 0L, 0L);
    }

    @Test
    void a_form_with_a_workbook_is_taken_by_its_name() {
        var job = agency.as(Role.SDM)
                .multiPart("file", "Pegawai.XLSX", sheet(HEADER, person(1)), "application/octet-stream")
                .post("/api/v1/imports?kind=employees&create=units,positions")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();

        assertThat(counts(ended(agency, job.getString("id")))).containsExactly(1L, 0L, 0L, 0L);
    }

    @Test
    void the_header_is_looked_at_before_a_job_is_ordered() {
        refused(sheet(new Object[] {"nama", "nip", "nama"}, new Object[] {"A", "B", "C"}), 400, "COLUMN_UNKNOWN");
        refused(sheet(HEADER), 400, "FILE_WITHOUT_ROWS");
        refused(sheet(), 400, "COLUMN_MISSING");
    }

    @Test
    void what_is_no_workbook_is_refused_at_once() {
        refused("nip_baru,nama\n".getBytes(), 415, "NO_SPREADSHEET");
        refused(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0}, 415, "SPREADSHEET_OLD");
        refused(Arrays.copyOf(sheet(HEADER, person(1)), 900), 400, "SHEET_UNREADABLE");
        var parts = new HashMap<String, String>();
        parts.put("word/document.xml", "<document/>");
        refused(Workbooks.zip(parts), 400, "SHEET_UNREADABLE");
        refused(new byte[0], 400, "FILE_EMPTY");
        agency.as(Role.SDM)
                .contentType(XLSX)
                .body(sheet(HEADER, person(1)))
                .post("/api/v1/imports?kind=siasn-employee")
                .then()
                .statusCode(415)
                .body("errors[0].code", equalTo("TYPE_UNFIT"));
    }

    @Test
    void a_small_workbook_does_not_become_a_large_file() {
        refused(
                raw("<row r=\"1\">" + cell("A1", "nip_baru") + cell("XFD1", "x") + "</row>", ""),
                413,
                "SHEET_TOO_LARGE");
        var rows = new StringBuilder();
        for (int row = 1; row <= 60_000; row++) {
            rows.append("<row r=\"")
                    .append(row)
                    .append("\"><c r=\"RA")
                    .append(row)
                    .append("\"><v>1</v></c></row>");
        }
        var small = raw(rows.toString(), "");
        assertThat(small.length).isLessThan(600_000);
        refused(small, 413, "SHEET_TOO_LARGE");
    }

    @Test
    void a_workbook_that_would_take_all_memory_is_refused() {
        var one = cell("A1", "nip_baru") + cell("B1", "nama");
        refused(raw("<row r=\"1\">" + one + cell("ZZZZZZ1", "x") + "</row>", ""), 400, "SHEET_UNREADABLE");
        refused(raw("<row r=\"2000000000\">" + one + "</row>", ""), 400, "SHEET_UNREADABLE");
        refused(raw("<row><c t=\"s\"><v>2000000000</v></c></row>", "<si><t>nama</t></si>"), 400, "SHEET_UNREADABLE");
        refused(raw("<row><c><v>" + "9".repeat(1_000) + "</v></c></row>", ""), 400, "SHEET_UNREADABLE");
        refused(raw("<row>" + cell("A1", "x".repeat(100_000)) + "</row>", ""), 413, "SHEET_TOO_LARGE");
        refused(raw("<row>" + cell("A1", "x".repeat(30_000)).repeat(20) + "</row>", ""), 413, "SHEET_TOO_LARGE");
        refused(raw("<row " + "a".repeat(5_000_000) + "=\"1\"/>", ""), 413, "SHEET_TOO_LARGE");
        refused(
                raw("<row>" + one + "</row>", ("<si><t>" + "x".repeat(30_000) + "</t></si>").repeat(1200)),
                413,
                "SHEET_TOO_LARGE");
        refused(raw("<row>" + one + "</row>", "<si><t/></si>".repeat(600_000)), 413, "SHEET_TOO_LARGE");
        var laughs = new HashMap<String, String>();
        laughs.put(
                "xl/workbook.xml",
                "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><workbook>&b;</workbook>");
        refused(Workbooks.zip(laughs), 400, "SHEET_UNREADABLE");
        assertThat(count(agency, "jobs")).isZero();
    }

    private JsonPath imported(String query, byte[] file) {
        return ended(agency, order(agency, "kind=employees" + query, XLSX, file).getString("id"));
    }

    private void refused(byte[] file, int status, String code) {
        agency.as(Role.SDM)
                .contentType(XLSX)
                .body(file)
                .post("/api/v1/imports?kind=employees")
                .then()
                .contentType("application/problem+json")
                .statusCode(status)
                .body("errors.code.contains('" + code + "')", equalTo(true));
    }

    private List<String> places(JsonPath job) {
        return problems(agency, job).getList("items.collect { it.line + ' ' + it.column + ' ' + it.code }");
    }

    private String one(String select) {
        return TestAgency.query(select + "'" + agency.code + "'");
    }

    private String one(String select, String table) {
        return TestAgency.query(select.replace(" limit", " where agency = '" + agency.code + "' limit"));
    }
}
