package id.karier.competency;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A competency as others name it. */
@Schema(name = "CompetencyRef")
public record CompetencyRef(
        @Schema(examples = "01980a52-7c1e-7000-8000-000000000201")
        UUID id,

        @Schema(examples = "INT") String code,
        @Schema(examples = "MANAGERIAL") CompetencyKind kind,
        CompetencyText name) {}
