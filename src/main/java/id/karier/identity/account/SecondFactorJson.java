package id.karier.identity.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes over the wire about one's second factor. */
public final class SecondFactorJson {
    private SecondFactorJson() {}

    /** Whether there is one, and what a new device needs. */
    @Schema(name = "SecondFactor", description = "Faktor kedua akun sendiri.")
    public record SecondFactorView(
            @Schema(examples = "false") boolean enrolled,

            @Schema(description = "Peran akun ini mewajibkannya.", examples = "true")
            boolean needed,

            @Schema(
                    description = "Rahasia baru untuk gawai, base 32; dibuat setiap kali, berlaku setelah didaftarkan.",
                    examples = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
            String secret,

            @Schema(
                    description = "Alamat untuk kode QR.",
                    examples =
                            "otpauth://totp/Karier:sdm.lampung?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Karier")
            String address) {}

    /** A device that is to be taken. */
    @Schema(name = "SecondFactorRequest", description = "Mendaftarkan gawai dengan kode yang ditampilkannya.")
    public record SecondFactorRequest(
            @Schema(examples = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP") @NotNull @Size(min = 16, max = 110)
            String secret,

            @Schema(description = "Enam angka yang ditampilkan gawai itu sekarang; spasi boleh.", examples = "492039")
            @NotNull
            @Size(min = 6, max = 20)
            String code,

            @Schema(
                    description = "Kode gawai lama atau kode pemulihan, bila sudah ada faktor kedua.",
                    examples = "k7mf-q2xr-9bdn-w4ta")
            @Nullable
            @Size(min = 6, max = 30)
            String currentCode) {}

    /** What was taken. */
    @Schema(name = "SecondFactorEnrolled", description = "Gawai terdaftar; token berikutnya berperan penuh.")
    public record SecondFactorEnrolled(
            @Schema(examples = "true") boolean enrolled,

            @Schema(
                    description = "Sepuluh kode pemulihan, masing-masing sekali pakai; hanya ditampilkan sekali ini.",
                    examples = "[\"k7mf-q2xr-9bdn-w4ta\"]")
            @Nullable
            List<String> recoveryCodes) {}
}
