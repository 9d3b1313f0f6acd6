package id.karier.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.rules.ConfidenceMark;
import id.karier.rules.FigureMark;
import id.karier.rules.LegalBasis;
import id.karier.rules.RuleSetKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the world sees of rule sets and kept results. */
public final class RulebookJson {
    private RulebookJson() {}

    /** One line of the list; {@code agency} and {@code status} only of an agency's own version. */
    @Schema(name = "RuleSetSummary", description = "Satu versi aturan.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Summary(
            @Schema(examples = "RANK_PROMOTION") RuleSetKind kind,
            @Schema(examples = "BKN_4_2025") String version,
            @Schema(examples = "2025-10-01") LocalDate effectiveFrom,
            @Schema(examples = "2027-12-31") @Nullable LocalDate effectiveTo,

            @Schema(description = "Keyakinan atas angkanya.", examples = "CONFIRMED")
            ConfidenceMark mark,

            List<LegalBasis> legalBasis,

            @Schema(description = "Instansi pemilik versi; kosong untuk versi nasional.", examples = "lampung")
            @Nullable
            String agency,

            @Schema(examples = "APPROVED") @Nullable ProposalStatus status) {}

    @Schema(name = "RuleSetPage")
    public record RuleSetPage(
            List<Summary> items,
            @Nullable String next,
            @Nullable Long total) {}

    /** A whole rule set; the shape of {@code body} is the kind's published schema. */
    @Schema(name = "RuleSet", description = "Satu versi aturan dengan seluruh angkanya.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            @Schema(examples = "TRANSFER") RuleSetKind kind,
            @Schema(examples = "BKN_5_2019") String version,

            @Schema(description = "Pembacaan keberapa dari aturan yang sama.", examples = "1")
            int revision,

            @Schema(description = "Hari penetapannya, bila mendahului hari berlakunya.", examples = "2019-01-01")
            @Nullable
            LocalDate enactedOn,

            @Schema(examples = "2019-01-01") LocalDate effectiveFrom,
            @Schema(examples = "2027-12-31") @Nullable LocalDate effectiveTo,
            List<LegalBasis> legalBasis,
            @Schema(examples = "CONFIRMED") ConfidenceMark mark,

            @Schema(description = "Bagian yang keyakinannya berbeda.")
            List<FigureMark> marks,

            @Schema(
                    description = "Bagian yang boleh dipilih instansi, sebagai JSON pointer dalam body.",
                    examples = "[\"/conditions\"]")
            List<String> agencyMayChange,

            @Schema(examples = "lampung") @Nullable String agency,
            @Schema(examples = "APPROVED") @Nullable ProposalStatus status,

            @Schema(description = "Versi nasional yang menjadi dasar.", examples = "BKN_26_2019") @Nullable
            String basedOn,

            @Schema(
                    type = SchemaType.OBJECT,
                    description = "Angkanya, menurut skema jenisnya.",
                    examples = "{\"minimumYears\": 2, \"maximumYears\": 5}")
            JsonNode body) {}

    /**
     * An agency's own version of the national rule set in force on its first day.
     *
     * @param body only the members that the agency changes, each one whole
     */
    @Schema(
            name = "RuleSetProposal",
            description = "Usul versi instansi dari versi nasional yang berlaku pada hari pertamanya.")
    public record Proposal(
            @Schema(description = "Nama versi.", examples = "LAMPUNG_2027")
            @NotNull
            @Pattern(regexp = "[A-Z0-9_]{1,60}")
            String version,

            @Schema(description = "Hari pertama berlaku; tidak boleh lampau.", examples = "2027-01-01") @NotNull
            LocalDate effectiveFrom,

            @Schema(examples = "2027-12-31") @Nullable LocalDate effectiveTo,

            @Schema(description = "Peraturan instansi yang menetapkannya.") @NotEmpty @Size(max = 20)
            List<@Valid @NotNull LegalBasis> legalBasis,

            @Schema(
                    type = SchemaType.OBJECT,
                    description = "Hanya anggota body yang diubah, masing-masing utuh.",
                    examples = "{\"capModes\": [\"PER_COMPETENCY\"]}")
            @NotNull
            ObjectNode body) {}

    /** A kept result; the answer is as the calculator gave it. */
    @Schema(name = "CalculationResult", description = "Hasil perhitungan yang disimpan.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ResultView(
            @Schema(examples = "01980a52-7c1e-7000-8000-0000000000ab")
            UUID id,

            @Schema(examples = "retirement") String calculator,

            @Schema(description = "Hari yang dipakai sebagai hari ini.", examples = "2026-11-22")
            LocalDate calculatedOn,

            @Schema(examples = "2026-11-22T02:15:00Z") Instant keptAt,

            @Schema(type = SchemaType.OBJECT, examples = "{\"birthDate\": \"1968-04-11\", \"postLevel\": \"PENGAWAS\"}")
            JsonNode request,

            @Schema(
                    type = SchemaType.OBJECT,
                    examples = "{\"reachedOn\": \"2026-04-11\", \"effectiveOn\": \"2026-05-01\"}")
            JsonNode answer,

            long version) {}

    /**
     * The result computed again from what was kept.
     *
     * @param agrees whether the two answers are the same
     * @param answer the answer as it is computed now, in sentences
     */
    @Schema(
            name = "CalculationExplanation",
            description = "Hasil yang dihitung ulang dari aturan dan masukan yang disimpan.")
    public record Explanation(
            @Schema(examples = "01980a52-7c1e-7000-8000-0000000000ab")
            UUID result,

            @Schema(examples = "true") boolean agrees,

            @Schema(
                    type = SchemaType.OBJECT,
                    examples = "{\"reachedOn\": \"2026-04-11\", \"effectiveOn\": \"2026-05-01\"}")
            JsonNode kept,

            @Schema(
                    type = SchemaType.OBJECT,
                    examples = "{\"reachedOn\": \"2026-04-11\", \"effectiveOn\": \"2026-05-01\"}")
            JsonNode answer) {}
}
