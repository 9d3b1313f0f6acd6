package id.karier.competency.evidence;

import id.karier.competency.evidence.EvidenceJson.Annulment;
import id.karier.competency.evidence.EvidenceJson.NewResult;
import id.karier.competency.evidence.EvidenceJson.Result;
import id.karier.employee.EmployeeDirectory;
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

/** What a person was found to hold, over HTTP. */
@Path("/api/v1/employees/{employeeId}/competency-results")
@Tag(name = "competencies")
public class CompetencyResultResource {
    private final ResultService service;
    private final ResultQueries results;
    private final EmployeeDirectory people;
    private final Writes writes;

    CompetencyResultResource(ResultService service, ResultQueries results, EmployeeDirectory people, Writes writes) {
        this.service = service;
        this.results = results;
        this.people = people;
        this.writes = writes;
    }

    @GET
    @Access(Resource.COMPETENCY_RESULT)
    @Operation(
            operationId = "listCompetencyResults",
            summary = "Hasil kompetensi seorang pegawai, terbaru dahulu",
            description = "Juga yang habis masa berlakunya dan yang dibatalkan. Kunci urutan: foundOn.")
    public RestResponse<Page<Result>> list(UUID employeeId, @BeanParam PageRequest page, UriInfo uri) {
        people.require(employeeId);
        return results.page(employeeId, page).respond(uri);
    }

    @GET
    @Path("/{id}")
    @Access(Resource.COMPETENCY_RESULT)
    @Operation(operationId = "getCompetencyResult", summary = "Sebuah hasil kompetensi")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Result.class)))
    @APIResponse(responseCode = "304", description = "Belum berubah")
    public Response get(UUID employeeId, UUID id, Request request) {
        people.require(employeeId);
        var result = results.view(employeeId, id);
        return EntityTags.read(request, EntityTags.of(result.version(), result.competency()), result);
    }

    @POST
    @Access(value = Resource.COMPETENCY_RESULT, action = Action.WRITE)
    @Operation(
            operationId = "createCompetencyResult",
            summary = "Catat hasil asesmen atau sertifikat",
            description = "Disimpan dengan edisi kamus dan aturan JPM pada harinya. Tidak untuk diri sendiri (403).")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Result.class)))
    public Response create(UUID employeeId, @Valid @NotNull NewResult request) {
        return writes.run(request, () -> {
            var result = service.add(employeeId, request);
            return Answer.created(
                    "/api/v1/employees/" + employeeId + "/competency-results/" + result.id(), result, result.version());
        });
    }

    @POST
    @Path("/{id}/annulment")
    @Access(value = Resource.COMPETENCY_RESULT, action = Action.WRITE)
    @Operation(
            operationId = "annulCompetencyResult",
            summary = "Batalkan hasil yang salah catat",
            description = "Hasilnya tetap terbaca tetapi tidak diperhitungkan. Tidak untuk diri sendiri (403).")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Result.class)))
    public Response annul(UUID employeeId, UUID id, @Valid @NotNull Annulment annulment) {
        return writes.run(annulment, () -> {
            var result = service.annul(employeeId, id, annulment);
            return Answer.ok(result, result.version());
        });
    }
}
