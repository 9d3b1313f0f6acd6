package id.karier.competency.standard;

import id.karier.competency.CompetencyRef;
import id.karier.rules.RuleSetRef;
import id.karier.rules.terms.PositionLevel;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What travels over the wire about standards. */
public final class StandardJson {
    private StandardJson() {}

    /** The level that a position requires from a day on. */
    @Schema(name = "NewPositionStandard")
    public record NewStandard(
            @NotNull @Schema(examples = "01980a52-7c1e-7000-8000-000000000004")
            UUID positionId,

            @NotNull @Schema(examples = "01980a52-7c1e-7000-8000-000000000201")
            UUID competencyId,

            @NotNull @Schema(description = "Level yang disyaratkan, menurut skala aturan JPM.", examples = "3")
            Integer level,

            @NotNull
            @Schema(
                    description = "Standar sebelumnya dari kompetensi ini berakhir sehari sebelumnya.",
                    examples = "2026-01-01")
            LocalDate startsOn,

            @Size(max = 100) @Schema(examples = "800/12/2025") @Nullable
            String decreeNumber) {}

    /** The end of a standard, after which that of the level counts again. */
    @Schema(name = "PositionStandardClosure")
    public record Closure(
            @Schema(description = "Hari terakhir; tanpa ini hari ini.", examples = "2026-12-31") @Nullable
            LocalDate endsOn) {}

    /** A position's own standard of a competency. */
    @Schema(name = "PositionStandard")
    public record View(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000211")
            UUID id,

            @Schema(examples = "01980a52-7c1e-7000-8000-000000000004")
            UUID positionId,

            CompetencyRef competency,
            @Schema(examples = "3") int level,
            @Schema(examples = "2026-01-01") LocalDate startsOn,
            @Schema(examples = "2026-12-31") @Nullable LocalDate endsOn,
            @Schema(examples = "800/12/2025") @Nullable String decreeNumber,

            @Schema(description = "Versi, sama dengan ETag.", examples = "0")
            long version) {}

    /** What is required of one competency, and by what. */
    @Schema(name = "RequiredLevel")
    public record Required(
            CompetencyRef competency,
            @Schema(examples = "3") int level,

            @Schema(
                    description = "OWN: standar jabatan sendiri; POSITION_LEVEL: standar jenjangnya (aturan JPM).",
                    examples = "POSITION_LEVEL")
            StandardBasis basis,

            @Schema(description = "Standar jabatan sendiri.", examples = "01980a52-7c1e-7000-8000-000000000211")
            @Nullable
            UUID standardId,

            @Schema(description = "Sejak kapan standar jabatan sendiri.", examples = "2026-01-01") @Nullable
            LocalDate since) {}

    /** All that a position requires on a day. */
    @Schema(name = "PositionRequirements")
    public record Requirements(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000004") @Nullable
            UUID positionId,

            @Schema(examples = "Pranata Komputer Ahli Muda") String positionName,
            @Schema(examples = "JF_AHLI_MUDA") PositionLevel positionLevel,
            @Schema(examples = "2026-04-01") LocalDate asOf,
            List<Required> items,

            @Schema(description = "Aturan yang memberi standar jenjang.")
            RuleSetRef ruleSet) {}
}
