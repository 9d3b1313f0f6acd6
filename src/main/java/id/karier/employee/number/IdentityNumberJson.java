package id.karier.employee.number;

import id.karier.employee.EmployeeKind;
import id.karier.employee.Source;
import id.karier.kernel.web.Versioned;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What travels over the wire about identity numbers. */
public final class IdentityNumberJson {
    private IdentityNumberJson() {}

    /** A number that replaces the person's present one, by decree. */
    @Schema(name = "IdentityNumberCorrection")
    public record Correction(
            @NotNull
            @Pattern(regexp = "[0-9]{18}")
            @Schema(description = "NIP atau NI PPPK, 18 angka.", examples = "199608182022041001")
            String number,

            @NotNull @Schema(examples = "PNS") EmployeeKind kind,

            @NotNull
            @Schema(description = "Nomor sebelumnya berakhir sehari sebelum hari ini.", examples = "2024-03-01")
            LocalDate startsOn,

            @NotBlank @Size(max = 100) @Schema(examples = "01/KONVERSI/2024")
            String decreeNumber,

            @NotNull @Schema(examples = "2024-02-20") LocalDate decreeDate,

            @Schema(
                    description = "SK membetulkan orangnya: tanggal lahir dan jenis kelamin diambil dari nomor baru.",
                    examples = "false")
            @Nullable
            Boolean correctsPerson) {}

    /** The decree that makes a candidate permanent. */
    @Schema(name = "PermanentAppointment")
    public record Appointment(
            @NotNull @Schema(description = "TMT PNS.", examples = "2023-04-01")
            LocalDate startsOn,

            @NotBlank @Size(max = 100) @Schema(examples = "821.1/118/2023")
            String decreeNumber,

            @NotNull @Schema(examples = "2023-03-20") LocalDate decreeDate,

            @Size(min = 1, max = 300)
            @Schema(
                    description = "Wajib bila masa percobaan lebih dari dua tahun.",
                    examples = "Pelatihan dasar tertunda bukan karena kesalahan pegawai")
            @Nullable
            String reason) {}

    /** A number that a person bore for a time. */
    @Schema(name = "IdentityNumberEntry")
    public record Entry(
            @Schema(examples = "01980a52-7c1e-7000-8000-000000000100")
            UUID id,

            @Schema(examples = "199608182022041001") String number,
            @Schema(examples = "PNS") EmployeeKind kind,
            @Schema(examples = "2022-04-01") LocalDate startsOn,
            @Schema(examples = "2024-02-29") @Nullable LocalDate endsOn,
            @Schema(examples = "01/KONVERSI/2024") @Nullable String decreeNumber,
            @Schema(examples = "2024-02-20") @Nullable LocalDate decreeDate,

            @Schema(
                    description = "Mengapa menyimpang dari masa menurut hukum.",
                    examples = "Pelatihan dasar tertunda bukan karena kesalahan pegawai")
            @Nullable
            String reason,

            @Schema(examples = "LOCAL") Source source,
            @Schema(description = "Id di SIASN.") @Nullable String siasnId,

            @Schema(description = "Versi, sama dengan ETag.", examples = "0")
            long version)
            implements Versioned {}
}
