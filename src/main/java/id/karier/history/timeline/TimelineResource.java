package id.karier.history.timeline;

import id.karier.history.timeline.TimelineJson.Timeline;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.EntityTags;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The timeline of a person over HTTP. */
@Path("/api/v1/employees/{employeeId}/timeline")
@Tag(name = "histories")
public class TimelineResource {
    private final TimelineService service;

    TimelineResource(TimelineService service) {
        this.service = service;
    }

    @GET
    @Access(Resource.CAREER_HISTORY)
    @Operation(
            operationId = "getEmployeeTimeline",
            summary = "Seluruh keadaan karier pada suatu hari, beserta SK di balik setiap titiknya",
            description = "Tanpa asOf: hari ini di instansi. Hari depan sampai dua tahun menunjukkan apa yang sudah"
                    + " ditetapkan. Hukuman disiplin hanya untuk peran yang mencakupnya.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Timeline.class)))
    @APIResponse(responseCode = "304", description = "Belum berubah")
    public Response get(
            UUID employeeId,
            @QueryParam("asOf")
                    @Parameter(description = "Hari yang ditanyakan, yyyy-MM-dd.", example = "2024-06-30")
                    @Nullable
                    LocalDate asOf,
            Request request) {
        var timeline = service.timeline(employeeId, asOf);
        return EntityTags.read(request, EntityTags.of(timeline.pointsTotal(), timeline), timeline);
    }
}
