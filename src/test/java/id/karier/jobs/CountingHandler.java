package id.karier.jobs;

import id.karier.kernel.access.Resource;
import id.karier.kernel.data.Transactions;
import id.karier.testing.TestAgency;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A kind of job for tests: its input is a script, one word a line. */
@ApplicationScoped
public class CountingHandler implements JobHandler<CountingHandler.Script, CountingHandler.Count> {
    static final JobKind<Script, Count> KIND =
            new JobKind<>("test-count", "test-count", Resource.JOB, "jobs", Script.class, Count.class);

    record Script(String title) {}

    record Count(long batches, long letters) {}

    static final Semaphore arrived = new Semaphore(0);
    static final Semaphore go = new Semaphore(0);
    static final AtomicInteger starts = new AtomicInteger();

    private final Transactions transactions;
    private final DataSource database;

    CountingHandler(Transactions transactions, DataSource database) {
        this.transactions = transactions;
        this.database = database;
    }

    @Override
    public JobKind<Script, Count> kind() {
        return KIND;
    }

    @Override
    public void run(RunningJob<Script, Count> job) {
        starts.incrementAndGet();
        var words = words(job);
        if (words.contains("wait")) {
            arrived.release();
            go.acquireUninterruptibly();
        }
        if (words.contains("batches")) {
            batches(job, words.contains("break"));
            return;
        }
        if (words.contains("break")) {
            throw new IllegalStateException("broken on purpose");
        }
        if (words.contains("noted")) {
            job.problem(1, null, null, "JOB_FAILED", "1");
            job.problem(2, null, null, "JOB_FAILED", "2");
            transactions.run(() -> {
                job.succeed(2, new Count(0, 0));
                return true;
            });
            return;
        }
        transactions.run(() -> {
            job.restart();
            job.progress(1);
            mark(job);
            if (words.contains("bad")) {
                job.problem(7, "nama", "x", "JOB_FAILED", "y");
                job.fail(1, new Count(0, 0));
            } else {
                job.succeed(words.length(), new Count(1, words.length()));
            }
            return true;
        });
    }

    /** Three batches; the worker dies behind the second the first time, and the next one may break before the third. */
    private void batches(RunningJob<Script, Count> job, boolean breaks) {
        if (breaks && job.resumeAt() > 0) {
            throw new IllegalStateException("broken on purpose");
        }
        for (long batch = job.resumeAt(); batch < 3; batch++) {
            long at = batch;
            transactions.run(() -> {
                job.restart();
                job.problem(at, null, null, "JOB_FAILED", at);
                job.checkpoint(at + 1, at + 1, new Count(at + 1, 0));
                return true;
            });
            if (batch == 1 && starts.get() == 1) {
                TestAgency.sql("update jobs set claimed_by = null, claimed_until = '2020-01-01' where id = x'"
                        + TestAgency.hex(job.id()) + "'");
                throw new JobLostException();
            }
        }
        transactions.run(() -> {
            job.restart();
            job.succeed(3, new Count(job.outcomeSoFar().batches(), 0));
            return true;
        });
    }

    private void mark(JobContext job) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("update agencies set name = ? where code = ?")) {
            statement.setString(1, "done " + job.id());
            statement.setString(2, job.agency());
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String words(RunningJob<?, ?> job) {
        try (var in = job.input()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
