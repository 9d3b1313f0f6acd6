package id.karier.competency.dictionary;

import id.karier.competency.CompetencyKind;
import id.karier.competency.CompetencyText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What travels over the wire about the dictionary. */
public final class DictionaryJson {
    private static final String CODE = "[A-Za-z0-9][A-Za-z0-9._/-]*";

    private DictionaryJson() {}

    /** A level as an officer writes it. */
    @Schema(name = "CompetencyLevelText")
    public record LevelText(
            @NotNull @Schema(examples = "1") Integer level,
            @NotNull @Valid CompetencyText title,

            @NotNull
            @NotEmpty
            @Size(max = 10)
            @Schema(description = "Indikator perilaku; kodenya diberi server menurut urutannya.")
            List<@NotNull @Valid CompetencyText> indicators) {}

    /** A competency that an agency adds. */
    @Schema(name = "NewCompetency")
    public record NewCompetency(
            @NotNull
            @Size(min = 1, max = 40)
            @Pattern(regexp = CODE)
            @Schema(description = "Kode, unik di instansi dan berbeda dari kode nasional.", examples = "TEK.ANG.01")
            String code,

            @NotNull
            @Schema(
                    description = "TECHNICAL atau GOVERNMENT_AFFAIRS; yang lain ditetapkan nasional.",
                    examples = "TECHNICAL")
            CompetencyKind kind,

            @NotNull @Valid CompetencyText name,

            @Size(max = 20)
            @Schema(description = "Urusan pemerintahan: kode dari /reference/government-affairs.", examples = "5.02")
            @Nullable
            String affair,

            @Size(max = 20)
            @Schema(description = "Rumpun jabatan: kode dari /reference/job-families.", examples = "RJF_03")
            @Nullable
            String jobFamily,

            @Valid @Nullable CompetencyText definition,

            @NotNull @Size(max = 9) @Schema(description = "Setiap level skala satu kali, dari yang terendah.")
            List<@NotNull @Valid LevelText> levels) {
        CompetencyChanges facts() {
            return new CompetencyChanges(name, affair, jobFamily, definition, levels);
        }
    }

    /** What an officer may change of a competency with a merge patch; other texts make a new edition. */
    @Schema(name = "CompetencyChanges")
    public record CompetencyChanges(
            @NotNull @Valid CompetencyText name,

            @Size(max = 20) @Schema(examples = "5.02") @Nullable
            String affair,

            @Size(max = 20) @Schema(examples = "RJF_03") @Nullable
            String jobFamily,

            @Valid @Nullable CompetencyText definition,
            @NotNull @Size(max = 9) List<@NotNull @Valid LevelText> levels) {
        boolean says(CompetencyText otherName, EditionContent other) {
            return name.equals(otherName) && content().equals(other);
        }

        EditionContent content() {
            return new EditionContent(definition, levels);
        }
    }

    /** The end of a competency in the dictionary; what was found by it stays. */
    @Schema(name = "CompetencyRetirement")
    public record Retirement(
            @Schema(description = "Hari terakhir dipakai; tanpa ini hari ini.", examples = "2026-12-31") @Nullable
            LocalDate retiredOn) {}

    /** A sign by which a level is seen. */
    @Schema(name = "CompetencyIndicator")
    public record Indicator(@Schema(examples = "INT.1.1") String code, CompetencyText text) {}

    /** A level of a competency. */
    @Schema(name = "CompetencyLevel")
    public record Level(@Schema(examples = "1") int level, CompetencyText title, List<Indicator> indicators) {}

    /** A competency as the dictionary has it now. */
    @Schema(name = "CompetencyEntry")
    public record View(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000201")
            UUID id,

            @Schema(examples = "INT") String code,
            @Schema(examples = "MANAGERIAL") CompetencyKind kind,

            @Schema(description = "Dari kamus nasional; instansi tidak mengubahnya.", examples = "true")
            boolean national,

            CompetencyText name,
            @Schema(examples = "5.02") @Nullable String affair,
            @Schema(examples = "RJF_03") @Nullable String jobFamily,

            @Schema(description = "Edisi yang berlaku.", examples = "1")
            int edition,

            @Schema(description = "Hari pertama edisi ini.", examples = "2026-11-01")
            LocalDate since,

            @Nullable CompetencyText definition,
            List<Level> levels,

            @Schema(description = "Hari terakhir dipakai; tidak ada selama masih dipakai.", examples = "2027-12-31")
            @Nullable
            LocalDate retiredOn,

            @Schema(description = "Versi, sama dengan ETag.", examples = "0")
            long version) {}

    /** A row of the dictionary. */
    @Schema(name = "CompetencySummary")
    public record Summary(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000201")
            UUID id,

            @Schema(examples = "INT") String code,
            @Schema(examples = "MANAGERIAL") CompetencyKind kind,
            @Schema(examples = "true") boolean national,
            CompetencyText name,
            @Schema(examples = "5.02") @Nullable String affair,
            @Schema(examples = "RJF_03") @Nullable String jobFamily,
            @Schema(examples = "1") int edition,
            @Schema(examples = "2027-12-31") @Nullable LocalDate retiredOn) {}

    /** What the dictionary says of a competency from a day on. */
    @Schema(name = "CompetencyEdition")
    public record Edition(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000202")
            UUID id,

            @Schema(examples = "1") int number,
            @Schema(examples = "2026-11-01") LocalDate since,
            CompetencyText name,
            @Nullable CompetencyText definition,
            List<Level> levels,

            @Schema(description = "Versi, sama dengan ETag.", examples = "0")
            long version) {}

    /** The levels as readers see them, each indicator with its code. */
    static List<Level> levels(String code, List<LevelText> texts) {
        var levels = new ArrayList<Level>();
        for (var text : texts) {
            var indicators = new ArrayList<Indicator>();
            for (var indicator : text.indicators()) {
                var number = code + '.' + text.level() + '.' + (indicators.size() + 1);
                indicators.add(new Indicator(number, indicator));
            }
            levels.add(new Level(text.level(), text.title(), List.copyOf(indicators)));
        }
        return List.copyOf(levels);
    }
}
