package id.karier.employee;

import id.karier.kernel.Published;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Since when, and by which decree, a person who is registered has another legal standing than the usual one. */
@Published
@Schema(name = "StatusDecree")
public record StatusDecree(
        @NotNull @Schema(description = "TMT kedudukan hukum.", examples = "2026-03-01")
        LocalDate startsOn,

        @Schema(description = "Hari terakhir; kosong bila masih berlangsung.", examples = "2027-02-28") @Nullable
        LocalDate endsOn,

        @Schema(description = "TMT-nya tidak diketahui: startsOn adalah hari pencatatannya.", examples = "false")
        @Nullable
        Boolean startUnknown,

        @Size(min = 1, max = 300)
        @Schema(description = "Sebab.", examples = "Mendampingi suami tugas belajar")
        @Nullable
        String reason,

        @Size(min = 1, max = 200) @Schema(description = "Instansi tujuan.", examples = "Kabupaten Contoh") @Nullable
        String destination,

        @Size(min = 1, max = 100) @Schema(examples = "851/022/2026") @Nullable
        String decreeNumber,

        @Schema(examples = "2026-02-18") @Nullable LocalDate decreeDate) {
    boolean covers(LocalDate day) {
        return !startsOn.isAfter(day) && (endsOn == null || !endsOn.isBefore(day));
    }
}
