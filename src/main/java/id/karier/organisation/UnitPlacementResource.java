package id.karier.organisation;

import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.Writes;
import id.karier.organisation.UnitJson.Placement;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where a unit stood, stands and will stand, over HTTP. */
@Path("/api/v1/units/{unitId}/placements")
@Tag(name = "units")
public class UnitPlacementResource {
    private final UnitService service;
    private final UnitListQueries lists;
    private final Writes writes;

    UnitPlacementResource(UnitService service, UnitListQueries lists, Writes writes) {
        this.service = service;
        this.lists = lists;
        this.writes = writes;
    }

    @GET
    @Access(Resource.UNIT)
    @Operation(
            operationId = "listPlacements",
            summary = "Riwayat dan rencana tempat unit di pohon",
            description = "Kunci urutan: startsOn.")
    public RestResponse<Page<Placement>> list(UUID unitId, @BeanParam PageRequest page, UriInfo uri) {
        return lists.placements(unitId, page).respond(uri);
    }

    @DELETE
    @Path("/{id}")
    @Access(value = Resource.UNIT, action = Action.WRITE)
    @Operation(
            operationId = "deletePlacement",
            summary = "Tarik kembali perpindahan yang keliru dicatat",
            description = "Tempat sebelumnya berlaku terus sampai hari terakhir tempat yang dihapus.")
    @APIResponse(responseCode = "204", description = "Terhapus")
    public Response delete(UUID unitId, UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return writes.delete(ifMatch, version -> service.takeBack(unitId, id, version));
    }
}
