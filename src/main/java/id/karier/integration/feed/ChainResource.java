package id.karier.integration.feed;

import id.karier.changes.ChangeChain;
import id.karier.integration.feed.FeedJson.ChainCheck;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Resource;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the change log is as it was written. A class of its own, as a path below another resource's is. */
@Path("/api/v1/audit/chain")
@Tag(name = "exchange")
public class ChainResource {
    private final ChangeChain chain;

    ChainResource(ChangeChain chain) {
        this.chain = chain;
    }

    @GET
    @Access(Resource.AUDIT)
    @Operation(
            operationId = "checkAuditChain",
            summary = "Periksa apakah jejak audit masih utuh",
            description =
                    "Setiap perubahan membawa sidik berkunci dari dirinya dan pendahulunya. Ulangi dengan `after` dari"
                            + " `last` selama `more`. Simpan `head` dan `mac` di luar basis data: jejak yang dikembalikan ke salinan"
                            + " lama berakhir sebelum itu. Untuk membandingkan posisi P yang disimpan, periksa `after` P-1"
                            + " dengan `limit` 1: `lastMac` adalah sidik pada P.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ChainCheck.class)))
    public Response check(
            @QueryParam("after")
                    @DefaultValue("0")
                    @Min(0)
                    @Parameter(
                            description = "Periksa mulai sesudah posisi ini; yang di belakang `head` ditolak.",
                            example = "0")
                    long after,
            @QueryParam("limit")
                    @DefaultValue("10000")
                    @Min(1)
                    @Max(20000)
                    @Parameter(description = "Banyak perubahan sekali periksa.", example = "10000")
                    int limit) {
        var found = chain.check(after, limit);
        return Response.ok(new ChainCheck(
                        found.broken() == null,
                        found.broken(),
                        found.last(),
                        found.lastMac(),
                        found.more(),
                        found.head(),
                        found.mac()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
