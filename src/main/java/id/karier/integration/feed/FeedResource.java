package id.karier.integration.feed;

import id.karier.changes.Change;
import id.karier.integration.feed.FeedJson.AuditPage;
import id.karier.integration.feed.FeedJson.FeedPage;
import id.karier.integration.feed.FeedQueries.AuditFilter;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.QueryWords;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The change log over HTTP. */
@Path("/api/v1")
@Tag(name = "exchange")
public class FeedResource {
    private final FeedService feed;
    private final AuditTrail trail;

    FeedResource(FeedService feed, AuditTrail trail) {
        this.feed = feed;
        this.trail = trail;
    }

    @GET
    @Path("/changes")
    @Access(Resource.CHANGE)
    @Operation(
            operationId = "listChanges",
            summary = "Perubahan sejak suatu posisi, urut dan tanpa celah",
            description =
                    "Simpan `last` dan kirim sebagai `after` berikutnya. Yang dihapus, dan yang keluar dari jangkauan"
                            + " Anda, datang sebagai DELETED; yang masuk ke jangkauan Anda datang utuh sebagai CREATED. Jenis"
                            + " yang tidak boleh Anda baca tidak ada di dalamnya, dan ditolak (403) bila diminta. Bila"
                            + " peran, cakupan, unit yang Anda pimpin atau `types` berubah, `reset` menyuruh mulai lagi.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FeedPage.class)))
    public FeedPage changes(
            @QueryParam("after")
                    @DefaultValue("0")
                    @Min(0)
                    @Parameter(description = "Posisi terakhir yang sudah diterima.", example = "0")
                    long after,
            @QueryParam("view")
                    @Size(max = 40)
                    @Parameter(
                            description =
                                    "`view` dari jawaban terakhir; tanpa ini perubahan jangkauan, dan log yang dipulihkan"
                                            + " dari cadangan, tidak diberitahukan.",
                            example = "q8bU0kW3vY6nN2pR")
                    @Nullable
                    String view,
            @QueryParam("types")
                    @Size(max = 20)
                    @Parameter(
                            description = "Jenis objek, dipisah koma.",
                            example = "employee",
                            explode = Explode.FALSE)
                    Set<String> types,
            @QueryParam("end")
                    @DefaultValue("false")
                    @Parameter(
                            description = "Hanya posisi akhir, tanpa perubahan: untuk mulai sesudah membaca semuanya.")
                    boolean end,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(PageRequest.MAX_LIMIT)
                    @Parameter(description = "Jumlah perubahan sekali baca, 1–200.", example = "50")
                    int limit) {
        return end ? feed.end(split(types)) : feed.after(after, view, split(types), limit);
    }

    @GET
    @Path("/audit")
    @Access(Resource.AUDIT)
    @Operation(
            operationId = "listAuditEntries",
            summary = "Jejak audit, terbaru lebih dulu; urutan: position",
            description =
                    "Dari jenis objek yang tidak boleh dibaca di alamatnya sendiri, peran nasional hanya mendapat bahwa"
                            + " sesuatu terjadi: `fields` kosong.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AuditPage.class)))
    public Response audit(
            @QueryParam("object") @Parameter(description = "Objek yang berubah.") @Nullable UUID object,
            @QueryParam("employee") @Parameter(description = "Pegawai yang bersangkutan.") @Nullable UUID employee,
            @QueryParam("actor") @Parameter(description = "Akun yang mengubah.") @Nullable UUID actor,
            @QueryParam("action") @Parameter(description = "Yang dilakukan pada objek.", example = "UPDATED")
                    Change.@Nullable Action action,
            @BeanParam PageRequest page,
            UriInfo uri) {
        return trail.page(new AuditFilter(object, employee, actor, action), page)
                .answer(uri);
    }

    private static Set<String> split(Set<String> types) {
        return Set.copyOf(QueryWords.of("types", String.join(",", types)));
    }
}
