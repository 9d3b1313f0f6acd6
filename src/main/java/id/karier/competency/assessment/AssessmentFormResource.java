package id.karier.competency.assessment;

import id.karier.competency.assessment.AssessmentJson.Form;
import id.karier.competency.assessment.AssessmentJson.FormSummary;
import id.karier.competency.assessment.AssessmentJson.NewSubmission;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Answer;
import id.karier.kernel.web.EntityTags;
import id.karier.kernel.web.Writes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A form of the signed-in rater, over HTTP. */
@Path("/api/v1/assessments/{assessmentId}/raters/{id}/form")
@Tag(name = "assessments")
public class AssessmentFormResource {
    private final FormService service;
    private final Writes writes;

    AssessmentFormResource(FormService service, Writes writes) {
        this.service = service;
        this.writes = writes;
    }

    @GET
    @Access(Resource.ASSESSMENT_FORM)
    @Operation(
            operationId = "getAssessmentForm",
            summary = "Sebuah formulir dengan pertanyaannya",
            description = "Jawaban yang sudah dikirim tidak dapat dibaca kembali oleh siapa pun, juga tidak oleh Anda.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Form.class)))
    @APIResponse(responseCode = "304", description = "Belum berubah")
    public Response get(UUID assessmentId, UUID id, Request request) {
        var form = service.form(assessmentId, id);
        return EntityTags.read(request, EntityTags.of(form.form().version(), form), form);
    }

    @POST
    @Path("/submission")
    @Access(value = Resource.ASSESSMENT_FORM, action = Action.WRITE, keyless = true)
    @Operation(
            operationId = "submitAssessmentForm",
            summary = "Kirim jawaban; kirim lagi untuk menggantinya selama putaran terbuka",
            description = "Tersegel sampai putaran ditutup, lalu hanya tinggal angka kelompok. Tanpa Idempotency-Key:"
                    + " pengiriman ulang selalu menggantikan, dan sidik jari jawaban tidak disimpan.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FormSummary.class)))
    public Response submit(UUID assessmentId, UUID id, @Valid @NotNull NewSubmission said) {
        return writes.runReplacing(() -> {
            var form = service.submit(assessmentId, id, said);
            return Answer.ok(form, form.version());
        });
    }

    @POST
    @Path("/refusal")
    @Access(value = Resource.ASSESSMENT_FORM, action = Action.WRITE)
    @Operation(operationId = "declineAssessmentForm", summary = "Tolak menilai; petugas menunjuk orang lain")
    @APIResponse(responseCode = "204", description = "Anda tidak diminta lagi")
    public Response decline(UUID assessmentId, UUID id) {
        return writes.run(null, () -> {
            service.decline(assessmentId, id);
            return Answer.noContent();
        });
    }
}
