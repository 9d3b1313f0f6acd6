package id.karier.competency.evidence;

import id.karier.competency.evidence.EvidenceJson.Claim;
import id.karier.competency.evidence.EvidenceJson.NewClaim;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Answer;
import id.karier.kernel.web.Writes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a person says what she holds, over HTTP. */
@Path("/api/v1/employees/{employeeId}/competency-claims")
@Tag(name = "competencies")
public class ClaimSubmissionResource {
    private final ClaimService service;
    private final Writes writes;

    ClaimSubmissionResource(ClaimService service, Writes writes) {
        this.service = service;
        this.writes = writes;
    }

    @POST
    @Access(value = Resource.COMPETENCY_CLAIM, action = Action.WRITE)
    @Operation(
            operationId = "createCompetencyClaim",
            summary = "Ajukan kompetensi yang dikuasai dengan buktinya",
            description = "Seorang asesor memutuskannya.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Claim.class)))
    public Response create(UUID employeeId, @Valid @NotNull NewClaim request) {
        return writes.run(request, () -> {
            var claim = service.submit(employeeId, request);
            return Answer.created("/api/v1/competency-claims/" + claim.id(), claim, claim.version());
        });
    }
}
