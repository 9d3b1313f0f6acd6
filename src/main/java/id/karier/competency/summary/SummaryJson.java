package id.karier.competency.summary;

import id.karier.competency.CompetencyRef;
import id.karier.rules.terms.PositionLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What travels over the wire about groups. */
public final class SummaryJson {
    private SummaryJson() {}

    /** How a group stands; without figures where it is not told. */
    @Schema(name = "CompetencyFigures")
    public record Figures(
            @Schema(
                    description = "Tidak disajikan, karena kelompok ini atau sisanya terlalu kecil.",
                    examples = "false")
            boolean suppressed,

            @Schema(description = "Pegawai yang jabatannya mensyaratkan kompetensi ini.", examples = "24") @Nullable
            Integer people,

            @Schema(description = "Yang punya hasil yang berlaku.", examples = "18") @Nullable
            Integer assessed,

            @Schema(description = "Persen yang punya hasil yang berlaku.", examples = "75.00") @Nullable
            BigDecimal shareAssessed,

            @Schema(description = "Di bawah syarat.", examples = "6") @Nullable
            Integer below,

            @Schema(description = "Sesuai syarat.", examples = "9") @Nullable
            Integer at,

            @Schema(description = "Di atas syarat.", examples = "3") @Nullable
            Integer above,

            @Schema(
                    description = "Rata-rata syarat dikurangi level, hanya dari yang punya hasil; positif perlu"
                            + " dikembangkan.",
                    examples = "0.22")
            @Nullable
            BigDecimal meanGap) {
        static final Figures SUPPRESSED = new Figures(true, null, null, null, null, null, null, null);
    }

    /** A unit with everything below it. */
    @Schema(name = "CompetencyUnitSummary")
    public record UnitRow(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000002")
            UUID id,

            @Schema(examples = "Dinas Komunikasi dan Informatika")
            String name,

            Figures figures) {}

    /** A level of position in the whole agency. */
    @Schema(name = "CompetencyLevelSummary")
    public record LevelRow(@Schema(examples = "PENGAWAS") PositionLevel level, Figures figures) {}

    /** How an agency stands in a competency. */
    @Schema(name = "CompetencyGroupSummary")
    public record View(
            CompetencyRef competency,
            @Schema(examples = "2026-04-01") LocalDate asOf,

            @Schema(description = "Kelompok terkecil yang disajikan.", examples = "5")
            int smallestGroup,

            @Schema(description = "Seluruh instansi.") Figures total,

            @Schema(description = "Unit yang diminta, dengan semua di bawahnya.") @Nullable
            UnitRow unit,

            @Schema(description = "Unit puncak, atau unit tepat di bawah unit yang diminta.")
            List<UnitRow> units,

            @Schema(description = "Jenjang jabatan, selalu seluruh instansi.")
            List<LevelRow> levels) {}
}
