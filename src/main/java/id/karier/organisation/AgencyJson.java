package id.karier.organisation;

import id.karier.identity.FirstOfficers.Officer;
import id.karier.identity.FirstOfficers.Ready;
import id.karier.identity.SignInRules;
import id.karier.kernel.Role;
import id.karier.kernel.web.Versioned;
import id.karier.organisation.AgencyFounding.NewAgency;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
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

            @NotNull @Size(max = 20) @Schema(description = "Kode daftar acuan agency-kinds.", examples = "PROVINCE")
            String kind,

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

    /** One of the two administrators with whom an agency begins. */
    @Schema(name = "FirstAdministrator", description = "Administrator pertama; dengan penerbit luar, tanpa sandi.")
    public record FirstAdministrator(
            @Schema(description = "Unik secara nasional, huruf kecil.", examples = "admin.waykanan")
            @NotNull
            @Pattern(regexp = SignInRules.NAME)
            String username,

            @Schema(examples = "Siti Rahmawati") @NotBlank @Size(max = 100)
            String displayName,

            @Schema(
                    description = "Nama penerbit token luar yang melayani semua instansi; ia masuk di sana saja.",
                    examples = "sso-nasional")
            @Nullable
            @Size(min = 1, max = 40)
            String externalIssuer,

            @Schema(description = "`sub` orang ini di penerbit itu.", examples = "f3c1d2a4-88e2-4c35-9d0e-0b1a2c3d4e5f")
            @Nullable
            @Size(min = 1, max = 255)
            String externalSubject) {
        Officer officer() {
            return new Officer(username, displayName, Role.ADMIN, externalIssuer, externalSubject);
        }
    }

    /** A new agency. */
    @Schema(name = "AgencyRequest", description = "Instansi baru dengan dua administrator pertamanya.")
    public record AgencyRequest(
            @Schema(description = "Tetap selamanya.", examples = "waykanan")
            @NotNull
            @Pattern(regexp = AgencyRules.CODE)
            String code,

            @Schema(examples = "Pemerintah Kabupaten Way Kanan") @NotBlank @Size(max = AgencyRules.LONGEST_NAME)
            String name,

            @Schema(description = "Kode daftar acuan agency-kinds.", examples = "REGENCY") @NotNull @Size(max = 20)
            String kind,

            @Schema(
                    description = "Asia/Jakarta, Asia/Pontianak, Asia/Makassar, atau Asia/Jayapura.",
                    examples = "Asia/Jakarta")
            @NotNull
            @Size(max = 30)
            String timeZone,

            @Schema(
                    description = "Dua orang: yang satu menyetujui usulan yang lain.",
                    examples = "[{\"username\": \"siti.waykanan\", \"displayName\": \"Siti Rahmawati\"},"
                            + " {\"username\": \"budi.waykanan\", \"displayName\": \"Budi Santoso\"}]")
            @NotNull
            @Size(min = 2, max = 2)
            List<@NotNull @Valid FirstAdministrator> administrators) {
        List<Officer> officers() {
            return administrators.stream().map(FirstAdministrator::officer).toList();
        }

        NewAgency facts() {
            return new NewAgency(code, name, kind, timeZone);
        }
    }

    /** A password that is shown once. */
    @Schema(name = "OneTimePassword", description = "Sandi sementara; wajib diganti, berlaku 72 jam.")
    public record OneTimePassword(
            @Schema(examples = "admin.waykanan") String username,
            @Schema(examples = "k7mf-q2xr-9bdn-w4ta") String temporaryPassword) {
        static List<OneTimePassword> of(List<Ready> officers) {
            var shown = new ArrayList<OneTimePassword>();
            for (var ready : officers) {
                if (ready.password() != null) {
                    shown.add(new OneTimePassword(ready.officer().username(), ready.password()));
                }
            }
            return shown;
        }
    }

    /** An agency that was made, with what its administrators sign in with. */
    @Schema(name = "NewAgency", description = "Instansi yang dibuat, dan sandi pertama; hanya ditampilkan sekali ini.")
    public record FoundedAgency(
            View agency,

            @Schema(description = "Tidak ada bila jawaban ini pengulangan dari Idempotency-Key yang sama.") @Nullable
            List<OneTimePassword> temporaryPasswords) {}

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
            long version)
            implements Versioned {}

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
