package id.karier.identity.account;

import id.karier.changes.Recorded;
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
    private boolean disabled;
    private @Nullable String externalIssuer;

    @Convert(converter = SubjectBytes.class)
    private @Nullable String externalSubject;

    private boolean outsideOnly;

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
    }

    /** Takes over what an administrator decides; the set of roles is replaced, so that the log sees it change. */
    void describe(AccountJson.AccountChanges changes, Instant now) {
        updatedAt = now;
        displayName = changes.displayName();
        employeeId = changes.employeeId();
        externalIssuer = changes.externalIssuer();
        externalSubject = changes.externalSubject();
        signInOutside(Boolean.TRUE.equals(changes.outsideOnly()));
        if (!roles.equals(changes.roles())) {
            roles = new HashSet<>(changes.roles());
        }
    }

    /** Outside only: the password is gone; and back: the next one comes from an administrator. */
    private void signInOutside(boolean only) {
        if (only != outsideOnly) {
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

    void choosePassword(String hash) {
        requirePassword();
        passwordHash = hash;
        mustChangePassword = false;
    }

    void giveTemporaryPassword(String hash) {
        requirePassword();
        passwordHash = hash;
        mustChangePassword = true;
    }

    void disable() {
        disabled = true;
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
