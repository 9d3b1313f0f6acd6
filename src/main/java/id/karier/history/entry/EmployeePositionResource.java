package id.karier.history.entry;

import static id.karier.history.entry.HistoryKinds.POSITIONS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.history.entry.CareerJson.PositionEntry;
import id.karier.history.entry.CareerJson.PositionFacts;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Answer;
import id.karier.kernel.web.EntityTags;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.Writes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The positions of a person over HTTP. */
@Path("/api/v1/employees/{employeeId}/positions")
@Tag(name = "histories")
public class EmployeePositionResource {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final HistoryService history;
    private final PositionService positions;
    private final Writes writes;

    EmployeePositionResource(HistoryService history, PositionService positions, Writes writes) {
        this.history = history;
        this.positions = positions;
        this.writes = writes;
    }

    /** A page of the positions of a person. */
    @Schema(name = "PositionEntryPage")
    record PositionEntryPage(
            List<PositionEntry> items,
            @Nullable String next,
            @Nullable Long total) {}

    @GET
    @Access(Resource.CAREER_HISTORY)
    @Operation(
            operationId = "listEmployeePositions",
            summary = "Riwayat jabatan seorang pegawai, terbaru dahulu",
            description = "Kunci urutan: startsOn.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PositionEntryPage.class)))
    public Response list(UUID employeeId, @BeanParam PageRequest page, UriInfo uri) {
        return history.page(POSITIONS, employeeId, page).answer(uri);
    }

    @GET
    @Path("/{id}")
    @Access(Resource.CAREER_HISTORY)
    @Operation(operationId = "getEmployeePosition", summary = "Satu jabatan dari riwayat")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PositionEntry.class)))
    @APIResponse(responseCode = "304", description = "Belum berubah")
    public Response get(UUID employeeId, UUID id, Request request) {
        var entry = history.entry(POSITIONS, employeeId, id);
        return EntityTags.read(request, EntityTags.of(entry.version()), entry);
    }

    @POST
    @Access(value = Resource.CAREER_HISTORY, action = Action.WRITE)
    @Operation(
            operationId = "createEmployeePosition",
            summary = "Catat jabatan",
            description =
                    "Jabatan definitif tidak boleh tumpang tindih; Plt dan Plh boleh. Dengan `closesPrevious` jabatan"
                            + " definitif terbuka sebelumnya berakhir sehari sebelum yang ini mulai.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PositionEntry.class)))
    public Response create(UUID employeeId, @Valid @NotNull PositionFacts facts) {
        return writes.run(facts, () -> {
            var entry = positions.add(employeeId, facts);
            return Answer.created(POSITIONS.address(employeeId) + '/' + entry.id(), entry, entry.version());
        });
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MERGE_PATCH, "application/json"})
    @Access(value = Resource.CAREER_HISTORY, action = Action.WRITE)
    @Operation(operationId = "patchEmployeePosition", summary = "Ubah jabatan yang tercatat")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MERGE_PATCH, schema = @Schema(implementation = PositionFacts.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PositionEntry.class)))
    public Response patch(
            UUID employeeId,
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull ObjectNode patch) {
        long version = EntityTags.required(ifMatch);
        return writes.run(patch, () -> {
            var entry = positions.change(employeeId, id, version, patch);
            return Answer.ok(entry, entry.version());
        });
    }

    @DELETE
    @Path("/{id}")
    @Access(value = Resource.CAREER_HISTORY, action = Action.WRITE)
    @Operation(
            operationId = "deleteEmployeePosition",
            summary = "Hapus jabatan yang salah catat",
            description = "Log perubahan menyimpan isinya.")
    @APIResponse(responseCode = "204", description = "Terhapus")
    public Response delete(UUID employeeId, UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        long version = EntityTags.required(ifMatch);
        return writes.run(null, () -> {
            history.remove(POSITIONS, employeeId, id, version);
            return Answer.noContent();
        });
    }
}
