package id.karier.identity.account;

import id.karier.identity.account.GrantJson.GrantView;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.EntityTags;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.Writes;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Records to which accounts are to be bound, until an officer of the register confirms it. */
@Path("/api/v1/bindings")
@Tag(name = "identity")
public class BindingResource {
    private final GrantQueries grants;
    private final GrantService service;
    private final Writes writes;

    BindingResource(GrantQueries grants, GrantService service, Writes writes) {
        this.grants = grants;
        this.service = service;
        this.writes = writes;
    }

    @GET
    @Access(Resource.BINDING)
    @Operation(
            operationId = "listBindings",
            summary = "Daftar usulan pengikatan akun dengan pegawai; urutan: proposedAt")
    public RestResponse<Page<GrantView>> list(
            @QueryParam("status") @Parameter(description = "Hanya yang berstatus ini.") Grant.@Nullable Status status,
            @BeanParam PageRequest page,
            UriInfo uri) {
        return grants.page(GrantQueries.BINDINGS, status, page).respond(uri);
    }

    @GET
    @Path("/{id}")
    @Access(Resource.BINDING)
    @Operation(operationId = "getBinding", summary = "Satu usulan pengikatan akun dengan pegawai")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GrantView.class)))
    public Response get(UUID id, Request request) {
        var grant = service.find(id, true);
        return EntityTags.read(request, EntityTags.of(grant.version()), GrantView.of(grant));
    }

    @POST
    @Path("/{id}/approval")
    @Access(value = Resource.BINDING, action = Action.DECIDE)
    @Operation(
            operationId = "approveBinding",
            summary = "Setujui usulan pengikatan akun dengan pegawai",
            description = "Oleh orang lain: bukan pengusul, bukan penerima, dan bukan akun yang dibuat pengusul"
                    + " atau yang diberinya hak atau jalan masuk sendirian. Seorang pegawai mempunyai satu akun yang aktif. Tanpa"
                    + " `employeeId` akun dilepas dari pegawainya; kedudukan pegawai itu tetap membatasi akun ini.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GrantView.class)))
    public Response approve(UUID id) {
        return writes.run(null, () -> GrantResource.answer(service.approve(id, true)));
    }

    @POST
    @Path("/{id}/rejection")
    @Access(value = Resource.BINDING, action = Action.DECIDE)
    @Operation(operationId = "rejectBinding", summary = "Tolak atau tarik usulan pengikatan akun dengan pegawai")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GrantView.class)))
    public Response reject(UUID id) {
        return writes.run(null, () -> GrantResource.answer(service.reject(id, true)));
    }
}
