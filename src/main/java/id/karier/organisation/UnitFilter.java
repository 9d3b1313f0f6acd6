package id.karier.organisation;

import id.karier.kernel.web.FreeText;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The filters of the list of units. */
public class UnitFilter {
    @QueryParam("agency")
    @Parameter(description = "Kode instansi; berguna bagi peran nasional.", example = "lampung")
    @Nullable
    String agency;

    @QueryParam("parent")
    @Parameter(description = "Langsung di bawah unit ini.")
    @Nullable
    UUID parent;

    @QueryParam("top")
    @DefaultValue("false")
    @Parameter(description = "Hanya unit puncak.")
    boolean top;

    @QueryParam("under")
    @Parameter(description = "Unit ini beserta semua unit di bawahnya, berapa pun tingkatnya.")
    @Nullable
    UUID under;

    @QueryParam("kind")
    @Parameter(description = "Kode daftar acuan unit-kinds.", example = "DINAS")
    @Nullable
    String kind;

    @QueryParam("q")
    @FreeText
    @Parameter(description = "Awal nama.", example = "Dinas Kes", schema = @Schema(maxLength = 200))
    @Nullable
    String q;

    @QueryParam("asOf")
    @Parameter(
            description = "Unit yang ada pada hari itu, dengan nama dan induk hari itu; tanpa ini hari ini.",
            example = "2026-01-01")
    @Nullable
    LocalDate asOf;

    LocalDate day(LocalDate today) {
        return Objects.requireNonNullElse(asOf, today);
    }
}
