package id.karier.competency.evidence;

import id.karier.competency.CompetencyRef;
import id.karier.employee.Source;
import id.karier.kernel.Published;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What travels over the wire about results and claims. */
@Published
public final class EvidenceJson {
    private EvidenceJson() {}

    /** What somebody was found to hold. */
    @Schema(name = "NewCompetencyResult")
    public record NewResult(
            @NotNull @Schema(examples = "01980a52-7c1e-7000-8000-000000000201")
            UUID competencyId,

            @NotNull @Schema(description = "Level yang ditemukan, menurut skala aturan JPM.", examples = "3")
            Integer level,

            @NotNull
            @Schema(
                    description =
                            "ASSESSMENT_CENTRE atau CERTIFICATE; CLAIM terjadi lewat keputusan atas klaim, ROUND lewat putaran penilaian.",
                    examples = "ASSESSMENT_CENTRE")
            EvidenceKind evidence,

            @NotNull @Schema(description = "Hari asesmen, atau hari terbit sertifikat.", examples = "2026-02-16")
            LocalDate foundOn,

            @Size(max = 200)
            @Schema(description = "Yang menilai atau menerbitkan.", examples = "UPT Penilaian Kompetensi")
            @Nullable
            String assessor,

            @Size(max = 100) @Schema(description = "Wajib bagi sertifikat.", examples = "KOMP/2026/00187") @Nullable
            String certificateNumber,

            @Schema(
                    description = "Hari terakhir berlaku; tanpa ini menurut aturan JPM. Wajib bagi sertifikat"
                            + " pemerintahan.",
                    examples = "2029-02-15")
            @Nullable
            LocalDate validUntil) {}

    /** Why a result no longer counts. */
    @Schema(name = "CompetencyResultAnnulment")
    public record Annulment(
            @NotBlank @Size(max = 500) @Schema(examples = "Tertukar dengan pegawai lain")
            String reason) {}

    /** A result, as it was found. */
    @Schema(name = "CompetencyResult")
    public record Result(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000221")
            UUID id,

            CompetencyRef competency,

            @Schema(description = "Edisi kamus yang dipakai.", examples = "1")
            int edition,

            @Schema(examples = "3") int level,
            @Schema(examples = "ASSESSMENT_CENTRE") EvidenceKind evidence,
            @Schema(examples = "2026-02-16") LocalDate foundOn,

            @Schema(description = "Hari terakhir berlaku.", examples = "2029-02-15") @Nullable
            LocalDate validUntil,

            @Schema(examples = "UPT Penilaian Kompetensi") @Nullable
            String assessor,

            @Schema(examples = "KOMP/2026/00187") @Nullable String certificateNumber,

            @Schema(examples = "LOCAL") Source source,

            @Schema(description = "Klaim yang diputus.", examples = "01980a52-7c1e-7000-8000-000000000231") @Nullable
            UUID claimId,

            @Schema(
                    description = "Putaran penilaian yang menemukannya.",
                    examples = "01980a52-7c1e-7000-8000-000000000301")
            @Nullable
            UUID assessmentId,

            @Schema(description = "Versi aturan JPM yang dipakai.", examples = "BKN_26_2019")
            String ruleSet,

            @Schema(description = "Sejak hari ini tidak diperhitungkan lagi.", examples = "2026-03-02") @Nullable
            LocalDate annulledOn,

            @Schema(examples = "Tertukar dengan pegawai lain") @Nullable
            String annulmentReason,

            @Schema(description = "Versi, sama dengan ETag.", examples = "0")
            long version) {
        /** It had been found by a day, and is not annulled. */
        public boolean isKnownOn(LocalDate day) {
            return annulledOn == null && !foundOn.isAfter(day);
        }

        /** It is not past its last day. */
        public boolean isValidOn(LocalDate day) {
            return validUntil == null || !validUntil.isBefore(day);
        }
    }

    /** What a person says that she holds, by a certificate or by her work. */
    @Schema(name = "NewCompetencyClaim")
    public record NewClaim(
            @NotNull @Schema(examples = "01980a52-7c1e-7000-8000-000000000201")
            UUID competencyId,

            @NotNull @Schema(examples = "3") Integer level,

            @Size(max = 2000)
            @Schema(
                    description = "Pekerjaan yang membuktikannya; boleh kosong bila ada sertifikat.",
                    examples = "Menyusun analisis belanja tiga perangkat daerah, 2025")
            @Nullable
            String description,

            @Size(max = 100) @Schema(examples = "KOMP/2026/00187") @Nullable
            String certificateNumber,

            @Schema(description = "Hari terakhir berlakunya sertifikat.", examples = "2029-02-15") @Nullable
            LocalDate certificateUntil) {}

    /** What an assessor decides on a claim. */
    @Schema(name = "CompetencyClaimDecision")
    public record Decision(
            @NotNull @Schema(examples = "true") Boolean accepted,

            @Schema(description = "Level yang diakui, bila lain dari yang diklaim.", examples = "2") @Nullable
            Integer level,

            @Size(max = 1000)
            @Schema(description = "Wajib bila ditolak.", examples = "Bukti belum menunjukkan level 3")
            @Nullable
            String reason) {}

    /** A claim, and what became of it. */
    @Schema(name = "CompetencyClaim")
    public record Claim(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000231")
            UUID id,

            @Schema(examples = "01980a52-7c1e-7000-8000-000000000001")
            UUID employeeId,

            CompetencyRef competency,
            @Schema(examples = "3") int level,

            @Schema(examples = "Menyusun analisis belanja tiga perangkat daerah, 2025") @Nullable
            String description,

            @Schema(examples = "KOMP/2026/00187") @Nullable String certificateNumber,

            @Schema(examples = "2029-02-15") @Nullable LocalDate certificateUntil,
            @Schema(examples = "SUBMITTED") ClaimStatus status,
            @Schema(examples = "2026-04-01T02:15:30Z") Instant submittedAt,
            @Schema(examples = "2026-04-08") @Nullable LocalDate decidedOn,

            @Schema(description = "Level yang diakui.", examples = "2") @Nullable
            Integer decidedLevel,

            @Schema(examples = "Bukti belum menunjukkan level 3") @Nullable
            String reason,

            @Schema(description = "Versi, sama dengan ETag.", examples = "0")
            long version) {}
}
