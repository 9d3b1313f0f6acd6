package id.karier.identity.account;

import id.karier.changes.Recorded;
import id.karier.identity.IdentityObjects;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.data.AgencyOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A proposal to hand out what one administrator may not hand out alone. */
@Entity
@Table(name = "access_grants")
public class Grant extends AgencyOwned implements Recorded {
    /** What is to be handed out. */
    @Schema(name = "GrantKind")
    public enum What {
        /** Roles for an account. */
        ROLES,
        /** Scopes for a machine. */
        SCOPES,
        /** Another way to sign in to an account with such roles. */
        EXTERNAL_IDENTITY,
        /** A new password for an account with such roles; its proposer carries it out. */
        PASSWORD_RESET,
        /** A new secret for a machine with such scopes; its proposer carries it out. */
        SECRET,
        /** Whose record an account is, or that it is nobody's any more. */
        BINDING;

        /** Carried out by its proposer once it is approved, because only she may see the secret that it makes. */
        boolean isCarriedOutLater() {
            return this == PASSWORD_RESET || this == SECRET;
        }
    }

    /** How far a proposal has come. */
    public enum Status {
        PROPOSED,
        APPROVED,
        REJECTED,
        /** What it is about has changed since, so that it was no longer what somebody would have said yes to. */
        WITHDRAWN,
        /** Approved and carried out. */
        USED
    }

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private What what;

    @Column(updatable = false)
    private UUID subjectId;

    @Column(updatable = false)
    private String subjectName;

    @Column(updatable = false)
    private @Nullable String rights;

    @Column(updatable = false)
    private @Nullable UUID employeeId;

    @Column(updatable = false)
    private @Nullable String externalIssuer;

    @Column(updatable = false)
    private @Nullable String externalSubject;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(updatable = false)
    private UUID proposedBy;

    @Column(updatable = false)
    private Instant proposedAt;

    private @Nullable UUID decidedBy;
    private @Nullable Instant decidedAt;

    protected Grant() {}

    private Grant(UUID id, What what, UUID subject, String name, Proposer by) {
        super(id);
        this.what = what;
        this.subjectId = subject;
        this.subjectName = name;
        this.status = Status.PROPOSED;
        this.proposedBy = by.account();
        this.proposedAt = by.at();
    }

    /** Who proposes, and when. */
    record Proposer(UUID account, Instant at) {}

    static Grant of(UUID id, What what, Account account, Proposer by) {
        return new Grant(id, what, account.id(), account.username(), by);
    }

    static Grant of(UUID id, What what, MachineClient client, Proposer by) {
        return new Grant(id, what, client.id(), client.clientId(), by);
    }

    Grant withRights(Collection<?> given) {
        rights = given.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
        return this;
    }

    Grant withEmployee(@Nullable UUID person) {
        employeeId = person;
        return this;
    }

    Grant withIdentity(@Nullable String issuer, @Nullable String subject) {
        externalIssuer = issuer;
        externalSubject = subject;
        return this;
    }

    void decide(Status decision, UUID by, Instant at) {
        status = decision;
        decidedBy = by;
        decidedAt = at;
    }

    void withdraw() {
        status = Status.WITHDRAWN;
    }

    void use() {
        status = Status.USED;
    }

    What what() {
        return what;
    }

    UUID subjectId() {
        return subjectId;
    }

    String subjectName() {
        return subjectName;
    }

    List<String> rights() {
        return rights == null ? List.of() : List.of(rights.split(","));
    }

    @Nullable
    UUID employeeId() {
        return employeeId;
    }

    @Nullable
    String externalIssuer() {
        return externalIssuer;
    }

    @Nullable
    String externalSubject() {
        return externalSubject;
    }

    Status status() {
        return status;
    }

    UUID proposedBy() {
        return proposedBy;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    @Nullable
    UUID decidedBy() {
        return decidedBy;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }

    @Override
    public ObjectKind objectKind() {
        return what == What.BINDING ? IdentityObjects.BINDING : IdentityObjects.GRANT;
    }
}
