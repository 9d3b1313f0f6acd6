package id.karier.integration.bulk;

import static id.karier.integration.bulk.Imports.employees;
import static id.karier.integration.bulk.Imports.file;
import static id.karier.integration.bulk.Imports.row;
import static id.karier.integration.bulk.Imports.siasn;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import id.karier.kernel.Role;
import id.karier.kernel.access.Resource;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a load tells the change log, beside what the same rows tell it when an officer types them in. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ImportChangesTest {
    /** Codes that an import makes up itself, where something comes from, and its id there. */
    private static final List<String> OF_THE_WAY = List.of("code", "source", "siasnId");

    private static final String SARI = "A8ACA7F1000000000000000000000901";

    private final TestAgency loaded = TestAgency.called("muat");
    private final TestAgency typed = TestAgency.called("ketik");

    @Test
    void the_feed_of_a_siasn_load_is_that_of_the_same_rows_typed_in() {
        siasn(loaded, "", career("SARI CONTOH", "823/2/2023", "10-05-2023", ""));
        typeCareer();

        var expected = objects(typed, OF_THE_WAY);
        assertThat(expected).hasSize(19);
        assertThat(objects(loaded, OF_THE_WAY)).isEqualTo(expected);
        assertThat(places(loaded)).isEqualTo(places(typed)).isEqualTo("1 UPDATED");
    }

    @Test
    void the_feed_of_a_file_is_that_of_the_same_rows_typed_in() {
        employees(
                loaded,
                "",
                file(row(
                        1,
                        Map.of(
                                "jenis_jabatan_id", "1",
                                "jabatan_nama", "KEPALA BIDANG APLIKASI INFORMATIKA",
                                "gol_akhir_id", "34",
                                "gol_akhir_nama", "III/d"))));
        typeFile();

        // a file brings no decrees, an officer must name them
        var apart = List.of("code", "source", "siasnId", "decreeNumber", "decreeDate");
        var expected = objects(typed, apart);
        assertThat(expected).hasSize(11);
        assertThat(objects(loaded, apart)).isEqualTo(expected);
        assertThat(places(loaded)).isEqualTo(places(typed)).isEqualTo("1 UPDATED");
        assertThat(ledUnits(loaded)).isEqualTo(unit(loaded));
        assertThat(ledUnits(typed)).isEqualTo(unit(typed));
    }

    @Test
    void a_second_siasn_load_tells_what_stood_there_before() {
        siasn(loaded, "", career("SARI CONTOH", "823/2/2023", "10-05-2023", ""));
        long before = feed(loaded, 0).end;

        siasn(loaded, "", career("SARI CONTOH WIDURI", "823/9/2023", "10-11-2023", """
                , {"id": "a3", "idPns": "%s", "jenisJabatan": "2", "unorId": "c01",
                   "unorNama": "BIDANG APLIKASI INFORMATIKA", "namaJabatan": "PRANATA KOMPUTER AHLI MADYA",
                   "tmtJabatan": "01-01-2025", "nomorSk": "821/3/2024", "tanggalSk": "20-12-2024",
                   "jenisPenugasanId": "D"}""".formatted(SARI)));

        var unit = query("select " + uuid("id") + " from units where name like 'BIDANG%' and agency = ");
        var muda = position("PRANATA KOMPUTER AHLI MUDA");
        var madya = position("PRANATA KOMPUTER AHLI MADYA");
        var code = query("select code from positions where name like '%MADYA' and agency = ");
        assertThat(feed(loaded, before).lines())
                .containsExactly(
                        "position CREATED code=null→" + code + " headcount=null→1 leadsUnit=null→false"
                                + " level=null→JF_AHLI_MADYA name=null→PRANATA KOMPUTER AHLI MADYA unit.id=null→"
                                + unit,
                        "employee UPDATED name=SARI CONTOH→SARI CONTOH WIDURI",
                        "employee-rank UPDATED decreeNumber=823/2/2023→823/9/2023",
                        "employee-position UPDATED endsOn=null→2024-12-31",
                        "employee-position CREATED assignment=null→DEFINITIVE decreeDate=null→2024-12-20"
                                + " decreeNumber=null→821/3/2024 level=null→JF_AHLI_MADYA positionId=null→" + madya
                                + " siasnId=null→a3 source=null→SIASN startsOn=null→2025-01-01"
                                + " title=null→PRANATA KOMPUTER AHLI MADYA unitId=null→" + unit
                                + " unitName=null→BIDANG APLIKASI INFORMATIKA",
                        "employee-discipline UPDATED endsOn=2023-05-10→2023-11-10",
                        "employee UPDATED position.id=" + muda + "→" + madya
                                + " position.level=JF_AHLI_MUDA→JF_AHLI_MADYA position.since=2021-10-01→2025-01-01"
                                + " position.title=PRANATA KOMPUTER AHLI MUDA→PRANATA KOMPUTER AHLI MADYA"
                                + " retirementOn=2048-02-01→2050-02-01");
    }

    @Test
    void a_second_file_tells_what_stood_there_before() {
        employees(loaded, "", file(row(1, Map.of("gelar_belakang", "S.T.")), row(2, Map.of())));
        long before = feed(loaded, 0).end;

        employees(
                loaded,
                "",
                file(
                        row(
                                1,
                                Map.of(
                                        "gelar_belakang", "M.T.",
                                        "nomor_hp", "081299999999",
                                        "gol_awal_id", "32",
                                        "gol_awal_nama", "III/b",
                                        "nama_sekolah", "UNIVERSITAS CONTOH")),
                        row(2, Map.of())));

        assertThat(feed(loaded, before).lines())
                .containsExactly(
                        "employee UPDATED backTitles=S.T.→M.T. phone=null→null",
                        "employee-rank UPDATED rank=III/a→III/b",
                        "employee-education UPDATED institution=null→UNIVERSITAS CONTOH");
        var audit = loaded.as(Role.AUDITOR)
                .queryParam("limit", 4)
                .get("/api/v1/audit")
                .then()
                .extract()
                .jsonPath();
        assertThat(audit.getMap("items.find { it.objectType == 'employee' }.fields.phone"))
                .isEqualTo(Map.of("before", "***", "after", "***"));
        assertThat(audit.getList("items.reason"))
                .allMatch(reason -> String.valueOf(reason).startsWith("import "));
    }

    @Test
    void headcounts_that_a_load_raises_are_told() {
        employees(loaded, "", file(row(1, Map.of()), row(2, Map.of()), row(3, Map.of())));

        assertThat(feed(loaded, 0).lines()).contains("position UPDATED headcount=1→3");
        assertThat(query("select concat(headcount, ' ', version) from positions where agency = "))
                .isEqualTo("3 1");
    }

    @Test
    void whoever_may_not_read_penalties_meets_none_in_the_feed_of_a_load() {
        siasn(loaded, "", career("SARI CONTOH", "823/2/2023", "10-05-2023", ""));
        siasn(loaded, "", career("SARI CONTOH", "823/2/2023", "10-11-2023", ""));
        var histories = Resource.CAREER_HISTORY.scope() + ":read";
        var read = new ArrayList<String>();
        for (var scopes : List.of(
                new String[] {"changes:read", "employees:read"},
                new String[] {"changes:read", "employees:read", histories})) {
            var seen = Feed.after(0, loaded, () -> loaded.asClient(scopes));
            seen.lines().forEach(line -> read.add(line.split(" ", 2)[0]));
            assertThat(seen.items.toString().toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain("discipline", "ringan", "teguran", "contoh alasan", "862/1/2022");
        }

        assertThat(read).contains("employee", "employee-rank");
        assertThat(feed(loaded, 0).lines())
                .filteredOn(line -> line.startsWith("employee-discipline"))
                .hasSize(2);
    }

    private static Feed feed(TestAgency agency, long after) {
        return Feed.after(after, agency, () -> agency.as(Role.SDM));
    }

    private static java.util.Set<String> objects(TestAgency agency, List<String> apart) {
        return feed(agency, 0).objects(agency, apart);
    }

    private String query(String select) {
        return TestAgency.query(select + "'" + loaded.code + "'");
    }

    private String position(String name) {
        return query("select " + uuid("id") + " from positions where name = '" + name + "' and agency = ");
    }

    private static String uuid(String column) {
        return "insert(insert(insert(insert(lower(hex(" + column
                + ")), 9, 0, '-'), 14, 0, '-'), 19, 0, '-'), 24, 0, '-')";
    }

    private static String places(TestAgency agency) {
        return TestAgency.query("select concat(count(*), ' ', group_concat(distinct action)) from change_log"
                + " where object_type = 'employee-place' and agency = '" + agency.code + "'");
    }

    private static String ledUnits(TestAgency agency) {
        return TestAgency.query("select led_units from employees where agency = '" + agency.code + "'");
    }

    private static String unit(TestAgency agency) {
        return TestAgency.query(
                "select lower(hex(id)) from units where name like 'BIDANG%' and agency = '" + agency.code + "'");
    }

    /**
     * What SIASN says of a woman with two ranks, two positions, and one of everything else.
     *
     * @param decree of her second rank
     * @param penaltyEnds last day of her penalty
     * @param more positions, with a comma in front
     */
    private static String career(String name, String decree, String penaltyEnds, String more) {
        return """
            {"data-utama": {"data": {"id": "%1$s", "nipBaru": "199001012015012999", "nama": "%2$s",
                "gelarBelakang": "S.Kom.", "tempatLahir": "Kota Contoh", "tglLahir": "01-01-1990", "agama": "Islam",
                "email": "sari@example.id", "emailGov": "sari@contohkab.example.id", "nik": "9999990101900001",
                "alamat": "Jl. Melati Nomor 0", "noHp": "081200000000", "noNpwp": "000000000000000",
                "kedudukanPnsNama": "Aktif", "statusPegawai": "PNS", "jenisKelamin": "F", "statusPerkawinan": "Menikah",
                "tmtCpns": "01-01-2015", "tmtPns": "01-02-2016"}},
             "rw-golongan": [
               {"id": "b1", "idPns": "%1$s", "golongan": "III/a", "skNomor": "813/1/2015", "skTanggal": "20-12-2014",
                "tmtGolongan": "01-01-2015", "masaKerjaGolonganTahun": "0", "masaKerjaGolonganBulan": "0"},
               {"id": "b2", "idPns": "%1$s", "golongan": "III/d", "skNomor": "%3$s", "skTanggal": "15-03-2023",
                "tmtGolongan": "01-04-2023", "jenisKPId": "202", "masaKerjaGolonganTahun": "8",
                "masaKerjaGolonganBulan": "3"}],
             "rw-jabatan": [
               {"id": "a1", "idPns": "%1$s", "jenisJabatan": "2", "unorNama": "BIDANG LAMA",
                "namaJabatan": "PRANATA KOMPUTER AHLI PERTAMA", "tmtJabatan": "01-03-2016", "nomorSk": "821/1/2016",
                "tanggalSk": "20-02-2016", "jenisPenugasanId": "D"},
               {"id": "a2", "idPns": "%1$s", "jenisJabatan": "2", "unorId": "c01",
                "unorNama": "BIDANG APLIKASI INFORMATIKA", "unorIndukId": "c00",
                "unorIndukNama": "DINAS KOMUNIKASI DAN INFORMATIKA", "namaJabatan": "PRANATA KOMPUTER AHLI MUDA",
                "tmtJabatan": "01-10-2021", "nomorSk": "821/2/2021", "tanggalSk": "28-09-2021",
                "tmtPelantikan": "01-10-2021", "jenisPenugasanId": "D"}%5$s],
             "rw-pendidikan": [
               {"id": "d1", "idPns": "%1$s", "pendidikanNama": "S-2 TEKNIK INFORMATIKA", "tkPendidikanNama": "S-2",
                "tglLulus": "30-08-2020", "nomorIjasah": "000/S2/2020", "namaSekolah": "Universitas Contoh",
                "gelarBelakang": "M.T."}],
             "rw-diklat": [
               {"id": "e1", "idPns": "%1$s", "latihanStrukturalNama": "PIM III", "nomor": "1/PIM/2017",
                "tanggal": "06-03-2017", "tanggalSelesai": "21-07-2017", "jumlahJam": "360",
                "institusiPenyelenggara": "BPSDM Provinsi Contoh"}],
             "rw-kursus": [
               {"id": "e2", "idPns": "%1$s", "namaKursus": "Mentoring Arsitektur SPBE", "jenisDiklatId": "15",
                "noSertipikat": "800/1/2026", "tanggalKursus": "02-03-2026", "tanggalSelesaiKursus": "28-08-2026",
                "jumlahJam": "12,5", "institusiPenyelenggara": "BKPSDM Kab. Contoh"}],
             "rw-penghargaan": [
               {"id": "f1", "pnsOrangId": "%1$s", "hargaId": "201", "hargaNama": "KARYA SATYA 10 TAHUN",
                "skNomor": "1/TK/2025", "skDate": "04-08-2025"}],
             "rw-hukdis": [
               {"id": "h1", "pnsOrang": "%1$s", "jenisTingkatHukumanId": "R", "jenisHukumanNama": "TEGURAN TERTULIS",
                "hukumanTanggal": "11-05-2022", "akhirHukumTanggal": "%4$s", "nomorPp": "94",
                "alasanHukumanDisiplinNama": "CONTOH ALASAN", "skNomor": "862/1/2022", "skTanggal": "10-05-2022"}],
             "rw-angkakredit": [
               {"id": "k1", "pns": "%1$s", "nomorSk": "800/1/2026", "tanggalSk": "20-01-2026",
                "bulanMulaiPenailan": "1", "tahunMulaiPenailan": "2025", "bulanSelesaiPenailan": "12",
                "tahunSelesaiPenailan": "2025", "kreditBaruTotal": "25.000", "isKonversi": "1",
                "namaJabatan": "PRANATA KOMPUTER AHLI MUDA"}]}""".formatted(SARI, name, decree, penaltyEnds, more);
    }

    /** The same career, by hand. */
    private void typeCareer() {
        var top = typeUnit("T1", "Pemerintah " + typed.code, "LAINNYA", "null");
        var department = typeUnit("T2", "DINAS KOMUNIKASI DAN INFORMATIKA", "DINAS", quoted(top));
        var division = typeUnit("T3", "BIDANG APLIKASI INFORMATIKA", "BIDANG", quoted(department));
        var position = type("positions", """
            {"unitId": "%s", "code": "P1", "name": "PRANATA KOMPUTER AHLI MUDA", "level": "JF_AHLI_MUDA", "headcount": 1}""".formatted(division));
        var person = type("employees", """
            {"identityNumber": "199001012015012999", "kind": "PNS", "birthDate": "1990-01-01", "sex": "F",
             "profile": {"name": "SARI CONTOH", "backTitles": "S.Kom.", "birthPlace": "Kota Contoh", "religion": "ISLAM",
                "maritalStatus": "MARRIED", "officialEmail": "sari@contohkab.example.id", "status": "ACTIVE",
                "firstAppointmentOn": "2015-01-01", "permanentOn": "2016-02-01"},
             "personalData": {"nik": "9999990101900001", "npwp": "000000000000000", "address": "Jl. Melati Nomor 0",
                "phone": "081200000000", "email": "sari@example.id"}}""");
        var of = "employees/" + person + "/";
        type(of + "ranks", """
            {"rank": "III/a", "startsOn": "2015-01-01", "serviceYears": 0, "serviceMonths": 0,
             "decreeNumber": "813/1/2015", "decreeDate": "2014-12-20"}""");
        type(of + "ranks", """
            {"rank": "III/d", "startsOn": "2023-04-01", "promotionKind": "FUNGSIONAL", "serviceYears": 8,
             "serviceMonths": 3, "decreeNumber": "823/2/2023", "decreeDate": "2023-03-15"}""");
        type(of + "positions", """
            {"assignment": "DEFINITIVE", "title": "PRANATA KOMPUTER AHLI PERTAMA", "level": "JF_AHLI_PERTAMA",
             "unitName": "BIDANG LAMA", "startsOn": "2016-03-01", "decreeNumber": "821/1/2016",
             "decreeDate": "2016-02-20"}""");
        type(of + "positions", """
            {"assignment": "DEFINITIVE", "positionId": "%s", "startsOn": "2021-10-01", "swornInOn": "2021-10-01",
             "decreeNumber": "821/2/2021", "decreeDate": "2021-09-28", "closesPrevious": true}""".formatted(position));
        type(of + "educations", """
            {"level": "S2", "field": "S-2 TEKNIK INFORMATIKA", "institution": "Universitas Contoh",
             "graduatedOn": "2020-08-30", "certificateNumber": "000/S2/2020", "backTitles": "M.T."}""");
        type(of + "trainings", """
            {"form": "KL_STRUKTURAL", "programme": "PKA", "name": "PIM III", "provider": "BPSDM Provinsi Contoh",
             "certificateNumber": "1/PIM/2017", "startsOn": "2017-03-06", "endsOn": "2017-07-21", "hours": 360}""");
        type(of + "trainings", """
            {"form": "NK_MENTORING", "name": "Mentoring Arsitektur SPBE", "provider": "BKPSDM Kab. Contoh",
             "certificateNumber": "800/1/2026", "startsOn": "2026-03-02", "endsOn": "2026-08-28", "hours": 12.5}""");
        type(of + "awards", """
            {"code": "201", "name": "KARYA SATYA 10 TAHUN", "grantedOn": "2025-08-04", "decreeNumber": "1/TK/2025",
             "decreeDate": "2025-08-04"}""");
        type(of + "disciplines", """
            {"level": "RINGAN", "penalty": "R2", "penaltyName": "TEGURAN TERTULIS", "startsOn": "2022-05-11",
             "endsOn": "2023-05-10", "reason": "CONTOH ALASAN", "regulation": "PP 94", "decreeNumber": "862/1/2022",
             "decreeDate": "2022-05-10"}""");
        type(of + "credits", """
            {"level": "JF_AHLI_MUDA", "positionTitle": "PRANATA KOMPUTER AHLI MUDA", "basis": "CONVERSION",
             "startsOn": "2025-01-01", "endsOn": "2025-12-31", "credit": 25, "decreeNumber": "800/1/2026",
             "decreeDate": "2026-01-20"}""");
    }

    /** What row 1 of the file says of a head of a division, by hand. */
    private void typeFile() {
        var top = typeUnit("T1", "Pemerintah " + typed.code, "LAINNYA", "null");
        var division = typeUnit("T2", "BIDANG APLIKASI INFORMATIKA", "BIDANG", quoted(top));
        var position = type("positions", """
            {"unitId": "%s", "code": "P1", "name": "KEPALA BIDANG APLIKASI INFORMATIKA", "level": "ADMINISTRATOR",
             "headcount": 1, "leadsUnit": true}""".formatted(division));
        var person = type("employees", """
            {"identityNumber": "199001012015012001", "kind": "PNS", "birthDate": "1990-01-01", "sex": "F",
             "profile": {"name": "CONTOH PEGAWAI B1", "religion": "ISLAM", "status": "ACTIVE",
                "firstAppointmentOn": "2015-01-01", "permanentOn": "2016-02-01"},
             "personalData": {"nik": "9999990101000001", "address": "Jl. Melati Nomor 1", "phone": "081200000001"}}""");
        var of = "employees/" + person + "/";
        var decree = ", \"decreeNumber\": \"1/2\", \"decreeDate\": \"2014-12-20\"}";
        type(of + "ranks", "{\"rank\": \"III/a\", \"startsOn\": \"2015-01-01\"" + decree);
        type(of + "ranks", "{\"rank\": \"III/d\", \"startsOn\": \"2023-04-01\"" + decree);
        type(
                of + "positions",
                "{\"assignment\": \"DEFINITIVE\", \"startsOn\": \"2021-10-01\", \"positionId\": \"" + position + "\""
                        + decree);
        type(of + "educations", """
            {"level": "S2", "field": "S-2 TEKNIK INFORMATIKA", "graduatedYear": 2020}""");
    }

    private String typeUnit(String code, String name, String kind, String parent) {
        return type("units", """
            {"code": "%s", "name": "%s", "kind": "%s", "parentId": %s, "openedOn": "1950-01-01"}""".formatted(code, name, kind, parent));
    }

    private String type(String path, String body) {
        var address = typed.as(Role.SDM)
                .contentType(JSON)
                .body(body)
                .post("/api/v1/" + path)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static String quoted(String id) {
        return '"' + id + '"';
    }
}
