package id.karier.identity.account;

import id.karier.identity.TokenConfig;
import id.karier.identity.account.AccountJson.Me;
import id.karier.identity.account.AccountJson.MyAgency;
import id.karier.kernel.Caller;
import id.karier.kernel.access.Access;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.EntityTags;
import io.quarkus.arc.All;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything that a first screen needs of the signed-in person. */
@Path("/api/v1/me")
@Tag(name = "identity")
public class MeResource {
    /** For an agency that has an account before it has its register. */
    private static final String CAPITAL_TIME = "Asia/Jakarta";

    private final AccountService service;
    private final AccountQueries queries;
    private final Caller caller;
    private final SecurityIdentity identity;
    private final TokenConfig tokens;
    private final List<Pending> pending;

    MeResource(
            AccountService service,
            AccountQueries queries,
            Caller caller,
            SecurityIdentity identity,
            TokenConfig tokens,
            @All List<Pending> pending) {
        this.service = service;
        this.queries = queries;
        this.caller = caller;
        this.identity = identity;
        this.tokens = tokens;
        this.pending = pending;
    }

    @GET
    @Access(Resource.ME)
    @Operation(
            operationId = "getMe",
            summary = "Orang yang masuk: akun, peran, instansi, dan apa yang menunggunya",
            description = "Satu permintaan untuk layar pertama. `tasks` dan `counters` dapat bertambah kunci.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Me.class)))
    @APIResponse(responseCode = "304", description = "Belum berubah")
    public Response get(Request request) {
        var account = service.find(caller.accountId());
        var agency = queries.myAgency(caller.agency());
        var employee = caller.employeeId();
        var tasks = new TreeMap<String, Long>();
        var counters = new TreeMap<String, Long>();
        for (var part : pending) {
            tasks.putAll(part.tasks());
            counters.putAll(part.counters());
        }
        var me = new Me(
                account.id(),
                account.username(),
                account.displayName(),
                account.mustChangePassword() && !signedInOutside(),
                caller.identity().roles().stream().sorted().toList(),
                agency == null ? new MyAgency(caller.agency(), null, caller.agency(), CAPITAL_TIME) : agency,
                employee == null ? null : queries.myRecord(employee),
                tasks,
                counters);
        return EntityTags.read(request, EntityTags.of(account.version(), me), me);
    }

    /** Whoever signed in elsewhere has no use for her password here, whoever may have chosen it. */
    private boolean signedInOutside() {
        return identity.getPrincipal() instanceof JsonWebToken token
                && !tokens.issuer().equals(token.getIssuer());
    }
}
