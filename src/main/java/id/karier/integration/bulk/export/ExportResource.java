package id.karier.integration.bulk.export;

import id.karier.employee.FilterParameters;
import id.karier.integration.bulk.format.Format;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Resource;
import id.karier.organisation.AgencyDirectory;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Registers as files over HTTP. */
@Path("/api/v1/exports")
@Tag(name = "exports")
public class ExportResource {
    static final String CSV = "text/csv";

    private static final String CSV_EXAMPLE = "pns_id,nip_baru,nama,gelar_depan,gelar_belakang\r\n"
            + ",199608182022041001,Sari Widuri,,\"S.Kom., M.T.\"\r\n";
    private static final String LINE_EXAMPLE =
            "{\"pns_id\":null,\"nip_baru\":\"199608182022041001\",\"nama\":\"Sari Widuri\"}\n";

    private final Exports exports;
    private final AgencyDirectory agencies;
    private final Caller caller;

    ExportResource(Exports exports, AgencyDirectory agencies, Caller caller) {
        this.exports = exports;
        this.agencies = agencies;
        this.caller = caller;
    }

    @GET
    @Path("{exportKind}")
    @Produces({CSV, Format.SHEET, Format.LINES})
    @Access(Resource.EMPLOYEE)
    @Operation(
            operationId = "exportRegister",
            summary = "Unduh sebuah register sebagai berkas, dalam jangkauan peran Anda",
            description = "Mengalir dari satu keadaan basis data; tidak ada yang disimpan. Berkas employees berkolom"
                    + " seperti impor, dan mengimpornya kembali tidak mengubah apa pun; NIK, NPWP, alamat, telepon, dan"
                    + " surel pribadi tidak ada di dalamnya. Riwayat lain berkolom menurut alamatnya sendiri, bagi"
                    + " pegawai yang tersaring. Setiap unduhan tercatat di jejak audit. Berkas yang sambungannya putus"
                    + " sebelum akhir jawaban tidak utuh: unduh lagi.")
    @APIResponse(
            responseCode = "200",
            description = "Berkasnya.",
            content = {
                @Content(
                        mediaType = CSV,
                        schema = @Schema(type = SchemaType.STRING, maxLength = Integer.MAX_VALUE),
                        examples = @ExampleObject(name = "pegawai", value = CSV_EXAMPLE)),
                @Content(
                        mediaType = Format.SHEET,
                        schema = @Schema(type = SchemaType.STRING, format = "binary", maxLength = Integer.MAX_VALUE)),
                @Content(
                        mediaType = Format.LINES,
                        schema = @Schema(type = SchemaType.STRING, maxLength = Integer.MAX_VALUE),
                        examples = @ExampleObject(name = "pegawai", value = LINE_EXAMPLE))
            })
    public Response export(
            @PathParam("exportKind")
                    @Parameter(
                            description = "Register yang diunduh.",
                            schema =
                                    @Schema(
                                            enumeration = {
                                                "employees",
                                                "ranks",
                                                "positions",
                                                "educations",
                                                "trainings",
                                                "awards",
                                                "disciplines",
                                                "credits",
                                                "statuses"
                                            }))
                    String kind,
            @QueryParam("format")
                    @Parameter(
                            description = "Bentuk berkas; tanpa ini menurut Accept, dan csv bila tidak disebut.",
                            example = "xlsx",
                            schema = @Schema(enumeration = {"csv", "xlsx", "ndjson"}))
                    @Nullable
                    String format,
            @BeanParam FilterParameters filter,
            @Context HttpHeaders headers) {
        var chosen = format(format, headers.getHeaderString(HttpHeaders.ACCEPT));
        var file = exports.order(kind, chosen, filter.filter());
        var name = kind + '-' + agencies.today(caller.agency()) + '.' + word(chosen);
        return Response.ok(file)
                .type(type(chosen))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"')
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Accel-Buffering", "no")
                .build();
    }

    /** What is said, or else what the client accepts; the filters have left one of ours there. */
    private static Format format(@Nullable String said, @Nullable String accepted) {
        if (said != null) {
            for (var format : new Format[] {Format.CSV, Format.XLSX, Format.NDJSON}) {
                if (word(format).equals(said.toLowerCase(Locale.ROOT))) {
                    return format;
                }
            }
            throw new ProblemException(
                    ErrorCode.INVALID_PARAMETER, FieldError.in("imports", "format", "EXPORT_FORMAT_UNKNOWN"));
        }
        var format = Format.of(Objects.requireNonNullElse(accepted, CSV));
        return format == Format.XLSX || format == Format.NDJSON ? format : Format.CSV;
    }

    private static String word(Format format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    private static String type(Format format) {
        return switch (format) {
            case XLSX -> Format.SHEET;
            case NDJSON -> Format.LINES;
            case CSV, JSON -> CSV + ";charset=UTF-8";
        };
    }
}
