package id.karier.integration.bulk;

import id.karier.employee.NikComparisons;
import id.karier.integration.bulk.ImportJson.PlaceView;
import id.karier.integration.bulk.RefusedRows.Report;
import id.karier.integration.bulk.format.Format;
import id.karier.integration.bulk.load.PlaceNote;
import id.karier.jobs.JobJson.ProblemView;
import id.karier.jobs.Jobs;
import id.karier.kernel.Caller;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an import found besides its problems. A class of its own, as a path below another resource's is. */
@Path("/api/v1/imports/{id}/report")
@Tag(name = "imports")
public class ImportReportResource {
    private final ImportService imports;
    private final Jobs jobs;
    private final FindingQueries findings;
    private final RefusedRows refused;
    private final NikComparisons niks;
    private final Caller caller;

    ImportReportResource(
            ImportService imports,
            Jobs jobs,
            FindingQueries findings,
            RefusedRows refused,
            NikComparisons niks,
            Caller caller) {
        this.imports = imports;
        this.jobs = jobs;
        this.findings = findings;
        this.refused = refused;
        this.niks = niks;
        this.caller = caller;
    }

    @GET
    @Produces({"text/csv", Format.SHEET, Format.LINES})
    @Access(value = Resource.IMPORT, action = Action.WRITE)
    @Operation(
            operationId = "getImportReport",
            summary = "Unduh baris yang ditolak, dalam bentuk berkasnya semula",
            description = "XLSX untuk kiriman XLSX, CSV dengan pemisahnya sendiri untuk CSV, NDJSON untuk NDJSON. Kolom"
                    + " karier_baris, karier_kolom, karier_kode, dan karier_masalah menyebut masalahnya; setelah sel"
                    + " yang disebut diperbaiki, berkas ini dapat langsung diimpor. Disimpan 30 hari, paling banyak 5.000"
                    + " baris. Untuk siasn-employee kosong: masalahnya ada di /problems. Siapa yang tidak boleh membaca data"
                    + " pribadi se-instansi mendapat sel NIK, NPWP, alamat, telepon, dan surel kosong; selainnya, yang"
                    + " disebut baris-barisnya melihat pembacaan itu di personal-data/readings.")
    @APIResponse(
            responseCode = "200",
            description = "Baris yang ditolak.",
            content = {
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = SchemaType.STRING, maxLength = ImportJson.LARGEST),
                        examples = @ExampleObject(name = "ditolak", value = ImportJson.REPORT_EXAMPLE)),
                @Content(
                        mediaType = Format.SHEET,
                        schema = @Schema(type = SchemaType.STRING, format = "binary", maxLength = ImportJson.LARGEST)),
                @Content(
                        mediaType = Format.LINES,
                        schema = @Schema(type = SchemaType.STRING, maxLength = ImportJson.LARGEST),
                        examples = @ExampleObject(name = "ditolak", value = ImportJson.REPORT_LINE_EXAMPLE))
            })
    public Response report(@PathParam("id") UUID id) {
        imports.requireRights(ImportKind.EMPLOYEES);
        var job = jobs.get(id, ImportKind.scope());
        var settings = (ImportSettings) job.settings();
        boolean clear = niks.isAllowed();
        imports.noteReading(id, clear ? refused.people(id, settings) : Set.of());
        return file(refused.of(id, settings, clear), "ditolak-" + id);
    }

    private static Response file(Report report, String name) {
        return Response.ok(report.content())
                .type(report.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + report.ending() + '"')
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    @GET
    @Path("warnings")
    @Access(Resource.IMPORT)
    @Operation(
            operationId = "listImportWarnings",
            summary = "Peringatan sebuah impor: diambil juga, tetapi perlu diketahui; urutan: number")
    @APIResponse(
            responseCode = "200",
            description = "Sehalaman peringatan.",
            content = @Content(schema = @Schema(implementation = ImportJson.ProblemPage.class)))
    public Response warnings(@PathParam("id") UUID id, @BeanParam PageRequest page, @Context UriInfo uri) {
        jobs.get(id, ImportKind.scope());
        var found = findings.warnings(id, page);
        var views = found.items().stream()
                .map(row -> new ProblemView(
                        row.number(),
                        row.line(),
                        row.place(),
                        row.text(),
                        row.code(),
                        RefusedRows.sentence(caller.locale(), row.code(), findings.figures(row.figures()))))
                .toList();
        return new Page<>(views, found.next(), found.total()).answer(uri);
    }

    @GET
    @Path("places")
    @Access(Resource.IMPORT)
    @Operation(
            operationId = "listImportPlaces",
            summary = "Unit, jabatan, dan pemimpin yang dibuat atau akan dibuat sebuah impor; urutan: number")
    @APIResponse(
            responseCode = "200",
            description = "Sehalaman unit, jabatan, dan pemimpin.",
            content = @Content(schema = @Schema(implementation = ImportJson.PlacePage.class)))
    public Response places(
            @PathParam("id") UUID id,
            @QueryParam("what") @Parameter(description = "Hanya ini.", example = "UNIT")
                    PlaceNote.@Nullable PlaceKind what,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        jobs.get(id, ImportKind.scope());
        var found = findings.places(id, what, page);
        return new Page<>(found.items().stream().map(PlaceView::of).toList(), found.next(), found.total()).answer(uri);
    }

    @GET
    @Path("places/file")
    @Produces(Format.SHEET)
    @Access(Resource.IMPORT)
    @Operation(operationId = "downloadImportPlaces", summary = "Unduh seluruh daftar unit, jabatan, dan pemimpin")
    @APIResponse(
            responseCode = "200",
            description = "XLSX dengan semua barisnya.",
            content =
                    @Content(
                            mediaType = Format.SHEET,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            format = "binary",
                                            maxLength = ImportJson.LARGEST)))
    public Response placesFile(@PathParam("id") UUID id) {
        jobs.get(id, ImportKind.scope());
        return file(refused.places(id), "unit-jabatan-" + id);
    }
}
