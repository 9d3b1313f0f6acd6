package id.karier.competency.assessment;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The filters of the list of raters. */
public class RaterFilter {
    @QueryParam("participant")
    @Parameter(description = "Penilai peserta ini.")
    @Nullable
    UUID participant;

    @QueryParam("state")
    @Parameter(description = "INVITED: belum menjawab.", example = "INVITED")
    @Nullable
    RaterState state;
}
