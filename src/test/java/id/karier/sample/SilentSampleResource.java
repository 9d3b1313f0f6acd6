package id.karier.sample;

import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Answer;
import id.karier.kernel.web.Writes;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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

/** Makes objects of a kind that tells nothing. */
@IfBuildProfile("planted")
@Path("/api/v1/silent-samples")
@Tag(name = "histories")
public class SilentSampleResource {
    private final SilentSampleService service;
    private final Writes writes;

    SilentSampleResource(SilentSampleService service, Writes writes) {
        this.service = service;
        this.writes = writes;
    }

    @Schema(name = "NewSilentSample")
    public record NewSilentSample(
            @NotNull UUID employeeId,
            @NotBlank @Schema(examples = "catatan") String note) {}

    @Schema(name = "SilentSampleMade")
    public record Made(UUID id) {}

    @POST
    @Access(value = Resource.CAREER_HISTORY, action = Action.WRITE)
    @Operation(operationId = "createSilentSample", summary = "Catat contoh yang tidak diceritakan")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Made.class)))
    public Response create(@Valid @NotNull NewSilentSample request) {
        return writes.run(request, () -> {
            var id = service.note(request.employeeId(), request.note());
            return Answer.created("/api/v1/silent-samples/" + id, new Made(id), 0);
        });
    }
}
