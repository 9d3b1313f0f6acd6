package id.karier.jobs;

import id.karier.jobs.ClaimQueries.ClaimedJob;
import id.karier.jobs.ClaimQueries.ProblemRow;
import id.karier.jobs.ClaimQueries.Progress;
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

/** The right of one worker to one job, and the job as its handler sees it. */
final class Claim<S extends Record, O extends Record> implements RunningJob<S, O> {
    private static final long PROGRESS_EVERY_MILLIS = 500;

    /** What every claim of a node works with. */
    record Tools(
            ClaimQueries claims,
            Transactions transactions,
            AfterCommit afterCommit,
            Inputs inputs,
            StoredJson json,
            Clock clock,
            JobConfig config) {}

    private final Tools tools;
    private final ClaimedJob job;
    private final UUID token;
    private final @Nullable JobHandler<S, O> handler;
    private final List<ProblemRow> noted = new ArrayList<>();

    /** What the last checkpoint stored. */
    private @Nullable String storedOutcome;

    private long storedDone;
    private long storedProblems;

    /** How many of the noted problems the running transaction has written. */
    private int written;

    private long problems;
    private long total;
    private long progressAt;
    private volatile boolean lost;
    private volatile boolean ended;

    /** @param handler null for a kind that this node does not know */
    Claim(Tools tools, ClaimedJob job, UUID token, @Nullable JobHandler<S, O> handler) {
        this.tools = tools;
        this.job = job;
        this.token = token;
        this.handler = handler;
        this.total = job.total();
        this.problems = job.problemCount();
        this.storedProblems = job.problemCount();
        this.storedOutcome = job.outcome();
        this.storedDone = job.done();
    }

    /** @throws IllegalStateException when this node has no handler for the kind */
    void run() {
        requireHandler().run(this);
    }

    boolean hasHandler() {
        return handler != null;
    }

    private JobHandler<S, O> requireHandler() {
        if (handler == null) {
            throw new IllegalStateException("no handler for the kind " + job.kind());
        }
        return handler;
    }

    UUID token() {
        return token;
    }

    /** How often the job was started, this time included. */
    int attempts() {
        return job.attempts();
    }

    String kind() {
        return job.kind();
    }

    /** Whom the job acts for; null when that was not stored with it. */
    @Nullable
    Orderer orderer() {
        return job.orderer() == null ? null : tools.json().read(job.orderer(), Orderer.class);
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
    public S settings() {
        return tools.json().read(job.settings(), requireHandler().kind().settings());
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
    public @Nullable O outcomeSoFar() {
        var stored = storedOutcome;
        return stored == null
                ? null
                : tools.json().read(stored, requireHandler().kind().outcome());
    }

    @Override
    public void restart() {
        noted.clear();
        written = 0;
        problems = storedProblems;
    }

    @Override
    public void progress(long done) {
        if (lost) {
            throw new JobLostException();
        }
        long now = tools.clock().millis();
        if (now - progressAt >= PROGRESS_EVERY_MILLIS) {
            progressAt = now;
            total = Math.max(total, done);
            inOwnTransaction(() -> tools.claims().progress(job.id(), token, done, total));
        }
    }

    @Override
    public void problem(long line, @Nullable String column, @Nullable String value, String code, Object... figures) {
        problems++;
        if (problems <= tools.config().problems()) {
            var texts = Arrays.stream(figures).map(String::valueOf).toList();
            noted.add(new ProblemRow(
                    (int) problems, line, column, cut(value), code, tools.json().write(texts)));
        }
    }

    @Override
    public long problems() {
        return problems;
    }

    @Override
    public void checkpoint(long resumeAt, long done, O soFar) {
        var outcome = tools.json().write(soFar);
        requireClaim(() -> {
            total = Math.max(total, done);
            storeProblems();
            return tools.claims().checkpoint(job.id(), token, resumeAt, new Progress(done, total, problems, outcome));
        });
        long counted = problems;
        tools.afterCommit().run(() -> {
            storedProblems = counted;
            storedOutcome = outcome;
            storedDone = done;
        });
    }

    @Override
    public void succeed(long done, O outcome) {
        end(JobStatus.SUCCEEDED, done, outcome);
    }

    @Override
    public void fail(long done, O outcome) {
        end(JobStatus.FAILED, done, outcome);
    }

    private void end(JobStatus status, long done, O outcome) {
        requireClaim(() -> {
            total = Math.max(status == JobStatus.SUCCEEDED ? 0 : total, done);
            storeProblems();
            return tools.claims()
                    .end(
                            job.id(),
                            token,
                            status,
                            new Progress(done, total, problems, tools.json().write(outcome)),
                            tools.clock().instant());
        });
        tools.afterCommit().run(() -> ended = true);
    }

    /** Ends the job as failed without its handler: the last checkpoint stays, and the reason is the only new problem. */
    void failWith(String code) {
        restart();
        problem(0, null, null, code, job.id());
        inOwnTransaction(() -> {
            storeProblems();
            tools.claims()
                    .end(
                            job.id(),
                            token,
                            JobStatus.FAILED,
                            new Progress(storedDone, total, problems, storedOutcome),
                            tools.clock().instant());
        });
    }

    /** Back to the queue, as if it had not been started: this node stops. */
    void release() {
        inOwnTransaction(() -> tools.claims().release(job.id(), token, 1));
    }

    /** Back to the queue after a temporary failure; the start counts. */
    void requeue() {
        inOwnTransaction(() -> tools.claims().release(job.id(), token, 0));
    }

    /** What was noted is forgotten only when it is committed: the transaction may be run again. */
    private void storeProblems() {
        int from = written;
        int to = noted.size();
        if (from < to) {
            tools.claims().insertProblems(job.id(), noted.subList(from, to));
            written = to;
            tools.afterCommit()
                    .run(
                            () -> {
                                noted.subList(0, to).clear();
                                written = 0;
                            },
                            () -> written = from);
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
}
