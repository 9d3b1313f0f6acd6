package id.karier.integration.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
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

    static final String CSV_EXAMPLE = """
            pns_id;nip_baru;nama;tanggal_lahir;jenis_kelamin;tmt_cpns;gol_akhir_nama;tmt_golongan;jabatan_nama
            A8ACA7F1000000000000000000000901;199001012015012999;SARI CONTOH WIDURI;01-01-1990;F;01-01-2015;III/c;01-04-2023;PRANATA KOMPUTER AHLI MUDA
            """;
    static final String FORM_EXAMPLE = """
            {"file": "nip_baru;nama;tanggal_lahir\\n199001012015012999;SARI CONTOH WIDURI;01-01-1990\\n"}""";
    static final String EVENT_EXAMPLE =
            "event: progress\ndata: {\"status\":\"RUNNING\",\"progress\":{\"done\":1200,\"total\":2000}}\n\n";

    static final String JSON_EXAMPLE = """
            {"data-utama": {"success": true, "data": {"id": "A8ACA7F1000000000000000000000901", "nipBaru": "199001012015012999", "nama": "SARI CONTOH WIDURI"}}, "rw-jabatan": {"code": 0, "data": "Data tidak ditemukan"}}""";
}
