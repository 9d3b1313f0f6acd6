package id.karier.competency.assessment;

import id.karier.competency.CompetencyRef;
import id.karier.competency.dictionary.DictionaryJson.Level;
import id.karier.rules.body.JpmBody.Purpose;
import id.karier.rules.terms.AssessmentMethod;
import id.karier.rules.terms.PositionLevel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What travels over the wire about rounds. */
public final class AssessmentJson {
    private AssessmentJson() {}

    /** A round as an officer writes it; while it is prepared, it is changed with a merge patch of the same members. */
    @Schema(name = "AssessmentFacts")
    public record AssessmentFacts(
            @NotBlank @Size(max = 200) @Schema(examples = "Pemetaan kompetensi 2026")
            String name,

            @NotNull @Schema(description = "Menentukan bobot dan kategori.", examples = "PEMETAAN")
            Purpose purpose,

            @Schema(
                    description = "Hanya pegawai unit ini dan unit di bawahnya.",
                    examples = "01980a52-7c1e-7000-8000-000000000003")
            @Nullable
            UUID unitId,

            @Size(min = 1, max = 20)
            @Schema(description = "Hanya pemegang jabatan berjenjang ini.", examples = "[\"PENGAWAS\"]")
            @Nullable
            List<@NotNull PositionLevel> positionLevels,

            @Size(min = 1, max = 1000)
            @Schema(description = "Hanya pegawai ini.", examples = "[\"01980a52-7c1e-7000-8000-000000000005\"]")
            @Nullable
            List<@NotNull UUID> employees,

            @Size(min = 1, max = 6)
            @Schema(
                    description = "Bobot sendiri, berjumlah 1; tanpa ini menurut aturan ASSESSMENT.",
                    examples = "{\"SELF\": 0.1, \"SUPERIOR\": 0.5, \"PEER\": 0.2, \"SUBORDINATE\": 0.2}")
            @Nullable
            Map<AssessmentMethod, @NotNull BigDecimal> weights,

            @NotNull @Schema(description = "Hari pertama menjawab.", examples = "2026-11-02")
            LocalDate startsOn,

            @NotNull @Schema(description = "Hari terakhir menjawab.", examples = "2026-11-20")
            LocalDate endsOn) {}

    /** A round and how far it has come. */
    @Schema(name = "Assessment")
    public record View(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000301")
            UUID id,

            @Schema(examples = "Pemetaan kompetensi 2026") String name,
            @Schema(examples = "PEMETAAN") Purpose purpose,
            @Schema(examples = "OPEN") AssessmentState state,

            @Schema(examples = "01980a52-7c1e-7000-8000-000000000003") @Nullable
            UUID unitId,

            @Schema(examples = "[\"PENGAWAS\"]") @Nullable List<PositionLevel> positionLevels,

            @Schema(description = "Bobot sendiri; tanpa ini menurut aturan ASSESSMENT.", examples = "{\"SUPERIOR\": 1}")
            @Nullable
            Map<AssessmentMethod, BigDecimal> weights,

            @Schema(examples = "2026-11-02") LocalDate startsOn,
            @Schema(examples = "2026-11-20") LocalDate endsOn,

            @Schema(description = "Peserta yang ditemukan saat disiapkan.", examples = "42")
            int participants,

            @Schema(description = "Versi aturan ASSESSMENT sejak dibuka.", examples = "KARIER_2026") @Nullable
            String ruleSet,

            @Schema(description = "Hari peserta dan penilai ditentukan.", examples = "2026-10-30") @Nullable
            LocalDate preparedOn,

            @Schema(examples = "2026-11-21") @Nullable LocalDate closedOn,
            @Schema(examples = "2026-12-01") @Nullable LocalDate publishedOn,

            @Schema(description = "Hari terakhir meminta peninjauan.", examples = "2026-12-15") @Nullable
            LocalDate reviewUntil,

            @Schema(examples = "Struktur organisasi berubah") @Nullable
            String withdrawalReason,

            @Schema(description = "Versi, sama dengan ETag.", examples = "3")
            long version) {}

    /** Why a round is withdrawn. */
    @Schema(name = "AssessmentWithdrawal")
    public record Withdrawal(
            @NotBlank @Size(max = 500) @Schema(examples = "Struktur organisasi berubah")
            String reason) {}

    /** A person who is assessed. */
    @Schema(name = "AssessmentParticipant")
    public record Participant(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000311")
            UUID id,

            @Schema(examples = "01980a52-7c1e-7000-8000-000000000301")
            UUID assessmentId,

            @Schema(examples = "01980a52-7c1e-7000-8000-000000000005")
            UUID employeeId,

            @Schema(examples = "01980a52-7c1e-7000-8000-000000000003") @Nullable
            UUID unitId,

            @Schema(examples = "01980a52-7c1e-7000-8000-000000000004") @Nullable
            UUID positionId,

            @Schema(examples = "Kepala Subbagian Umum") String positionTitle,
            @Schema(examples = "PENGAWAS") PositionLevel positionLevel,

            @Schema(description = "Sejak hari ini tidak dinilai lagi: berhenti dari dinas.", examples = "2026-11-10")
            @Nullable
            LocalDate endedOn,

            @Schema(description = "Versi, sama dengan ETag.", examples = "0")
            long version) {}

    /** One term of a level. */
    @Schema(name = "AssessedLevelPart")
    public record Part(
            @Schema(examples = "SUPERIOR") LevelSource source,
            @Schema(examples = "0.4") BigDecimal weight,

            @Schema(
                    description =
                            "Rata-rata kelompok atau level temuan. Tidak ada bila tidak dijawab, atau bila terlalu"
                                    + " sedikit penilai; yang tidak ada tidak dihitung, bukan nol.",
                    examples = "3")
            @Nullable
            BigDecimal value) {}

    /** What was found of one competency. */
    @Schema(name = "AssessedLevel")
    public record AssessedLevel(
            CompetencyRef competency,
            @Schema(examples = "1") int edition,

            @Schema(description = "Disyaratkan jabatan saat putaran disiapkan.", examples = "3")
            int required,

            List<Part> parts,
            @Schema(examples = "3.13") @Nullable BigDecimal score,

            @Schema(
                    description = "Rata-rata tertimbang dengan angkanya.",
                    examples = "(0.4 × 3 + 0.25 × 3.3333) ÷ 0.65 = 3.13 → 3")
            @Nullable
            String formula,

            @Schema(description = "Yang terhitung; tidak ada bila terlalu sedikit yang diketahui.", examples = "3")
            @Nullable
            Integer computedLevel,

            @Schema(description = "Yang disepakati para asesor, bila berbeda.", examples = "2") @Nullable
            Integer calibratedLevel,

            @Schema(examples = "Bukti pusat penilaian lebih baru") @Nullable
            String calibrationReason,

            @Schema(description = "Yang berlaku.", examples = "2") @Nullable
            Integer level,

            @Schema(
                    description = "Disyaratkan dikurangi yang berlaku; positif berarti perlu dikembangkan.",
                    examples = "1")
            @Nullable
            Integer gap) {}

    /** A comment; of peers and subordinates together, in no order. */
    @Schema(name = "AssessmentComment")
    public record Comment(
            @Schema(examples = "PEER_AND_SUBORDINATE") LevelSource source,

            @Schema(examples = "Selalu membantu rekan baru") @Nullable
            String strength,

            @Schema(examples = "Lebih sering membagi tugas") @Nullable
            String advice) {}

    /** What came of a round for one participant. */
    @Schema(name = "AssessmentFindings")
    public record Findings(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000311")
            UUID participantId,

            @Schema(examples = "01980a52-7c1e-7000-8000-000000000005")
            UUID employeeId,

            @Schema(examples = "PUBLISHED") AssessmentState state,
            List<AssessedLevel> levels,

            @Schema(description = "Hanya bagi peserta sendiri dan asesor; dari rekan dan bawahan paling sedikit tiga.")
            List<Comment> comments) {}

    /** A level that assessors agree upon. */
    @Schema(name = "AssessmentCalibration")
    public record Calibration(
            @NotNull @Schema(examples = "01980a52-7c1e-7000-8000-000000000201")
            UUID competencyId,

            @NotNull @Schema(examples = "2") Integer level,

            @NotBlank @Size(max = 500) @Schema(examples = "Bukti pusat penilaian lebih baru")
            String reason) {}

    /** A person who is asked about a participant. */
    @Schema(name = "AssessmentRater")
    public record Rater(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000321")
            UUID id,

            @Schema(examples = "01980a52-7c1e-7000-8000-000000000301")
            UUID assessmentId,

            @Schema(examples = "01980a52-7c1e-7000-8000-000000000311")
            UUID participantId,

            @Schema(description = "Yang dinilai.", examples = "01980a52-7c1e-7000-8000-000000000005")
            UUID ratedId,

            @Schema(description = "Yang menilai.", examples = "01980a52-7c1e-7000-8000-000000000006")
            UUID employeeId,

            @Schema(examples = "PEER") RaterRelation relation,
            @Schema(examples = "INVITED") RaterState state,
            @Schema(examples = "2026-11-16") @Nullable LocalDate remindedOn,

            @Schema(description = "Versi, sama dengan ETag.", examples = "1")
            long version) {}

    /** Somebody who is to be asked about a participant. */
    @Schema(name = "NewAssessmentRater")
    public record NewRater(
            @NotNull @Schema(examples = "01980a52-7c1e-7000-8000-000000000006")
            UUID employeeId,

            @NotNull @Schema(description = "SUPERIOR, PEER, atau SUBORDINATE.", examples = "PEER")
            RaterRelation relation,

            @Schema(
                    description = "Penilai yang digantikan; tanpa ini sebagai tambahan.",
                    examples = "01980a52-7c1e-7000-8000-000000000321")
            @Nullable
            UUID replaces) {}

    /** How many were reminded. */
    @Schema(name = "AssessmentReminder")
    public record Reminder(@Schema(examples = "17") int raters) {}

    /** A competency that a form asks about. */
    @Schema(name = "AssessmentQuestion")
    public record Question(
            CompetencyRef competency,
            @Schema(examples = "1") int edition,

            @Schema(description = "Level dengan perilaku yang menunjukkannya.")
            List<Level> levels) {}

    /** A form that a rater has to answer, without its questions. */
    @Schema(name = "AssessmentFormSummary")
    public record FormSummary(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000321")
            UUID id,

            @Schema(examples = "01980a52-7c1e-7000-8000-000000000301")
            UUID assessmentId,

            @Schema(examples = "Pemetaan kompetensi 2026") String assessmentName,
            @Schema(examples = "2026-11-02") LocalDate startsOn,
            @Schema(examples = "2026-11-20") LocalDate endsOn,

            @Schema(description = "Yang dinilai.", examples = "01980a52-7c1e-7000-8000-000000000005")
            UUID ratedId,

            @Schema(examples = "Kepala Subbagian Umum") String positionTitle,
            @Schema(examples = "PEER") RaterRelation relation,
            @Schema(examples = "INVITED") RaterState state,

            @Schema(description = "Versi, sama dengan ETag.", examples = "0")
            long version) {}

    /** A form with its questions. */
    @Schema(name = "AssessmentForm")
    public record Form(
            FormSummary form,

            @Schema(
                    description = "Jawaban dibuka hanya sebagai angka kelompok. Tidak berlaku bagi atasan dan diri"
                            + " sendiri, yang dikenali dari hubungannya.",
                    examples = "true")
            boolean anonymous,

            @Schema(
                    description = "Penjelasan kerahasiaan untuk ditunjukkan di atas formulir.",
                    examples = "Jawaban Anda …")
            String notice,

            List<Question> questions) {}

    /** What a rater says of one competency. */
    @Schema(name = "AssessmentAnswer")
    public record AnsweredLevel(
            @NotNull @Schema(examples = "01980a52-7c1e-7000-8000-000000000201")
            UUID competencyId,

            @Schema(description = "Level yang terlihat; tanpa ini: tidak dapat menilai.", examples = "3") @Nullable
            Integer level) {}

    /** A whole form, as it is sent; sent again while the round is open it takes the place of the first. */
    @Schema(name = "AssessmentSubmission")
    public record NewSubmission(
            @NotNull @Size(min = 1, max = 100) @Schema(description = "Setiap pertanyaan formulir satu kali.")
            List<@NotNull @Valid AnsweredLevel> answers,

            @Size(max = 500) @Schema(examples = "Selalu membantu rekan baru") @Nullable
            String strength,

            @Size(max = 500) @Schema(examples = "Lebih sering membagi tugas") @Nullable
            String advice) {}

    /** What somebody has against a published level. */
    @Schema(name = "NewAssessmentReview")
    public record NewReview(
            @NotNull @Schema(examples = "01980a52-7c1e-7000-8000-000000000201")
            UUID competencyId,

            @NotBlank @Size(max = 2000) @Schema(examples = "Proyek lintas unit tahun ini tidak diperhitungkan")
            String reason) {}

    /** What an assessor decides. */
    @Schema(name = "AssessmentReviewDecision")
    public record ReviewDecision(
            @NotNull @Schema(examples = "CHANGED") ReviewOutcome outcome,

            @Schema(description = "Wajib bila hasil diubah.", examples = "3") @Nullable
            Integer level,

            @NotBlank @Size(max = 2000) @Schema(examples = "Laporan proyek menunjukkan level 3")
            String decision) {}

    /** A request for a review, and its outcome. */
    @Schema(name = "AssessmentReview")
    public record Review(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000331")
            UUID id,

            @Schema(examples = "01980a52-7c1e-7000-8000-000000000301")
            UUID assessmentId,

            @Schema(examples = "01980a52-7c1e-7000-8000-000000000311")
            UUID participantId,

            @Schema(examples = "01980a52-7c1e-7000-8000-000000000005")
            UUID employeeId,

            @Schema(examples = "01980a52-7c1e-7000-8000-000000000201")
            UUID competencyId,

            @Schema(examples = "Proyek lintas unit tahun ini tidak diperhitungkan")
            String reason,

            @Schema(examples = "2026-12-03") LocalDate askedOn,

            @Schema(description = "Tidak ada selama belum diputus.", examples = "CHANGED") @Nullable
            ReviewOutcome outcome,

            @Schema(examples = "3") @Nullable Integer decidedLevel,
            @Schema(examples = "2026-12-08") @Nullable LocalDate decidedOn,

            @Schema(examples = "Laporan proyek menunjukkan level 3") @Nullable
            String decision,

            @Schema(description = "Versi, sama dengan ETag.", examples = "0")
            long version) {}
}
