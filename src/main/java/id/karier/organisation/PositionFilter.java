package id.karier.organisation;

import id.karier.kernel.web.FreeText;
import id.karier.rules.terms.PositionLevel;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The filters of the list of positions. */
public class PositionFilter {
    @QueryParam("agency")
    @Parameter(description = "Kode instansi; berguna bagi peran nasional.", example = "lampung")
    @Nullable
    String agency;

    @QueryParam("unit")
    @Parameter(description = "Jabatan di unit ini.")
    @Nullable
    UUID unit;

    @QueryParam("under")
    @Parameter(description = "Jabatan di unit ini dan di semua unit di bawahnya.")
    @Nullable
    UUID under;

    @QueryParam("level")
    @Parameter(description = "Jenjang jabatan.", example = "JF_AHLI_MUDA")
    @Nullable
    PositionLevel level;

    @QueryParam("vacant")
    @Parameter(description = "true: kebutuhannya belum terisi; false: sudah terisi.", example = "true")
    @Nullable
    Boolean vacant;

    @QueryParam("q")
    @FreeText
    @Parameter(description = "Awal nama.", example = "Pranata", schema = @Schema(maxLength = 200))
    @Nullable
    String q;

    @QueryParam("asOf")
    @Parameter(description = "Jabatan dan pemangkunya pada hari itu; tanpa ini hari ini.", example = "2026-01-01")
    @Nullable
    LocalDate asOf;

    LocalDate day(LocalDate today) {
        return Objects.requireNonNullElse(asOf, today);
    }
}
