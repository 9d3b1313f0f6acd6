package id.karier.competency.standard;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The filters of the list of standards. */
public class StandardFilter {
    @QueryParam("position")
    @Parameter(description = "Standar jabatan ini.")
    @Nullable
    UUID position;

    @QueryParam("competency")
    @Parameter(description = "Standar kompetensi ini.")
    @Nullable
    UUID competency;

    @QueryParam("asOf")
    @Parameter(description = "Yang berlaku pada hari itu; tanpa ini semuanya.", example = "2026-01-01")
    @Nullable
    LocalDate asOf;
}
