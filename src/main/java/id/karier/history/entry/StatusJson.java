package id.karier.history.entry;

import id.karier.employee.EmployeeStatus;
import id.karier.employee.Source;
import id.karier.kernel.web.Versioned;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What travels over the wire about the legal standings of a person. */
public final class StatusJson {
    private StatusJson() {}

    /** A legal standing from a day on. */
    @Schema(name = "StatusEntryFacts")
    public record StatusFacts(
            @NotNull
            @Schema(description = "Kedudukan hukum; artinya di reference/employee-statuses.", examples = "UNPAID_LEAVE")
            EmployeeStatus status,

            @NotNull @Schema(description = "TMT kedudukan hukum.", examples = "2026-03-01")
            LocalDate startsOn,

            @Schema(description = "Hari terakhir; kosong bila masih berlangsung.", examples = "2027-02-28") @Nullable
            LocalDate endsOn,

            @Schema(
                    description =
                            "TMT-nya tidak diketahui: startsOn adalah hari Karier mencatatnya, dan SK boleh kosong.",
                    examples = "false")
            @Nullable
            Boolean startUnknown,

            @Size(min = 1, max = 300)
            @Schema(description = "Sebab; wajib untuk pemberhentian.", examples = "Mendampingi suami tugas belajar")
            @Nullable
            String reason,

            @Size(min = 1, max = 200)
            @Schema(
                    description = "Instansi tujuan; wajib bila pindah atau diperbantukan.",
                    examples = "Kabupaten Contoh")
            @Nullable
            String destination,

            @Size(min = 1, max = 100) @Schema(examples = "851/022/2026") @Nullable
            String decreeNumber,

            @Schema(examples = "2026-02-18") @Nullable LocalDate decreeDate,

            @Schema(
                    description = "Akhiri kedudukan hukum yang berlaku pada startsOn sehari sebelumnya.",
                    examples = "true")
            @Nullable
            Boolean closesPrevious)
            implements Decreed {}

    /** A legal standing on record. */
    @Schema(name = "StatusEntry")
    public record StatusEntry(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000109")
            UUID id,

            @Schema(examples = "UNPAID_LEAVE") EmployeeStatus status,
            @Schema(examples = "2026-03-01") LocalDate startsOn,
            @Schema(examples = "2027-02-28") @Nullable LocalDate endsOn,

            @Schema(description = "TMT-nya tidak diketahui.", examples = "false")
            boolean startUnknown,

            @Schema(
                    description = "Hanya bagi yang boleh membaca hukuman disiplin pegawai ini.",
                    examples = "Mendampingi suami tugas belajar")
            @Nullable
            String reason,

            @Schema(examples = "Kabupaten Contoh") @Nullable String destination,
            @Schema(examples = "851/022/2026") @Nullable String decreeNumber,
            @Schema(examples = "2026-02-18") @Nullable LocalDate decreeDate,
            @Schema(examples = "LOCAL") Source source,
            @Schema(description = "Id di SIASN.") @Nullable String siasnId,

            @Schema(description = "Versi, sama dengan ETag.", examples = "0")
            long version)
            implements Versioned {
        StatusEntry withoutReason() {
            return new StatusEntry(
                    id,
                    status,
                    startsOn,
                    endsOn,
                    startUnknown,
                    null,
                    destination,
                    decreeNumber,
                    decreeDate,
                    source,
                    siasnId,
                    version);
        }
    }
}
