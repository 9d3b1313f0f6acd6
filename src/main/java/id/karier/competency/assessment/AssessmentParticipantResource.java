package id.karier.competency.assessment;

import id.karier.competency.assessment.AssessmentJson.Calibration;
import id.karier.competency.assessment.AssessmentJson.Findings;
import id.karier.competency.assessment.AssessmentJson.NewRater;
import id.karier.competency.assessment.AssessmentJson.NewReview;
import id.karier.competency.assessment.AssessmentJson.Participant;
import id.karier.competency.assessment.AssessmentJson.Rater;
import id.karier.competency.assessment.AssessmentJson.Review;
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

/** Who is assessed in a round, and what was found, over HTTP. */
@Path("/api/v1/assessments/{assessmentId}/participants")
@Tag(name = "assessments")
public class AssessmentParticipantResource {
    private final ParticipantQueries participants;
    private final FindingsService findings;
    private final RaterService raters;
    private final ReviewService reviews;
    private final Writes writes;

    AssessmentParticipantResource(
            ParticipantQueries participants,
            FindingsService findings,
            RaterService raters,
            ReviewService reviews,
            Writes writes) {
        this.participants = participants;
        this.findings = findings;
        this.raters = raters;
        this.reviews = reviews;
        this.writes = writes;
    }

    @GET
    @Access(Resource.ASSESSMENT_PARTICIPANT)
    @Operation(
            operationId = "listAssessmentParticipants",
            summary = "Peserta sebuah putaran, dalam jangkauan peran Anda",
            description = "Kunci urutan: id.")
    public RestResponse<Page<Participant>> list(
            UUID assessmentId,
            @QueryParam("employee") @Parameter(description = "Hanya pegawai ini.") @Nullable UUID employee,
            @BeanParam PageRequest page,
            UriInfo uri) {
        return participants.page(assessmentId, employee, page).respond(uri);
    }

    @GET
    @Path("/{id}")
    @Access(Resource.ASSESSMENT_PARTICIPANT)
    @Operation(operationId = "getAssessmentParticipant", summary = "Seorang peserta dengan jabatannya saat disiapkan")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Participant.class)))
    @APIResponse(responseCode = "304", description = "Belum berubah")
    public Response get(UUID assessmentId, UUID id, Request request) {
        var participant = participants.view(assessmentId, id);
        return EntityTags.read(request, EntityTags.of(participant.version()), participant);
    }

    @GET
    @Path("/{id}/findings")
    @Access(Resource.ASSESSMENT_PARTICIPANT)
    @Operation(
            operationId = "getAssessmentFindings",
            summary = "Hasil seorang peserta: level, rumusnya dengan angkanya, dan komentar",
            description = "Asesor melihatnya sejak putaran ditutup, yang lain sejak diumumkan (sebelumnya 409). Angka"
                    + " sebuah kelompok penilai ada hanya bila cukup banyak yang menjawab.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Findings.class)))
    @APIResponse(responseCode = "304", description = "Belum berubah")
    public Response findings(UUID assessmentId, UUID id, Request request) {
        var found = findings.of(assessmentId, id);
        return EntityTags.read(request, EntityTags.of(0, found), found);
    }

    @POST
    @Path("/{id}/calibrations")
    @Access(value = Resource.ASSESSMENT_PARTICIPANT, action = Action.DECIDE)
    @Operation(
            operationId = "calibrateAssessedLevel",
            summary = "Sepakati level lain dengan alasannya",
            description = "Paling jauh sebesar largestCalibration aturan ASSESSMENT. Yang baru menggantikan yang lama.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Findings.class)))
    public Response calibrate(UUID assessmentId, UUID id, @Valid @NotNull Calibration request) {
        return writes.run(request, () -> Answer.ok(findings.calibrate(assessmentId, id, request)));
    }

    @POST
    @Path("/{id}/raters")
    @Access(value = Resource.ASSESSMENT_PARTICIPANT, action = Action.WRITE)
    @Operation(
            operationId = "addAssessmentRater",
            summary = "Tambah atau ganti seorang penilai; peserta sendiri mengusulkannya",
            description = "Usulan peserta menunggu persetujuan petugas. Yang sudah menjawab tidak diganti.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Rater.class)))
    public Response addRater(UUID assessmentId, UUID id, @Valid @NotNull NewRater request) {
        return writes.run(request, () -> {
            var rater = raters.add(assessmentId, id, request);
            var location = "/api/v1/assessments/" + assessmentId + "/raters/" + rater.id();
            return Answer.created(location, rater, rater.version());
        });
    }

    @POST
    @Path("/{id}/reviews")
    @Access(value = Resource.ASSESSMENT_REVIEW, action = Action.WRITE)
    @Operation(
            operationId = "createAssessmentReview",
            summary = "Minta peninjauan sebuah level Anda",
            description = "Sampai reviewUntil putaran, sekali bagi setiap kompetensi. Asesor memutuskannya di"
                    + " /assessment-reviews.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Review.class)))
    public Response review(UUID assessmentId, UUID id, @Valid @NotNull NewReview request) {
        return writes.run(request, () -> {
            var review = reviews.ask(assessmentId, id, request);
            return Answer.created("/api/v1/assessment-reviews/" + review.id(), review, review.version());
        });
    }
}
