package id.karier.rulebook.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.karier.jobs.JobJson.JobView;
import id.karier.jobs.JobJson.ProblemView;
import id.karier.jobs.JobJson.ProgressView;
import id.karier.jobs.JobStatus;
import id.karier.rulebook.RulebookJson;
import id.karier.rulebook.RulebookJson.Proposal;
import id.karier.rules.RuleSetKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What travels over the wire about simulations. */
public final class SimulationJson {
    private SimulationJson() {}

    /** Exactly one of a draft and a version. */
    @Schema(
            name = "SimulationOrder",
            description = "Draf yang disimulasikan: isi draft, atau nama versi yang sudah ada; tepat salah satu.")
    public record Order(
            @Schema(
                    description =
                            "Hari yang dipakai: versi yang berlaku dan isi register pada hari itu; hari ini bila kosong.",
                    examples = "2026-11-22")
            @Nullable
            LocalDate asOf,

            @Schema(
                    description = "Versi yang sudah diusulkan, atau versi nasional, menurut namanya.",
                    examples = "LAMPUNG_2027")
            @Nullable
            @Pattern(regexp = "[A-Z0-9_]{1,60}")
            String version,

            @Schema(
                    description =
                            "Seperti mengusulkan versi instansi; bagian yang bukan pilihan instansi pun boleh dicoba.")
            @Nullable
            @Valid
            Proposal draft) {}

    /**
     * A simulation as a job.
     *
     * @param beyondChoice places in which the draft differs and which no agency may choose
     * @param result absent until the first people are weighed
     */
    @Schema(name = "Simulation", description = "Simulasi sebuah draf atas seluruh pegawai instansi.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            @Schema(examples = "01980a52-7c1e-7000-8000-0000000000ad")
            UUID id,

            @Schema(examples = "RETIREMENT") RuleSetKind kind,
            @Schema(examples = "2026-11-22") LocalDate asOf,

            @Schema(description = "Versi yang berlaku pada hari itu, seperti saat simulasi dipesan.")
            RulebookJson.View current,

            @Schema(description = "Draf yang disimulasikan, seutuhnya.")
            RulebookJson.View draft,

            @Schema(
                    description = "Bagian draf yang berbeda dan tidak boleh dipilih instansi, sebagai JSON pointer.",
                    examples = "[\"/body/ages/ADMINISTRATOR\"]")
            List<String> beyondChoice,

            @Schema(examples = "SUCCEEDED") JobStatus status,
            ProgressView progress,
            @Schema(examples = "2026-11-22T02:15:00Z") Instant createdAt,

            @Schema(examples = "2026-11-22T02:15:01Z") @Nullable
            Instant startedAt,

            @Schema(description = "Perkiraan selesai, dari laju sejauh ini.", examples = "2026-11-22T02:15:20Z")
            @Nullable
            Instant expectedEndAt,

            @Schema(examples = "2026-11-22T02:15:18Z") @Nullable
            Instant endedAt,

            @Schema(description = "Sebab kegagalan, daftarnya di /problems.", examples = "0")
            long problemCount,

            @Schema(description = "Hitungan sejauh progress; tuntas bila status SUCCEEDED.") @Nullable
            Totals result) {}

    /** The job of a simulation as its stream has always told it: in the members of an import. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Event(
            UUID id,
            String kind,
            JobStatus status,
            boolean dryRun,
            boolean partial,
            ProgressView progress,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant expectedEndAt,
            @Nullable Instant endedAt,
            @Nullable Counts outcome,
            long problemCount) {
        record Counts(long created, long updated, long unchanged, long failed, Map<String, Object> details) {
            static @Nullable Counts of(@Nullable SimulationOutcome outcome) {
                if (outcome == null) {
                    return null;
                }
                var tally = Tally.of(outcome);
                return new Counts(
                        0,
                        tally.changed(),
                        tally.unchanged(),
                        tally.left(),
                        Map.of("skipped", outcome.skipped(), "transitions", outcome.transitions()));
            }
        }

        static Event of(JobView job) {
            return new Event(
                    job.id(),
                    job.kind(),
                    job.status(),
                    true,
                    false,
                    job.progress(),
                    job.createdAt(),
                    job.startedAt(),
                    job.expectedEndAt(),
                    job.endedAt(),
                    Counts.of((SimulationOutcome) job.outcome()),
                    job.problemCount());
        }
    }

    /** The counts: evaluated and skipped make up the population, unchanged and changed what was evaluated. */
    @Schema(
            name = "SimulationTotals",
            description = "Berapa hasil yang berubah, dan dari apa menjadi apa. Bagi yang tidak boleh membaca sumbernya"
                    + " dibulatkan ke bawah ke kelipatan lima; kelompok di bawah lima tidak disebut.")
    public record Totals(
            @Schema(examples = "402") long population,
            @Schema(examples = "371") long evaluated,
            @Schema(examples = "339") long unchanged,
            @Schema(examples = "32") long changed,
            List<Skipped> skipped,
            List<Transition> transitions) {}

    @Schema(name = "SimulationSkipped", description = "Pegawai yang tidak dinilai, menurut sebabnya.")
    public record Skipped(
            @Schema(examples = "POSITION_MISSING") SkipReason reason,

            @Schema(examples = "Tidak memegang jabatan definitif pada hari itu.")
            String text,

            @Schema(examples = "31") long count) {}

    /** Equal labels: only a date or figure behind them has changed. */
    @Schema(
            name = "SimulationTransition",
            description =
                    "Banyak pegawai yang berpindah; bila from sama dengan to, hanya tanggal atau angkanya berubah.")
    public record Transition(
            @Schema(examples = "58") String from,
            @Schema(examples = "60") String to,
            @Schema(examples = "32") long count) {}

    @Schema(name = "SimulationChange", description = "Pegawai yang hasilnya berubah.")
    public record Changed(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000001")
            UUID employeeId,

            @Schema(examples = "Sari Widuri") String name,
            Result from,
            Result to) {}

    @Schema(name = "SimulationChangePage")
    public record ChangePage(
            List<Changed> items,
            @Nullable String next,
            @Nullable Long total) {}

    @Schema(name = "SimulationProblemPage")
    public record ProblemPage(
            List<ProblemView> items,
            @Nullable String next,
            @Nullable Long total) {}
}
