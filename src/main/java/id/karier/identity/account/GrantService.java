package id.karier.identity.account;

import id.karier.identity.CurrentRights;
import id.karier.identity.FourEyes;
import id.karier.identity.account.Grant.Status;
import id.karier.identity.account.Grant.What;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.kernel.Role;
import id.karier.kernel.access.AccessTable;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Reach;
import id.karier.kernel.access.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** The second officer's word on proposals; runs in the transaction of the request's {@link id.karier.kernel.web.Writes}. */
@ApplicationScoped
class GrantService {
    private final GrantQueries queries;
    private final AccountQueries accounts;
    private final FourEyes eyes;
    private final CurrentRights rights;
    private final Caller caller;
    private final Clock clock;

    GrantService(
            GrantQueries queries,
            AccountQueries accounts,
            FourEyes eyes,
            CurrentRights rights,
            Caller caller,
            Clock clock) {
        this.queries = queries;
        this.accounts = accounts;
        this.eyes = eyes;
        this.rights = rights;
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws ProblemException 404 when the caller's agency has no such proposal of this kind */
    Grant find(UUID id, boolean binding) {
        var grant = queries.find(id);
        if (grant == null || (grant.what() == What.BINDING) != binding) {
            throw ProblemException.notFound();
        }
        return grant;
    }

    /**
     * @throws ProblemException 403 unless somebody else decides, 409 when it was decided before or what it is about is not
     *     as it was
     */
    Grant approve(UUID id, boolean binding) {
        var grant = open(id, binding);
        if (eyes.isOwn(grant.subjectId())
                || caller.isPerson(grant.employeeId())
                || !eyes.mayDecideOn(grant.proposedBy())) {
            throw ProblemException.saying(ErrorCode.SAME_HANDS, "identity.refusal.SAME_HANDS", deciders(binding));
        }
        carryOut(grant);
        grant.decide(Status.APPROVED, caller.accountId(), clock.instant());
        AccountService.flush(queries::flush, "/employeeId");
        rights.forget(grant.subjectId());
        return grant;
    }

    /** The roles whose holders decide, for whoever may not: she has to know whom to ask. */
    private static String deciders(boolean binding) {
        var resource = binding ? Resource.BINDING : Resource.GRANT;
        return Arrays.stream(Role.values())
                .filter(role -> AccessTable.reach(role, resource, Action.DECIDE) != Reach.NONE)
                .map(Role::name)
                .collect(Collectors.joining(", "));
    }

    /** Whoever may decide may say no, her own proposal included. */
    Grant reject(UUID id, boolean binding) {
        var grant = open(id, binding);
        grant.decide(Status.REJECTED, caller.accountId(), clock.instant());
        queries.flush();
        return grant;
    }

    private Grant open(UUID id, boolean binding) {
        var grant = find(id, binding);
        if (grant.status() != Status.PROPOSED) {
            throw conflict("PROPOSAL_DECIDED", grant.status().name());
        }
        return grant;
    }

    private static ProblemException conflict(String code, Object... figures) {
        return new ProblemException(ErrorCode.STATE_CONFLICT, FieldError.in("identity", "", code, figures));
    }

    private void carryOut(Grant grant) {
        if (grant.what().isCarriedOutLater()) {
            return;
        }
        var now = clock.instant();
        if (grant.what() == What.SCOPES) {
            var client = accounts.client(grant.subjectId());
            if (client == null) {
                throw conflict("SUBJECT_GONE");
            }
            client.give(grant.rights(), now);
            return;
        }
        var account = accounts.account(grant.subjectId());
        if (account == null) {
            throw conflict("SUBJECT_GONE");
        }
        switch (grant.what()) {
            case ROLES ->
                account.give(grant.rights().stream().map(Role::valueOf).collect(Collectors.toSet()), now);
            case BINDING -> {
                var until = account.employeeId();
                account.bind(grant.employeeId(), now);
                if (until != null && !until.equals(account.employeeId())) {
                    eyes.notePerson(account.id(), until);
                }
            }
            default -> account.identify(grant.externalIssuer(), grant.externalSubject(), now);
        }
    }
}
