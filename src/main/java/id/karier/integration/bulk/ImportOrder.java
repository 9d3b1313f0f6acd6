package id.karier.integration.bulk;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What an order says besides its content. */
public class ImportOrder {
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"?([^\";]{1,300})");

    @QueryParam("kind")
    @Parameter(
            required = true,
            description = "Jenis impor.",
            schema = @Schema(enumeration = {"employees", "siasn-employee"}))
    @Nullable
    String kind;

    @QueryParam("dryRun")
    @DefaultValue("false")
    @Parameter(description = "Hanya memeriksa dan melaporkan apa yang akan terjadi.")
    boolean dryRun;

    @QueryParam("partial")
    @DefaultValue("false")
    @Parameter(description = "Menulis baris yang baik walau ada yang ditolak; bawaannya semua atau tidak sama sekali.")
    boolean partial;

    @QueryParam("create")
    @Parameter(
            description =
                    "Yang boleh dibuat di luar pegawai, dipisah koma: units, positions. Tanpa ini, baris yang menyebut"
                            + " unit atau jabatan yang belum terdaftar ditolak.",
            schema =
                    @Schema(
                            pattern = "(units|positions)(,(units|positions))*",
                            maxLength = 40,
                            examples = "units,positions"))
    @Nullable
    String create;

    @HeaderParam("Content-Disposition")
    @Parameter(
            description = "Nama berkas untuk daftar impor: attachment; filename=\"pegawai.csv\".",
            schema = @Schema(maxLength = 400, examples = "attachment; filename=\"pegawai.csv\""))
    @Nullable
    String disposition;

    @QueryParam("endpoint")
    @Parameter(
            description = "Untuk siasn-employee: endpoint SIASN yang jawabannya dikirim apa adanya.",
            schema = @Schema(maxLength = 60, examples = "rw-jabatan"))
    @Nullable
    String endpoint;

    /** The name that a body without a form may bring; null for none. */
    @Nullable
    String fileName() {
        var name = FILE_NAME.matcher(disposition == null ? "" : disposition);
        return name.find() ? name.group(1) : null;
    }
}
