package id.karier.identity.account;

import id.karier.identity.CurrentRights;
import id.karier.identity.SignInGuard;
import id.karier.identity.SignInGuard.Kind;
import id.karier.identity.account.AccountJson.ClientChanges;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.Ids;
import id.karier.kernel.ProblemException;
import id.karier.kernel.web.EntityTags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/** Every write to machine clients; runs in the transaction of the request's {@link id.karier.kernel.web.Writes}. */
@ApplicationScoped
class ClientService {
    private final AccountQueries queries;
    private final CurrentRights rights;
    private final SignInGuard guard;
    private final Ids ids;
    private final Clock clock;

    ClientService(AccountQueries queries, CurrentRights rights, SignInGuard guard, Ids ids, Clock clock) {
        this.queries = queries;
        this.rights = rights;
        this.guard = guard;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws ProblemException 404 when the caller's agency has no such client */
    MachineClient find(UUID id) {
        var client = queries.client(id);
        if (client == null) {
            throw ProblemException.notFound();
        }
        return client;
    }

    MachineClient create(String clientId, ClientChanges changes, String secretHash) {
        check(changes.scopes());
        var client = new MachineClient(ids.next(), clientId, changes, secretHash, clock.instant());
        queries.persist(client);
        AccountService.flush(queries::flush, "/clientId");
        return client;
    }

    MachineClient change(UUID id, long version, ClientChanges changes) {
        var client = find(id);
        EntityTags.requireSame(version, client.version());
        check(changes.scopes());
        client.describe(changes, clock.instant());
        queries.flush();
        rights.forget(id);
        return client;
    }

    MachineClient rotateSecret(UUID id, String secretHash) {
        var client = find(id);
        client.replaceSecret(secretHash, clock.instant());
        guard.clear(Kind.CLIENT, client.clientId());
        queries.flush();
        rights.forget(id);
        return client;
    }

    MachineClient disable(UUID id) {
        var client = find(id);
        client.disable(clock.instant());
        queries.flush();
        rights.forget(id);
        return client;
    }

    MachineClient enable(UUID id) {
        var client = find(id);
        client.enable();
        guard.clear(Kind.CLIENT, client.clientId());
        queries.flush();
        rights.forget(id);
        return client;
    }

    private static void check(Set<String> scopes) {
        var faults = AccountRules.scopeFaults(scopes);
        if (!faults.isEmpty()) {
            throw new ProblemException(ErrorCode.RULE_REFUSED, faults);
        }
    }
}
