package id.karier.integration.bulk;

import id.karier.kernel.web.EmptyMeansNone;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What an order says besides its content. */
public class ImportOrder {
    /** With its letters as octets in UTF-8, which goes before the other one (RFC 6266, section 4.3; RFC 8187). */
    private static final Pattern ENCODED_NAME =
            Pattern.compile("filename\\*\\s*=\\s*utf-8'[^']*'([^\\s\";,]{1,900})", Pattern.CASE_INSENSITIVE);

    private static final Pattern QUOTED_NAME =
            Pattern.compile("filename\\s*=\\s*\"((?:[^\"\\\\]|\\\\.){1,300})\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE_NAME =
            Pattern.compile("filename\\s*=\\s*([^\\s\";]{1,300})", Pattern.CASE_INSENSITIVE);

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
    @EmptyMeansNone
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
        if (disposition == null) {
            return null;
        }
        var encoded = ENCODED_NAME.matcher(disposition);
        if (encoded.find()) {
            var name = decoded(encoded.group(1));
            if (name != null) {
                return name;
            }
        }
        var quoted = QUOTED_NAME.matcher(disposition);
        if (quoted.find()) {
            return asUtf8(quoted.group(1).replaceAll("\\\\(.)", "$1"));
        }
        var bare = BARE_NAME.matcher(disposition);
        return bare.find() ? asUtf8(bare.group(1)) : null;
    }

    private static @Nullable String decoded(String octets) {
        try {
            return URLDecoder.decode(octets.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return null;
        }
    }

    /** A header is read as Latin-1; most clients write UTF-8 into it all the same. */
    private static String asUtf8(String header) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException latin) {
            return header;
        }
    }
}
