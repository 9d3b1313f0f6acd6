package id.karier.competency.assessment;

import id.karier.competency.assessment.AssessmentJson.Review;
import id.karier.competency.assessment.AssessmentJson.ReviewDecision;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Answer;
import id.karier.kernel.web.EntityTags;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.Writes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

/** What people have against their published levels, and what was decided, over HTTP. */
@Path("/api/v1/assessment-reviews")
@Tag(name = "assessments")
public class AssessmentReviewResource {
    private final ReviewService service;
    private final ReviewQueries reviews;
    private final Writes writes;

    AssessmentReviewResource(ReviewService service, ReviewQueries reviews, Writes writes) {
        this.service = service;
        this.reviews = reviews;
        this.writes = writes;
    }

    @GET
    @Access(Resource.ASSESSMENT_REVIEW)
    @Operation(
            operationId = "listAssessmentReviews",
            summary = "Permintaan peninjauan hasil, terlama dahulu",
            description = "Kunci urutan: askedOn.")
    public RestResponse<Page<Review>> list(@BeanParam ReviewFilter filter, @BeanParam PageRequest page, UriInfo uri) {
        return reviews.page(filter, page).respond(uri);
    }

    @GET
    @Path("/{id}")
    @Access(Resource.ASSESSMENT_REVIEW)
    @Operation(operationId = "getAssessmentReview", summary = "Sebuah permintaan peninjauan dan putusannya")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Review.class)))
    @APIResponse(responseCode = "304", description = "Belum berubah")
    public Response get(UUID id, Request request) {
        var review = reviews.view(id);
        return EntityTags.read(request, EntityTags.of(review.version()), review);
    }

    @POST
    @Path("/{id}/decision")
    @Access(value = Resource.ASSESSMENT_REVIEW, action = Action.DECIDE)
    @Operation(
            operationId = "decideAssessmentReview",
            summary = "Putuskan sebuah permintaan peninjauan",
            description = "Bukan oleh yang bersangkutan, dan bukan oleh yang menyepakati levelnya (403).")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Review.class)))
    public Response decide(UUID id, @Valid @NotNull ReviewDecision decision) {
        return writes.run(decision, () -> {
            var review = service.decide(id, decision);
            return Answer.ok(review, review.version());
        });
    }
}
