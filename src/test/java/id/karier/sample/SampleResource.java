package id.karier.sample;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Answer;
import id.karier.kernel.web.EntityTags;
import id.karier.kernel.web.MergePatch;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.Writes;
import id.karier.sample.SampleJson.NewSample;
import id.karier.sample.SampleJson.SampleChanges;
import id.karier.sample.SampleJson.View;
import io.quarkus.arc.profile.IfBuildProfile;
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

/** Sample cases over HTTP. */
@IfBuildProfile("planted")
@Path("/api/v1/samples")
@Tag(name = "histories")
public class SampleResource {
    private final SampleService service;
    private final SampleQueries samples;
    private final Writes writes;

    SampleResource(SampleService service, SampleQueries samples, Writes writes) {
        this.service = service;
        this.samples = samples;
        this.writes = writes;
    }

    @GET
    @Access(Resource.CAREER_HISTORY)
    @Operation(operationId = "listSamples", summary = "Daftar contoh", description = "Kunci urutan: startsOn.")
    public RestResponse<Page<View>> list(@BeanParam PageRequest page, UriInfo uri) {
        return samples.page(page).respond(uri);
    }

    @GET
    @Path("/{id}")
    @Access(Resource.CAREER_HISTORY)
    @Operation(operationId = "getSample", summary = "Sebuah contoh")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "304", description = "Belum berubah")
    public Response get(UUID id, Request request) {
        var view = samples.view(id);
        return EntityTags.read(request, EntityTags.of(view.version()), view);
    }

    @POST
    @Access(value = Resource.CAREER_HISTORY, action = Action.WRITE)
    @Operation(operationId = "createSample", summary = "Buka contoh")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = View.class)))
    public Response create(@Valid @NotNull NewSample request) {
        return writes.run(request, () -> {
            var view = service.open(request);
            return Answer.created("/api/v1/samples/" + view.id(), view, view.version());
        });
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, "application/json"})
    @Access(value = Resource.CAREER_HISTORY, action = Action.WRITE)
    @Operation(operationId = "patchSample", summary = "Ganti mentor atau pokok contoh")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = SampleChanges.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    public Response patch(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull ObjectNode patch) {
        long version = EntityTags.required(ifMatch);
        return writes.run(patch, () -> {
            var view = service.change(id, version, patch);
            return Answer.ok(view, view.version());
        });
    }
}
