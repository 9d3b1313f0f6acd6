package id.karier.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What travels over the wire about agencies. */
public final class AgencyJson {
    private AgencyJson() {}

    /** What an administrator may change with a merge patch. */
    @Schema(name = "AgencyChanges")
    public record AgencyChanges(
            @NotBlank @Size(max = 150) @Schema(examples = "Pemerintah Provinsi Lampung")
            String name,

            @NotNull
            @Pattern(regexp = "Asia/(Jakarta|Pontianak|Makassar|Jayapura)")
            @Schema(description = "Zona waktu hari-hari instansi: WIB, WITA, atau WIT.", examples = "Asia/Jakarta")
            String timeZone,

            @Size(max = 100)
            @Schema(
                    description = "Pengaturan instansi: objek JSON, kuncinya ditetapkan tiap kemampuan.",
                    examples = "{\"letterhead\": \"BKD Provinsi Lampung\"}")
            @Nullable
            Map<@Size(min = 1, max = 60) @Pattern(regexp = "[A-Za-z][A-Za-z0-9._-]*") String, Object> settings) {}

    /** An agency. */
    @Schema(name = "Agency")
    public record View(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000010")
            UUID id,

            @Schema(examples = "lampung") String code,

            @Schema(examples = "Pemerintah Provinsi Lampung")
            String name,

            @Schema(description = "Kode daftar acuan agency-kinds.", examples = "PROVINCE")
            String kind,

            @Schema(examples = "Asia/Jakarta") String timeZone,
            Map<String, Object> settings,

            @Schema(examples = "A5EB03E2000000000000000000009910") @Nullable
            String siasnId,

            @Schema(description = "Versi, sama dengan ETag.", examples = "3")
            long version) {}

    /** A row of the list of agencies. */
    @Schema(name = "AgencySummary")
    public record Summary(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000010")
            UUID id,

            @Schema(examples = "lampung") String code,

            @Schema(examples = "Pemerintah Provinsi Lampung")
            String name,

            @Schema(examples = "PROVINCE") String kind,
            @Schema(examples = "Asia/Jakarta") String timeZone) {}
}
