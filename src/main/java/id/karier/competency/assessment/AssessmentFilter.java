package id.karier.competency.assessment;

import id.karier.rules.body.JpmBody.Purpose;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The filters of the list of rounds. */
public class AssessmentFilter {
    @QueryParam("state")
    @Parameter(description = "Sejauh mana putaran berjalan.", example = "OPEN")
    @Nullable
    AssessmentState state;

    @QueryParam("purpose")
    @Parameter(description = "Untuk apa putaran diadakan.", example = "PEMETAAN")
    @Nullable
    Purpose purpose;
}
