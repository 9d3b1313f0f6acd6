package id.karier.identity.account;

import id.karier.identity.account.GrantJson.GrantView;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Answer;
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

/** Rights that wait for a second officer's word. */
@Path("/api/v1/grants")
@Tag(name = "identity")
public class GrantResource {
    static final String PATH = "/api/v1/grants/";

    private final GrantQueries grants;
    private final GrantService service;
    private final Writes writes;

    GrantResource(GrantQueries grants, GrantService service, Writes writes) {
        this.grants = grants;
        this.service = service;
        this.writes = writes;
    }

    @GET
    @Access(Resource.GRANT)
    @Operation(operationId = "listGrants", summary = "Daftar usulan pemberian hak; urutan: proposedAt")
    public RestResponse<Page<GrantView>> list(
            @QueryParam("status") @Parameter(description = "Hanya yang berstatus ini.") Grant.@Nullable Status status,
            @BeanParam PageRequest page,
            UriInfo uri) {
        return grants.page(GrantQueries.GRANTS, status, page).respond(uri);
    }

    @GET
    @Path("/{id}")
    @Access(Resource.GRANT)
    @Operation(operationId = "getGrant", summary = "Satu usulan pemberian hak")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GrantView.class)))
    public Response get(UUID id, Request request) {
        var grant = service.find(id, false);
        return EntityTags.read(request, EntityTags.of(grant.version()), GrantView.of(grant));
    }

    @POST
    @Path("/{id}/approval")
    @Access(value = Resource.GRANT, action = Action.DECIDE)
    @Operation(
            operationId = "approveGrant",
            summary = "Setujui usulan pemberian hak",
            description = "Oleh orang lain: bukan pengusul, bukan penerima, dan bukan akun yang dibuat pengusul"
                    + " atau yang diberinya hak atau jalan masuk sendirian.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GrantView.class)))
    public Response approve(UUID id) {
        return writes.run(null, () -> answer(service.approve(id, false)));
    }

    @POST
    @Path("/{id}/rejection")
    @Access(value = Resource.GRANT, action = Action.DECIDE)
    @Operation(operationId = "rejectGrant", summary = "Tolak atau tarik usulan pemberian hak")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GrantView.class)))
    public Response reject(UUID id) {
        return writes.run(null, () -> answer(service.reject(id, false)));
    }

    static Answer answer(Grant grant) {
        return Answer.ok(GrantView.of(grant), grant.version());
    }
}
