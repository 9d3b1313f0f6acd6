package id.karier.rulebook;

import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import id.karier.calculation.Calculators;
import id.karier.calculation.measure.TalentJson.NineBoxAnswer;
import id.karier.calculation.measure.TalentJson.NineBoxRequest;
import id.karier.calculation.measure.TalentJson.TalentScoreAnswer;
import id.karier.calculation.measure.TalentJson.TalentScoreRequest;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Resource;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Calculators of talent over HTTP. */
@Path("/api/v1/calculations")
@Tag(name = "calculations")
public class TalentCalculationResource {
    private final CalculationDesk desk;

    TalentCalculationResource(CalculationDesk desk) {
        this.desk = desk;
    }

    @POST
    @Path("/nine-box")
    @Access(Resource.CALCULATION)
    @Operation(
            operationId = "calculateNineBox",
            summary = "Tempatkan pada kotak talenta",
            description = "Dari nilai atau dari pita kedua sumbu (PermenPANRB 3/2020, Kepka BKN 411/2025).")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = NineBoxRequest.class),
                            examples = @ExampleObject(name = "contoh", value = CalculationExamples.NINE_BOX)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NineBoxAnswer.class)))
    @APIResponse(responseCode = "422", description = "Masukan yang tidak dapat dihitung")
    public NineBoxAnswer nineBox(@Valid @NotNull NineBoxRequest request) {
        return desk.calculate(Calculators::nineBox, request);
    }

    @POST
    @Path("/talent-score")
    @Access(Resource.CALCULATION)
    @Operation(
            operationId = "calculateTalentScore",
            summary = "Hitung nilai talenta",
            description = "Kedua sumbu menurut Kepka BKN 411/2025; cara membaca sumbu kinerja dipilih dengan yMode.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TalentScoreRequest.class),
                            examples = @ExampleObject(name = "contoh", value = CalculationExamples.TALENT_SCORE)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TalentScoreAnswer.class)))
    @APIResponse(responseCode = "422", description = "Masukan yang tidak dapat dihitung")
    public TalentScoreAnswer talentScore(@Valid @NotNull TalentScoreRequest request) {
        return desk.calculate(Calculators::talentScore, request);
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
