package id.karier.competency.evidence;

import id.karier.competency.evidence.EvidenceJson.Claim;
import id.karier.competency.evidence.EvidenceJson.Decision;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Answer;
import id.karier.kernel.web.EntityTags;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.Writes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Claims and their decisions over HTTP. */
@Path("/api/v1/competency-claims")
@Tag(name = "competencies")
public class CompetencyClaimResource {
    private final ClaimService service;
    private final ClaimQueries claims;
    private final Writes writes;

    CompetencyClaimResource(ClaimService service, ClaimQueries claims, Writes writes) {
        this.service = service;
        this.claims = claims;
        this.writes = writes;
    }

    @GET
    @Access(Resource.COMPETENCY_CLAIM)
    @Operation(
            operationId = "listCompetencyClaims",
            summary = "Klaim kompetensi, terlama dahulu",
            description = "Kunci urutan: submittedAt.")
    public RestResponse<Page<Claim>> list(@BeanParam ClaimFilter filter, @BeanParam PageRequest page, UriInfo uri) {
        return claims.page(filter, page).respond(uri);
    }

    @GET
    @Path("/{id}")
    @Access(Resource.COMPETENCY_CLAIM)
    @Operation(operationId = "getCompetencyClaim", summary = "Sebuah klaim kompetensi dan keputusannya")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Claim.class)))
    @APIResponse(responseCode = "304", description = "Belum berubah")
    public Response get(UUID id, Request request) {
        var claim = claims.view(id);
        return EntityTags.read(request, EntityTags.of(claim.version(), claim.competency()), claim);
    }

    @POST
    @Path("/{id}/decision")
    @Access(value = Resource.COMPETENCY_CLAIM, action = Action.DECIDE)
    @Operation(
            operationId = "decideCompetencyClaim",
            summary = "Putuskan sebuah klaim kompetensi",
            description = "Yang diterima menjadi hasil kompetensi. Tidak untuk klaim sendiri (403).")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Claim.class)))
    public Response decide(UUID id, @Valid @NotNull Decision decision) {
        return writes.run(decision, () -> {
            var claim = service.decide(id, decision);
            return Answer.ok(claim, claim.version());
        });
    }

    @POST
    @Path("/{id}/withdrawal")
    @Access(value = Resource.COMPETENCY_CLAIM, action = Action.WRITE)
    @Operation(operationId = "withdrawCompetencyClaim", summary = "Tarik kembali klaim yang belum diputus")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Claim.class)))
    public Response withdraw(UUID id) {
        return writes.run(null, () -> {
            var claim = service.withdraw(id);
            return Answer.ok(claim, claim.version());
        });
    }
}
