package id.karier.kernel.data;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A row that belongs to one agency: Hibernate adds the agency to every query and every insert. */
@MappedSuperclass
public abstract class AgencyOwned {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "agency", updatable = false)
    private String agency;

    @Version
    private long version;

    protected AgencyOwned() {}

    protected AgencyOwned(UUID id) {
        this.id = id;
    }

    public UUID id() {
        return id;
    }

    public String agency() {
        return agency;
    }

    public long version() {
        return version;
    }
}
