package id.karier.jobs;

import id.karier.jobs.JobJson.JobPage;
import id.karier.jobs.JobJson.JobView;
import id.karier.jobs.JobJson.ProblemPage;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.PageRequest;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /jobs}: long work of every kind that the caller may read; others answer 404. */
@Path("/api/v1/jobs")
@Tag(name = "jobs")
@Produces(MediaType.APPLICATION_JSON)
public class JobResource {
    private static final String WHICH =
            "Hanya jenis yang boleh dibaca pemanggil; mesin memerlukan scope jenisnya juga, misalnya `imports:read`.";

    private final Jobs jobs;
    private final JobEvents events;
    private final JobAccess access;

    JobResource(Jobs jobs, JobEvents events, JobAccess access) {
        this.jobs = jobs;
        this.events = events;
        this.access = access;
    }

    @GET
    @Access(Resource.JOB)
    @Operation(
            operationId = "listJobs",
            summary = "Daftar pekerjaan, yang terbaru lebih dahulu; urutan: createdAt",
            description = WHICH)
    @APIResponse(
            responseCode = "200",
            description = "Sehalaman pekerjaan.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = JobPage.class),
                            examples = @ExampleObject(name = "sehalaman", value = JobJson.PAGE_EXAMPLE)))
    public Response list(
            @QueryParam("kind") @Parameter(description = "Hanya jenis ini.", example = "employees") @Nullable
                    String kind,
            @QueryParam("status") @Parameter(description = "Hanya yang keadaannya ini.", example = "RUNNING") @Nullable
                    JobStatus status,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return jobs.page(access.readable(kind), status, page).answer(uri);
    }

    @GET
    @Path("/{id}")
    @Access(Resource.JOB)
    @Operation(operationId = "getJob", summary = "Keadaan sebuah pekerjaan", description = WHICH)
    @APIResponse(
            responseCode = "200",
            description = "Keadaannya, dan hasil sejauh ini.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = JobView.class),
                            examples = @ExampleObject(name = "berjalan", value = JobJson.EXAMPLE)))
    public JobView get(UUID id) {
        return jobs.get(id, access.readable());
    }

    @GET
    @Path("/{id}/problems")
    @Access(Resource.JOB)
    @Operation(
            operationId = "listJobProblems",
            summary = "Masalah yang ditemukan sebuah pekerjaan; urutan: number",
            description = WHICH)
    @APIResponse(
            responseCode = "200",
            description = "Sehalaman masalah.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProblemPage.class),
                            examples = @ExampleObject(name = "sehalaman", value = JobJson.PROBLEMS_EXAMPLE)))
    public Response problems(UUID id, @BeanParam PageRequest page, @Context UriInfo uri) {
        return jobs.problems(id, access.readable(), page).answer(uri);
    }

    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @Access(Resource.JOB)
    @Operation(
            operationId = "followJob",
            summary = "Kemajuan sebuah pekerjaan sebagai aliran peristiwa",
            description = WHICH)
    @APIResponse(
            responseCode = "200",
            description = "Peristiwa `progress` setiap ada kemajuan, lalu `end`; isinya keadaan pekerjaan.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "kemajuan", value = JobJson.EVENTS_EXAMPLE)))
    public Multi<OutboundSseEvent> events(UUID id, @Context Sse sse) {
        return events.follow(id, access.readable(), sse, view -> view);
    }
}
