package id.karier.rulebook;

import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Answer;
import id.karier.kernel.web.EntityTags;
import id.karier.kernel.web.Writes;
import id.karier.rulebook.RulebookJson.Explanation;
import id.karier.rulebook.RulebookJson.ResultView;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Kept results over HTTP: each is seen by whoever kept it, and by nobody else. */
@Path("/api/v1/calculations/{calculator}/results")
@Tag(name = "calculations")
public class ResultResource {
    private final ResultService service;
    private final CalculationDesk desk;
    private final Writes writes;

    ResultResource(ResultService service, CalculationDesk desk, Writes writes) {
        this.service = service;
        this.desk = desk;
        this.writes = writes;
    }

    @POST
    @Access(Resource.CALCULATION)
    @Operation(
            operationId = "keepCalculationResult",
            summary = "Hitung dan simpan hasilnya",
            description = "Masukannya sama dengan perhitungan bernama itu. Hasil hanya terlihat oleh yang menyimpan.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "contoh", value = CalculationExamples.RETIREMENT)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ResultView.class)))
    public Response keep(String calculator, @NotNull ObjectNode request) {
        return writes.run(request, () -> {
            var view = service.keep(calculator, request);
            return Answer.created("/api/v1/calculations/" + calculator + "/results/" + view.id(), view, view.version());
        });
    }

    @GET
    @Path("/{id}")
    @Access(Resource.CALCULATION)
    @Operation(operationId = "getCalculationResult", summary = "Sebuah hasil yang disimpan")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ResultView.class)))
    @APIResponse(responseCode = "304", description = "Belum berubah")
    public Response get(String calculator, UUID id, Request request) {
        var view = service.get(calculator, id);
        return EntityTags.read(request, EntityTags.of(view.version()), view);
    }

    @GET
    @Path("/{id}/explanation")
    @Access(Resource.CALCULATION)
    @Operation(
            operationId = "explainCalculationResult",
            summary = "Hitung ulang sebuah hasil",
            description = "Dari aturan dan masukan yang disimpan, apa pun bunyi aturan sekarang.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Explanation.class)))
    public Explanation explain(String calculator, UUID id) {
        return service.explain(calculator, id);
    }

    @ServerExceptionMapper
    public Response unknownCode(WebApplicationException failure) {
        return desk.refused(failure);
    }

    @ServerExceptionMapper
    public Response unknownCode(InvalidFormatException failure) {
        return desk.refused(failure);
    }
}
