package id.karier.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.jobs.ClaimQueries.Found;
import id.karier.jobs.ClaimQueries.Open;
import id.karier.jobs.ClaimQueries.Standing;
import id.karier.kernel.data.Transactions;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The right of one worker to one job. */
final class Claim implements JobContext {
    private static final long PROGRESS_EVERY_MILLIS = 500;

    /** What every claim of a node works with. */
    record Tools(
            ClaimQueries claims,
            Transactions transactions,
            AfterCommit afterCommit,
            Inputs inputs,
            ObjectMapper json,
            Clock clock,
            JobConfig config) {}

    private final Tools tools;
    private final Open job;
    private final UUID token;
    private final JobOrder.Settings settings;
    private final List<Found> noted = new ArrayList<>();
    private @Nullable JobOutcome passedOutcome;
    private long passedDone;
    private int stored;
    private long problems;
    private long passedProblems;
    private long total;
    private long toldAt;
    private volatile boolean lost;
    private volatile boolean ended;

    Claim(Tools tools, Open job, UUID token) {
        this.tools = tools;
        this.job = job;
        this.token = token;
        this.total = job.total();
        this.problems = job.problemCount();
        this.passedProblems = job.problemCount();
        this.settings = read(job.settings(), JobOrder.Settings.class);
        this.passedOutcome = job.outcome() == null ? null : read(job.outcome(), JobOutcome.class);
    }

    UUID token() {
        return token;
    }

    int attempts() {
        return job.attempts();
    }

    String kind() {
        return job.kind();
    }

    /** The worker is to stop at its next step. */
    void lose() {
        lost = true;
    }

    /** The transaction that ended the job was committed. */
    boolean hasEnded() {
        return ended;
    }

    @Override
    public UUID id() {
        return job.id();
    }

    @Override
    public String agency() {
        return job.agency();
    }

    @Override
    public UUID orderedBy() {
        return job.orderedBy();
    }

    @Override
    public JobOrder.Settings settings() {
        return settings;
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public InputStream input() {
        return tools.inputs().open(job.id());
    }

    @Override
    public long resumeAt() {
        return job.resumeAt();
    }

    @Override
    public @Nullable JobOutcome passedOutcome() {
        return passedOutcome;
    }

    @Override
    public void rewind() {
        noted.clear();
        stored = 0;
        problems = passedProblems;
    }

    @Override
    public void progress(long done) {
        if (lost) {
            throw new JobLostException();
        }
        long now = tools.clock().millis();
        if (now - toldAt >= PROGRESS_EVERY_MILLIS) {
            toldAt = now;
            total = Math.max(total, done);
            inOwnTransaction(() -> tools.claims().progress(job.id(), token, done, total));
        }
    }

    @Override
    public void problem(long line, @Nullable String column, @Nullable String value, String code, Object... figures) {
        problems++;
        if (problems <= tools.config().problems()) {
            var texts = Arrays.stream(figures).map(String::valueOf).toList();
            noted.add(new Found((int) problems, line, column, cut(value), code, write(texts)));
        }
    }

    @Override
    public long problems() {
        return problems;
    }

    @Override
    public void passed(long resumeAt, long done, JobOutcome soFar) {
        requireClaim(() -> {
            total = Math.max(total, done);
            storeProblems();
            return tools.claims().passed(job.id(), token, resumeAt, standing(done, soFar));
        });
        long counted = problems;
        tools.afterCommit().run(() -> {
            passedProblems = counted;
            passedOutcome = soFar;
            passedDone = done;
        });
    }

    @Override
    public void succeed(long done, JobOutcome outcome) {
        end(JobStatus.SUCCEEDED, done, outcome);
    }

    @Override
    public void fail(long done, JobOutcome outcome) {
        end(JobStatus.FAILED, done, outcome);
    }

    private void end(JobStatus status, long done, JobOutcome outcome) {
        requireClaim(() -> {
            total = Math.max(status == JobStatus.SUCCEEDED ? 0 : total, done);
            storeProblems();
            return tools.claims()
                    .end(
                            job.id(),
                            token,
                            status,
                            standing(done, outcome),
                            tools.clock().instant());
        });
        tools.afterCommit().run(() -> ended = true);
    }

    /** The end of a job whose handler gave up: what had passed stays, and the reason is the only new problem. */
    void giveUp(String code) {
        rewind();
        problem(0, null, null, code, job.id());
        inOwnTransaction(() -> {
            storeProblems();
            var at = new Standing(passedDone, total, problems, passedOutcome == null ? null : write(passedOutcome));
            tools.claims()
                    .end(job.id(), token, JobStatus.FAILED, at, tools.clock().instant());
        });
    }

    /** Back to the queue, as if it had not been started: this node stops. */
    void release() {
        inOwnTransaction(() -> tools.claims().release(job.id(), token, 1));
    }

    /** Back to the queue after a failure that passes; the start counts. */
    void requeue() {
        inOwnTransaction(() -> tools.claims().release(job.id(), token, 0));
    }

    private Standing standing(long done, JobOutcome outcome) {
        return new Standing(done, total, problems, write(outcome));
    }

    /** What was noted is forgotten only when it is committed: the transaction may be run again. */
    private void storeProblems() {
        int from = stored;
        int to = noted.size();
        if (from < to) {
            tools.claims().insertProblems(job.id(), noted.subList(from, to));
            stored = to;
            tools.afterCommit()
                    .run(
                            () -> {
                                noted.subList(0, to).clear();
                                stored = 0;
                            },
                            () -> stored = from);
        }
    }

    private void requireClaim(BooleanSupplier held) {
        if (lost || !held.getAsBoolean()) {
            lost = true;
            throw new JobLostException();
        }
    }

    private void inOwnTransaction(Runnable work) {
        Supplier<Boolean> done = () -> {
            work.run();
            return true;
        };
        tools.transactions().run(done);
    }

    private static @Nullable String cut(@Nullable String value) {
        return value == null || value.length() <= 200 ? value : value.substring(0, 199) + "…";
    }

    private String write(Object value) {
        try {
            return tools.json().writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private <T> T read(String stored, Class<T> type) {
        try {
            return tools.json().readValue(stored, type);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("job " + job.id() + " has unreadable " + type.getSimpleName(), damaged);
        }
    }
}
