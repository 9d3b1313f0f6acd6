package id.karier.jobs;

import static id.karier.kernel.data.IdColumns.bytes;
import static id.karier.kernel.data.IdColumns.id;

import id.karier.kernel.data.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What workers ask of the job tables. A node has no agency of its own, so these statements span agencies; every change
 * names the claim that it is made under, and changes nothing when the claim is lost.
 */
@ApplicationScoped
class ClaimQueries {
    private static final String INSERT = """
            insert into jobs (id, agency, kind, lane, status, ordered_by, orderer, settings, total, created_at)
            values (?, ?, ?, ?, 'QUEUED', ?, ?, ?, ?, ?)""";
    private static final String INSERT_PART = "insert into job_inputs (job_id, part, content) values (?, ?, ?)";
    private static final String PART = "select content from job_inputs where job_id = ? and part = ?";
    private static final String DELETE_PARTS = "delete from job_inputs where job_id = ?";
    static final String RUNNING = """
            select id, agency, lane, claimed_until from jobs where status = 'RUNNING' order by id""";
    static final String QUEUED = "select id from jobs where status = 'QUEUED' %s order by id limit 1";

    /** Refused by {@code uk_jobs_running} when another node was quicker with a job of the same agency and lane. */
    private static final String CLAIM = """
            update jobs set version = version + 1, status = 'RUNNING', claimed_by = ?, claimed_until = ?,
                attempts = attempts + 1, started_at = coalesce(started_at, ?)
            where id = ? and (status = 'QUEUED' or (status = 'RUNNING' and claimed_until < ?))""";

    private static final String CLAIMED = """
            select id, agency, kind, ordered_by, orderer, settings, done, total, attempts, resume_at, problem_count,
                outcome
            from jobs where id = ?""";
    private static final String RENEW = """
            update jobs set claimed_until = ? where id = ? and claimed_by = ? and status = 'RUNNING'""";
    private static final String RELEASE = """
            update jobs set version = version + 1, status = 'QUEUED', claimed_by = null, claimed_until = null,
                attempts = attempts - ?
            where id = ? and claimed_by = ? and status = 'RUNNING'""";
    private static final String PROGRESS = """
            update jobs set done = ?, total = ? where id = ? and claimed_by = ? and status = 'RUNNING'""";
    private static final String CHECKPOINT = """
            update jobs set done = ?, total = ?, resume_at = ?, problem_count = ?, outcome = ?
            where id = ? and claimed_by = ? and status = 'RUNNING'""";
    private static final String END = """
            update jobs set version = version + 1, status = ?, done = ?, total = ?, problem_count = ?, outcome = ?,
                ended_at = ?, claimed_by = null, claimed_until = null
            where id = ? and claimed_by = ? and status = 'RUNNING'""";
    private static final String INSERT_PROBLEM = """
            insert into job_problems (job_id, number, line, field, value, code, figures) values (?, ?, ?, ?, ?, ?, ?)""";
    private static final String WATCH = """
            select id, kind, status, settings, done, total, outcome, problem_count, created_at, started_at, ended_at
            from jobs where id = ? and agency = ?""";

    private final DataSource database;

    ClaimQueries(DataSource database) {
        this.database = database;
    }

    /** A job as it was claimed. */
    record ClaimedJob(
            UUID id,
            String agency,
            String kind,
            UUID orderedBy,
            @Nullable String orderer,
            String settings,
            long done,
            long total,
            int attempts,
            long resumeAt,
            long problemCount,
            @Nullable String outcome) {}

    /** Numbers of a job at a moment. */
    record Progress(
            long done,
            long total,
            long problemCount,
            @Nullable String outcome) {}

    record ProblemRow(
            int number,
            long line,
            @Nullable String field,
            @Nullable String value,
            String code,
            String figures) {}

    private record Running(
            UUID id, String agency, String lane, @Nullable Instant until) {
        boolean isOver(Instant now) {
            return until != null && until.isBefore(now);
        }
    }

    private interface Work<R> {
        R on(PreparedStatement statement) throws SQLException;
    }

    private interface Row<R> {
        R of(ResultSet row) throws SQLException;
    }

    private <R> R prepare(String sql, Work<R> work) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException("jobs: " + failed.getMessage(), failed);
        }
    }

    private int change(String sql, @Nullable Object... values) {
        return prepare(sql, statement -> {
            bind(statement, values);
            return statement.executeUpdate();
        });
    }

    private <R> List<R> read(String sql, Row<R> row, @Nullable Object... values) {
        return prepare(sql, statement -> {
            bind(statement, values);
            var found = new ArrayList<R>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.of(rows));
                }
            }
            return found;
        });
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            var value = values[i];
            if (value instanceof UUID id) {
                statement.setBytes(i + 1, bytes(id));
            } else if (value instanceof Instant instant) {
                statement.setTimestamp(i + 1, Timestamp.from(instant));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    void insert(
            UUID id, String agency, UUID orderedBy, String orderer, JobOrder<?> order, String settings, Instant now) {
        var kind = order.kind();
        change(INSERT, id, agency, kind.name(), kind.lane(), orderedBy, orderer, settings, order.total(), now);
    }

    void insertPart(UUID job, int part, byte[] content) {
        change(INSERT_PART, job, part, content);
    }

    byte @Nullable [] part(UUID job, int part) {
        var found = read(PART, row -> row.getBytes(1), job, part);
        return found.isEmpty() ? null : found.get(0);
    }

    /**
     * The job that should be claimed next, or null when there is nothing to do: one whose lease has run out, else the
     * oldest of an agency for which nothing runs, else the oldest of a lane in which nothing runs.
     */
    @Nullable
    UUID next(Instant now) {
        var running = read(
                RUNNING,
                row -> new Running(
                        id(row.getBytes(1)), row.getString(2), row.getString(3), instant(row.getTimestamp(4))));
        for (var job : running) {
            if (job.isOver(now)) {
                return job.id();
            }
        }
        if (running.isEmpty()) {
            return queued("");
        }
        var agencies = running.stream().map(Running::agency).distinct().toArray();
        var waiting = queued("and agency not in (" + repeated("?", agencies.length) + ")", agencies);
        if (waiting != null) {
            return waiting;
        }
        var lanes = running.stream()
                .flatMap(job -> Stream.of(job.agency(), job.lane()))
                .toArray();
        return queued("and (agency, lane) not in (" + repeated("(?, ?)", running.size()) + ")", lanes);
    }

    private @Nullable UUID queued(String condition, Object... values) {
        var found = read(QUEUED.formatted(condition), row -> id(row.getBytes(1)), values);
        return found.isEmpty() ? null : found.get(0);
    }

    /** Whether the job is this claim's now; another node may have been quicker. */
    boolean claim(UUID job, UUID claim, Instant now, Instant until) {
        try {
            return change(CLAIM, claim, until, now, job, now) == 1;
        } catch (IllegalStateException failed) {
            if (Transactions.duplicateKey(failed) != null) {
                return false;
            }
            throw failed;
        }
    }

    /** Read after it was claimed, when no earlier worker can write to it any more. */
    ClaimedJob claimed(UUID job) {
        return read(
                        CLAIMED,
                        row -> new ClaimedJob(
                                id(row.getBytes(1)),
                                row.getString(2),
                                row.getString(3),
                                id(row.getBytes(4)),
                                row.getString(5),
                                row.getString(6),
                                row.getLong(7),
                                row.getLong(8),
                                row.getInt(9),
                                row.getLong(10),
                                row.getLong(11),
                                row.getString(12)),
                        job)
                .get(0);
    }

    boolean renew(UUID job, UUID claim, Instant until) {
        return change(RENEW, until, job, claim) == 1;
    }

    /** @param uncounted 1 when this start is not to be counted, else 0 */
    void release(UUID job, UUID claim, int uncounted) {
        change(RELEASE, uncounted, job, claim);
    }

    void progress(UUID job, UUID claim, long done, long total) {
        change(PROGRESS, done, total, job, claim);
    }

    boolean checkpoint(UUID job, UUID claim, long resumeAt, Progress at) {
        return change(CHECKPOINT, at.done(), at.total(), resumeAt, at.problemCount(), at.outcome(), job, claim) == 1;
    }

    boolean end(UUID job, UUID claim, JobStatus status, Progress at, Instant now) {
        boolean ended =
                change(END, status.name(), at.done(), at.total(), at.problemCount(), at.outcome(), now, job, claim)
                        == 1;
        if (ended) {
            change(DELETE_PARTS, job);
        }
        return ended;
    }

    void insertProblems(UUID job, List<ProblemRow> problems) {
        prepare(INSERT_PROBLEM, statement -> {
            for (var problem : problems) {
                bind(
                        statement,
                        job,
                        problem.number(),
                        problem.line(),
                        problem.field(),
                        problem.value(),
                        problem.code(),
                        problem.figures());
                statement.addBatch();
            }
            return statement.executeBatch().length;
        });
    }

    /** A job as its followers see it, without a session. */
    JobQueries.@Nullable Row watch(UUID job, String agency) {
        var found = read(
                WATCH,
                row -> new JobQueries.Row(
                        id(row.getBytes(1)),
                        row.getString(2),
                        JobStatus.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getString(7),
                        row.getLong(8),
                        Objects.requireNonNull(instant(row.getTimestamp(9))),
                        instant(row.getTimestamp(10)),
                        instant(row.getTimestamp(11))),
                job,
                agency);
        return found.isEmpty() ? null : found.get(0);
    }

    private static String repeated(String mark, int times) {
        return String.join(", ", Collections.nCopies(times, mark));
    }

    private static @Nullable Instant instant(@Nullable Timestamp stored) {
        return stored == null ? null : stored.toInstant();
    }
}
