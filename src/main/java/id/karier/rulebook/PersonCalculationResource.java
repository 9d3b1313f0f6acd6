package id.karier.rulebook;

import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import id.karier.calculation.Calculators;
import id.karier.calculation.person.DisciplineJson.AbsenceAnswer;
import id.karier.calculation.person.DisciplineJson.AbsenceRequest;
import id.karier.calculation.person.NipJson.NipAnswer;
import id.karier.calculation.person.NipJson.NipRequest;
import id.karier.calculation.person.RetirementJson.RetirementAnswer;
import id.karier.calculation.person.RetirementJson.RetirementRequest;
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

/** Calculators about the person over HTTP. */
@Path("/api/v1/calculations")
@Tag(name = "calculations")
public class PersonCalculationResource {
    private final CalculationDesk desk;

    PersonCalculationResource(CalculationDesk desk) {
        this.desk = desk;
    }

    @POST
    @Path("/nip")
    @Access(Resource.CALCULATION)
    @Operation(
            operationId = "calculateNip",
            summary = "Baca NIP atau NI PPPK",
            description =
                    "Angka kelahiran, pengangkatan, jenis kelamin, dan nomor urut. Nomor yang salah dijawab 200 dengan valid false dan alasannya.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = NipRequest.class),
                            examples = @ExampleObject(name = "contoh", value = CalculationExamples.NIP)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NipAnswer.class)))
    @APIResponse(responseCode = "422", description = "Masukan yang tidak dapat dihitung")
    public NipAnswer nip(@Valid @NotNull NipRequest request) {
        return desk.calculate(Calculators::nip, request);
    }

    @POST
    @Path("/retirement")
    @Access(Resource.CALCULATION)
    @Operation(
            operationId = "calculateRetirement",
            summary = "Hitung batas usia pensiun",
            description = "Hari usia tercapai dan hari pensiun berlaku (UU 20/2023).")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RetirementRequest.class),
                            examples = @ExampleObject(name = "contoh", value = CalculationExamples.RETIREMENT)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RetirementAnswer.class)))
    @APIResponse(responseCode = "422", description = "Masukan yang tidak dapat dihitung")
    public RetirementAnswer retirement(@Valid @NotNull RetirementRequest request) {
        return desk.calculate(Calculators::retirement, request);
    }

    @POST
    @Path("/discipline-absence")
    @Access(Resource.CALCULATION)
    @Operation(
            operationId = "calculateDisciplineAbsence",
            summary = "Hukuman karena tidak masuk kerja",
            description = "Menurut jumlah setahun dan hari berturut-turut (PP 94/2021).")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AbsenceRequest.class),
                            examples = @ExampleObject(name = "contoh", value = CalculationExamples.DISCIPLINE_ABSENCE)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AbsenceAnswer.class)))
    @APIResponse(responseCode = "422", description = "Masukan yang tidak dapat dihitung")
    public AbsenceAnswer disciplineAbsence(@Valid @NotNull AbsenceRequest request) {
        return desk.calculate(Calculators::disciplineAbsence, request);
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
