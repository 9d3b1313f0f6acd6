package id.karier.integration.bulk;

import static id.karier.integration.bulk.Imports.bytes;
import static id.karier.integration.bulk.Imports.count;
import static id.karier.integration.bulk.Imports.counts;
import static id.karier.integration.bulk.Imports.employees;
import static id.karier.integration.bulk.Imports.ended;
import static id.karier.integration.bulk.Imports.order;
import static id.karier.integration.bulk.Imports.problems;
import static id.karier.integration.bulk.Workbooks.XLSX;
import static id.karier.integration.bulk.Workbooks.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

/** The report of refused rows is enough to mend a file, and the templates are enough to begin one. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ImportReportTest {
    private static final List<String> HEADER = List.of(
            "NIP BARU",
            "NAMA",
            "GELAR DEPAN",
            "TANGGAL LAHIR",
            "JENIS KELAMIN",
            "NIK",
            "NOMOR HP",
            "EMAIL",
            "KEDUDUKAN HUKUM NAMA",
            "GOL AKHIR NAMA",
            "TMT GOLONGAN",
            "JENIS JABATAN ID",
            "JABATAN NAMA",
            "TMT JABATAN",
            "TINGKAT PENDIDIKAN NAMA",
            "PENDIDIKAN NAMA",
            "TAHUN LULUS",
            "UNOR NAMA");

    /** A column, what is wrong in it, and by which code it has to be named. */
    private record Mistake(String column, Object wrong, String code) {}

    private static final List<Mistake> MISTAKES = List.of(
            new Mistake("TANGGAL LAHIR", "31-02-1990", "DATE_INVALID"),
            new Mistake("TMT JABATAN", "32-10-2021", "DATE_INVALID"),
            new Mistake("TANGGAL LAHIR", "02-01-1990", "NUMBER_CONTRADICTS_BIRTH_DATE"),
            new Mistake("TANGGAL LAHIR", "1 Februari 1990", "NUMBER_CONTRADICTS_BIRTH_DATE"),
            new Mistake("JENIS KELAMIN", "Pria", "NUMBER_CONTRADICTS_SEX"),
            new Mistake("JENIS KELAMIN", "L", "NUMBER_CONTRADICTS_SEX"),
            new Mistake("NIP BARU", 199001012015012007L, "DIGITS_LOST"),
            new Mistake("NIP BARU", "1,99001E+17", "DIGITS_LOST"),
            new Mistake("NOMOR HP", 81234567890L, "ZERO_LOST"),
            new Mistake("NOMOR HP", "8123456789", "ZERO_LOST"),
            new Mistake("NIK", "999999010100001", "DIGITS_EXPECTED"),
            new Mistake("NIK", "9999990101AB0012", "DIGITS_EXPECTED"),
            new Mistake("EMAIL", "bukan surel", "EMAIL_INVALID"),
            new Mistake("EMAIL", "a@b", "EMAIL_INVALID"),
            new Mistake("KEDUDUKAN HUKUM NAMA", "Entahlah", "CODE_UNKNOWN"),
            new Mistake("GOL AKHIR NAMA", "III/z", "CODE_UNKNOWN"),
            new Mistake("GOL AKHIR NAMA", "IX", "RANK_OF_OTHER_KIND"),
            new Mistake("GOL AKHIR NAMA", "V", "RANK_OF_OTHER_KIND"),
            new Mistake("TMT GOLONGAN", "01-04-2010", "BEFORE_APPOINTMENT"),
            new Mistake("TMT JABATAN", "01-10-2011", "BEFORE_APPOINTMENT"),
            new Mistake("NAMA", "Dr. CONTOH LAPORAN", "TITLES_TWICE"),
            new Mistake("NAMA", "Dr.CONTOH", "TITLES_TWICE"),
            new Mistake("UNOR NAMA", "BIDANG APLIKSI INFORMATIKA", "UNIT_NEW_LIKE"),
            new Mistake("UNOR NAMA", "BIDANG  APLIKASI INFORMATIKKA", "UNIT_NEW_LIKE"),
            new Mistake("JABATAN NAMA", "PRANATA KOMPUTR AHLI MUDA", "POSITION_NEW_LIKE"),
            new Mistake("JABATAN NAMA", "PRANATA KOMPUTER AHLI MUDAA", "LEVEL_UNKNOWN"),
            new Mistake("NAMA", "#N/A", "FORMULA_ERROR"),
            new Mistake("TMT GOLONGAN", "#REF!", "FORMULA_ERROR"),
            new Mistake("TAHUN LULUS", 1993, "GRADUATED_TOO_YOUNG"),
            new Mistake("TAHUN LULUS", "1991", "GRADUATED_TOO_YOUNG"));

    private static final int GOOD = 10;

    private final TestAgency agency = TestAgency.called("laporan");

    /** The right cells of somebody invented. */
    private static Object[] right(int number) {
        return new Object[] {
            "199001012015012%03d".formatted(number),
            "CONTOH LAPORAN " + number,
            "Dr.",
            "01-01-1990",
            "Wanita",
            "9999990101%06d".formatted(number),
            "0812%08d".formatted(number),
            "contoh%d@example.id".formatted(number),
            "Aktif",
            "III/c",
            "01-04-2023",
            "2",
            "PRANATA KOMPUTER AHLI MUDA",
            "01-10-2021",
            "S-1",
            "TEKNIK INFORMATIKA",
            "2012",
            "BIDANG APLIKASI INFORMATIKA"
        };
    }

    /** Row 4 is the first person: a title and a blank row stand above the header. */
    private static int line(int number) {
        return number + 3;
    }

    private byte[] workbook() {
        var rows = new ArrayList<Object[]>();
        rows.add(new Object[] {"DAFTAR PEGAWAI"});
        rows.add(new Object[0]);
        rows.add(HEADER.toArray());
        for (int i = 1; i <= MISTAKES.size() + GOOD; i++) {
            var row = right(i);
            if (i <= MISTAKES.size()) {
                var mistake = MISTAKES.get(i - 1);
                row[HEADER.indexOf(mistake.column())] = mistake.wrong();
            }
            rows.add(row);
        }
        return sheet(rows.toArray(Object[][]::new));
    }

    @Test
    void thirty_mistakes_of_fifteen_kinds_are_mended_by_the_report_alone() {
        var kinds = new TreeSet<String>();
        MISTAKES.forEach(mistake -> kinds.add(mistake.code()));
        assertThat(MISTAKES).hasSize(30);
        assertThat(kinds).hasSizeGreaterThanOrEqualTo(15);
        // the office has the unit and the post already; nothing else may come
        var seed = sheet(HEADER.toArray(), right(900));
        ended(agency, order(agency, "kind=employees", XLSX, seed).getString("id"));
        var before = organisation();

        var dry = imported("&dryRun=true&create=", workbook());
        assertThat(dry.getString("status")).isEqualTo("FAILED");
        assertThat(organisation()).isEqualTo(before);

        var partial = imported("&partial=true&create=", workbook());
        assertThat(counts(partial)).containsExactly((long) GOOD, 0L, 0L, 30L);
        assertThat(report(partial)).isEqualTo(report(dry));

        var mended = imported("&create=", mended(report(partial)));
        assertThat(problems(agency, mended).getList("items")).isEmpty();
        assertThat(counts(mended)).containsExactly(30L, 0L, 0L, 0L);
        assertThat(count(agency, "employees")).isEqualTo(1 + 30 + GOOD);
        assertThat(organisation()).as("nothing that the dry run has not named").isEqualTo(before);
        assertThat(TestAgency.query("select count(distinct concat(birth_date, rank_code, position_title, unit_name,"
                        + " education_level, status)) from employees where agency = '" + agency.code + "'"))
                .isEqualTo("1");
    }

    private String organisation() {
        return count(agency, "units") + " units, " + count(agency, "positions") + " positions";
    }

    private JsonPath imported(String query, byte[] file) {
        return ended(agency, order(agency, "kind=employees" + query, XLSX, file).getString("id"));
    }

    private List<List<String>> report(JsonPath job) {
        var bytes = agency.as(Role.SDM)
                .get("/api/v1/imports/" + job.getString("id") + "/report")
                .then()
                .statusCode(200)
                .contentType(XLSX)
                .header("Content-Disposition", containsString(".xlsx"))
                .extract()
                .asByteArray();
        return cells(bytes, 0);
    }

    private static List<List<String>> cells(byte[] book, int sheet) {
        try (var read = new ReadableWorkbook(new ByteArrayInputStream(book))) {
            return read.getSheet(sheet).orElseThrow().read().stream()
                    .map(row -> row.stream()
                            .map(cell -> cell == null ? "" : cell.getText())
                            .toList())
                    .toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Reads the report as an officer does: goes to the cell that it names, and writes what stands in the decree. */
    private static byte[] mended(List<List<String>> report) {
        var header = report.get(0);
        assertThat(header).startsWith(HEADER.toArray(String[]::new)).endsWith("karier_masalah");
        var rows = new ArrayList<Object[]>();
        rows.add(header.toArray());
        for (var row : report.subList(1, report.size())) {
            var cells = new ArrayList<Object>(row);
            int number = Integer.parseInt(row.get(header.indexOf("karier_baris"))) - 3;
            var mistake = MISTAKES.get(number - 1);
            assertThat(row.get(header.indexOf("karier_kode")))
                    .as("row %d", line(number))
                    .isEqualTo(mistake.code());
            assertThat(row.get(header.indexOf("karier_masalah")))
                    .as(mistake.code())
                    .hasSizeGreaterThan(10);
            for (var column : row.get(header.indexOf("karier_kolom")).split("; ")) {
                int place = HEADER.stream()
                        .map(name -> name.toLowerCase(java.util.Locale.ROOT).replace(' ', '_'))
                        .toList()
                        .indexOf(column.toLowerCase(java.util.Locale.ROOT).replace(' ', '_'));
                assertThat(HEADER.get(place)).isEqualTo(mistake.column());
                cells.set(place, right(number)[place]);
            }
            rows.add(cells.toArray());
        }
        return sheet(rows.toArray(Object[][]::new));
    }

    @Test
    void a_csv_comes_back_with_its_own_separator_and_nothing_that_a_spreadsheet_would_reckon() {
        var job = employees(
                agency,
                "&partial=true",
                "nip_baru|nama|alamat|nomor_hp|tanggal_lahir\n199001012015012001|=1+1|Jl. \"A\" | B|\n"
                        + "199001012015012002|\"=HYPERLINK(1)\"|\"Jl. \"\"A\"\" | B\"|+62812345678|31-02-1990\n");

        var report = agency.as(Role.SDM)
                .header("Accept-Language", "en")
                .get("/api/v1/imports/" + job.getString("id") + "/report")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        var lines = report.lines().toList();
        assertThat(lines.get(0))
                .isEqualTo("\ufeffnip_baru|nama|alamat|nomor_hp|tanggal_lahir|karier_baris|karier_kolom|karier_kode|"
                        + "karier_masalah");
        assertThat(lines.get(lines.size() - 1))
                .startsWith("199001012015012002|'=HYPERLINK(1)|\"Jl. \"\"A\"\" | B\"|'+62812345678|31-02-1990|3|"
                        + "tanggal_lahir|DATE_INVALID|");
        var mended = employees(
                agency, "", lines.get(0) + "\n" + lines.get(lines.size() - 1).replace("31-02-1990", "01-01-1990"));
        assertThat(counts(mended)).containsExactly(1L, 0L, 0L, 0L);
        assertThat(TestAgency.query("select name from employees where identity_number = '199001012015012002'"
                        + " and agency = '" + agency.code + "'"))
                .isEqualTo("=HYPERLINK(1)");
    }

    @Test
    void lines_of_json_come_back_as_lines_of_json() {
        var id = order(
                        agency,
                        "kind=employees&partial=true",
                        "application/x-ndjson",
                        bytes("{\"nip_baru\": \"199001012015012001\", \"nama\": \"SATU\", \"tanggal_lahir\": \"x\"}\n"
                                + "{\"nip_baru\": \"199001012015012002\", \"nama\": \"DUA\"}\n"))
                .getString("id");
        ended(agency, id);

        var report = agency.as(Role.SDM)
                .get("/api/v1/imports/" + id + "/report")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString();

        assertThat(report.lines()).hasSize(1);
        agency.awaitSequencing();
        assertThat(agency.as(Role.AUDITOR)
                        .get("/api/v1/audit?action=VIEWED")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("items.objectId", String.class))
                .as("who read the rows is in the log")
                .containsExactly(id);
        var again = ended(
                agency,
                order(
                                agency,
                                "kind=employees",
                                "application/x-ndjson",
                                bytes(report.replace("\"x\"", "\"01-01-1990\"")))
                        .getString("id"));
        assertThat(counts(again)).containsExactly(1L, 0L, 0L, 0L);
    }

    @Test
    void the_rows_of_a_report_are_forgotten_after_a_month() {
        var job = employees(agency, "&partial=true", "nip_baru;nama\n1;SATU\n");
        assertThat(count(agency, "import_rows")).isEqualTo(1);
        TestAgency.sql("update import_rows set kept_on = date_sub(kept_on, interval 31 day) where agency = '"
                + agency.code + "'");

        employees(agency, "", "nip_baru;nama\n199001012015012001;SATU\n");

        assertThat(count(agency, "import_rows")).isZero();
        agency.as(Role.SDM)
                .get("/api/v1/imports/" + job.getString("id") + "/report")
                .then()
                .statusCode(200);
    }

    @Test
    void the_template_has_the_columns_that_are_read_and_a_note_on_each() {
        var book = agency.as(Role.SDM)
                .get("/api/v1/imports/templates/employees")
                .then()
                .statusCode(200)
                .contentType(XLSX)
                .extract()
                .asByteArray();
        var header = cells(book, 0).get(0);
        var notes = cells(book, 1);

        assertThat(header).isEqualTo(Templates.COLUMNS);
        assertThat(notes.stream().map(row -> row.isEmpty() ? "" : row.get(0))).containsAll(header);
        var filled = new Object[header.size()];
        Arrays.fill(filled, "");
        filled[header.indexOf("nip_baru")] = "199001012015012001";
        filled[header.indexOf("nama")] = "CONTOH TEMPLAT";
        assertThat(counts(imported("", sheet(header.toArray(), filled)))).containsExactly(1L, 0L, 0L, 0L);
        agency.as(Role.SDM)
                .get("/api/v1/imports/templates/siasn-employee")
                .then()
                .statusCode(200)
                .contentType("application/json");
        agency.as(Role.SDM).get("/api/v1/imports/templates/gaji").then().statusCode(400);
    }
}
