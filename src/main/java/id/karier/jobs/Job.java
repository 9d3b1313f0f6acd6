package id.karier.jobs;

import id.karier.kernel.data.AgencyOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A job as lists read it. It is written by statements that check the claim, never through the session. */
@Entity
@Immutable
@Table(name = "jobs")
class Job extends AgencyOwned {
    private String kind;

    @Enumerated(EnumType.STRING)
    private JobStatus status;

    private UUID orderedBy;
    private String settings;
    private long done;
    private long total;
    private @Nullable String outcome;
    private long problemCount;
    private Instant createdAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;

    protected Job() {}
}
