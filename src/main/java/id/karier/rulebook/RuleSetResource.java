package id.karier.rulebook;

import id.karier.kernel.Caller;
import id.karier.kernel.ProblemException;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.Answer;
import id.karier.kernel.web.EntityTags;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.Writes;
import id.karier.rulebook.RulebookJson.Proposal;
import id.karier.rulebook.RulebookJson.RuleSetPage;
import id.karier.rulebook.RulebookJson.Summary;
import id.karier.rulebook.RulebookJson.View;
import id.karier.rules.RuleSetDocuments;
import id.karier.rules.RuleSetKind;
import id.karier.rules.RuleSets;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Rule sets over HTTP: the nation's, and the agency's own. */
@Path("/api/v1/rule-sets")
@Tag(name = "rule-sets")
public class RuleSetResource {
    private final RuleSetService service;
    private final RulebookQueries queries;
    private final RuleSetViews views;
    private final RuleSets ruleSets;
    private final RuleSetDocuments documents;
    private final OwnRuleSets own;
    private final Caller caller;
    private final Writes writes;

    RuleSetResource(
            RuleSetService service,
            RulebookQueries queries,
            RuleSetViews views,
            RuleSets ruleSets,
            RuleSetDocuments documents,
            OwnRuleSets own,
            Caller caller,
            Writes writes) {
        this.service = service;
        this.queries = queries;
        this.views = views;
        this.ruleSets = ruleSets;
        this.documents = documents;
        this.own = own;
        this.caller = caller;
        this.writes = writes;
    }

    @GET
    @Access(Resource.RULE_SET)
    @Operation(
            operationId = "listRuleSets",
            summary = "Daftar versi aturan",
            description = "Versi nasional dan versi instansi Anda, per jenis dari yang terbaru; selalu satu halaman.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RuleSetPage.class)))
    public Response list(
            @QueryParam("kind") @Parameter(description = "Hanya jenis ini.", example = "RANK_PROMOTION") @Nullable
                    RuleSetKind kind,
            @QueryParam("asOf")
                    @Parameter(description = "Hanya yang berlaku pada hari ini.", example = "2026-01-01")
                    @Nullable
                    LocalDate asOf,
            UriInfo uri) {
        var items = new ArrayList<Summary>();
        for (var mine : queries.own(kind)) {
            items.add(views.summary(mine, caller.agency()));
        }
        for (var each : kind == null ? RuleSetKind.values() : new RuleSetKind[] {kind}) {
            ruleSets.all(each, null).forEach(national -> items.add(views.summary(national, null)));
        }
        List<Summary> chosen =
                items.stream().filter(item -> isInForce(item, asOf)).toList();
        return new Page<>(chosen, null, null).answer(uri);
    }

    private static boolean isInForce(Summary item, @Nullable LocalDate day) {
        var last = item.effectiveTo();
        return day == null || (!day.isBefore(item.effectiveFrom()) && (last == null || !day.isAfter(last)));
    }

    @GET
    @Path("/{kind}/schema")
    @Produces("application/schema+json")
    @Access(Resource.RULE_SET)
    @Operation(operationId = "getRuleSetSchema", summary = "Skema JSON sebuah jenis aturan")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/schema+json",
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .OBJECT)))
    public String schema(RuleSetKind kind) {
        return documents.schema(kind);
    }

    @GET
    @Path("/{kind}/{version}")
    @Access(Resource.RULE_SET)
    @Operation(operationId = "getRuleSet", summary = "Sebuah versi aturan dengan seluruh angkanya")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "304", description = "Belum berubah")
    public Response get(RuleSetKind kind, String version, Request request) {
        var mine = queries.own(kind, version);
        if (mine.isPresent()) {
            var view = views.view(mine.get(), caller.agency());
            return EntityTags.read(request, EntityTags.of(mine.get().version(), view), view);
        }
        var national = ruleSets.all(kind, null).stream()
                .filter(candidate -> candidate.version().equals(version))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        var view = views.view(national, null, null);
        return EntityTags.read(request, EntityTags.of(0, view), view);
    }

    @POST
    @Path("/{kind}")
    @Access(value = Resource.RULE_SET, action = Action.WRITE)
    @Operation(
            operationId = "proposeRuleSet",
            summary = "Usulkan versi instansi",
            description =
                    "Hanya bagian yang boleh dipilih instansi (agencyMayChange). Berlaku setelah disetujui pimpinan.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = View.class)))
    public Response propose(RuleSetKind kind, @Valid @NotNull Proposal proposal) {
        return writes.run(proposal, () -> {
            var view = service.propose(kind, proposal);
            return Answer.created("/api/v1/rule-sets/" + kind + "/" + view.version(), view, 0);
        });
    }

    @POST
    @Path("/{kind}/{version}/approval")
    @Access(value = Resource.RULE_SET, action = Action.DECIDE)
    @Operation(operationId = "approveRuleSet", summary = "Setujui versi instansi")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    public Response approve(RuleSetKind kind, String version) {
        var answer = writes.run(null, () -> Answer.ok(service.decide(kind, version, ProposalStatus.APPROVED), 1));
        own.forget(caller.agency(), kind);
        return answer;
    }

    @POST
    @Path("/{kind}/{version}/rejection")
    @Access(value = Resource.RULE_SET, action = Action.DECIDE)
    @Operation(
            operationId = "rejectRuleSet",
            summary = "Tolak versi instansi, atau tarik yang disetujui selama belum berlaku")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    public Response reject(RuleSetKind kind, String version) {
        var answer = writes.run(null, () -> Answer.ok(service.decide(kind, version, ProposalStatus.REJECTED), 1));
        own.forget(caller.agency(), kind);
        return answer;
    }
}
