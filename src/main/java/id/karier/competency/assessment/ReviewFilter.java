package id.karier.competency.assessment;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The filters of the list of requests for a review. */
public class ReviewFilter {
    @QueryParam("assessment")
    @Parameter(description = "Permintaan atas putaran ini.")
    @Nullable
    UUID assessment;

    @QueryParam("decided")
    @Parameter(description = "Hanya yang sudah, atau hanya yang belum diputus.", example = "false")
    @Nullable
    Boolean decided;
}
