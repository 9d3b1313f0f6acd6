package id.karier.rulebook.simulation;

import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Answer;
import id.karier.kernel.web.Writes;
import id.karier.rulebook.simulation.SimulationJson.Order;
import id.karier.rulebook.simulation.SimulationJson.View;
import id.karier.rules.RuleSetKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Orders simulations; below the kind there is no room for their ids beside those of its versions. */
@Path("/api/v1/rule-sets/{kind}/simulations")
@Tag(name = "rule-sets")
@Produces(MediaType.APPLICATION_JSON)
public class SimulationOrderResource {
    private final SimulationService service;
    private final Writes writes;

    SimulationOrderResource(SimulationService service, Writes writes) {
        this.service = service;
        this.writes = writes;
    }

    @POST
    @Access(value = Resource.SIMULATION, action = Action.WRITE)
    @Operation(
            operationId = "simulateRuleSet",
            summary = "Simulasikan sebuah draf aturan",
            description =
                    "Membandingkan draf dengan versi yang berlaku untuk setiap pegawai instansi, sejauh register memuat masukannya. Tidak ada aturan atau hasil yang disimpan berubah.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Order.class),
                            examples = {
                                @ExampleObject(name = "draf", value = SimulationExamples.ORDER),
                                @ExampleObject(name = "versi", value = SimulationExamples.BY_NAME)
                            }))
    @APIResponse(
            responseCode = "202",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "menunggu", value = SimulationExamples.QUEUED)))
    public Response order(RuleSetKind kind, @Valid @NotNull Order order) {
        return writes.run(order, () -> {
            var view = service.order(kind, order);
            return Answer.accepted("/api/v1/simulations/" + view.id(), view);
        });
    }
}
