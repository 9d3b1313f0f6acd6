package id.karier.jobs;

import id.karier.kernel.data.RecordReader;
import id.karier.kernel.web.ListFilter;
import id.karier.kernel.web.ListSpec;
import id.karier.kernel.web.Lists;
import id.karier.kernel.web.Page;
import id.karier.kernel.web.PageRequest;
import id.karier.kernel.web.SortKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How jobs and their problems are read. */
@ApplicationScoped
class JobQueries {
    private static final String IN_SCOPE = "j.kind in (:kinds) or (j.kind in (:ownKinds) and j.ordered_by = :orderer)";

    static final ListSpec<Row> JOBS = ListSpec.of("jobs", JobQueries::row)
            .columns("j.id, j.kind, j.status, j.settings, j.done, j.total, j.outcome, j.problem_count, j.created_at,"
                    + " j.started_at, j.ended_at")
            .from("jobs j", "j.agency")
            .notAboutPeople()
            .sortedBy(SortKey.instant("createdAt", "j.created_at", Row::createdAt))
            .then(SortKey.id("j.id", Row::id))
            .order("-createdAt")
            .build();
    static final ListSpec<Problem> PROBLEMS = ListSpec.of("job-problems", RecordReader.of(Problem.class))
            .columns("p.number, p.line, p.field, p.value, p.code, p.figures")
            .from("job_problems p join jobs j on j.id = p.job_id", "j.agency")
            .notAboutPeople()
            .sortedBy(SortKey.number("number", "p.number", Problem::number))
            .then(SortKey.number("number", "p.number", Problem::number))
            .order("number")
            .build();

    private final Lists lists;

    JobQueries(Lists lists) {
        this.lists = lists;
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

    private static Row row(id.karier.kernel.data.Row row) throws SQLException {
        return new Row(
                row.id(),
                row.text(),
                row.constant(JobStatus.class),
                row.text(),
                row.number(),
                row.number(),
                row.optionalText(),
                row.number(),
                row.instant(),
                row.optionalInstant(),
                row.optionalInstant());
    }

    Optional<Row> find(UUID id, JobScope scope) {
        return lists.find(JOBS, in(scope).where("j.id = :id", "id", id));
    }

    private static ListFilter in(JobScope scope) {
        return new ListFilter()
                .where(IN_SCOPE, "kinds", listed(scope.kinds()))
                .bind("ownKinds", listed(scope.ownKinds()))
                .bind("orderer", scope.orderer());
    }

    /** Sorted, because the values are a part of what a cursor is bound to; never empty, because "in ()" is no SQL. */
    private static List<String> listed(Collection<String> kinds) {
        return kinds.isEmpty() ? List.of("") : kinds.stream().sorted().toList();
    }

    Page<Row> page(JobScope scope, @Nullable JobStatus status, PageRequest request) {
        return lists.page(JOBS, in(scope).where("j.status = :status", "status", status), request);
    }

    Page<Problem> problems(UUID job, PageRequest request) {
        return lists.page(PROBLEMS, new ListFilter().where("p.job_id = :job", "job", job), request);
    }
}
