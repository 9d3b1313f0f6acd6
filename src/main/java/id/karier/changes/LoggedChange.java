package id.karier.changes;

import id.karier.kernel.Published;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A row of the change log as others may query it; nobody writes through this. */
@Published
@Entity
@Immutable
@Table(name = "change_log")
public class LoggedChange {
    @Id
    private UUID id;

    @TenantId
    private String agency;

    private @Nullable Long position;
    private Instant occurredAt;
    private @Nullable UUID actorId;
    private String operation;
    private String requestId;
    private String objectType;
    private UUID objectId;
    private @Nullable UUID employeeId;

    @Enumerated(EnumType.STRING)
    private Change.Action action;

    private String fields;
    private @Nullable String reason;

    protected LoggedChange() {}
}
