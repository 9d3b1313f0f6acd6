package id.karier.organisation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.kernel.Caller;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.EntityTags;
import id.karier.kernel.web.MergePatch;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.Writes;
import id.karier.organisation.PositionJson.NewPosition;
import id.karier.organisation.PositionJson.PositionChanges;
import id.karier.organisation.PositionJson.Summary;
import id.karier.organisation.PositionJson.View;
import id.karier.organisation.UnitJson.Closure;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Positions over HTTP. */
@Path("/api/v1/positions")
@Tag(name = "positions")
public class PositionResource {
    private final PositionService service;
    private final PositionQueries positions;
    private final AgencyDirectory agencies;
    private final Caller caller;
    private final Writes writes;

    PositionResource(
            PositionService service,
            PositionQueries positions,
            AgencyDirectory agencies,
            Caller caller,
            Writes writes) {
        this.service = service;
        this.positions = positions;
        this.agencies = agencies;
        this.caller = caller;
        this.writes = writes;
    }

    @GET
    @Access(Resource.POSITION)
    @Operation(
            operationId = "listPositions",
            summary = "Daftar jabatan dan keterisiannya",
            description = "Jabatan yang ada hari ini, atau pada hari asOf. Kunci urutan: name, code, agency.")
    public RestResponse<Page<Summary>> list(
            @BeanParam PositionFilter filter, @BeanParam PageRequest page, UriInfo uri) {
        return positions.list(filter, today(), page).respond(uri);
    }

    @GET
    @Path("/{id}")
    @Access(Resource.POSITION)
    @Operation(operationId = "getPosition", summary = "Sebuah jabatan dan keterisiannya hari ini")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "304", description = "Belum berubah")
    public Response get(UUID id, Request request) {
        var view = positions.view(id, today());
        return EntityTags.read(request, EntityTags.of(view.version(), view.occupied(), view.unit()), view);
    }

    @POST
    @Access(value = Resource.POSITION, action = Action.WRITE)
    @Operation(operationId = "createPosition", summary = "Tambah jabatan pada unit")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = View.class)))
    public Response create(@Valid @NotNull NewPosition request) {
        return writes.create(request, "/api/v1/positions", () -> service.create(request));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, "application/json"})
    @Access(value = Resource.POSITION, action = Action.WRITE)
    @Operation(operationId = "patchPosition", summary = "Ubah jabatan")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = PositionChanges.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    public Response patch(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull ObjectNode patch) {
        return writes.change(ifMatch, patch, version -> service.change(id, version, patch));
    }

    @DELETE
    @Path("/{id}")
    @Access(value = Resource.POSITION, action = Action.WRITE)
    @Operation(
            operationId = "deletePosition",
            summary = "Hapus jabatan yang keliru dibuat",
            description =
                    "Hanya selama tidak pernah dipangku dan tidak disebut data lain; selain itu tutup jabatannya.")
    @APIResponse(responseCode = "204", description = "Terhapus")
    public Response delete(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return writes.delete(ifMatch, version -> service.remove(id, version));
    }

    @POST
    @Path("/{id}/closure")
    @Access(value = Resource.POSITION, action = Action.WRITE)
    @Operation(
            operationId = "closePosition",
            summary = "Tutup jabatan",
            description = "Hanya jabatan yang tidak dipangku siapa pun sesudah hari terakhirnya.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    public Response close(UUID id, @Valid @NotNull Closure closure) {
        return writes.act(closure, () -> service.close(id, closure));
    }

    private LocalDate today() {
        return agencies.today(caller.agency());
    }
}
