package id.karier.organisation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.kernel.Caller;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Answer;
import id.karier.kernel.web.EntityTags;
import id.karier.kernel.web.MergePatch;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.Writes;
import id.karier.organisation.UnitJson.Closure;
import id.karier.organisation.UnitJson.Move;
import id.karier.organisation.UnitJson.NewUnit;
import id.karier.organisation.UnitJson.Node;
import id.karier.organisation.UnitJson.Placement;
import id.karier.organisation.UnitJson.Summary;
import id.karier.organisation.UnitJson.UnitChanges;
import id.karier.organisation.UnitJson.View;
import id.karier.organisation.reference.ReferenceLists;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Units and their tree over HTTP. */
@Path("/api/v1/units")
@Tag(name = "units")
public class UnitResource {
    private static final String AS_OF = "Seperti pada hari itu; tanpa ini hari ini.";

    private final UnitService service;
    private final UnitQueries units;
    private final UnitDayQueries days;
    private final UnitListQueries lists;
    private final AgencyDirectory agencies;
    private final ReferenceLists references;
    private final Caller caller;
    private final Writes writes;

    UnitResource(
            UnitService service,
            UnitQueries units,
            UnitDayQueries days,
            UnitListQueries lists,
            AgencyDirectory agencies,
            ReferenceLists references,
            Caller caller,
            Writes writes) {
        this.service = service;
        this.units = units;
        this.days = days;
        this.lists = lists;
        this.agencies = agencies;
        this.references = references;
        this.caller = caller;
        this.writes = writes;
    }

    @GET
    @Access(Resource.UNIT)
    @Operation(
            operationId = "listUnits",
            summary = "Daftar unit organisasi",
            description =
                    "Unit yang ada hari ini, atau pada hari asOf, dengan nama dan induk hari itu. Kunci urutan: name,"
                            + " code, agency.")
    public RestResponse<Page<Summary>> list(@BeanParam UnitFilter filter, @BeanParam PageRequest page, UriInfo uri) {
        references.requireParameter(ReferenceLists.UNIT_KINDS, filter.kind, "kind");
        return lists.list(filter, today(), page).respond(uri);
    }

    @GET
    @Path("/{id}")
    @Access(Resource.UNIT)
    @Operation(
            operationId = "getUnit",
            summary = "Sebuah unit dengan nama, tempat di pohon, dan pimpinannya hari ini atau pada hari asOf")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "304", description = "Belum berubah")
    public Response get(
            UUID id, @QueryParam("asOf") @Parameter(description = AS_OF) @Nullable LocalDate asOf, Request request) {
        var view = asOf == null ? units.view(id, today()) : onDay(id, asOf);
        return EntityTags.read(
                request, EntityTags.of(view.version(), view.name(), view.path(), String.valueOf(view.head())), view);
    }

    private View onDay(UUID id, LocalDate day) {
        days.requireThere(id, day);
        return units.view(id, day, days.paths(List.of(id), day).getOrDefault(id, List.of()));
    }

    @POST
    @Access(value = Resource.UNIT, action = Action.WRITE)
    @Operation(operationId = "createUnit", summary = "Buka unit")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = View.class)))
    public Response create(@Valid @NotNull NewUnit request) {
        return writes.create(request, "/api/v1/units", () -> service.open(request));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.MEDIA_TYPE, "application/json"})
    @Access(value = Resource.UNIT, action = Action.WRITE)
    @Operation(
            operationId = "patchUnit",
            summary = "Ubah nama, kode, jenis, atau hari buka unit",
            description =
                    "Nama baru berlaku sejak hari ini dan nama lama tetap terbaca dengan asOf; untuk hari lain dan SK-nya,"
                            + " lihat renameUnit.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = UnitChanges.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    public Response patch(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull ObjectNode patch) {
        return writes.change(ifMatch, patch, version -> service.change(id, version, patch));
    }

    @DELETE
    @Path("/{id}")
    @Access(value = Resource.UNIT, action = Action.WRITE)
    @Operation(
            operationId = "deleteUnit",
            summary = "Hapus unit yang keliru dibuka",
            description =
                    "Hanya selama tidak pernah ada pegawai, jabatan, atau unit di dalamnya; selain itu tutup unitnya.")
    @APIResponse(responseCode = "204", description = "Terhapus")
    public Response delete(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return writes.delete(ifMatch, version -> service.remove(id, version));
    }

    @POST
    @Path("/{id}/closure")
    @Access(value = Resource.UNIT, action = Action.WRITE)
    @Operation(
            operationId = "closeUnit",
            summary = "Tutup unit",
            description = "Hanya unit tanpa pegawai, jabatan terbuka, dan unit di bawahnya.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    public Response close(UUID id, @Valid @NotNull Closure closure) {
        return writes.act(closure, () -> service.close(id, closure));
    }

    @GET
    @Path("/{id}/subtree")
    @Access(Resource.UNIT)
    @Operation(
            operationId = "listSubtree",
            summary = "Unit beserta semua unit di bawahnya, tingkat demi tingkat",
            description =
                    "Induk selalu mendahului anaknya, sehingga pohon dapat disusun selagi dibaca. Kunci urutan: depth.")
    public RestResponse<Page<Node>> subtree(
            UUID id,
            @QueryParam("depth") @Parameter(description = "Sampai sekian tingkat di bawahnya.", example = "2") @Nullable
                    Integer depth,
            @QueryParam("asOf") @Parameter(description = AS_OF) @Nullable LocalDate asOf,
            @BeanParam PageRequest page,
            UriInfo uri) {
        return lists.subtree(id, asOf, depth, page).respond(uri);
    }

    @POST
    @Path("/{id}/moves")
    @Access(value = Resource.UNIT, action = Action.WRITE)
    @Operation(
            operationId = "moveUnit",
            summary = "Pindahkan unit dengan keputusan bertanggal",
            description = "Berlaku seketika bila harinya sudah tiba, selain itu pada harinya di zona waktu instansi. "
                    + "Perpindahan dengan hari mulai yang sama menggantikan yang sudah ada.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Placement.class)))
    public Response move(UUID id, @Valid @NotNull Move move) {
        return writes.run(
                move, () -> new Answer(201, service.move(id, move), "/api/v1/units/" + id + "/placements", null));
    }

    private LocalDate today() {
        return agencies.today(caller.agency());
    }
}
