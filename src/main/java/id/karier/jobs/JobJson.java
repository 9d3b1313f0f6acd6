package id.karier.jobs;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.karier.kernel.Published;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the world sees of a job. */
@Published
public final class JobJson {
    private JobJson() {}

    @Schema(name = "Job", description = "Pekerjaan panjang: impor, simulasi.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record JobView(
            @Schema(examples = "01980a52-7c1e-7000-8000-0000000000aa")
            UUID id,

            @Schema(examples = "employees") String kind,
            @Schema(examples = "RUNNING") JobStatus status,

            @Schema(description = "Hanya memeriksa; tidak ada yang ditulis.", examples = "false")
            boolean dryRun,

            @Schema(description = "Baris yang baik ditulis walau ada yang ditolak.", examples = "false")
            boolean partial,

            Progress progress,
            @Schema(examples = "2026-11-21T02:15:00Z") Instant createdAt,

            @Schema(examples = "2026-11-21T02:15:01Z") @Nullable
            Instant startedAt,

            @Schema(description = "Perkiraan selesai, dari laju sejauh ini.", examples = "2026-11-21T02:15:40Z")
            @Nullable
            Instant expectedEndAt,

            @Schema(examples = "2026-11-21T02:15:38Z") @Nullable
            Instant endedAt,

            @Nullable JobOutcome outcome,

            @Schema(
                    description = "Banyak masalah yang ditemukan; daftarnya di /problems, paling banyak 1.000.",
                    examples = "2")
            long problemCount) {
        @JsonIgnore
        boolean hasEnded() {
            return status.hasEnded();
        }
    }

    @Schema(name = "JobProgress")
    public record Progress(
            @Schema(examples = "1200") long done,
            @Schema(examples = "2000") long total) {}

    @Schema(name = "JobProblem", description = "Satu masalah di satu tempat dari masukan.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProblemView(
            @Schema(description = "Nomor urut masalah.", examples = "1")
            int number,

            @Schema(description = "Baris berkas, 1 adalah kepala; 0 bila bukan tentang satu baris.", examples = "17")
            long line,

            @Schema(description = "Kolom atau anggota yang salah.", examples = "tanggal_lahir") @Nullable
            String column,

            @Schema(description = "Isi yang salah; data pribadi disamarkan.", examples = "31-02-1990") @Nullable
            String value,

            @Schema(examples = "DATE_INVALID") String code,

            @Schema(examples = "Bukan tanggal yang ada; tulis dd-MM-yyyy atau yyyy-MM-dd.")
            String detail) {}
}
