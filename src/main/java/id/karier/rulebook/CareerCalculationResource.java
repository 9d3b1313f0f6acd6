package id.karier.rulebook;

import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import id.karier.calculation.Calculators;
import id.karier.calculation.career.CreditPointsJson.CreditPointsAnswer;
import id.karier.calculation.career.CreditPointsJson.CreditPointsRequest;
import id.karier.calculation.career.DecisionJson.AppointmentAnswer;
import id.karier.calculation.career.DecisionJson.AppointmentRequest;
import id.karier.calculation.career.DecisionJson.RankPromotionAnswer;
import id.karier.calculation.career.DecisionJson.RankPromotionRequest;
import id.karier.calculation.career.TransferJson.TransferAnswer;
import id.karier.calculation.career.TransferJson.TransferRequest;
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

/** Calculators about the career over HTTP. */
@Path("/api/v1/calculations")
@Tag(name = "calculations")
public class CareerCalculationResource {
    private final CalculationDesk desk;

    CareerCalculationResource(CalculationDesk desk) {
        this.desk = desk;
    }

    @POST
    @Path("/credit-points")
    @Access(Resource.CALCULATION)
    @Operation(
            operationId = "calculateCreditPoints",
            summary = "Hitung angka kredit",
            description = "Predikat dikali koefisien jenjang (BKN 3/2023).")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CreditPointsRequest.class),
                            examples = @ExampleObject(name = "contoh", value = CalculationExamples.CREDIT_POINTS)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CreditPointsAnswer.class)))
    @APIResponse(responseCode = "422", description = "Masukan yang tidak dapat dihitung")
    public CreditPointsAnswer creditPoints(@Valid @NotNull CreditPointsRequest request) {
        return desk.calculate(Calculators::creditPoints, request);
    }

    @POST
    @Path("/rank-promotion")
    @Access(Resource.CALCULATION)
    @Operation(
            operationId = "calculateRankPromotion",
            summary = "Periksa kenaikan pangkat",
            description = "Syarat satu per satu, dan periode pertama yang memenuhi.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RankPromotionRequest.class),
                            examples = @ExampleObject(name = "contoh", value = CalculationExamples.RANK_PROMOTION)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RankPromotionAnswer.class)))
    @APIResponse(responseCode = "422", description = "Masukan yang tidak dapat dihitung")
    public RankPromotionAnswer rankPromotion(@Valid @NotNull RankPromotionRequest request) {
        return desk.calculate(Calculators::rankPromotion, request);
    }

    @POST
    @Path("/appointment")
    @Access(Resource.CALCULATION)
    @Operation(
            operationId = "calculateAppointment",
            summary = "Periksa pengangkatan dalam jabatan",
            description = "Syarat satu per satu (PP 11/2017 jo. PP 17/2020).")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AppointmentRequest.class),
                            examples = @ExampleObject(name = "contoh", value = CalculationExamples.APPOINTMENT)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AppointmentAnswer.class)))
    @APIResponse(responseCode = "422", description = "Masukan yang tidak dapat dihitung")
    public AppointmentAnswer appointment(@Valid @NotNull AppointmentRequest request) {
        return desk.calculate(Calculators::appointment, request);
    }

    @POST
    @Path("/transfer")
    @Access(Resource.CALCULATION)
    @Operation(
            operationId = "calculateTransfer",
            summary = "Periksa masa mutasi",
            description = "Paling singkat dua, paling lama lima tahun dalam unit (BKN 5/2019).")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TransferRequest.class),
                            examples = @ExampleObject(name = "contoh", value = CalculationExamples.TRANSFER)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TransferAnswer.class)))
    @APIResponse(responseCode = "422", description = "Masukan yang tidak dapat dihitung")
    public TransferAnswer transfer(@Valid @NotNull TransferRequest request) {
        return desk.calculate(Calculators::transfer, request);
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
