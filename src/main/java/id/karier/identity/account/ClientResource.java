package id.karier.identity.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.identity.Passwords;
import id.karier.identity.account.ClientJson.ClientChanges;
import id.karier.identity.account.ClientJson.ClientRequest;
import id.karier.identity.account.ClientJson.ClientView;
import id.karier.identity.account.ClientJson.ClientWithSecret;
import id.karier.identity.account.ClientService.Written;
import id.karier.identity.account.GrantJson.GrantView;
import id.karier.identity.account.ShownOnce.Made;
import id.karier.kernel.Caller;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Answer;
import id.karier.kernel.web.EntityTags;
import id.karier.kernel.web.MergePatch;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.Writes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The other systems of an agency, as its administrators manage them. */
@Path("/api/v1/clients")
@Tag(name = "identity")
public class ClientResource {
    private static final String PATH = "/api/v1/clients/";

    private final AccountQueries clients;
    private final ClientService service;
    private final Passwords passwords;
    private final Caller caller;
    private final ShownOnce shownOnce;
    private final Writes writes;
    private final MergePatch patches;

    ClientResource(
            AccountQueries clients,
            ClientService service,
            Passwords passwords,
            Caller caller,
            ShownOnce shownOnce,
            Writes writes,
            MergePatch patches) {
        this.clients = clients;
        this.service = service;
        this.passwords = passwords;
        this.caller = caller;
        this.shownOnce = shownOnce;
        this.writes = writes;
        this.patches = patches;
    }

    @GET
    @Access(Resource.CLIENT)
    @Operation(operationId = "listClients", summary = "Daftar mesin instansi; urutan: clientId, name")
    public RestResponse<Page<ClientView>> list(
            @QueryParam("disabled")
                    @Parameter(description = "Hanya yang dinonaktifkan, atau hanya yang aktif.")
                    @Nullable
                    Boolean disabled,
            @BeanParam PageRequest page,
            UriInfo uri) {
        return clients.clients(disabled, page).respond(uri);
    }

    @GET
    @Path("/{id}")
    @Access(Resource.CLIENT)
    @Operation(operationId = "getClient", summary = "Satu mesin")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ClientView.class)))
    public Response get(UUID id, Request request) {
        var client = service.find(id);
        return EntityTags.read(request, EntityTags.of(client.version()), ClientView.of(client));
    }

    @POST
    @Access(value = Resource.CLIENT, action = Action.WRITE)
    @Operation(
            operationId = "createClient",
            summary = "Daftarkan mesin",
            description =
                    "Jawabannya memuat rahasia, sekali itu saja. Cakupan yang tidak dimiliki ADMIN sendiri menunggu"
                            + " persetujuan di /grants.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ClientWithSecret.class)))
    public Response create(@Valid @NotNull ClientRequest request) {
        var secret = passwords.secret();
        var hash = passwords.hash(caller.accountId(), secret);
        return shownOnce.run(
                request,
                () -> created(service.create(request.clientId(), request.changes(), hash)),
                secret,
                ClientWithSecret::new);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, "application/json"})
    @Access(value = Resource.CLIENT, action = Action.WRITE)
    @Operation(operationId = "patchClient", summary = "Ubah nama dan cakupan mesin")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = ClientChanges.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ClientView.class)))
    public Response patch(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull ObjectNode patch) {
        long version = EntityTags.required(ifMatch);
        return writes.run(patch, () -> {
            var changes = patches.apply(service.find(id).changes(), patch, ClientChanges.class);
            return answer(service.change(id, version, changes));
        });
    }

    @POST
    @Path("/{id}/secret")
    @Access(value = Resource.CLIENT, action = Action.WRITE)
    @Operation(
            operationId = "rotateClientSecret",
            summary = "Ganti rahasia mesin",
            description = "Rahasia lama berhenti berlaku seketika; yang baru ditampilkan sekali ini. Untuk mesin dengan"
                    + " cakupan yang perlu persetujuan, permintaan pertama menjadi usulan (202); setelah disetujui,"
                    + " pengusul mengulanginya dalam 24 jam.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ClientWithSecret.class)))
    @APIResponse(
            responseCode = "202",
            description = "Menjadi usulan; alamatnya di Location.",
            content = @Content(schema = @Schema(implementation = GrantView.class)))
    public Response rotateSecret(UUID id) {
        var secret = passwords.secret();
        var hash = passwords.hash(caller.accountId(), secret);
        return shownOnce.run(null, () -> rotated(service.rotateSecret(id, hash)), secret, ClientWithSecret::new);
    }

    @POST
    @Path("/{id}/deactivation")
    @Access(value = Resource.CLIENT, action = Action.WRITE)
    @Operation(
            operationId = "deactivateClient",
            summary = "Nonaktifkan mesin",
            description = "Semua access token mesin itu berakhir seketika.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ClientView.class)))
    public Response deactivate(UUID id) {
        return writes.run(null, () -> answer(service.disable(id)));
    }

    @POST
    @Path("/{id}/activation")
    @Access(value = Resource.CLIENT, action = Action.WRITE)
    @Operation(operationId = "activateClient", summary = "Aktifkan lagi mesin")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ClientView.class)))
    public Response activate(UUID id) {
        return writes.run(null, () -> answer(service.enable(id)));
    }

    private static Answer answer(MachineClient client) {
        return Answer.ok(ClientView.of(client), client.version());
    }

    private static Answer answer(Written written) {
        var client = written.client();
        return Answer.ok(ClientView.of(client).proposing(written.proposals()), client.version());
    }

    private static Made<ClientView> created(Written written) {
        var client = written.client();
        var view = ClientView.of(client).proposing(written.proposals());
        return new Made<>(view, 201, PATH + client.id(), client.version());
    }

    private static Made<ClientView> rotated(Written written) {
        var client = written.client();
        var view = ClientView.of(client);
        if (written.proposals().isEmpty()) {
            return new Made<>(view, 200, null, client.version());
        }
        var proposal = written.proposals().get(0);
        return new Made<>(view, 202, GrantResource.PATH + proposal.id(), client.version(), GrantView.of(proposal));
    }
}
