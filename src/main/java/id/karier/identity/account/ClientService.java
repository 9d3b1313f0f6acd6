package id.karier.identity.account;

import id.karier.identity.CurrentRights;
import id.karier.identity.FourEyes;
import id.karier.identity.account.ClientJson.ClientChanges;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.Ids;
import id.karier.kernel.ProblemException;
import id.karier.kernel.web.EntityTags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every write to machine clients; runs in the transaction of the request's {@link id.karier.kernel.web.Writes}. */
@ApplicationScoped
class ClientService {
    private final AccountQueries queries;
    private final Grants grants;
    private final FourEyes eyes;
    private final CurrentRights rights;
    private final OutsideLinks links;
    private final Ids ids;
    private final Clock clock;

    ClientService(
            AccountQueries queries,
            Grants grants,
            FourEyes eyes,
            CurrentRights rights,
            OutsideLinks links,
            Ids ids,
            Clock clock) {
        this.queries = queries;
        this.grants = grants;
        this.eyes = eyes;
        this.rights = rights;
        this.links = links;
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

    /**
     * What a write made of a machine.
     *
     * @param proposals what waits for somebody else's word
     */
    record Written(MachineClient client, List<Grant> proposals) {}

    Written create(String clientId, ClientChanges changes, String secretHash) {
        check(changes.scopes());
        checkOutside(changes, OutsideLinks.Link.NONE, null);
        var shared = GrantRules.sharedScopes(changes.scopes());
        var client = new MachineClient(ids.next(), clientId, without(changes, shared), secretHash, clock.instant());
        queries.persist(client);
        AccountService.flush(queries::flush, "/clientId");
        noteHand(client);
        return new Written(client, propose(client, shared));
    }

    /** What one administrator gave a machine to write is hers, as if she wrote it: never about herself. */
    private void noteHand(MachineClient client) {
        boolean writes = client.scopes().stream()
                .anyMatch(scope -> scope.endsWith(":write")
                        && GrantRules.sharedScopes(Set.of(scope)).isEmpty());
        if (writes) {
            eyes.noteMaker(client.id());
        }
    }

    /** Scopes that the caller may not give alone are proposed. */
    Written change(UUID id, long version, ClientChanges changes) {
        var client = find(id);
        EntityTags.requireSame(version, client.version());
        check(changes.scopes());
        checkOutside(changes, client.link(), id);
        var shared = GrantRules.sharedScopes(changes.scopes());
        // another way in to rights that are not one administrator's to give needs a second word as they do
        boolean anotherWayIn = changes.link().isThere() && !changes.link().equals(client.link());
        if (!anotherWayIn) {
            shared.removeAll(client.scopes());
        }
        grants.withdraw(id);
        client.describe(without(changes, shared), clock.instant());
        AccountService.flush(queries::flush, "/clientId");
        noteHand(client);
        rights.forget(id);
        return new Written(client, propose(client, shared));
    }

    private static ClientChanges without(ClientChanges changes, Set<String> scopes) {
        var kept = new HashSet<>(changes.scopes());
        kept.removeAll(scopes);
        return changes.with(kept);
    }

    private List<Grant> propose(MachineClient client, Set<String> shared) {
        return shared.isEmpty() ? List.of() : List.of(grants.scopes(client, shared));
    }

    /** For a machine whose scopes are not one administrator's to give, it waits for somebody else's word. */
    Written rotateSecret(UUID id, String secretHash) {
        var client = find(id);
        if (!GrantRules.sharedScopes(client.scopes()).isEmpty()) {
            var approval = grants.secret(client);
            if (approval.status() != Grant.Status.APPROVED) {
                queries.flush();
                return new Written(client, List.of(approval));
            }
            approval.use();
        } else {
            grants.withdraw(id);
        }
        client.replaceSecret(secretHash, clock.instant());
        queries.flush();
        if (GrantRules.sharedScopes(client.scopes()).isEmpty()) {
            noteHand(client);
        }
        rights.forget(id);
        return new Written(client, List.of());
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
        queries.flush();
        rights.forget(id);
        return client;
    }

    private void checkOutside(ClientChanges changes, OutsideLinks.Link before, @Nullable UUID owner) {
        var faults = links.faults(before, changes.link());
        if (!faults.isEmpty()) {
            throw new ProblemException(ErrorCode.RULE_REFUSED, faults);
        }
        links.requireFree(changes.link(), owner);
    }

    private static void check(Set<String> scopes) {
        var faults = AccountRules.scopeFaults(scopes);
        if (!faults.isEmpty()) {
            throw new ProblemException(ErrorCode.RULE_REFUSED, faults);
        }
    }
}
