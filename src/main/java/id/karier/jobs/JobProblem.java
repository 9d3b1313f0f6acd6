package id.karier.jobs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One place of a job's input that is wrong, as lists read it; reached through its job only. */
@Entity
@Immutable
@Table(name = "job_problems")
@IdClass(JobProblem.Key.class)
class JobProblem {
    record Key(UUID jobId, int number) implements Serializable {}

    @Id
    private UUID jobId;

    @Id
    private int number;

    private long line;

    @Column(name = "field")
    private @Nullable String place;

    @Column(name = "value")
    private @Nullable String text;

    private String code;
    private String figures;

    protected JobProblem() {}
}
