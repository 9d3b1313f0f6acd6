package id.karier.competency.standard;

import id.karier.competency.standard.StandardJson.Requirements;
import id.karier.kernel.Caller;
import id.karier.kernel.ProblemException;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.EntityTags;
import id.karier.organisation.AgencyDirectory;
import id.karier.organisation.PositionDirectory;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** All that a position requires, over HTTP. */
@Path("/api/v1/positions/{positionId}/competency-standard")
@Tag(name = "competencies")
public class RequiredLevelsResource {
    private final StandardDirectory standards;
    private final PositionDirectory positions;
    private final AgencyDirectory agencies;
    private final Caller caller;

    RequiredLevelsResource(
            StandardDirectory standards, PositionDirectory positions, AgencyDirectory agencies, Caller caller) {
        this.standards = standards;
        this.positions = positions;
        this.agencies = agencies;
        this.caller = caller;
    }

    @GET
    @Access(Resource.COMPETENCY)
    @Operation(
            operationId = "getPositionRequirements",
            summary = "Level yang disyaratkan sebuah jabatan, dan dari mana asalnya",
            description = "Standar jabatan sendiri, atau bila tidak ada standar jenjangnya menurut aturan JPM.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Requirements.class)))
    @APIResponse(responseCode = "304", description = "Belum berubah")
    public Response get(
            UUID positionId,
            @QueryParam("asOf")
                    @Parameter(description = "Pada hari itu; tanpa ini hari ini.", example = "2026-01-01")
                    @Nullable
                    LocalDate asOf,
            Request request) {
        var position = positions.find(positionId).orElseThrow(ProblemException::notFound);
        var day = Objects.requireNonNullElse(asOf, agencies.today(caller.agency()));
        var view = standards.of(position.id(), position.name(), position.level(), day);
        return EntityTags.read(request, EntityTags.of(0, view), view);
    }
}
