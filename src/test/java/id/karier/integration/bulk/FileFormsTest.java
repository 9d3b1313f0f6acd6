package id.karier.integration.bulk;

import static id.karier.integration.bulk.Imports.counts;
import static id.karier.integration.bulk.Imports.employees;
import static id.karier.integration.bulk.Imports.ended;
import static id.karier.integration.bulk.Imports.order;
import static id.karier.integration.bulk.Imports.problems;
import static id.karier.integration.bulk.Workbooks.XLSX;
import static id.karier.integration.bulk.Workbooks.cell;
import static id.karier.integration.bulk.Workbooks.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as their sources write them: taken, or refused with the one thing that is to be done. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FileFormsTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Born on 5 March 1990. */
    private static final String NUMBER = "199003052015012001";

    private final TestAgency agency = TestAgency.called("bentuk");

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t", "|"})
    void the_national_download_is_taken_as_it_is(String separator) {
        var csv = "PNS ID;NIP BARU;NAMA;GELAR DEPAN;TANGGAL LAHIR;GOL AKHIR NAMA;TMT GOLONGAN;KARTU ASN VIRTUAL\r\n;"
                + NUMBER + ";CONTOH BENTUK;;05-03-1990;III/a;01-04-2020;ya\r\n";

        var job = employees(agency, "", csv.replace(";", separator));

        assertThat(counts(job)).containsExactly(1L, 0L, 0L, 0L);
        assertThat(job.getString("file.separator")).isEqualTo(separator);
        assertThat(column("rank_code")).isEqualTo("III/a");
        assertThat(warnings(job)).containsExactly("1 KARTU ASN VIRTUAL COLUMN_UNREAD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ufeffsep=;\r\nnip_baru;nama;tanggal_lahir\r\n%s;CONTOH;05-03-1990\r\n",
                "SEP=|\nnip_baru|nama|tanggal_lahir\n%s|CONTOH|05-03-1990\n",
                "DAFTAR PEGAWAI, KEADAAN 1-1-2026; RAHASIA; SEKALI\n\n;;\nnip_baru;nama;tanggal_lahir\n%s;CONTOH;05-03-1990\n",
                "\"Judul\nDua baris\"\n\nNip Baru,Nama,Tanggal Lahir\n%s,CONTOH,05-03-1990\n",
                "nip-baru;nama.;TANGGAL  LAHIR;\n%s;CONTOH;05-03-1990;\n;;;\n\u00a0;;;\n",
                "nip_baru;nama;tanggal_lahir;alamat;email\n%s;CONTOH;05-03-1990\n",
                "nip_baru;nama;tanggal_lahir\n\u00a0%s\u00a0;\u2007CONTOH\u202f;\u00a005-03-1990 \n"
            })
    void a_header_is_found_whatever_stands_around_it(String csv) {
        var job = employees(agency, "", csv.formatted(NUMBER));

        assertThat(problems(agency, job).getList("items")).isEmpty();
        assertThat(counts(job)).containsExactly(1L, 0L, 0L, 0L);
        assertThat(column("concat(name, birth_date)")).isEqualTo("CONTOH1990-03-05");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5/3/1990",
                "05/03/1990",
                "05-03-1990",
                "5-3-1990",
                "5.3.1990",
                "1990-03-05",
                "1990/3/5",
                "5 Maret 1990",
                "05 MARET 1990",
                "Senin, 5 Maret 1990",
                "5-Mar-1990",
                "5 March 1990",
                "1990-03-05T00:00:00",
                "5/3/1990 00:00",
                "32937"
            })
    void a_day_is_read_as_people_write_it(String day) {
        var job = employees(agency, "", "nip_baru;nama;tanggal_lahir\n" + NUMBER + ";CONTOH;" + day + "\n");

        assertThat(problems(agency, job).getList("items")).isEmpty();
        assertThat(column("birth_date")).isEqualTo("1990-03-05");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "05-03-90",
                "31 Februari 1990",
                "5 Bulan 1990",
                "5-3/1990",
                "1990-03",
                "5 M 1990",
                "99999",
                "05031990"
            })
    void what_is_no_day_is_said_and_never_guessed(String day) {
        var job = employees(agency, "", "nip_baru;nama;tanggal_lahir\n" + NUMBER + ";CONTOH;" + day + "\n");

        assertThat(told(job)).containsExactly("2 tanggal_lahir DATE_INVALID");
    }

    @Test
    void a_year_alone_that_has_not_ended_counts_today() {
        int year = LocalDate.now(ZoneId.of("Asia/Jakarta")).getYear();

        employees(
                agency,
                "",
                "nip_baru;nama;tingkat_pendidikan_nama;pendidikan_nama;tahun_lulus\n" + NUMBER + ";CONTOH;S.2;HUKUM;"
                        + year + "\n");

        assertThat(column("education_level")).isEqualTo("S2");
    }

    @Test
    void the_sheet_with_the_people_is_found_and_told() {
        var book = Workbooks.workbook(book1 -> {
            var notes = book1.newWorksheet("Petunjuk");
            notes.value(0, 0, "Isi lembar Data.");
            notes.value(2, 0, "nama");
            notes.value(2, 1, "tulis tanpa gelar");
            Workbooks.fill(
                    book1.newWorksheet("Data 2026"),
                    new Object[] {"DAFTAR PEGAWAI"},
                    new Object[0],
                    new Object[] {"NO", "NIP BARU", "NAMA", "TANGGAL LAHIR"},
                    new Object[] {1, NUMBER, "CONTOH", 32937});
            Workbooks.fill(book1.newWorksheet("Cabang"), new Object[] {"NIP BARU", "NAMA"}, new Object[] {"1", "LAIN"});
        });

        var job = agency.as(Role.SDM)
                .multiPart("file", "C:\\Data\\Profil Pegawai.xlsx", book, XLSX)
                .post("/api/v1/imports?kind=employees")
                .then()
                .statusCode(202)
                .body("file.sheet", equalTo("Data 2026"))
                .body("file.headerLine", equalTo(3))
                .body("file.name", equalTo("Profil Pegawai.xlsx"))
                .extract()
                .jsonPath();
        var ended = ended(agency, job.getString("id"));

        assertThat(counts(ended)).containsExactly(1L, 0L, 0L, 0L);
        assertThat(column("birth_date")).isEqualTo("1990-03-05");
        assertThat(warnings(ended)).containsExactlyInAnyOrder("0 null SHEET_UNREAD", "3 NO COLUMN_UNREAD");
        agency.as(Role.SDM)
                .get("/api/v1/imports")
                .then()
                .body("items[0].file.name", equalTo("Profil Pegawai.xlsx"))
                .body("items[0].orderedBy.id.size()", equalTo(36));
    }

    @Test
    void the_name_of_a_file_is_told_as_its_sender_wrote_it() {
        var names = Map.of(
                "attachment; filename=\"pegawai.csv\"", "pegawai.csv",
                "attachment; filename=pegawai.csv", "pegawai.csv",
                "attachment; filename=\"daftar \\\"baru\\\"; 2026.csv\"", "daftar \"baru\"; 2026.csv",
                "attachment; filename=\"x.csv\"; filename*=UTF-8''Pegawai%20Andr%C3%A9%20%2B1.csv",
                        "Pegawai André +1.csv",
                "attachment; filename*=utf-8'id'Pegawai%2B%ZZ.csv; filename=\"jatuh.csv\"", "jatuh.csv");
        names.forEach((header, name) -> agency.as(Role.SDM)
                .header("Content-Disposition", header)
                .contentType("text/csv")
                .body("nip_baru;nama;tanggal_lahir\n" + NUMBER + ";CONTOH;1990-03-05\n")
                .post("/api/v1/imports?kind=employees&dryRun=true")
                .then()
                .statusCode(202)
                .body("file.name", equalTo(name)));
    }

    @Test
    void a_workbook_of_the_strict_kind_and_days_in_iso_form_are_read() {
        var header = "<row>" + cell("A1", "nip_baru") + cell("B1", "nama") + cell("C1", "tanggal_lahir") + "</row>";
        var row = "<row>" + cell("A2", NUMBER) + cell("B2", "CONTOH &amp; KETAT")
                + "<c r=\"C2\" t=\"d\"><v>1990-03-05</v></c></row>";

        for (var book : List.of(Workbooks.strict(header + row), Workbooks.raw(header + row, ""))) {
            var job = ended(
                    agency,
                    order(agency, "kind=employees&dryRun=true", XLSX, book).getString("id"));
            assertThat(problems(agency, job).getList("items")).isEmpty();
            assertThat(counts(job)).containsExactly(1L, 0L, 0L, 0L);
        }
    }

    @Test
    void text_of_windows_is_taken_where_it_can_be_told() {
        var csv = "nip_baru;nama;alamat\n" + NUMBER + ";ANDR\u00c9 NUR\u2019AINI;Jl. Ren\u00e9 \u2013 Blok\u00a0A\n";

        var job = ended(
                agency,
                order(agency, "kind=employees", "text/csv", csv.getBytes(WINDOWS))
                        .getString("id"));

        assertThat(counts(job)).containsExactly(1L, 0L, 0L, 0L);
        assertThat(column("name")).isEqualTo("ANDR\u00c9 NUR\u2019AINI");
        assertThat(job.getString("file.encoding")).isEqualTo("windows-1252");
        assertThat(warnings(job)).containsExactly("0 null ENCODING_TOLD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M\u008dLATI",
                "M\u008eLATI",
                "ANDR\u0082",
                "a\u00d7b",
                "\u00c3\u00a9\u00ff",
                "\u00ff\u00ff",
                "x\u00c9y"
            })
    void text_that_can_not_be_told_is_refused_with_what_to_do(String name) {
        agency.as(Role.SDM)
                .contentType("text/csv")
                .body(("nip_baru;nama\n" + NUMBER + ";" + name + "\n")
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))
                .post("/api/v1/imports?kind=employees")
                .then()
                .statusCode(415)
                .body("errors[0].code", equalTo("ENCODING_NOT_UTF8"));
    }

    @Test
    void a_web_page_that_is_called_a_spreadsheet_is_told_as_one() {
        agency.as(Role.SDM)
                .multiPart(
                        "file",
                        "pegawai.xls",
                        " <html><table><tr><th>nip_baru</th></tr></table></html>".getBytes(),
                        "application/vnd.ms-excel")
                .post("/api/v1/imports?kind=employees")
                .then()
                .statusCode(415)
                .body("errors[0].code", equalTo("WEB_PAGE"));
    }

    @Test
    void what_a_spreadsheet_took_away_is_said_and_never_guessed() {
        var job = ended(
                agency,
                order(
                                agency,
                                "kind=employees",
                                XLSX,
                                sheet(
                                        new Object[] {
                                            "nip_baru",
                                            "nama",
                                            "nomor_hp",
                                            "npwp_nomor",
                                            "tingkat_pendidikan_id",
                                            "tahun_lulus"
                                        },
                                        new Object[] {NUMBER, "SATU", 81234567890L, null, null, null},
                                        new Object[] {"199003052015012002", "DUA", null, 12345678901234L, null, null},
                                        new Object[] {199003052015012003L, "TIGA", null, null, null, null},
                                        new Object[] {"199003052015012004", "EMPAT", null, null, 5, 2000}))
                        .getString("id"));

        assertThat(told(job))
                .containsExactlyInAnyOrder(
                        "2 nomor_hp ZERO_LOST",
                        "3 npwp_nomor ZERO_LOST",
                        "4 nip_baru DIGITS_LOST",
                        "5 tingkat_pendidikan_id ZERO_LOST");
    }

    @Test
    void a_lone_zero_is_a_number_that_nobody_knows() {
        var job = employees(agency, "", "nip_baru;nama;nik;nomor_hp;npwp_nomor\n" + NUMBER + ";CONTOH;0;0;00\n");

        assertThat(counts(job)).containsExactly(1L, 0L, 0L, 0L);
        assertThat(column("nik_sealed is null and phone_sealed is null and npwp_sealed is null"))
                .isEqualTo("1");
    }

    @Test
    void titles_are_not_taken_twice_and_a_doctor_who_is_a_physician_is_no_repetition() {
        var job = employees(
                agency,
                "&dryRun=true",
                "nip_baru;nama;gelar_depan;gelar_belakang\n" + NUMBER + ";SATU;Dr. dr.;Sp.A\n"
                        + "199003052015012002;Dr. dr. DUA;Dr. dr.;\n"
                        + "199003052015012003;TIGA, S.T., M.Kom;;S.T., M.Kom.\n"
                        + "199003052015012004;Dr. EMPAT;;\n"
                        + "199003052015012005;LIMA;Dr. Dr.;S.H., S.H.\n"
                        + "199003052015012006;DRAJAT;Dr;\n");

        assertThat(told(job)).containsExactlyInAnyOrder("3 nama TITLES_TWICE", "4 nama TITLES_TWICE");
        assertThat(warnings(job))
                .containsExactlyInAnyOrder(
                        "5 nama TITLE_IN_NAME", "6 gelar_depan TITLE_REPEATED", "6 gelar_belakang TITLE_REPEATED");
    }

    @Test
    void what_is_swallowed_is_said() {
        var job = employees(
                agency,
                "",
                "nip_baru;nama;nomor_hp;hobi;kelas;unor_nama\n" + NUMBER + ";SATU;tidak ada;memancing;;BIDANG X\n"
                        + "199003052015012002;DUA;;-;;\n");

        assertThat(counts(job)).containsExactly(2L, 0L, 0L, 0L);
        assertThat(warnings(job))
                .containsExactly("2 nomor_hp TAKEN_AS_EMPTY", "1 hobi COLUMN_UNREAD", "1 unor_nama COLUMN_UNREAD");
        assertThat(job.getLong("outcome.details.warnings")).isEqualTo(3);
    }

    @Test
    void an_unknown_word_beside_a_known_id_is_a_problem() {
        var job = employees(
                agency, "", "nip_baru;nama;kedudukan_hukum_id;kedudukan_hukum_nama\n" + NUMBER + ";SATU;01;Entahlah\n");

        assertThat(told(job)).containsExactly("2 kedudukan_hukum_nama CODE_UNKNOWN");
    }

    @Test
    void the_words_of_the_office_are_read_and_the_law_is_not_guessed() {
        var statuses = new TreeMap<>(Map.of(
                "Pemberhentian tanpa hak pensiun", "DISMISSED_WITHOUT_PENSION",
                "Masa Persiapan Pensiun", "PRE_RETIREMENT",
                "Pensiun", "RETIRED",
                "PPPK Paruh Waktu Aktif", "ACTIVE"));
        int number = 1;
        for (var said : statuses.entrySet()) {
            var nip = NUMBER.substring(0, 15) + "%03d".formatted(number++);
            var job = employees(
                    agency,
                    "",
                    "nip_baru;nama;kedudukan_hukum_nama;jenis_kelamin;gol_akhir_nama;tmt_golongan\n" + nip + ";CONTOH;"
                            + said.getKey() + ";Wanita;3/c;1 April 2020\n");
            assertThat(counts(job)).as(said.getKey()).containsExactly(1L, 0L, 0L, 0L);
            assertThat(TestAgency.query("select concat(status, rank_code) from employees where identity_number = '"
                            + nip + "' and agency = '" + agency.code + "'"))
                    .isEqualTo(said.getValue() + "III/c");
        }
    }

    @Test
    void a_functional_post_is_known_by_the_name_of_its_kind() {
        var job = employees(
                agency,
                "",
                "nip_baru;nama;jenis_jabatan_nama;jabatan_nama;tmt_jabatan\n" + NUMBER
                        + ";SATU;Jabatan Fungsional;PERAWAT TERAMPIL;01-01-2020\n"
                        + "199003052015012002;DUA;Jabatan Pelaksana;PENGADMINISTRASI UMUM;01-01-2020\n"
                        + "199003052015012003;TIGA;Jabatan Khayalan;PENGADMINISTRASI UMUM;01-01-2020\n");

        assertThat(told(job)).contains("4 jenis_jabatan_nama CODE_UNKNOWN").noneMatch(said -> said.startsWith("2 "));
    }

    @Test
    void a_problem_names_a_column_as_the_file_does_although_it_is_missing() {
        var job = employees(
                agency,
                "",
                "NIP BARU;NAMA;GOL AKHIR NAMA;JENIS JABATAN ID;JABATAN NAMA\n" + NUMBER
                        + ";SATU;III/a;1;KEPALA SEKSI X\n");

        assertThat(told(job)).containsExactlyInAnyOrder("2 tmt_golongan REQUIRED", "2 tmt_jabatan REQUIRED");
    }

    private String column(String expression) {
        return TestAgency.query("select " + expression + " from employees where agency = '" + agency.code + "'");
    }

    private List<String> warnings(JsonPath job) {
        return agency.as(Role.SDM)
                .get("/api/v1/imports/" + job.getString("id") + "/report/warnings")
                .jsonPath()
                .getList("items.collect { it.line + ' ' + it.column + ' ' + it.code }");
    }

    private List<String> told(JsonPath job) {
        return problems(agency, job).getList("items.collect { it.line + ' ' + it.column + ' ' + it.code }");
    }
}
