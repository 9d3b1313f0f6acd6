package id.karier.organisation;

import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Answer;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.Writes;
import id.karier.organisation.UnitJson.NameSpan;
import id.karier.organisation.UnitJson.Rename;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What a unit was, is and will be called, over HTTP. */
@Path("/api/v1/units/{unitId}/names")
@Tag(name = "units")
public class UnitNameResource {
    private final UnitNameService service;
    private final UnitListQueries lists;
    private final Writes writes;

    UnitNameResource(UnitNameService service, UnitListQueries lists, Writes writes) {
        this.service = service;
        this.lists = lists;
        this.writes = writes;
    }

    @GET
    @Access(Resource.UNIT)
    @Operation(
            operationId = "listUnitNames",
            summary = "Riwayat dan rencana nama unit",
            description = "Kosong selama unit belum pernah berganti nama. Kunci urutan: startsOn.")
    public RestResponse<Page<NameSpan>> list(UUID unitId, @BeanParam PageRequest page, UriInfo uri) {
        return lists.names(unitId, page).respond(uri);
    }

    @POST
    @Access(value = Resource.UNIT, action = Action.WRITE)
    @Operation(
            operationId = "renameUnit",
            summary = "Ganti nama unit dengan keputusan bertanggal",
            description =
                    "Berlaku seketika bila harinya sudah tiba, selain itu pada harinya di zona waktu instansi; nama"
                            + " lama tetap terbaca dengan asOf. Hari mulai yang sama menggantikan nama yang sudah ada.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = NameSpan.class)))
    public Response rename(UUID unitId, @Valid @NotNull Rename rename) {
        return writes.run(
                rename,
                () -> new Answer(201, service.rename(unitId, rename), "/api/v1/units/" + unitId + "/names", null));
    }

    @DELETE
    @Path("/{id}")
    @Access(value = Resource.UNIT, action = Action.WRITE)
    @Operation(
            operationId = "deleteUnitName",
            summary = "Tarik kembali nama yang keliru dicatat",
            description = "Nama sebelumnya berlaku terus.")
    @APIResponse(responseCode = "204", description = "Terhapus")
    public Response delete(UUID unitId, UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return writes.delete(ifMatch, version -> service.takeBack(unitId, id, version));
    }
}
