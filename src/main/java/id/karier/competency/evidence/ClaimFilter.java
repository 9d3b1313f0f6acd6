package id.karier.competency.evidence;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The filters of the list of claims. */
public class ClaimFilter {
    @QueryParam("employee")
    @Parameter(description = "Klaim pegawai ini.")
    @Nullable
    UUID employee;

    @QueryParam("status")
    @Parameter(description = "Sejauh mana klaim berjalan.", example = "SUBMITTED")
    @Nullable
    ClaimStatus status;
}
