package id.karier.integration.bulk;

import id.karier.integration.bulk.format.Format;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Resource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files to begin with. A class of its own, as a path below another resource's is. */
@Path("/api/v1/imports/templates")
@Tag(name = "imports")
public class ImportTemplateResource {
    private final Templates templates;

    ImportTemplateResource(Templates templates) {
        this.templates = templates;
    }

    @GET
    @Path("{importKind}")
    @Produces({Format.SHEET, "application/json"})
    @Access(Resource.IMPORT)
    @Operation(
            operationId = "getImportTemplate",
            summary = "Unduh templat sebuah jenis impor",
            description = "Untuk employees: XLSX kosong dengan kepala kolom, dan lembar petunjuk setiap kolom. Untuk"
                    + " siasn-employee: contoh dokumen JSON.")
    @APIResponse(
            responseCode = "200",
            description = "Berkas templat.",
            content = {
                @Content(
                        mediaType = Format.SHEET,
                        schema = @Schema(type = SchemaType.STRING, format = "binary", maxLength = ImportJson.LARGEST)),
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(type = SchemaType.OBJECT),
                        examples = @ExampleObject(name = "siasn", value = ImportJson.JSON_EXAMPLE))
            })
    public Response template(
            @PathParam("importKind")
                    @Parameter(
                            description = "Jenis impor.",
                            schema = @Schema(enumeration = {"employees", "siasn-employee"}))
                    String kind) {
        var template = templates.of(ImportKind.named(kind));
        return Response.ok(template.content())
                .type(template.type())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"templat-"
                                + ImportKind.named(kind).kind() + template.ending() + '"')
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
