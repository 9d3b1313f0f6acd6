package id.karier.identity.account;

import id.karier.identity.account.Grant.Proposer;
import id.karier.identity.account.Grant.What;
import id.karier.kernel.Caller;
import id.karier.kernel.Ids;
import id.karier.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Proposals as the services of accounts and machines make them; within the transaction of the write. */
@ApplicationScoped
class Grants {
    /** How long an approval waits to be carried out. */
    private static final Duration GOOD_FOR = Duration.ofHours(24);

    private final GrantQueries queries;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    Grants(GrantQueries queries, Caller caller, Ids ids, Clock clock) {
        this.queries = queries;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    private Proposer proposer() {
        return new Proposer(caller.accountId(), clock.instant());
    }

    private Grant propose(Grant grant) {
        queries.persist(grant);
        return grant;
    }

    Grant roles(Account account, Set<Role> roles) {
        return propose(Grant.of(ids.next(), What.ROLES, account, proposer()).withRights(roles));
    }

    Grant scopes(MachineClient client, Collection<String> scopes) {
        return propose(Grant.of(ids.next(), What.SCOPES, client, proposer()).withRights(scopes));
    }

    /** @param employee null when the account is to be nobody's */
    Grant binding(Account account, @Nullable UUID employee) {
        return propose(Grant.of(ids.next(), What.BINDING, account, proposer()).withEmployee(employee));
    }

    Grant identity(Account account, @Nullable String issuer, @Nullable String subject) {
        return propose(Grant.of(ids.next(), What.EXTERNAL_IDENTITY, account, proposer())
                .withIdentity(issuer, subject));
    }

    /** The approval by which the caller may give this account a new password now, or her proposal, or a new one. */
    Grant reset(Account account) {
        return mine(account.id(), What.PASSWORD_RESET)
                .orElseGet(() -> propose(Grant.of(ids.next(), What.PASSWORD_RESET, account, proposer())));
    }

    /** As {@link #reset}, for the secret of a machine. */
    Grant secret(MachineClient client) {
        return mine(client.id(), What.SECRET)
                .orElseGet(() -> propose(Grant.of(ids.next(), What.SECRET, client, proposer())));
    }

    private Optional<Grant> mine(UUID subject, What what) {
        return queries.open(subject).stream()
                .filter(grant -> grant.what() == what && grant.proposedBy().equals(caller.accountId()))
                .filter(this::isFresh)
                .findFirst();
    }

    private boolean isFresh(Grant grant) {
        var since = grant.decidedAt() == null ? grant.proposedAt() : grant.decidedAt();
        return grant.status() == Grant.Status.PROPOSED
                || since.isAfter(clock.instant().minus(GOOD_FOR));
    }

    /** An account that is changed is no longer the one that somebody would have said yes to. */
    void withdraw(UUID subject) {
        queries.open(subject).forEach(Grant::withdraw);
    }
}
