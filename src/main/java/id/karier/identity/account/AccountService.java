package id.karier.identity.account;

import id.karier.identity.CurrentRights;
import id.karier.identity.IdentityQueries;
import id.karier.identity.Passwords;
import id.karier.identity.SignInGuard;
import id.karier.identity.SignInGuard.Kind;
import id.karier.identity.account.AccountJson.AccountChanges;
import id.karier.identity.account.AccountJson.PasswordChange;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.Ids;
import id.karier.kernel.ProblemException;
import id.karier.kernel.Role;
import id.karier.kernel.data.Transactions;
import id.karier.kernel.web.EntityTags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every write to accounts; runs in the transaction of the request's {@link id.karier.kernel.web.Writes}. */
@ApplicationScoped
class AccountService {
    private final AccountQueries queries;
    private final IdentityQueries sessions;
    private final CurrentRights rights;
    private final SignInGuard guard;
    private final Passwords passwords;
    private final Transactions transactions;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    AccountService(
            AccountQueries queries,
            IdentityQueries sessions,
            CurrentRights rights,
            SignInGuard guard,
            Passwords passwords,
            Transactions transactions,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.queries = queries;
        this.sessions = sessions;
        this.rights = rights;
        this.guard = guard;
        this.passwords = passwords;
        this.transactions = transactions;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws ProblemException 404 when the caller's agency has no such account */
    Account find(UUID id) {
        var account = queries.account(id);
        if (account == null) {
            throw ProblemException.notFound();
        }
        return account;
    }

    Account create(String username, AccountChanges changes, String temporaryPasswordHash) {
        check(changes, Set.of(), null);
        var account = new Account(ids.next(), username, changes, temporaryPasswordHash, clock.instant());
        queries.persist(account);
        flush();
        return account;
    }

    Account change(UUID id, long version, AccountChanges changes) {
        var account = manageable(id);
        EntityTags.requireSame(version, account.version());
        check(changes, account.roles(), account.employeeId());
        if (isSelf(account)
                && account.roles().contains(Role.ADMIN)
                && !changes.roles().contains(Role.ADMIN)) {
            throw ProblemException.saying(ErrorCode.STATE_CONFLICT, "identity.refusal.NOT_ONESELF");
        }
        account.describe(changes, clock.instant());
        flush();
        rights.forget(id);
        return account;
    }

    /** Ends its sessions and every token of it that is out. */
    Account disable(UUID id) {
        var account = manageable(id);
        if (isSelf(account)) {
            throw ProblemException.saying(ErrorCode.STATE_CONFLICT, "identity.refusal.NOT_ONESELF");
        }
        account.disable(clock.instant());
        queries.flush();
        sessions.revokeSessions(id, null, clock.instant());
        rights.forget(id);
        return account;
    }

    /** Lets it sign in again, whatever it was locked for; nobody does that for herself. */
    Account enable(UUID id) {
        var account = manageable(id);
        requireSomebodyElses(account);
        account.enable();
        guard.clear(Kind.ACCOUNT, account.username());
        queries.flush();
        return account;
    }

    Account resetPassword(UUID id, String temporaryPasswordHash) {
        var account = manageable(id);
        requireSomebodyElses(account);
        account.giveTemporaryPassword(temporaryPasswordHash, clock.instant());
        guard.clear(Kind.ACCOUNT, account.username());
        queries.flush();
        sessions.revokeSessions(id, null, clock.instant());
        rights.forget(id);
        return account;
    }

    /**
     * Changes one's own password and ends one's other sessions. A wrong current password counts as a failed sign-in, in
     * a transaction of its own, because this one ends with the refusal.
     */
    void changePassword(PasswordChange change, @Nullable UUID family) {
        var account = find(caller.accountId());
        long locked = guard.lockedSeconds(Kind.ACCOUNT, account.username());
        if (locked > 0) {
            throw ProblemException.retryLater(ErrorCode.RATE_LIMITED, (int) locked, null);
        }
        var current = account.passwordHash();
        if (!passwords.inTurn(() -> passwords.matches(change.currentPassword(), current))) {
            transactions.run(() -> guard.failed(Kind.ACCOUNT, account.username()));
            throw refused(List.of(FieldError.in("identity", "/currentPassword", "PASSWORD_WRONG")));
        }
        var faults = AccountRules.passwordFaults(
                change.newPassword(),
                change.currentPassword(),
                account.username(),
                passwords.settings().minLength());
        if (!faults.isEmpty()) {
            throw refused(faults);
        }
        account.choosePassword(passwords.hash(change.newPassword()));
        guard.clear(Kind.ACCOUNT, account.username());
        sessions.revokeSessions(account.id(), family, clock.instant());
    }

    /** Whoever oversees the nation is nobody's to manage: a new password would be a way into every agency. */
    private Account manageable(UUID id) {
        var account = find(id);
        if (account.roles().contains(Role.NASIONAL)) {
            throw ProblemException.saying(ErrorCode.RULE_REFUSED, "identity.refusal.NATIONAL_ACCOUNT");
        }
        return account;
    }

    /** @throws ProblemException 403 for the caller's own account, or another one of the same person */
    private void requireSomebodyElses(Account account) {
        if (isSelf(account) || isOwnRecord(account.employeeId())) {
            throw new ProblemException(ErrorCode.OWN_RIGHTS);
        }
    }

    private boolean isOwnRecord(@Nullable UUID employee) {
        return employee != null && employee.equals(caller.employeeId());
    }

    private boolean isSelf(Account account) {
        return account.id().equals(caller.accountId());
    }

    private void check(AccountChanges changes, Set<Role> rolesBefore, @Nullable UUID employeeBefore) {
        var faults = new ArrayList<>(AccountRules.roleFaults(rolesBefore, changes.roles()));
        faults.addAll(AccountRules.externalFaults(changes.externalIssuer(), changes.externalSubject()));
        if (!faults.isEmpty()) {
            throw refused(faults);
        }
        var employee = changes.employeeId();
        if (employee != null && !employee.equals(employeeBefore) && !queries.isEmployee(employee)) {
            throw new ProblemException(ErrorCode.REFERENCE_NOT_FOUND, FieldError.of("/employeeId", "UNKNOWN_ID"));
        }
    }

    private void flush() {
        flush(queries::flush, "/username");
    }

    /** Names the member whose value somebody else has already. */
    static void flush(Runnable flush, String nameMember) {
        try {
            flush.run();
        } catch (RuntimeException failed) {
            var key = Transactions.duplicateKey(failed);
            if (key == null) {
                throw failed;
            }
            var pointer = key.contains("external") ? "/externalSubject" : nameMember;
            throw new ProblemException(ErrorCode.ALREADY_EXISTS, FieldError.in("identity", pointer, "NAME_TAKEN"));
        }
    }

    private static ProblemException refused(List<FieldError> faults) {
        return new ProblemException(ErrorCode.RULE_REFUSED, faults);
    }
}
