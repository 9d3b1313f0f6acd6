package id.karier.jobs;

import id.karier.kernel.web.Cursors;
import id.karier.kernel.web.ListQuery;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.SortKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How jobs and their problems are read. */
@ApplicationScoped
class JobQueries {
    private static final String SELECT = """
            select new id.karier.jobs.JobQueries$Row(j.id, j.kind, j.status, j.settings, j.done, j.total, j.outcome,
                j.problemCount, j.createdAt, j.startedAt, j.endedAt)""";
    private static final String IN_SCOPE = "j.kind in :kinds or (j.kind in :ownKinds and j.orderedBy = :orderer)";
    private static final String FIND = SELECT + " from Job j where j.id = :id and (" + IN_SCOPE + ")";
    private static final SortKey<Row> ID = SortKey.id("j.id", Row::id);
    private static final List<SortKey<Row>> KEYS = List.of(SortKey.instant("createdAt", "j.createdAt", Row::createdAt));

    private static final String SELECT_PROBLEM = """
            select new id.karier.jobs.JobQueries$Problem(p.number, p.line, p.place, p.text, p.code, p.figures)""";
    private static final SortKey<Problem> NUMBER = SortKey.number("number", "p.number", Problem::number);

    private final EntityManager entities;
    private final Cursors cursors;

    JobQueries(EntityManager entities, Cursors cursors) {
        this.entities = entities;
        this.cursors = cursors;
    }

    record Row(
            UUID id,
            String kind,
            JobStatus status,
            String settings,
            long done,
            long total,
            @Nullable String outcome,
            long problemCount,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {}

    record Problem(
            int number,
            long line,
            @Nullable String place,
            @Nullable String text,
            String code,
            String figures) {}

    Optional<Row> find(UUID id, JobScope scope) {
        return entities
                .createQuery(FIND, Row.class)
                .setParameter("id", id)
                .setParameter("kinds", listed(scope.kinds()))
                .setParameter("ownKinds", listed(scope.ownKinds()))
                .setParameter("orderer", scope.orderer())
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Sorted, because the values are a part of what a cursor is bound to; never empty, because "in ()" is no SQL. */
    private static List<String> listed(Collection<String> kinds) {
        return kinds.isEmpty() ? List.of("") : kinds.stream().sorted().toList();
    }

    Page<Row> page(JobScope scope, @Nullable JobStatus status, PageRequest request) {
        return new ListQuery<>(Row.class, SELECT, "from Job j", KEYS, ID, "-createdAt")
                .where(IN_SCOPE, "kinds", listed(scope.kinds()))
                .bind("ownKinds", listed(scope.ownKinds()))
                .bind("orderer", scope.orderer())
                .where("j.status = :status", "status", status)
                .page(entities, cursors, "jobs", request);
    }

    Page<Problem> problems(UUID job, PageRequest request) {
        return new ListQuery<>(Problem.class, SELECT_PROBLEM, "from JobProblem p", List.of(NUMBER), NUMBER, "number")
                .where("p.jobId = :job", "job", job)
                .page(entities, cursors, "job-problems", request);
    }
}
