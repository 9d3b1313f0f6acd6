package id.karier.identity.account;

import id.karier.changes.Recorded;
import id.karier.identity.CurrentRights;
import id.karier.identity.IdentityObjects;
import id.karier.identity.Passwords;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.ProblemException;
import id.karier.kernel.Role;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.data.AgencyOwned;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person signs in with. */
@Entity
@Table(name = "accounts")
public class Account extends AgencyOwned implements Recorded {
    @Column(updatable = false)
    private String username;

    private String displayName;
    private @Nullable UUID employeeId;

    private String passwordHash;

    private boolean mustChangePassword;

    /** When a password that somebody else chose ends by itself. */
    private @Nullable Instant temporaryUntil;

    private boolean disabled;
    private @Nullable String externalIssuer;

    @Convert(converter = SubjectBytes.class)
    private @Nullable String externalSubject;

    private boolean outsideOnly;

    /** No token that was issued before this moment counts. */
    private @Nullable Instant tokensValidFrom;

    /** Moves with every change: a set that is replaced does not make Hibernate write, or log, its owner. */
    private Instant updatedAt;

    @ElementCollection
    @CollectionTable(name = "account_roles", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    protected Account() {}

    Account(UUID id, String username, AccountJson.AccountChanges changes, String temporaryPasswordHash, Instant now) {
        super(id);
        this.username = username;
        this.displayName = changes.displayName();
        this.passwordHash = temporaryPasswordHash;
        this.mustChangePassword = true;
        this.updatedAt = now;
        describe(changes, now);
        // of an account that is new there are no tokens to end
        this.tokensValidFrom = null;
    }

    /**
     * Takes over what an administrator decides; the set of roles is replaced, so that the log sees it change. Tokens that
     * tell of other rights end.
     */
    void describe(AccountJson.AccountChanges changes, Instant now) {
        var before = changes();
        if (!roles.equals(changes.roles())
                || !Objects.equals(employeeId, changes.employeeId())
                || !Objects.equals(externalIssuer, changes.externalIssuer())
                || !Objects.equals(externalSubject, changes.externalSubject())) {
            endTokens(now);
        }
        displayName = changes.displayName();
        employeeId = changes.employeeId();
        externalIssuer = changes.externalIssuer();
        externalSubject = changes.externalSubject();
        signInOutside(Boolean.TRUE.equals(changes.outsideOnly()), now);
        if (!roles.equals(changes.roles())) {
            roles = new HashSet<>(changes.roles());
        }
        if (!before.equals(changes())) {
            updatedAt = now;
        }
    }

    /** Outside only: the password is gone; and back: the next one comes from an administrator. */
    private void signInOutside(boolean only, Instant now) {
        if (only != outsideOnly) {
            endTokens(now);
            outsideOnly = only;
            passwordHash = Passwords.NOBODYS;
            mustChangePassword = !only;
        }
    }

    private void requirePassword() {
        if (outsideOnly) {
            throw ProblemException.saying(ErrorCode.STATE_CONFLICT, "identity.refusal.OUTSIDE_ONLY");
        }
    }

    /** Roles that a second officer has agreed to. */
    void give(Set<Role> more, Instant now) {
        var all = new HashSet<>(roles);
        all.addAll(more);
        roles = all;
        updatedAt = now;
        endTokens(now);
    }

    /** Whose record it is, as an officer of the register has confirmed. */
    void bind(@Nullable UUID person, Instant now) {
        employeeId = person;
        updatedAt = now;
        endTokens(now);
    }

    /** Another way to sign in, that a second officer has agreed to. */
    void identify(@Nullable String issuer, @Nullable String subject, Instant now) {
        externalIssuer = issuer;
        externalSubject = subject;
        updatedAt = now;
        endTokens(now);
    }

    void choosePassword(String hash) {
        requirePassword();
        passwordHash = hash;
        mustChangePassword = false;
        temporaryUntil = null;
    }

    /** @param now when the tokens of the account end; null for one that is new */
    void giveTemporaryPassword(String hash, @Nullable Instant now, Instant until) {
        requirePassword();
        passwordHash = hash;
        mustChangePassword = true;
        temporaryUntil = until;
        if (now != null) {
            endTokens(now);
        }
    }

    void disable(Instant now) {
        disabled = true;
        endTokens(now);
    }

    private void endTokens(Instant now) {
        tokensValidFrom = CurrentRights.validFrom(tokensValidFrom, now);
    }

    void enable() {
        disabled = false;
    }

    AccountJson.AccountChanges changes() {
        return new AccountJson.AccountChanges(
                displayName, Set.copyOf(roles), employeeId, externalIssuer, externalSubject, outsideOnly);
    }

    String username() {
        return username;
    }

    String displayName() {
        return displayName;
    }

    @Nullable
    UUID employeeId() {
        return employeeId;
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean mustChangePassword() {
        return mustChangePassword;
    }

    OutsideLinks.Link link() {
        return new OutsideLinks.Link(externalIssuer, externalSubject);
    }

    boolean isOutsideOnly() {
        return outsideOnly;
    }

    boolean isDisabled() {
        return disabled;
    }

    Set<Role> roles() {
        return Set.copyOf(roles);
    }

    @Override
    public ObjectKind objectKind() {
        return IdentityObjects.ACCOUNT;
    }
}
