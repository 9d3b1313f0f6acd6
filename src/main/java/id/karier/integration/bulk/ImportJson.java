package id.karier.integration.bulk;

import id.karier.jobs.JobJson.JobView;
import id.karier.jobs.JobJson.ProblemView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What travels over the wire about imports, besides the job itself. */
final class ImportJson {
    private ImportJson() {}

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
            List<JobView> items,
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
