package id.karier.competency.assessment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.competency.assessment.AssessmentJson.AssessmentFacts;
import id.karier.competency.assessment.AssessmentJson.Reminder;
import id.karier.competency.assessment.AssessmentJson.View;
import id.karier.competency.assessment.AssessmentJson.Withdrawal;
import id.karier.jobs.JobJson.JobView;
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

/** Rounds over HTTP: what they are for, and the steps that they take. */
@Path("/api/v1/assessments")
@Tag(name = "assessments")
public class AssessmentResource {
    private final AssessmentService service;
    private final AssessmentQueries assessments;
    private final Writes writes;

    AssessmentResource(AssessmentService service, AssessmentQueries assessments, Writes writes) {
        this.service = service;
        this.assessments = assessments;
        this.writes = writes;
    }

    @GET
    @Access(Resource.ASSESSMENT)
    @Operation(
            operationId = "listAssessments",
            summary = "Putaran penilaian kompetensi, terbaru dahulu",
            description = "Kunci urutan: startsOn.")
    public RestResponse<Page<View>> list(@BeanParam AssessmentFilter filter, @BeanParam PageRequest page, UriInfo uri) {
        return assessments.page(filter, page).respond(uri);
    }

    @GET
    @Path("/{id}")
    @Access(Resource.ASSESSMENT)
    @Operation(operationId = "getAssessment", summary = "Sebuah putaran penilaian dan keadaannya")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "304", description = "Belum berubah")
    public Response get(UUID id, Request request) {
        var view = assessments.view(id);
        return EntityTags.read(request, EntityTags.of(view.version()), view);
    }

    @POST
    @Access(value = Resource.ASSESSMENT, action = Action.WRITE)
    @Operation(
            operationId = "createAssessment",
            summary = "Rencanakan putaran penilaian",
            description = "Tanpa unit, jenjang, dan pegawai: seluruh instansi. Syarat-syaratnya berlaku bersama.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = View.class)))
    public Response create(@Valid @NotNull AssessmentFacts request) {
        return writes.run(request, () -> {
            var view = service.create(request);
            return Answer.created("/api/v1/assessments/" + view.id(), view, view.version());
        });
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, "application/json"})
    @Access(value = Resource.ASSESSMENT, action = Action.WRITE)
    @Operation(
            operationId = "patchAssessment",
            summary = "Ubah putaran yang pesertanya belum ditentukan",
            description = "Sesudah /preparation putaran tidak diubah lagi: tarik, lalu rencanakan yang baru.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = AssessmentFacts.class)))
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
    @Path("/{id}/preparation")
    @Access(value = Resource.ASSESSMENT, action = Action.WRITE)
    @Operation(
            operationId = "prepareAssessment",
            summary = "Tentukan peserta dan penilainya menurut organisasi hari ini",
            description = "Pekerjaan panjang; kemajuannya di /jobs/{id}.")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response prepare(UUID id) {
        return writes.run(null, () -> {
            var job = service.prepare(id);
            return Answer.accepted("/api/v1/jobs/" + job.id(), job);
        });
    }

    @POST
    @Path("/{id}/opening")
    @Access(value = Resource.ASSESSMENT, action = Action.WRITE)
    @Operation(
            operationId = "openAssessment",
            summary = "Buka putaran: para penilai diundang",
            description = "Ditolak bila ada peserta yang tidak dinilai siapa pun selain dirinya (422).")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    public Response open(UUID id) {
        return writes.run(null, () -> {
            var view = service.open(id);
            return Answer.ok(view, view.version());
        });
    }

    @POST
    @Path("/{id}/reminders")
    @Access(value = Resource.ASSESSMENT, action = Action.WRITE)
    @Operation(
            operationId = "remindAssessmentRaters",
            summary = "Ingatkan yang belum menjawab, paling banyak seribu sekali kirim",
            description = "Sehari sekali bagi setiap penilai; sampai sebagai perubahan assessment-rater.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Reminder.class)))
    public Response remind(UUID id) {
        return writes.run(null, () -> Answer.ok(service.remind(id)));
    }

    @POST
    @Path("/{id}/closing")
    @Access(value = Resource.ASSESSMENT, action = Action.WRITE)
    @Operation(
            operationId = "closeAssessment",
            summary = "Tutup putaran dan hitung hasilnya",
            description = "Jawaban menjadi angka kelompok lalu dimusnahkan bersama kuncinya.")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response close(UUID id) {
        return writes.run(null, () -> {
            var job = service.close(id);
            return Answer.accepted("/api/v1/jobs/" + job.id(), job);
        });
    }

    @POST
    @Path("/{id}/calibration")
    @Access(value = Resource.ASSESSMENT, action = Action.DECIDE)
    @Operation(
            operationId = "endAssessmentCalibration",
            summary = "Nyatakan hasil putaran selesai ditelaah para asesor")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    public Response calibrated(UUID id) {
        return writes.run(null, () -> {
            var view = service.calibrated(id);
            return Answer.ok(view, view.version());
        });
    }

    @POST
    @Path("/{id}/publication")
    @Access(value = Resource.ASSESSMENT, action = Action.DECIDE)
    @Operation(
            operationId = "publishAssessment",
            summary = "Umumkan hasil: level peserta menjadi hasil kompetensi",
            description = "Sejak itu peserta melihat hasilnya dan dapat meminta peninjauan.")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response publish(UUID id) {
        return writes.run(null, () -> {
            var job = service.publish(id);
            return Answer.accepted("/api/v1/jobs/" + job.id(), job);
        });
    }

    @POST
    @Path("/{id}/withdrawal")
    @Access(value = Resource.ASSESSMENT, action = Action.DECIDE)
    @Operation(
            operationId = "withdrawAssessment",
            summary = "Tarik putaran yang belum diumumkan",
            description = "Jawaban yang sudah masuk dimusnahkan.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    public Response withdraw(UUID id, @Valid @NotNull Withdrawal withdrawal) {
        return writes.run(withdrawal, () -> {
            var view = service.withdraw(id, withdrawal);
            return Answer.ok(view, view.version());
        });
    }
}
