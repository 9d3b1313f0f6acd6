package id.karier.rulebook;

import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import id.karier.calculation.Calculators;
import id.karier.calculation.measure.IpAsnJson.IpAsnAnswer;
import id.karier.calculation.measure.IpAsnJson.IpAsnRequest;
import id.karier.calculation.measure.JpmJson.FunctionalTestAnswer;
import id.karier.calculation.measure.JpmJson.FunctionalTestRequest;
import id.karier.calculation.measure.JpmJson.JpmAnswer;
import id.karier.calculation.measure.JpmJson.JpmRequest;
import id.karier.calculation.measure.LearningHoursJson.LearningHoursAnswer;
import id.karier.calculation.measure.LearningHoursJson.LearningHoursRequest;
import id.karier.calculation.measure.PerformanceJson.DistributionAnswer;
import id.karier.calculation.measure.PerformanceJson.DistributionRequest;
import id.karier.calculation.measure.PerformanceJson.PredicateAnswer;
import id.karier.calculation.measure.PerformanceJson.PredicateRequest;
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

/** Calculators that measure a person over HTTP. */
@Path("/api/v1/calculations")
@Tag(name = "calculations")
public class MeasureCalculationResource {
    private final CalculationDesk desk;

    MeasureCalculationResource(CalculationDesk desk) {
        this.desk = desk;
    }

    @POST
    @Path("/jpm")
    @Access(Resource.CALCULATION)
    @Operation(
            operationId = "calculateJpm",
            summary = "Hitung kecocokan kompetensi (JPM)",
            description = "Sembilan kompetensi terhadap standar jabatan (PermenPANRB 38/2017).")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = JpmRequest.class),
                            examples = @ExampleObject(name = "contoh", value = CalculationExamples.JPM)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = JpmAnswer.class)))
    @APIResponse(responseCode = "422", description = "Masukan yang tidak dapat dihitung")
    public JpmAnswer jpm(@Valid @NotNull JpmRequest request) {
        return desk.calculate(Calculators::jpm, request);
    }

    @POST
    @Path("/functional-test")
    @Access(Resource.CALCULATION)
    @Operation(
            operationId = "calculateFunctionalTest",
            summary = "Hitung uji kompetensi fungsional",
            description = "JPM teknis dan manajerial-sosial kultural menurut bobot jenjang.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FunctionalTestRequest.class),
                            examples = @ExampleObject(name = "contoh", value = CalculationExamples.FUNCTIONAL_TEST)))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = FunctionalTestAnswer.class)))
    @APIResponse(responseCode = "422", description = "Masukan yang tidak dapat dihitung")
    public FunctionalTestAnswer functionalTest(@Valid @NotNull FunctionalTestRequest request) {
        return desk.calculate(Calculators::functionalTest, request);
    }

    @POST
    @Path("/performance-predicate")
    @Access(Resource.CALCULATION)
    @Operation(
            operationId = "calculatePerformancePredicate",
            summary = "Tentukan predikat kinerja",
            description = "Dari hasil kerja dan perilaku kerja (PermenPANRB 6/2022).")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PredicateRequest.class),
                            examples =
                                    @ExampleObject(name = "contoh", value = CalculationExamples.PERFORMANCE_PREDICATE)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PredicateAnswer.class)))
    @APIResponse(responseCode = "422", description = "Masukan yang tidak dapat dihitung")
    public PredicateAnswer performancePredicate(@Valid @NotNull PredicateRequest request) {
        return desk.calculate(Calculators::performancePredicate, request);
    }

    @POST
    @Path("/performance-distribution")
    @Access(Resource.CALCULATION)
    @Operation(
            operationId = "calculatePerformanceDistribution",
            summary = "Periksa sebaran predikat kinerja",
            description = "Peringatan bagi pimpinan, bukan larangan.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DistributionRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "contoh",
                                            value = CalculationExamples.PERFORMANCE_DISTRIBUTION)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DistributionAnswer.class)))
    @APIResponse(responseCode = "422", description = "Masukan yang tidak dapat dihitung")
    public DistributionAnswer performanceDistribution(@Valid @NotNull DistributionRequest request) {
        return desk.calculate(Calculators::performanceDistribution, request);
    }

    @POST
    @Path("/ip-asn")
    @Access(Resource.CALCULATION)
    @Operation(
            operationId = "calculateIpAsn",
            summary = "Hitung indeks profesionalitas ASN",
            description = "Perkiraan internal; BKN menghitung sendiri dari SIASN.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = IpAsnRequest.class),
                            examples = @ExampleObject(name = "contoh", value = CalculationExamples.IP_ASN)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = IpAsnAnswer.class)))
    @APIResponse(responseCode = "422", description = "Masukan yang tidak dapat dihitung")
    public IpAsnAnswer ipAsn(@Valid @NotNull IpAsnRequest request) {
        return desk.calculate(Calculators::ipAsn, request);
    }

    @POST
    @Path("/learning-hours")
    @Access(Resource.CALCULATION)
    @Operation(
            operationId = "calculateLearningHours",
            summary = "Hitung jam pelajaran setahun",
            description = "Konversi bentuk pengembangan kompetensi (LAN 10/2018).")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LearningHoursRequest.class),
                            examples = @ExampleObject(name = "contoh", value = CalculationExamples.LEARNING_HOURS)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LearningHoursAnswer.class)))
    @APIResponse(responseCode = "422", description = "Masukan yang tidak dapat dihitung")
    public LearningHoursAnswer learningHours(@Valid @NotNull LearningHoursRequest request) {
        return desk.calculate(Calculators::learningHours, request);
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
