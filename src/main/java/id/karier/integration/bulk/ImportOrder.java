package id.karier.integration.bulk;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What an order says besides its content. */
public class ImportOrder {
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

    @QueryParam("endpoint")
    @Parameter(
            description = "Untuk siasn-employee: endpoint SIASN yang jawabannya dikirim apa adanya.",
            schema = @Schema(maxLength = 60, examples = "rw-jabatan"))
    @Nullable
    String endpoint;
}
