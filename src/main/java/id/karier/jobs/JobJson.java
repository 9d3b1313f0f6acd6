package id.karier.jobs;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.karier.kernel.Published;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the world sees of a job. */
@Published
public final class JobJson {
    private JobJson() {}

    /**
     * A job of any kind. A slice that answers with its own view makes it from this one.
     *
     * @param settings the kind's own record
     * @param outcome the kind's own record, absent until there is something to tell
     */
    @Schema(name = "AnyJob", description = "Pekerjaan panjang dari jenis apa pun.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record JobView(
            @Schema(examples = "01980a52-7c1e-7000-8000-0000000000aa")
            UUID id,

            @Schema(examples = "employees") String kind,
            @Schema(examples = "RUNNING") JobStatus status,

            @Schema(
                    type = SchemaType.OBJECT,
                    additionalProperties = Object.class,
                    description = "Apa yang dipesan, menurut jenisnya.",
                    examples = "{\"dryRun\": false, \"partial\": true}")
            Record settings,

            ProgressView progress,
            @Schema(examples = "2026-11-21T02:15:00Z") Instant createdAt,

            @Schema(examples = "2026-11-21T02:15:01Z") @Nullable
            Instant startedAt,

            @Schema(description = "Perkiraan selesai, dari laju sejauh ini.", examples = "2026-11-21T02:15:40Z")
            @Nullable
            Instant expectedEndAt,

            @Schema(examples = "2026-11-21T02:15:38Z") @Nullable
            Instant endedAt,

            @Schema(
                    type = SchemaType.OBJECT,
                    additionalProperties = Object.class,
                    description = "Hasil sejauh ini, menurut jenisnya.",
                    examples = "{\"created\": 1840, \"updated\": 120, \"unchanged\": 38, \"failed\": 2}")
            @Nullable
            Record outcome,

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
    public record ProgressView(
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

    @Schema(name = "JobPage")
    record JobPage(
            List<JobView> items,
            @Nullable String next,
            @Nullable Long total) {}

    @Schema(name = "JobProblemPage")
    record ProblemPage(
            List<ProblemView> items,
            @Nullable String next,
            @Nullable Long total) {}

    static final String EXAMPLE = """
            {"id": "01980a52-7c1e-7000-8000-0000000000aa", "kind": "employees", "status": "RUNNING", "settings": {"dryRun": false, "partial": true}, "progress": {"done": 1200, "total": 2000}, "createdAt": "2026-11-21T02:15:00Z", "startedAt": "2026-11-21T02:15:01Z", "expectedEndAt": "2026-11-21T02:15:40Z", "outcome": {"created": 1100, "updated": 60, "unchanged": 38, "failed": 2, "details": {"unitsCreated": 12}}, "problemCount": 2}""";

    static final String PAGE_EXAMPLE = "{\"items\": [" + EXAMPLE + "], \"next\": null}";

    static final String PROBLEMS_EXAMPLE = """
            {"items": [{"number": 1, "line": 17, "column": "tanggal_lahir", "value": "31-02-1990", "code": "DATE_INVALID", "detail": "Bukan tanggal yang ada; tulis dd-MM-yyyy atau yyyy-MM-dd."}], "next": null}""";

    static final String EVENTS_EXAMPLE =
            "event: progress\ndata: {\"status\":\"RUNNING\",\"progress\":{\"done\":1200,\"total\":2000}}\n\n";
}
