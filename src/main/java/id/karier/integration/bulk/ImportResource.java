package id.karier.integration.bulk;

import id.karier.integration.bulk.ImportJson.ImportView;
import id.karier.integration.bulk.format.Format;
import id.karier.jobs.JobEvents;
import id.karier.jobs.JobStatus;
import id.karier.jobs.Jobs;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Answer;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.Writes;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** {@code /imports}: files that become rows of the registers. */
@Path("/api/v1/imports")
@Tag(name = "imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {
    private final ImportService imports;
    private final Uploads uploads;
    private final Jobs jobs;
    private final JobEvents events;
    private final Writes writes;

    ImportResource(ImportService imports, Uploads uploads, Jobs jobs, JobEvents events, Writes writes) {
        this.imports = imports;
        this.uploads = uploads;
        this.jobs = jobs;
        this.events = events;
        this.writes = writes;
    }

    @POST
    @Consumes({"text/csv", Format.SHEET, "application/json", Format.LINES})
    @Access(value = Resource.IMPORT, action = Action.WRITE)
    @Operation(
            operationId = "createImport",
            summary = "Mengimpor pegawai dari berkas atau data SIASN",
            description = "Yang memesan harus boleh menulis semua yang ditulis impor; mesin memerlukan juga scope"
                    + " employees:write, personal-data:write, histories:write, units:write, positions:write, dan untuk"
                    + " siasn-employee disciplines:write. Baris tentang diri pemesan ditolak. Templat dan kolomnya:"
                    + " /imports/templates/employees.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = SchemaType.STRING, maxLength = ImportJson.LARGEST),
                        examples = @ExampleObject(name = "profil", value = ImportJson.CSV_EXAMPLE)),
                @Content(
                        mediaType = Format.SHEET,
                        schema = @Schema(type = SchemaType.STRING, format = "binary", maxLength = ImportJson.LARGEST)),
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(type = SchemaType.OBJECT),
                        examples = @ExampleObject(name = "siasn", value = ImportJson.JSON_EXAMPLE)),
                @Content(
                        mediaType = "application/x-ndjson",
                        schema = @Schema(type = SchemaType.STRING, maxLength = ImportJson.LARGEST),
                        examples = @ExampleObject(name = "siasn", value = ImportJson.JSON_EXAMPLE)),
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA,
                        schema =
                                @Schema(
                                        type = SchemaType.OBJECT,
                                        requiredProperties = "file",
                                        properties =
                                                @SchemaProperty(
                                                        name = "file",
                                                        type = SchemaType.STRING,
                                                        format = "binary",
                                                        maxLength = ImportJson.LARGEST)),
                        examples = @ExampleObject(name = "berkas", value = ImportJson.FORM_EXAMPLE))
            })
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "400", description = "Parameter, kepala kolom, atau JSON tidak sah.")
    @APIResponse(responseCode = "413", description = "Berkas lebih dari 512 MB, XLSX lebih dari 64 MB.")
    @APIResponse(responseCode = "415", description = "Tipe tidak cocok dengan jenis atau isinya, atau bukan UTF-8.")
    public Response create(@BeanParam ImportOrder order, @Context HttpHeaders headers, InputStream body) {
        var type = headers.getMediaType();
        // an order without a type is matched too
        var format = Format.of(type == null ? "" : type.getType() + '/' + type.getSubtype());
        return take(order, format, body, headers.getLength(), order.fileName());
    }

    /** The same as a form, as browsers send files. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Access(value = Resource.IMPORT, action = Action.WRITE)
    @Operation(operationId = "createImport", hidden = true)
    public Response createFromForm(@BeanParam ImportOrder order, @RestForm(FileUpload.ALL) List<FileUpload> files) {
        var file = Uploads.onlyFile(files);
        try (var in = Files.newInputStream(file.uploadedFile())) {
            return take(order, Format.of(file.fileName(), file.contentType()), in, file.size(), file.fileName());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Response take(
            ImportOrder order, @Nullable Format sent, InputStream body, long length, @Nullable String name) {
        var kind = ImportKind.named(order.kind);
        imports.requireRights(kind);
        var format = kind.taken(sent);
        var variant = imports.variant(kind, format, order.endpoint);
        var create = ImportService.create(order.create);
        try (var upload = uploads.receive(body, length, format)) {
            var seen = imports.inspect(kind, format, upload, name);
            var print = new ImportJson.Fingerprint(
                    kind.kind(), order.dryRun, order.partial, variant, create, upload.sha256());
            return writes.run(print, () -> {
                var job = imports.order(kind, order, variant, seen, upload);
                return Answer.accepted("/api/v1/imports/" + job.id(), job);
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @GET
    @Access(Resource.IMPORT)
    @Operation(operationId = "listImports", summary = "Daftar impor, yang terbaru lebih dahulu; urutan: createdAt")
    @APIResponse(
            responseCode = "200",
            description = "Sehalaman impor.",
            content = @Content(schema = @Schema(implementation = ImportJson.ImportPage.class)))
    public Response list(
            @QueryParam("kind") @Parameter(description = "Hanya jenis ini.", example = "employees") @Nullable
                    String kind,
            @QueryParam("status") @Parameter(description = "Hanya yang keadaannya ini.", example = "RUNNING") @Nullable
                    JobStatus status,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        return imports.list(kind, status, page).answer(uri);
    }

    @GET
    @Path("{id}")
    @Access(Resource.IMPORT)
    @Operation(operationId = "getImport", summary = "Keadaan sebuah impor")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImportView.class)))
    public ImportView get(@PathParam("id") UUID id) {
        return ImportView.of(jobs.get(id, ImportKind.scope()));
    }

    @GET
    @Path("{id}/problems")
    @Access(Resource.IMPORT)
    @Operation(operationId = "listImportProblems", summary = "Masalah yang ditemukan sebuah impor; urutan: number")
    @APIResponse(
            responseCode = "200",
            description = "Sehalaman masalah.",
            content = @Content(schema = @Schema(implementation = ImportJson.ProblemPage.class)))
    public Response problems(@PathParam("id") UUID id, @BeanParam PageRequest page, @Context UriInfo uri) {
        return jobs.problems(id, ImportKind.scope(), page).answer(uri);
    }

    @GET
    @Path("{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @Access(Resource.IMPORT)
    @Operation(operationId = "followImport", summary = "Kemajuan sebuah impor sebagai aliran peristiwa")
    @APIResponse(
            responseCode = "200",
            description = "Peristiwa `progress` setiap ada kemajuan, lalu `end`; isinya keadaan pekerjaan.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "kemajuan", value = ImportJson.EVENT_EXAMPLE)))
    public Multi<OutboundSseEvent> events(@PathParam("id") UUID id, @Context Sse sse) {
        return events.follow(id, ImportKind.scope(), sse, ImportView::of);
    }
}
