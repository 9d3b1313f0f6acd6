package id.karier.rulebook.simulation;

import id.karier.jobs.JobEvents;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.EntityTags;
import id.karier.kernel.web.PageRequest;
import id.karier.rulebook.simulation.SimulationJson.ChangePage;
import id.karier.rulebook.simulation.SimulationJson.Event;
import id.karier.rulebook.simulation.SimulationJson.ProblemPage;
import id.karier.rulebook.simulation.SimulationJson.View;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Simulations over HTTP: what a draft would change for the people of an agency. */
@Path("/api/v1/simulations")
@Tag(name = "rule-sets")
@Produces(MediaType.APPLICATION_JSON)
public class SimulationResource {
    private final SimulationService service;
    private final JobEvents events;

    SimulationResource(SimulationService service, JobEvents events) {
        this.service = service;
        this.events = events;
    }

    @GET
    @Path("/{id}")
    @Access(Resource.SIMULATION)
    @Operation(operationId = "getSimulation", summary = "Keadaan dan hasil sebuah simulasi")
    @APIResponse(
            responseCode = "200",
            description = "Keadaan simulasi, dan hitungannya sejauh ini.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "selesai", value = SimulationExamples.ENDED)))
    @APIResponse(responseCode = "304", description = "Belum berubah")
    public Response get(UUID id, @Context Request request) {
        var view = service.get(id);
        return EntityTags.read(request, EntityTags.of(view.progress().done(), view), view);
    }

    @GET
    @Path("/{id}/changes")
    @Access(Resource.SIMULATION)
    @Operation(
            operationId = "listSimulationChanges",
            summary = "Pegawai yang hasilnya berubah; urutan: employeeId",
            description = "Hanya untuk yang boleh membaca pegawai dan riwayatnya; mesin memerlukan juga scope"
                    + " `employees:read` dan `histories:read`. Yang lain melihat hitungannya saja, dibulatkan.")
    @APIResponse(
            responseCode = "200",
            description = "Sehalaman pegawai.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChangePage.class),
                            examples = @ExampleObject(name = "sehalaman", value = SimulationExamples.CHANGES)))
    public Response changes(UUID id, @BeanParam PageRequest page, @Context UriInfo uri) {
        return service.changes(id, page).answer(uri);
    }

    @GET
    @Path("/{id}/problems")
    @Access(Resource.SIMULATION)
    @Operation(operationId = "listSimulationProblems", summary = "Sebab kegagalan sebuah simulasi; urutan: number")
    @APIResponse(
            responseCode = "200",
            description = "Sehalaman masalah.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProblemPage.class),
                            examples = @ExampleObject(name = "sehalaman", value = SimulationExamples.PROBLEMS)))
    public Response problems(UUID id, @BeanParam PageRequest page, @Context UriInfo uri) {
        return service.problems(id, page).answer(uri);
    }

    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @Access(Resource.SIMULATION)
    @Operation(operationId = "followSimulation", summary = "Kemajuan sebuah simulasi sebagai aliran peristiwa")
    @APIResponse(
            responseCode = "200",
            description = "Peristiwa `progress` setiap ada kemajuan, lalu `end`; isinya keadaan pekerjaan.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "kemajuan", value = SimulationExamples.EVENTS)))
    public Multi<OutboundSseEvent> events(UUID id, @Context Sse sse) {
        service.require(id);
        return events.follow(id, SimulationHandler.SCOPE, sse, Event::of);
    }
}
