package id.karier.organisation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.identity.FirstOfficers;
import id.karier.identity.account.ShownOnce;
import id.karier.identity.account.ShownOnce.Made;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.EntityTags;
import id.karier.kernel.web.MergePatch;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.Writes;
import id.karier.organisation.AgencyJson.AgencyChanges;
import id.karier.organisation.AgencyJson.AgencyRequest;
import id.karier.organisation.AgencyJson.FoundedAgency;
import id.karier.organisation.AgencyJson.OneTimePassword;
import id.karier.organisation.AgencyJson.Summary;
import id.karier.organisation.AgencyJson.View;
import id.karier.organisation.reference.ReferenceLists;
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

/** Agencies over HTTP. */
@Path("/api/v1/agencies")
@Tag(name = "agencies")
public class AgencyResource {
    private final AgencyService service;
    private final AgencyQueries agencies;
    private final AgencyDirectory directory;
    private final AgencyFounding founding;
    private final FirstOfficers officers;
    private final ShownOnce shownOnce;
    private final ReferenceLists references;
    private final Writes writes;

    AgencyResource(
            AgencyService service,
            AgencyQueries agencies,
            AgencyDirectory directory,
            AgencyFounding founding,
            FirstOfficers officers,
            ShownOnce shownOnce,
            ReferenceLists references,
            Writes writes) {
        this.service = service;
        this.agencies = agencies;
        this.directory = directory;
        this.founding = founding;
        this.officers = officers;
        this.shownOnce = shownOnce;
        this.references = references;
        this.writes = writes;
    }

    @GET
    @Access(Resource.AGENCY)
    @Operation(
            operationId = "listAgencies",
            summary = "Daftar instansi dalam jangkauan peran Anda",
            description = "Kunci urutan: code, name.")
    public RestResponse<Page<Summary>> list(
            @QueryParam("kind")
                    @Parameter(description = "Kode daftar acuan agency-kinds.", example = "PROVINCE")
                    @Nullable
                    String kind,
            @BeanParam PageRequest page,
            UriInfo uri) {
        references.requireParameter(ReferenceLists.AGENCY_KINDS, kind, "kind");
        return agencies.list(kind, page).respond(uri);
    }

    @GET
    @Path("/{id}")
    @Access(Resource.AGENCY)
    @Operation(operationId = "getAgency", summary = "Sebuah instansi")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "304", description = "Belum berubah")
    public Response get(UUID id, Request request) {
        var view = service.get(id);
        return EntityTags.read(request, EntityTags.of(view.version()), view);
    }

    @POST
    @Access(value = Resource.AGENCY, action = Action.DECIDE)
    @Operation(
            operationId = "createAgency",
            summary = "Buat instansi dengan dua administrator pertamanya",
            description = "Jawabannya memuat sandi sementara keduanya, sekali itu saja; pemiliknya wajib menggantinya"
                    + " dalam 72 jam. Serahkan masing-masing kepada orangnya sendiri: yang satu menyetujui usulan yang"
                    + " lain.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = FoundedAgency.class)))
    public Response create(@Valid @NotNull AgencyRequest request) {
        founding.require(request);
        var ready = officers.prepare(request.officers());
        var shown = OneTimePassword.of(ready);
        return shownOnce.run(
                request,
                () -> {
                    var view = service.view(founding.found(request.facts(), ready));
                    return new Made<>(view, 201, "/api/v1/agencies/" + view.id(), view.version());
                },
                shown,
                (view, passwords) ->
                        new FoundedAgency(view, passwords == null || passwords.isEmpty() ? null : passwords));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, "application/json"})
    @Access(value = Resource.AGENCY, action = Action.WRITE)
    @Operation(operationId = "patchAgency", summary = "Ubah nama, jenis, zona waktu, dan pengaturan instansi")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = AgencyChanges.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    public Response patch(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull ObjectNode patch) {
        var answer = writes.change(ifMatch, patch, version -> service.change(id, version, patch));
        directory.code(id).ifPresent(directory::forget);
        return answer;
    }
}
