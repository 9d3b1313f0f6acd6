package id.karier.sample;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What travels over the wire about sample cases. */
public final class SampleJson {
    private SampleJson() {}

    @Schema(name = "NewSample")
    public record NewSample(
            @NotNull UUID menteeId,
            @NotNull UUID mentorId,

            @NotBlank @Size(max = 200) @Schema(examples = "Menulis naskah dinas")
            String topic,

            @NotNull @Schema(examples = "2026-04-01") LocalDate startsOn) {}

    @Schema(name = "SampleChanges")
    public record SampleChanges(
            @NotNull UUID mentorId,

            @NotBlank @Size(max = 200) @Schema(examples = "Menulis naskah dinas")
            String topic) {}

    @Schema(name = "SampleCase")
    public record View(
            UUID id,
            UUID menteeId,
            UUID mentorId,
            @Schema(examples = "Menulis naskah dinas") String topic,
            @Schema(examples = "2026-04-01") LocalDate startsOn,

            @Schema(description = "Versi, sama dengan ETag.", examples = "0")
            long version) {}
}
