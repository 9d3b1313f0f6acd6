package id.karier.competency.standard;

import id.karier.competency.standard.StandardJson.Closure;
import id.karier.competency.standard.StandardJson.NewStandard;
import id.karier.competency.standard.StandardJson.View;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Answer;
import id.karier.kernel.web.EntityTags;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.Writes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Positions' own standards over HTTP. */
@Path("/api/v1/position-standards")
@Tag(name = "competencies")
public class PositionStandardResource {
    private final StandardService service;
    private final StandardQueries standards;
    private final Writes writes;

    PositionStandardResource(StandardService service, StandardQueries standards, Writes writes) {
        this.service = service;
        this.standards = standards;
        this.writes = writes;
    }

    @GET
    @Access(Resource.COMPETENCY)
    @Operation(
            operationId = "listPositionStandards",
            summary = "Standar kompetensi milik jabatan, terbaru dahulu",
            description = "Hanya standar yang ditetapkan untuk jabatannya sendiri; yang berlaku seluruhnya ada di"
                    + " /positions/{positionId}/competency-standard. Kunci urutan: startsOn.")
    public RestResponse<Page<View>> list(@BeanParam StandardFilter filter, @BeanParam PageRequest page, UriInfo uri) {
        return standards.page(filter, page).respond(uri);
    }

    @GET
    @Path("/{id}")
    @Access(Resource.COMPETENCY)
    @Operation(operationId = "getPositionStandard", summary = "Sebuah standar kompetensi jabatan")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "304", description = "Belum berubah")
    public Response get(UUID id, Request request) {
        var view = standards.view(id);
        return EntityTags.read(request, EntityTags.of(view.version(), view.competency()), view);
    }

    @POST
    @Access(value = Resource.COMPETENCY, action = Action.WRITE)
    @Operation(
            operationId = "createPositionStandard",
            summary = "Tetapkan level yang disyaratkan sebuah jabatan",
            description = "Standar sebelumnya dari kompetensi yang sama berakhir sehari sebelumnya.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = View.class)))
    public Response create(@Valid @NotNull NewStandard request) {
        return writes.run(request, () -> {
            var view = service.set(request);
            return Answer.created("/api/v1/position-standards/" + view.id(), view, view.version());
        });
    }

    @POST
    @Path("/{id}/closure")
    @Access(value = Resource.COMPETENCY, action = Action.WRITE)
    @Operation(
            operationId = "closePositionStandard",
            summary = "Akhiri sebuah standar jabatan",
            description = "Sesudahnya berlaku standar jenjang jabatannya.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    public Response close(UUID id, @Valid @NotNull Closure closure) {
        return writes.run(closure, () -> {
            var view = service.end(id, closure);
            return Answer.ok(view, view.version());
        });
    }
}
