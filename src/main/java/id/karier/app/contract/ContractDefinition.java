package id.karier.app.contract;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.info.Contact;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The head of the contract: what the API is, who answers for it, and its chapters. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Karier",
                        version = "1.0.0",
                        summary = "Layanan karier aparatur sipil negara",
                        description = ContractDefinition.DESCRIPTION,
                        contact = @Contact(name = "Karier", url = "https://karier.example.id"),
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0")),
        servers =
                @Server(
                        url = "/",
                        description = "Server yang menyajikan kontrak ini: production, staging, atau local.",
                        extensions = @Extension(name = "x-internal", value = "false", parseValue = true)),
        tags = {
            @Tag(name = ContractDefinition.ABOUT, description = "Halaman yang menjelaskan layanan ini."),
            @Tag(name = "agencies", description = "Instansi: jenis, zona waktu, pengaturan."),
            @Tag(
                    name = "assessments",
                    description = "Putaran penilaian kompetensi oleh banyak pihak: peserta, penilai, formulir, hasil,"
                            + " peninjauan."),
            @Tag(
                    name = "calculations",
                    description = "Perhitungan menurut peraturan, dengan langkah dan dasar hukumnya."),
            @Tag(name = "competencies", description = "Kompetensi: kamus, standar jabatan, hasil, bukti, kesenjangan."),
            @Tag(name = "employees", description = "Pegawai: keadaan hari ini, profil, data pribadi."),
            @Tag(name = "exchange", description = "Pertukaran: perubahan sejak suatu posisi dan jejak audit."),
            @Tag(name = "exports", description = "Register sebagai berkas: CSV, XLSX, dan NDJSON."),
            @Tag(
                    name = "histories",
                    description =
                            "Riwayat bertanggal: pangkat, jabatan, pendidikan, pelatihan, penghargaan, hukuman disiplin,"
                                    + " angka kredit."),
            @Tag(name = "identity", description = "Masuk, akun orang, klien mesin, dan kunci publik."),
            @Tag(
                    name = "imports",
                    description = "Pekerjaan panjang: impor berkas, kemajuannya, dan baris yang ditolak."),
            @Tag(name = "jobs", description = "Pekerjaan panjang dari semua jenis: keadaan, kemajuan, masalah."),
            @Tag(name = "positions", description = "Jabatan: jenjang, kelas, batas usia pensiun, formasi."),
            @Tag(name = "reference", description = "Daftar rujukan: golongan ruang, jenjang jabatan, pendidikan."),
            @Tag(name = "rule-sets", description = "Tabel hukum sebagai dokumen berversi."),
            @Tag(name = "units", description = "Unit organisasi: pohon dan perpindahannya.")
        })
public class ContractDefinition extends Application {
    public static final String ABOUT = "about";

    static final String DESCRIPTION = """
            Karier menyimpan dan menjalankan karier aparatur sipil negara (ASN) pemerintah daerah: instansi, unit,
            jabatan, pegawai dengan riwayatnya, dan perhitungan menurut peraturan.

            - **Masuk**: `POST /api/v1/auth/token`, lalu `Authorization: Bearer …`. Orang memakai peran, mesin memakai scope.
            - **Galat**: `application/problem+json` (RFC 9457) dengan `code` yang tetap dan tempat yang salah di `errors`.
              Bahasa Indonesia, atau Inggris dengan `Accept-Language: en`. Artinya ada di `/problems`, daftarnya di
              `/api/v1/reference/error-codes` dan `/api/v1/reference/error-place-codes`.
            - **Daftar**: `limit` sampai 200, `cursor` dari `next`, `sort` dengan kunci yang tertulis di operasinya.
              Beberapa nilai dipisah koma, di mana pun; parameter yang tidak ada atau dikirim dua kali ditolak dengan namanya.
            - **Membaca**: setiap bacaan membawa ETag, 304 dengan `If-None-Match`, gzip bila diminta. Jawaban hanya dalam
              tipe yang tertulis; `Accept` yang lain dijawab 406. Nama setiap enum ada di `/api/v1/reference`.
            - **Menulis**: `If-Match` berisi ETag wajib untuk mengubah (428 tanpa itu, 412 bila basi);
              `Idempotency-Key` membuat pengulangan aman. PATCH adalah JSON Merge Patch. Anggota yang tidak dikenal ditolak.
            - **Tanggal** `yyyy-MM-dd`, waktu UTC dengan `Z`. Anggota yang tidak ada berarti tidak diketahui.

            *In English:* the career backend of Indonesian local governments for their civil servants. Sign in with
            `POST /api/v1/auth/token`; errors are RFC 9457 problems with a stable `code` (English with
            `Accept-Language: en`); lists page by cursor, several values are
            separated by commas, a parameter that is unknown or repeated is refused; readings carry an `ETag`; changes need `If-Match`; `Idempotency-Key` makes a repeated
            write safe; unknown members are refused.
            """;
}
