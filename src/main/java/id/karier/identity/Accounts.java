package id.karier.identity;

import id.karier.changes.Change;
import id.karier.changes.ChangeLog;
import id.karier.kernel.Ids;
import id.karier.kernel.Published;
import id.karier.kernel.Role;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.data.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sign-ins that are made by the product itself, without an administrator: the demo's, or an agency's first. */
@Published
@ApplicationScoped
public class Accounts {
    private final IdentityQueries queries;
    private final Passwords passwords;
    private final Transactions transactions;
    private final ChangeLog log;
    private final Ids ids;
    private final Clock clock;

    Accounts(
            IdentityQueries queries,
            Passwords passwords,
            Transactions transactions,
            ChangeLog log,
            Ids ids,
            Clock clock) {
        this.queries = queries;
        this.passwords = passwords;
        this.transactions = transactions;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A person's account.
     *
     * @param username unique in the nation, {@code sdm.lampung}
     * @param employeeId the person's record in the agency, or null
     * @param roles the roles that are given; {@link Role#ATASAN} is derived and never given
     */
    public record NewAccount(
            String username, String agency, @Nullable UUID employeeId, Set<Role> roles, String displayName) {
        public NewAccount {
            roles = Set.copyOf(roles);
            if (!SignInRules.isName(username) || roles.contains(Role.ATASAN)) {
                throw new IllegalArgumentException("no account can be like this: " + username);
            }
        }
    }

    /**
     * A machine client.
     *
     * @param clientId unique in the nation, {@code integrasi-lampung}
     * @param scopes among {@link SignInRules#knownScopes()}, for example {@code employees:read}
     */
    public record NewClient(String clientId, String agency, Set<String> scopes) {
        public NewClient {
            scopes = Set.copyOf(scopes);
            if (!SignInRules.isName(clientId) || !SignInRules.knownScopes().containsAll(scopes)) {
                throw new IllegalArgumentException("no client can be like this: " + clientId);
            }
        }
    }

    /**
     * Makes those that are not there yet, in one transaction, all with the same secret, which is hashed once. Those that
     * are there stay as they are, whatever secret or roles they have by now.
     */
    @ActivateRequestContext
    public void ensure(List<NewAccount> accounts, List<NewClient> clients, String secret) {
        boolean complete = transactions.run(() -> accounts.stream().allMatch(a -> queries.isUsernameTaken(a.username()))
                && clients.stream().allMatch(c -> queries.isClientIdTaken(c.clientId())));
        if (complete) {
            return;
        }
        var hash = passwords.hash(secret);
        transactions.run(() -> {
            log.note(make(accounts, clients, hash));
            return true;
        });
    }

    private List<Change> make(List<NewAccount> accounts, List<NewClient> clients, String hash) {
        var made = new ArrayList<Change>();
        for (var account : accounts) {
            if (!queries.isUsernameTaken(account.username())) {
                var id = ids.next();
                queries.insertAccount(id, account, hash, clock.instant());
                made.add(loaded(account.agency(), IdentityObjects.ACCOUNT, id, account.employeeId()));
            }
        }
        for (var client : clients) {
            if (!queries.isClientIdTaken(client.clientId())) {
                var id = ids.next();
                queries.insertClient(id, client, hash, clock.instant());
                made.add(loaded(client.agency(), IdentityObjects.CLIENT, id, null));
            }
        }
        return made;
    }

    private static Change loaded(String agency, ObjectKind type, UUID id, @Nullable UUID employee) {
        return new Change(agency, type, id, employee, Change.Action.LOADED, Map.of(), null);
    }
}
