package id.karier.identity.account;

import id.karier.changes.Recorded;
import id.karier.identity.CurrentRights;
import id.karier.identity.IdentityObjects;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.data.AgencyOwned;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What another system of the agency signs in with. */
@Entity
@Table(name = "clients")
public class MachineClient extends AgencyOwned implements Recorded {
    @Column(updatable = false)
    private String clientId;

    private String name;

    private String secretHash;

    private boolean disabled;
    private @Nullable String externalIssuer;

    @Convert(converter = SubjectBytes.class)
    private @Nullable String externalSubject;

    /** No token that was issued before this moment counts. */
    private @Nullable Instant tokensValidFrom;

    /** Moves with every change: a set that is replaced does not make Hibernate write, or log, its owner. */
    private Instant updatedAt;

    @ElementCollection
    @CollectionTable(name = "client_scopes", joinColumns = @JoinColumn(name = "client_row_id"))
    @Column(name = "scope")
    private Set<String> scopes = new HashSet<>();

    protected MachineClient() {}

    MachineClient(UUID id, String clientId, ClientJson.ClientChanges changes, String secretHash, Instant now) {
        super(id);
        this.clientId = clientId;
        this.name = changes.name();
        this.secretHash = secretHash;
        this.updatedAt = now;
        describe(changes, now);
        // of a machine that is new there are no tokens to end
        this.tokensValidFrom = null;
    }

    /** Takes over what an administrator decides; the set of scopes is replaced, so that the log sees it change. */
    void describe(ClientJson.ClientChanges changes, Instant now) {
        var before = changes();
        name = changes.name();
        externalIssuer = changes.externalIssuer();
        externalSubject = changes.externalSubject();
        if (!scopes.equals(changes.scopes())) {
            endTokens(now);
            scopes = new HashSet<>(changes.scopes());
        }
        if (!before.equals(changes())) {
            updatedAt = now;
        }
    }

    /** Scopes that a second officer has agreed to. */
    void give(Collection<String> more, Instant now) {
        var all = new HashSet<>(scopes);
        all.addAll(more);
        scopes = all;
        updatedAt = now;
        endTokens(now);
    }

    void replaceSecret(String hash, Instant now) {
        secretHash = hash;
        endTokens(now);
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

    ClientJson.ClientChanges changes() {
        return new ClientJson.ClientChanges(name, Set.copyOf(scopes), externalIssuer, externalSubject);
    }

    String clientId() {
        return clientId;
    }

    String name() {
        return name;
    }

    OutsideLinks.Link link() {
        return new OutsideLinks.Link(externalIssuer, externalSubject);
    }

    boolean isDisabled() {
        return disabled;
    }

    Set<String> scopes() {
        return Set.copyOf(scopes);
    }

    @Override
    public ObjectKind objectKind() {
        return IdentityObjects.CLIENT;
    }
}
