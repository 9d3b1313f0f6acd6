package id.karier.jobs;

import id.karier.kernel.data.Transactions;
import id.karier.testing.TestAgency;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A kind of job for tests: its input is a script, one word a line. */
@ApplicationScoped
public class CountingHandler implements JobHandler {
    static final String KIND = "test-count";

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
    public String kind() {
        return KIND;
    }

    @Override
    public String bundle() {
        return "jobs";
    }

    @Override
    public void run(JobContext job) {
        starts.incrementAndGet();
        var words = words(job);
        if (words.contains("wait")) {
            arrived.release();
            go.acquireUninterruptibly();
        }
        if (words.contains("break")) {
            throw new IllegalStateException("broken on purpose");
        }
        if (words.contains("batches")) {
            batches(job);
            return;
        }
        transactions.run(() -> {
            job.rewind();
            job.progress(1);
            mark(job);
            if (words.contains("bad")) {
                job.problem(7, "nama", "x", "JOB_FAILED", "y");
                job.fail(1, new JobOutcome(0, 0, 0, 1, Map.of()));
            } else {
                job.succeed(words.length(), new JobOutcome(1, 2, 3, 0, Map.of("letters", words.length())));
            }
            return true;
        });
    }

    /** Three batches; the second dies the first time. */
    private void batches(JobContext job) {
        for (long batch = job.resumeAt(); batch < 3; batch++) {
            long at = batch;
            transactions.run(() -> {
                job.rewind();
                job.problem(at, null, null, "JOB_FAILED", at);
                job.passed(at + 1, at + 1, new JobOutcome(at + 1, 0, 0, 0, Map.of()));
                return true;
            });
            if (batch == 1 && starts.get() == 1) {
                TestAgency.sql("update jobs set claimed_by = null, claimed_until = '2020-01-01' where id = x'"
                        + TestAgency.hex(job.id()) + "'");
                throw new JobLostException();
            }
        }
        transactions.run(() -> {
            job.rewind();
            job.succeed(3, new JobOutcome(3, 0, 0, 0, Map.of()));
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

    private static String words(JobContext job) {
        try (var in = job.input()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
