package id.karier.organisation;

import id.karier.changes.Recorded;
import id.karier.kernel.access.ObjectKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A government or ministry: the tenant itself, so no row of any agency. */
@Entity
@Table(name = "agencies")
@DynamicUpdate
public class Agency implements Recorded {
    @Id
    private String code;

    @Column(name = "id", updatable = false)
    private UUID agencyId;

    @Version
    private long version;

    private String name;
    private String kind;
    private String timeZone;
    private String settings;
    private @Nullable String siasnId;

    protected Agency() {}

    Agency(UUID id, AgencyFounding.NewAgency facts) {
        this.code = facts.code();
        this.agencyId = id;
        this.name = facts.name();
        this.kind = facts.kind();
        this.timeZone = facts.timeZone();
        this.settings = "{}";
    }

    /** Takes over what an administrator may change. */
    void change(String name, String kind, String timeZone, String settings) {
        this.name = name;
        this.kind = kind;
        this.timeZone = timeZone;
        this.settings = settings;
    }

    @Override
    public UUID id() {
        return agencyId;
    }

    @Override
    public String agency() {
        return code;
    }

    public long version() {
        return version;
    }

    String name() {
        return name;
    }

    String kind() {
        return kind;
    }

    @Nullable
    String siasnId() {
        return siasnId;
    }

    String timeZone() {
        return timeZone;
    }

    /** A JSON object. */
    String settings() {
        return settings;
    }

    @Override
    public ObjectKind objectKind() {
        return OrganisationObjects.AGENCY;
    }
}
