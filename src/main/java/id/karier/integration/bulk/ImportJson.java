package id.karier.integration.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.karier.integration.bulk.FindingQueries.PlaceRow;
import id.karier.integration.bulk.ImportSettings.FileView;
import id.karier.integration.bulk.ImportSettings.OrdererView;
import id.karier.integration.bulk.load.PlaceNote;
import id.karier.jobs.JobJson.JobView;
import id.karier.jobs.JobJson.ProblemView;
import id.karier.jobs.JobJson.ProgressView;
import id.karier.jobs.JobStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What travels over the wire about imports. */
final class ImportJson {
    private ImportJson() {}

    /** An import as a job. */
    @Schema(name = "Job", description = "Pekerjaan panjang: impor, simulasi.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ImportView(
            @Schema(examples = "01980a52-7c1e-7000-8000-0000000000aa")
            UUID id,

            @Schema(examples = "employees") String kind,
            @Schema(examples = "RUNNING") JobStatus status,

            @Schema(description = "Hanya memeriksa; tidak ada yang ditulis.", examples = "false")
            boolean dryRun,

            @Schema(description = "Baris yang baik ditulis walau ada yang ditolak.", examples = "false")
            boolean partial,

            @Schema(description = "Yang boleh dibuat di luar pegawai.", examples = "[\"units\"]") @Nullable
            List<String> create,

            @Nullable FileView file,
            @Nullable OrdererView orderedBy,
            ProgressView progress,
            @Schema(examples = "2026-11-21T02:15:00Z") Instant createdAt,

            @Schema(examples = "2026-11-21T02:15:01Z") @Nullable
            Instant startedAt,

            @Schema(description = "Perkiraan selesai, dari laju sejauh ini.", examples = "2026-11-21T02:15:40Z")
            @Nullable
            Instant expectedEndAt,

            @Schema(examples = "2026-11-21T02:15:38Z") @Nullable
            Instant endedAt,

            @Nullable ImportOutcome outcome,

            @Schema(
                    description = "Banyak masalah yang ditemukan; daftarnya di /problems, paling banyak 1.000.",
                    examples = "2")
            long problemCount) {
        static ImportView of(JobView job) {
            var settings = (ImportSettings) job.settings();
            return new ImportView(
                    job.id(),
                    job.kind(),
                    job.status(),
                    settings.dryRun(),
                    settings.partial(),
                    settings.create(),
                    settings.file(),
                    settings.orderedBy(),
                    job.progress(),
                    job.createdAt(),
                    job.startedAt(),
                    job.expectedEndAt(),
                    job.endedAt(),
                    (ImportOutcome) job.outcome(),
                    job.problemCount());
        }
    }

    /** What an Idempotency-Key of an import stands for. */
    record Fingerprint(
            String kind,
            boolean dryRun,
            boolean partial,
            @Nullable String variant,
            List<String> create,
            String sha256) {}

    /** {@code quarkus.http.limits.max-body-size}, in bytes. */
    static final int LARGEST = 536_870_912;

    @Schema(name = "ImportPage")
    record ImportPage(
            List<ImportView> items,
            @Nullable String next,
            @Nullable Long total) {}

    @Schema(name = "ImportProblemPage")
    record ProblemPage(
            List<ProblemView> items,
            @Nullable String next,
            @Nullable Long total) {}

    @Schema(name = "ImportPlace", description = "Unit, jabatan, atau pemimpin unit yang dibuat atau akan dibuat impor.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlaceView(
            @Schema(examples = "1") int number,
            @Schema(examples = "UNIT") PlaceNote.PlaceKind what,

            @Schema(
                    description =
                            "Termasuk dalam create pesanan; bila tidak, barisnya ditolak dan tidak ada yang dibuat.",
                    examples = "true")
            boolean ordered,

            @Schema(description = "Nama unit atau jabatan.", examples = "Bidang Aplikasi Informatika")
            String name,

            @Schema(description = "Unit tempatnya, atau unit di atasnya.", examples = "Dinas Komunikasi") @Nullable
            String unit,

            @Schema(description = "Jenjang jabatan atau jenis unit.", examples = "BIDANG") @Nullable
            String level,

            @Schema(description = "Pemimpin yang baru.", examples = "Sari Contoh Widuri") @Nullable
            String person,

            @Schema(description = "Pemimpin yang digantikan.", examples = "Bima Contoh Pratama") @Nullable
            String displaced,

            @Schema(description = "Baris pertama yang menyebutnya.", examples = "17")
            long line,

            @Schema(description = "Banyak baris yang menyebutnya.", examples = "1")
            int people) {
        static PlaceView of(PlaceRow row) {
            return new PlaceView(
                    row.number(),
                    row.what(),
                    row.ordered(),
                    row.name(),
                    row.unit(),
                    row.level(),
                    row.person(),
                    row.displaced(),
                    row.line(),
                    row.people());
        }
    }

    @Schema(name = "ImportPlacePage")
    record PlacePage(
            List<PlaceView> items,
            @Nullable String next,
            @Nullable Long total) {}

    static final String CSV_EXAMPLE = """
            pns_id;nip_baru;nama;tanggal_lahir;jenis_kelamin;tmt_cpns;gol_akhir_nama;tmt_golongan;jenis_jabatan_id;jabatan_nama;tmt_jabatan
            A8ACA7F1000000000000000000000901;199001012015012999;SARI CONTOH WIDURI;01-01-1990;F;01-01-2015;III/c;01-04-2023;2;PRANATA KOMPUTER AHLI MUDA;01-10-2021
            """;
    static final String REPORT_EXAMPLE = """
            nip_baru;nama;tanggal_lahir;karier_baris;karier_kolom;karier_kode;karier_masalah
            199001012015012999;SARI CONTOH WIDURI;31-02-1990;17;tanggal_lahir;DATE_INVALID;Bukan tanggal yang ada; tulis dd-MM-yyyy atau yyyy-MM-dd.
            """;
    static final String REPORT_LINE_EXAMPLE = """
            {"nip_baru": "199001012015012999", "nama": "SARI CONTOH WIDURI", "tanggal_lahir": "31-02-1990", "karier_baris": "17", "karier_kolom": "tanggal_lahir", "karier_kode": "DATE_INVALID", "karier_masalah": "Bukan tanggal yang ada."}""";
    static final String FORM_EXAMPLE = """
            {"file": "nip_baru;nama;tanggal_lahir\\n199001012015012999;SARI CONTOH WIDURI;01-01-1990\\n"}""";
    static final String EVENT_EXAMPLE =
            "event: progress\ndata: {\"status\":\"RUNNING\",\"progress\":{\"done\":1200,\"total\":2000}}\n\n";

    static final String JSON_EXAMPLE = """
            {"data-utama": {"success": true, "data": {"id": "A8ACA7F1000000000000000000000901", "nipBaru": "199001012015012999", "nama": "SARI CONTOH WIDURI"}}, "rw-jabatan": {"code": 0, "data": "Data tidak ditemukan"}}""";
}
