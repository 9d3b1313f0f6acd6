package id.karier.competency.assessment;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be done, and to which round. */
@Schema(name = "AssessmentJobSettings")
public record AssessmentSettings(
        @Schema(examples = "01980a52-7c1e-7000-8000-000000000301")
        UUID assessmentId,

        @Schema(examples = "PREPARE") AssessmentTask task) {}
