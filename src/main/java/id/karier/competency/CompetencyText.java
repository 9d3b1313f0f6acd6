package id.karier.competency;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody wrote in Indonesian and perhaps in English. */
@Schema(name = "CompetencyText")
public record CompetencyText(
        @NotBlank @Size(max = 1000) @Schema(description = "Bahasa Indonesia.", examples = "Analisis anggaran")
        String id,

        @Size(max = 1000) @Schema(description = "Bahasa Inggris.", examples = "Budget analysis") @Nullable
        String en) {}
