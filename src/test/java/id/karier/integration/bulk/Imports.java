package id.karier.integration.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Imports as an officer orders them, and what came of them. */
final class Imports {
    static final String HEADER = "pns_id,nip_baru,nama,gelar_depan,gelar_belakang,tempat_lahir_nama,tanggal_lahir,"
            + "jenis_kelamin,agama_nama,jenis_kawin_nama,nik,nomor_hp,email,email_gov,alamat,npwp_nomor,"
            + "kedudukan_hukum_nama,status_cpns_pns,nomor_sk_cpns,tanggal_sk_cpns,tmt_cpns,tmt_pns,gol_awal_id,"
            + "gol_awal_nama,gol_akhir_id,gol_akhir_nama,tmt_golongan,mk_tahun,mk_bulan,jenis_jabatan_id,"
            + "jenis_jabatan_nama,jabatan_id,jabatan_nama,tmt_jabatan,tingkat_pendidikan_id,tingkat_pendidikan_nama,"
            + "pendidikan_nama,tahun_lulus,unor_id,unor_nama,nama_sekolah";

    private Imports() {}

    /** A row of somebody invented; a member of {@code other} replaces a column. */
    static String row(int number, Map<String, String> other) {
        var nip = "19900101201501" + (number % 2 == 0 ? "1" : "2") + "%03d".formatted(number);
        var values = new java.util.LinkedHashMap<String, String>();
        for (var column : HEADER.split(",", -1)) {
            values.put(column, "");
        }
        values.putAll(Map.of(
                "pns_id",
                "A8ACA7F10000000000000000%08d".formatted(number),
                "nip_baru",
                nip,
                "nama",
                "CONTOH PEGAWAI " + (char) ('A' + number % 26) + number,
                "tanggal_lahir",
                "01-01-1990",
                "jenis_kelamin",
                number % 2 == 0 ? "M" : "F",
                "agama_nama",
                "Islam",
                "nik",
                "9999990101%06d".formatted(number),
                "nomor_hp",
                "0812%08d".formatted(number),
                "alamat",
                "Jl. Melati Nomor " + number));
        values.putAll(Map.of(
                "kedudukan_hukum_nama", "Aktif",
                "status_cpns_pns", "PNS",
                "tmt_cpns", "01-01-2015",
                "tmt_pns", "2016-02-01",
                "gol_awal_id", "31",
                "gol_awal_nama", "III/a",
                "gol_akhir_id", "33",
                "gol_akhir_nama", "III/c",
                "tmt_golongan", "01-04-2023"));
        values.putAll(Map.of(
                "jenis_jabatan_id", "2",
                "jabatan_nama", "PRANATA KOMPUTER AHLI MUDA",
                "tmt_jabatan", "01-10-2021",
                "tingkat_pendidikan_nama", "S-2",
                "pendidikan_nama", "S-2 TEKNIK INFORMATIKA",
                "tahun_lulus", "2020",
                "unor_id", "8ae48300000000000000000000000c01",
                "unor_nama", "BIDANG APLIKASI INFORMATIKA"));
        values.putAll(other);
        return String.join(",", values.values());
    }

    static String file(String... rows) {
        return HEADER + "\n" + String.join("\n", rows) + "\n";
    }

    /** Orders an import that may make units and positions, unless the query says what it may make. */
    static JsonPath order(TestAgency agency, String query, String type, byte[] body) {
        return agency.as(Role.SDM)
                .contentType(type)
                .body(body)
                .post("/api/v1/imports?" + query + (query.contains("create=") ? "" : "&create=units,positions"))
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
    }

    /** Orders an import of a profile file and waits for its end. */
    static JsonPath employees(TestAgency agency, String query, String csv) {
        return ended(
                agency,
                order(agency, "kind=employees" + query, "text/csv", bytes(csv)).getString("id"));
    }

    static JsonPath siasn(TestAgency agency, String query, String json) {
        return ended(
                agency,
                order(agency, "kind=siasn-employee" + query, "application/json", bytes(json))
                        .getString("id"));
    }

    static JsonPath ended(TestAgency agency, String id) {
        var until = Instant.now().plus(Duration.ofSeconds(60));
        while (true) {
            var job = agency.as(Role.SDM).get("/api/v1/imports/" + id).jsonPath();
            if (List.of("SUCCEEDED", "FAILED").contains(job.getString("status"))) {
                return job;
            }
            assertThat(Instant.now()).isBefore(until);
            try {
                Thread.sleep(50);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    static JsonPath problems(TestAgency agency, JsonPath job) {
        return agency.as(Role.SDM)
                .get("/api/v1/imports/" + job.getString("id") + "/problems")
                .jsonPath();
    }

    static List<Long> counts(JsonPath job) {
        return List.of(
                job.getLong("outcome.created"),
                job.getLong("outcome.updated"),
                job.getLong("outcome.unchanged"),
                job.getLong("outcome.failed"));
    }

    static long count(TestAgency agency, String table) {
        return Long.parseLong(
                TestAgency.query("select count(*) from " + table + " where agency = '" + agency.code + "'"));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
