package id.karier.competency.summary;

import id.karier.competency.summary.SummaryJson.View;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.EntityTags;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How groups stand in a competency, over HTTP. */
@Path("/api/v1/competencies/{competencyId}/summary")
@Tag(name = "competencies")
public class CompetencySummaryResource {
    private final Summaries summaries;

    CompetencySummaryResource(Summaries summaries) {
        this.summaries = summaries;
    }

    @GET
    @Access(Resource.COMPETENCY_SUMMARY)
    @Operation(
            operationId = "getCompetencySummary",
            summary = "Kesenjangan sebuah kompetensi per unit dan jenjang",
            description = "Hari ini. Kelompok yang terlalu kecil tidak disajikan, begitu pula kelompok yang darinya"
                    + " kelompok kecil itu dapat dihitung.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "304", description = "Belum berubah")
    public Response get(
            UUID competencyId,
            @QueryParam("unit") @Parameter(description = "Rinci unit-unit tepat di bawah unit ini.") @Nullable
                    UUID unit,
            Request request) {
        var view = summaries.of(competencyId, unit);
        return EntityTags.read(request, EntityTags.of(0, view), view);
    }
}
