package id.karier.competency.profile;

import id.karier.calculation.measure.JpmJson.JpmAnswer;
import id.karier.competency.CompetencyRef;
import id.karier.competency.CompetencyText;
import id.karier.competency.evidence.EvidenceJson.Result;
import id.karier.competency.evidence.EvidenceKind;
import id.karier.competency.standard.StandardBasis;
import id.karier.rules.terms.PositionLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What travels over the wire about a person's competencies. */
public final class ProfileJson {
    private ProfileJson() {}

    /** The position that is compared with. */
    @Schema(name = "CompetencyProfilePosition")
    public record Position(
            @Schema(
                    description = "Tidak ada bila jabatannya tidak ada di register.",
                    examples = "01980a52-7c1e-7000-8000-000000000004")
            @Nullable
            UUID id,

            @Schema(examples = "Pranata Komputer Ahli Muda") String name,
            @Schema(examples = "JF_AHLI_MUDA") PositionLevel level,

            @Schema(description = "Jabatan definitifnya pada hari itu.", examples = "true")
            boolean own) {}

    /** What was found at a time. */
    @Schema(name = "CompetencyMoment")
    public record Moment(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000221")
            UUID resultId,

            @Schema(examples = "2") int level,
            @Schema(examples = "1") int edition,
            @Schema(examples = "ASSESSMENT_CENTRE") EvidenceKind evidence,
            @Schema(examples = "2023-02-13") LocalDate foundOn,
            @Schema(examples = "2026-02-12") @Nullable LocalDate validUntil) {}

    /** A competency: required, held, missing. */
    @Schema(name = "CompetencyProfileItem")
    public record Item(
            CompetencyRef competency,

            @Schema(description = "Level yang disyaratkan jabatan.", examples = "3") @Nullable
            Integer required,

            @Schema(description = "Dari mana syaratnya.", examples = "POSITION_LEVEL") @Nullable
            StandardBasis basis,

            @Schema(examples = "ASSESSED") HoldingState state,

            @Schema(
                    description = "Level yang dikuasai; tidak ada bila belum dinilai, dan tidak pernah nol.",
                    examples = "2")
            @Nullable
            Integer held,

            @Schema(description = "Syarat dikurangi level: positif perlu dikembangkan.", examples = "1") @Nullable
            Integer gap,

            @Schema(description = "Mengapa tidak ada level.", examples = "Belum dinilai.") @Nullable
            String note,

            @Schema(description = "Hasil yang diperhitungkan.") @Nullable
            Result result,

            @Schema(description = "Semua hasil yang tidak dibatalkan, terbaru dahulu.")
            List<Moment> history) {
        Item withNote(@Nullable String sentence) {
            return new Item(competency, required, basis, state, held, gap, sentence, result, history);
        }
    }

    /** An axis of a radar chart; an absent figure is not drawn. */
    @Schema(name = "CompetencyAxis")
    public record Axis(
            @Schema(examples = "INT") String code,
            CompetencyText name,
            @Schema(examples = "3") @Nullable Integer required,
            @Schema(examples = "2") @Nullable Integer held) {}

    /** The job–person match, or why there is none. */
    @Schema(name = "CompetencyMatch")
    public record Match(
            @Schema(description = "JPM dengan langkah dan angkanya; tidak ada selama ada yang belum dinilai.") @Nullable
            JpmAnswer jpm,

            @Schema(description = "Kode kompetensi yang belum dinilai.", examples = "[\"PK\"]")
            List<String> missing,

            @Schema(description = "Mengapa tidak ada JPM.", examples = "JPM belum dapat dihitung: PK belum dinilai.")
            @Nullable
            String note) {}

    /** A person's competencies against a position. */
    @Schema(name = "CompetencyProfile")
    public record Profile(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000001")
            UUID employeeId,

            @Schema(examples = "2026-04-01") LocalDate asOf,
            @Nullable Position position,
            List<Item> items,
            List<Axis> radar,
            Match match,

            @Schema(
                    description = "Hari terakhir hasil yang paling dahulu habis masa berlakunya.",
                    examples = "2029-02-15")
            @Nullable
            LocalDate nextValidityEnd) {}
}
