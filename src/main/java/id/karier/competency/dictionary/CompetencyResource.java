package id.karier.competency.dictionary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.competency.dictionary.DictionaryJson.CompetencyChanges;
import id.karier.competency.dictionary.DictionaryJson.NewCompetency;
import id.karier.competency.dictionary.DictionaryJson.Retirement;
import id.karier.competency.dictionary.DictionaryJson.Summary;
import id.karier.competency.dictionary.DictionaryJson.View;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Answer;
import id.karier.kernel.web.EntityTags;
import id.karier.kernel.web.MergePatch;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.Writes;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The dictionary of competencies over HTTP. */
@Path("/api/v1/competencies")
@Tag(name = "competencies")
public class CompetencyResource {
    private final DictionaryService service;
    private final DictionaryQueries competencies;
    private final ReferenceLists references;
    private final Writes writes;

    CompetencyResource(
            DictionaryService service, DictionaryQueries competencies, ReferenceLists references, Writes writes) {
        this.service = service;
        this.competencies = competencies;
        this.references = references;
        this.writes = writes;
    }

    @GET
    @Access(Resource.COMPETENCY)
    @Operation(
            operationId = "listCompetencies",
            summary = "Kamus kompetensi: nasional dan milik instansi",
            description = "Kunci urutan: code, name.")
    public RestResponse<Page<Summary>> list(
            @BeanParam DictionaryFilter filter, @BeanParam PageRequest page, UriInfo uri) {
        references.requireParameter(ReferenceLists.JOB_FAMILIES, filter.jobFamily, "jobFamily");
        return competencies.page(filter, service.today(), page).respond(uri);
    }

    @GET
    @Path("/{id}")
    @Access(Resource.COMPETENCY)
    @Operation(operationId = "getCompetency", summary = "Sebuah kompetensi dengan level dan indikatornya")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "304", description = "Belum berubah")
    public Response get(UUID id, Request request) {
        var view = service.view(id);
        return EntityTags.read(request, EntityTags.of(view.version(), view.edition()), view);
    }

    @POST
    @Access(value = Resource.COMPETENCY, action = Action.WRITE)
    @Operation(
            operationId = "createCompetency",
            summary = "Tambah kompetensi teknis atau pemerintahan",
            description = "Kompetensi manajerial dan sosial kultural ditetapkan nasional (PermenPANRB 38/2017).")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = View.class)))
    public Response create(@Valid @NotNull NewCompetency request) {
        return writes.run(request, () -> {
            var view = service.add(request);
            return Answer.created("/api/v1/competencies/" + view.id(), view, view.version());
        });
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, "application/json"})
    @Access(value = Resource.COMPETENCY, action = Action.WRITE)
    @Operation(
            operationId = "patchCompetency",
            summary = "Ubah kompetensi milik instansi",
            description = "Perubahan teks membuat edisi baru mulai hari ini; hasil lama tetap menunjuk edisinya.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = CompetencyChanges.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    public Response patch(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull ObjectNode patch) {
        long version = EntityTags.required(ifMatch);
        return writes.run(patch, () -> {
            var view = service.change(id, version, patch);
            return Answer.ok(view, view.version());
        });
    }

    @POST
    @Path("/{id}/retirement")
    @Access(value = Resource.COMPETENCY, action = Action.WRITE)
    @Operation(operationId = "retireCompetency", summary = "Hentikan pemakaian kompetensi milik instansi")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    public Response retire(UUID id, @Valid @NotNull Retirement request) {
        return writes.run(request, () -> {
            var view = service.retire(id, request);
            return Answer.ok(view, view.version());
        });
    }
}
