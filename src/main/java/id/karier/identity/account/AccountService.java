package id.karier.identity.account;

import id.karier.identity.CurrentRights;
import id.karier.identity.FourEyes;
import id.karier.identity.IdentityQueries;
import id.karier.identity.Passwords;
import id.karier.identity.SecondFactors;
import id.karier.identity.SignInGuard;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every write to accounts; runs in the transaction of the request's {@link id.karier.kernel.web.Writes}. */
@ApplicationScoped
class AccountService {
    private final AccountQueries queries;
    private final IdentityQueries sessions;
    private final Grants grants;
    private final FourEyes eyes;
    private final CurrentRights rights;
    private final SignInGuard guard;
    private final Passwords passwords;
    private final OutsideLinks links;
    private final PasswordStrength strength;
    private final SecondFactors factors;
    private final Transactions transactions;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    AccountService(
            AccountQueries queries,
            IdentityQueries sessions,
            Grants grants,
            FourEyes eyes,
            CurrentRights rights,
            SignInGuard guard,
            Passwords passwords,
            OutsideLinks links,
            PasswordStrength strength,
            SecondFactors factors,
            Transactions transactions,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.queries = queries;
        this.sessions = sessions;
        this.grants = grants;
        this.eyes = eyes;
        this.rights = rights;
        this.guard = guard;
        this.passwords = passwords;
        this.links = links;
        this.strength = strength;
        this.factors = factors;
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

    /**
     * What a write made of an account.
     *
     * @param proposals what waits for somebody else's word
     */
    record Written(Account account, List<Grant> proposals) {}

    Written create(String username, AccountChanges changes, String temporaryPasswordHash) {
        check(changes, Set.of(), null);
        checkOutside(changes, OutsideLinks.Link.NONE, null);
        var asked = new Asked(changes);
        var account = new Account(ids.next(), username, asked.alone(Set.of(), null), temporaryPasswordHash, now());
        if (!account.isOutsideOnly()) {
            account.giveTemporaryPassword(temporaryPasswordHash, null, temporaryUntil());
        }
        queries.persist(account);
        flush();
        eyes.noteMaker(account.id());
        return new Written(account, asked.propose(account, Set.of(), null));
    }

    /** What the caller may not give alone stays as it is, and is proposed. */
    Written change(UUID id, long version, AccountChanges changes) {
        var account = manageable(id);
        EntityTags.requireSame(version, account.version());
        var before = account.changes();
        check(changes, before.roles(), before.employeeId());
        if (isSelf(account)
                && before.roles().contains(Role.ADMIN)
                && !changes.roles().contains(Role.ADMIN)) {
            throw ProblemException.saying(ErrorCode.STATE_CONFLICT, "identity.refusal.NOT_ONESELF");
        }
        checkOutside(changes, account.link(), id);
        if (AccountRules.addsRights(before, changes)) {
            requireSomebodyElses(account);
        }
        var asked = new Asked(changes);
        grants.withdraw(id);
        boolean hadPassword = !account.isOutsideOnly();
        var alone = asked.alone(before.roles(), before);
        account.describe(alone, now());
        if (hadPassword && account.isOutsideOnly()) {
            sessions.revokeSessions(id, null, now());
        }
        flush();
        if (AccountRules.addsRights(before, alone)) {
            eyes.noteMaker(id);
        }
        rights.forget(id);
        return new Written(account, asked.propose(account, before.roles(), before));
    }

    /** What is asked for an account, and how much of it one administrator gives. */
    private final class Asked {
        private final AccountChanges changes;

        Asked(AccountChanges changes) {
            this.changes = changes;
        }

        private Set<Role> shared(Set<Role> before) {
            var shared = GrantRules.shared(changes.roles());
            shared.removeAll(before);
            return shared;
        }

        /** Also to nobody: what holds for a person would hold no longer for whoever uses her account. */
        private boolean binds(@Nullable AccountChanges before) {
            return !Objects.equals(changes.employeeId(), before == null ? null : before.employeeId());
        }

        /** Another way in to an account with rights that are not one administrator's to give. */
        private boolean identifies(@Nullable AccountChanges before) {
            return before != null
                    && changes.externalSubject() != null
                    && reachesOthers(before.roles(), before.employeeId())
                    && !(changes.externalSubject().equals(before.externalSubject())
                            && String.valueOf(changes.externalIssuer()).equals(before.externalIssuer()));
        }

        AccountChanges alone(Set<Role> rolesBefore, @Nullable AccountChanges before) {
            var roles = new HashSet<>(changes.roles());
            roles.removeAll(shared(rolesBefore));
            boolean identifies = identifies(before);
            var employee = binds(before) ? (before == null ? null : before.employeeId()) : changes.employeeId();
            return changes.with(
                    roles,
                    employee,
                    identifies && before != null ? before.externalIssuer() : changes.externalIssuer(),
                    identifies && before != null ? before.externalSubject() : changes.externalSubject(),
                    identifies && before != null ? before.outsideOnly() : changes.outsideOnly());
        }

        List<Grant> propose(Account account, Set<Role> rolesBefore, @Nullable AccountChanges before) {
            var proposals = new ArrayList<Grant>();
            var shared = shared(rolesBefore);
            if (!shared.isEmpty()) {
                proposals.add(grants.roles(account, shared));
            }
            if (binds(before)) {
                proposals.add(grants.binding(account, changes.employeeId()));
            }
            if (identifies(before)) {
                proposals.add(grants.identity(account, changes.externalIssuer(), changes.externalSubject()));
            }
            return proposals;
        }
    }

    /** Whether an account has rights that are not one administrator's to give; to lead a unit is one of them. */
    private boolean reachesOthers(Set<Role> roles, @Nullable UUID person) {
        return !GrantRules.shared(roles).isEmpty() || (person != null && queries.leads(person));
    }

    /** Ends its sessions and every token of it that is out. */
    Account disable(UUID id) {
        var account = manageable(id);
        if (isSelf(account)) {
            throw ProblemException.saying(ErrorCode.STATE_CONFLICT, "identity.refusal.NOT_ONESELF");
        }
        account.disable(now());
        queries.flush();
        sessions.revokeSessions(id, null, now());
        rights.forget(id);
        return account;
    }

    /** Lets it sign in again, whatever it was locked for; nobody does that for herself. */
    Account enable(UUID id) {
        var account = manageable(id);
        requireSomebodyElses(account);
        boolean comesBack = account.isDisabled();
        account.enable();
        guard.clear(account.username());
        flush();
        if (comesBack) {
            eyes.noteMaker(id);
        }
        rights.forget(id);
        return account;
    }

    /** For an account whose rights are not one administrator's to give, it waits for somebody else's word. */
    Written resetPassword(UUID id, String temporaryPasswordHash) {
        var account = manageable(id);
        requireSomebodyElses(account);
        boolean alone = !reachesOthers(account.roles(), account.employeeId());
        if (!alone) {
            var approval = grants.reset(account);
            if (approval.status() != Grant.Status.APPROVED) {
                queries.flush();
                return new Written(account, List.of(approval));
            }
            approval.use();
        } else {
            grants.withdraw(id);
        }
        account.giveTemporaryPassword(temporaryPasswordHash, now(), temporaryUntil());
        factors.remove(id);
        guard.clear(account.username());
        queries.flush();
        if (alone) {
            eyes.noteMaker(id);
        }
        sessions.revokeSessions(id, null, now());
        rights.forget(id);
        return new Written(account, List.of());
    }

    /**
     * A change of one's own password, as far as it can be got ready without a connection: hashing takes long.
     *
     * @param before the hash that the current password was held against
     */
    record Prepared(
            String before,
            boolean right,
            List<FieldError> faults,
            @Nullable String hash) {}

    Prepared prepare(PasswordChange change) {
        var account = find(caller.accountId());
        var before = account.passwordHash();
        if (guard.lockedSeconds(account.username()) > 0) {
            return new Prepared(before, false, List.of(), null);
        }
        var faults = new ArrayList<>(AccountRules.passwordFaults(
                change.newPassword(),
                change.currentPassword(),
                account.username(),
                passwords.settings().minLength()));
        var record = account.employeeId() == null ? null : queries.myRecord(account.employeeId());
        var own = new ArrayList<>(List.of(account.username(), account.displayName(), account.agency()));
        if (record != null) {
            own.add(record.name());
        }
        faults.addAll(strength.faults(change.newPassword(), own, record == null ? "" : record.identityNumber()));
        var turn = account.id().toString();
        boolean right = passwords.inTurn(turn, () -> passwords.matches(change.currentPassword(), before));
        return new Prepared(
                before,
                right,
                faults,
                right && faults.isEmpty() ? passwords.hash(account.id(), change.newPassword()) : null);
    }

    /**
     * Changes one's own password and ends one's other sessions. A wrong current password counts as a failure, in a
     * transaction of its own, because this one ends with the refusal.
     */
    void changePassword(Prepared prepared, @Nullable UUID family) {
        var account = find(caller.accountId());
        long locked = guard.lockedSeconds(account.username());
        if (locked > 0) {
            throw ProblemException.waitFor(
                    ErrorCode.RATE_LIMITED, (int) locked, FieldError.in("identity", "", "TRIES_USED", locked));
        }
        if (!prepared.right()) {
            transactions.run(() -> guard.failed(account.username()));
            throw refused(List.of(FieldError.in("identity", "/currentPassword", "PASSWORD_WRONG")));
        }
        if (prepared.hash() == null) {
            throw refused(prepared.faults());
        }
        if (!prepared.before().equals(account.passwordHash())) {
            throw new ProblemException(
                    ErrorCode.STATE_CONFLICT, FieldError.in("identity", "", "PASSWORD_CHANGED_MEANWHILE"));
        }
        account.choosePassword(prepared.hash());
        guard.clear(account.username());
        sessions.revokeSessions(account.id(), family, now());
        rights.forget(account.id());
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
        if (eyes.isOwn(account.id())) {
            throw new ProblemException(ErrorCode.OWN_RIGHTS);
        }
    }

    private boolean isSelf(Account account) {
        return account.id().equals(caller.accountId());
    }

    private void check(AccountChanges changes, Set<Role> rolesBefore, @Nullable UUID employeeBefore) {
        var faults = new ArrayList<>(AccountRules.roleFaults(rolesBefore, changes.roles()));
        if (!faults.isEmpty()) {
            throw refused(faults);
        }
        var employee = changes.employeeId();
        if (employee != null && !employee.equals(employeeBefore) && !queries.isEmployee(employee)) {
            throw new ProblemException(ErrorCode.REFERENCE_NOT_FOUND, FieldError.of("/employeeId", "UNKNOWN_ID"));
        }
    }

    private void checkOutside(AccountChanges changes, OutsideLinks.Link before, @Nullable UUID owner) {
        var faults = new ArrayList<>(links.faults(before, changes.link()));
        if (Boolean.TRUE.equals(changes.outsideOnly()) && !links.opens(changes.link())) {
            faults.add(FieldError.in("identity", "/outsideOnly", "OUTSIDE_ONLY_UNLINKED"));
        }
        if (!faults.isEmpty()) {
            throw refused(faults);
        }
        links.requireFree(changes.link(), owner);
    }

    private Instant temporaryUntil() {
        return now().plus(passwords.settings().temporaryLife());
    }

    private Instant now() {
        return clock.instant();
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
            if (key.contains("person")) {
                throw new ProblemException(
                        ErrorCode.ALREADY_EXISTS, FieldError.in("identity", "/employeeId", "PERSON_TAKEN"));
            }
            var taken = key.contains("external")
                    ? OutsideLinks.taken()
                    : FieldError.in("identity", nameMember, "NAME_TAKEN");
            throw new ProblemException(ErrorCode.ALREADY_EXISTS, taken);
        }
    }

    private static ProblemException refused(List<FieldError> faults) {
        return new ProblemException(ErrorCode.RULE_REFUSED, faults);
    }
}
