package id.karier.competency.assessment;

import id.karier.competency.assessment.AssessmentJson.Rater;
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

/** Who is asked about whom, and who has answered, over HTTP; never what. */
@Path("/api/v1/assessments/{assessmentId}/raters")
@Tag(name = "assessments")
public class AssessmentRaterResource {
    private final RaterQueries raters;
    private final RaterService service;
    private final Writes writes;

    AssessmentRaterResource(RaterQueries raters, RaterService service, Writes writes) {
        this.raters = raters;
        this.service = service;
        this.writes = writes;
    }

    @GET
    @Access(Resource.ASSESSMENT_RATER)
    @Operation(
            operationId = "listAssessmentRaters",
            summary = "Penilai sebuah putaran; pegawai melihat tugasnya sendiri",
            description = "Yang belum menjawab: state=INVITED. Kunci urutan: id.")
    public RestResponse<Page<Rater>> list(
            UUID assessmentId, @BeanParam RaterFilter filter, @BeanParam PageRequest page, UriInfo uri) {
        return raters.page(assessmentId, filter, page).respond(uri);
    }

    @GET
    @Path("/{id}")
    @Access(Resource.ASSESSMENT_RATER)
    @Operation(operationId = "getAssessmentRater", summary = "Seorang penilai: siapa, tentang siapa, sudah atau belum")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Rater.class)))
    @APIResponse(responseCode = "304", description = "Belum berubah")
    public Response get(UUID assessmentId, UUID id, Request request) {
        var rater = raters.view(assessmentId, id);
        return EntityTags.read(request, EntityTags.of(rater.version()), rater);
    }

    @POST
    @Path("/{id}/confirmation")
    @Access(value = Resource.ASSESSMENT_RATER, action = Action.WRITE)
    @Operation(operationId = "confirmAssessmentRater", summary = "Setujui penilai yang diusulkan peserta")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Rater.class)))
    public Response confirm(UUID assessmentId, UUID id) {
        return writes.run(null, () -> {
            var rater = service.confirm(assessmentId, id);
            return Answer.ok(rater, rater.version());
        });
    }

    @POST
    @Path("/{id}/removal")
    @Access(value = Resource.ASSESSMENT_RATER, action = Action.WRITE)
    @Operation(
            operationId = "dropAssessmentRater",
            summary = "Lepas seorang penilai yang belum menjawab, tanpa pengganti")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Rater.class)))
    public Response drop(UUID assessmentId, UUID id) {
        return writes.run(null, () -> {
            var rater = service.drop(assessmentId, id);
            return Answer.ok(rater, rater.version());
        });
    }
}
