package id.karier.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.kernel.Caller;
import id.karier.kernel.data.Transactions;
import id.karier.kernel.web.PageRequest;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import id.karier.testing.Victims;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class JobsTest {
    private static final JobScope SCOPE = JobScope.of(CountingHandler.KIND);

    @Inject
    Jobs jobs;

    @Inject
    Transactions transactions;

    @Inject
    Caller caller;

    private final TestAgency agency = TestAgency.called("jobs");

    @BeforeEach
    void fresh() {
        CountingHandler.starts.set(0);
        CountingHandler.arrived.drainPermits();
        CountingHandler.go.drainPermits();
    }

    @Test
    void an_order_is_carried_out_and_its_input_forgotten() {
        var id = order("one two");

        var job = ended(id);

        assertThat(job.status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(job.progress()).isEqualTo(new JobJson.ProgressView(7, 7));
        assertThat(job.settings()).isEqualTo(new CountingHandler.Script("counted"));
        assertThat(job.outcome()).isEqualTo(new CountingHandler.Count(1, 7));
        assertThat(job.startedAt()).isNotNull();
        assertThat(job.endedAt()).isNotNull();
        assertThat(TestAgency.query("select count(*) from job_inputs where job_id = " + literal(id)))
                .isEqualTo("0");
    }

    @Test
    void an_input_of_several_parts_comes_back_as_it_was() {
        var random = new Random(7);
        var text = new StringBuilder();
        while (text.length() < 5_000_000) {
            text.append((char) ('A' + random.nextInt(26)));
        }
        var id = order("wait " + text);
        CountingHandler.arrived.acquireUninterruptibly();
        var parts = TestAgency.query("select count(*) from job_inputs where job_id = " + literal(id));
        var clear = TestAgency.query("select count(*) from job_inputs where job_id = " + literal(id) + " and locate('"
                + text.substring(0, 20) + "', content) > 0");
        CountingHandler.go.release();

        assertThat(ended(id).progress().done()).isEqualTo(5_000_005);
        assertThat(Integer.parseInt(parts)).isGreaterThan(2);
        assertThat(clear).isEqualTo("0");
    }

    @Test
    void a_job_whose_worker_died_is_taken_over_and_done_from_the_beginning() {
        var id = order("wait");
        CountingHandler.arrived.acquireUninterruptibly();
        TestAgency.sql("update jobs set claimed_by = x'" + TestAgency.hex(UUID.randomUUID())
                + "', claimed_until = '2020-01-01' where id = " + literal(id));

        CountingHandler.arrived.acquireUninterruptibly();
        CountingHandler.go.release(2);
        var job = ended(id);

        assertThat(CountingHandler.starts.get()).isEqualTo(2);
        assertThat(job.status()).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void a_worker_that_lost_its_job_writes_nothing() {
        var id = order("wait");
        CountingHandler.arrived.acquireUninterruptibly();
        TestAgency.sql("update jobs set claimed_by = x'" + TestAgency.hex(UUID.randomUUID())
                + "', claimed_until = '2999-01-01' where id = " + literal(id));
        CountingHandler.go.release();

        eventually(() -> CountingHandler.go.availablePermits() == 0);
        sleep(500);

        assertThat(TestAgency.query("select name from agencies where code = '" + agency.code + "'"))
                .doesNotContain(id.toString());
        assertThat(view(id).status()).isEqualTo(JobStatus.RUNNING);
        TestAgency.sql("update jobs set status = 'FAILED' where id = " + literal(id));
    }

    @Test
    void a_job_that_keeps_interrupting_its_server_is_given_up() {
        var id = order("wait");
        CountingHandler.arrived.acquireUninterruptibly();
        TestAgency.sql("update jobs set claimed_by = null, claimed_until = '2020-01-01', attempts = 3 where id = "
                + literal(id));

        var job = ended(id);
        CountingHandler.go.release();

        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(problems(id)).extracting(JobJson.ProblemView::code).containsExactly("JOB_INTERRUPTED");
    }

    @Test
    void committed_batches_stay_and_the_next_worker_goes_on_behind_them() {
        var id = order("batches");

        var job = ended(id);

        assertThat(CountingHandler.starts.get()).isEqualTo(2);
        assertThat(job.status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(job.outcome()).isEqualTo(new CountingHandler.Count(3, 0));
        assertThat(problems(id)).extracting(JobJson.ProblemView::line).containsExactly(0L, 1L, 2L);
    }

    @Test
    void a_batch_that_was_a_deadlock_s_victim_ends_like_one_that_was_not() {
        CountingHandler.starts.set(1);
        try (var victims = Victims.next(agency, 3)) {
            var id = order("batches");

            var job = ended(id);

            assertThat(victims.left()).isZero();
            assertThat(job.status()).isEqualTo(JobStatus.SUCCEEDED);
            assertThat(job.outcome()).isEqualTo(new CountingHandler.Count(3, 0));
            assertThat(job.problemCount()).isEqualTo(3);
            assertThat(problems(id)).extracting(JobJson.ProblemView::line).containsExactly(0L, 1L, 2L);
        }
    }

    /** Nothing runs again but the end, so nothing notes the problems again. */
    @Test
    void an_end_that_was_a_deadlock_s_victim_keeps_the_problems() {
        try (var victims = Victims.next(agency, 2)) {
            var id = order("noted");

            assertThat(ended(id).status()).isEqualTo(JobStatus.SUCCEEDED);
            assertThat(victims.left()).isZero();
            assertThat(problems(id)).extracting(JobJson.ProblemView::line).containsExactly(1L, 2L);
        }
    }

    @Test
    void a_job_that_failed_keeps_how_far_it_had_come() {
        var id = order("batches break");

        var job = ended(id);

        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(job.progress().done()).isEqualTo(2);
        assertThat(job.outcome()).isEqualTo(new CountingHandler.Count(2, 0));
        assertThat(problems(id)).extracting(JobJson.ProblemView::code).containsOnly("JOB_FAILED");
    }

    @Test
    void a_failure_of_ours_is_a_failed_job_that_says_what_to_quote() {
        var id = order("break");

        var job = ended(id);

        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(problems(id)).hasSize(1).first().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("JOB_FAILED");
            assertThat(problem.detail()).contains(id.toString());
        });
    }

    @Test
    void problems_of_the_input_are_kept_with_their_place() {
        var id = order("bad");

        var job = ended(id);

        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(job.problemCount()).isEqualTo(1);
        assertThat(problems(id)).hasSize(1).first().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(7);
            assertThat(problem.column()).isEqualTo("nama");
        });
    }

    @Test
    void jobs_of_one_agency_run_one_after_the_other() {
        var first = order("wait");
        CountingHandler.arrived.acquireUninterruptibly();
        var second = order("two");
        sleep(300);

        assertThat(view(second).status()).isEqualTo(JobStatus.QUEUED);
        CountingHandler.go.release();
        assertThat(ended(first).status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(ended(second).status()).isEqualTo(JobStatus.SUCCEEDED);
    }

    private UUID order(String input) {
        return bound(() -> transactions
                .run(() -> jobs.order(new JobOrder<>(
                        CountingHandler.KIND,
                        new CountingHandler.Script("counted"),
                        0,
                        () -> new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)))))
                .id());
    }

    private JobJson.JobView view(UUID id) {
        return bound(() -> jobs.get(id, SCOPE));
    }

    private List<JobJson.ProblemView> problems(UUID id) {
        return bound(() -> jobs.problems(id, SCOPE, new PageRequest()).items());
    }

    private JobJson.JobView ended(UUID id) {
        eventually(() -> view(id).hasEnded());
        return view(id);
    }

    private <T> T bound(Supplier<T> work) {
        var request = Arc.container().requestContext();
        boolean mine = !request.isActive();
        if (mine) {
            request.activate();
        }
        try {
            caller.actForJob(agency.code, agency.account("orderer"), "test");
            return work.get();
        } finally {
            if (mine) {
                request.terminate();
            }
        }
    }

    private static void eventually(java.util.function.BooleanSupplier happened) {
        var until = Instant.now().plus(Duration.ofSeconds(20));
        while (!happened.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(until);
            sleep(50);
        }
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static String literal(UUID id) {
        return "x'" + TestAgency.hex(id) + "'";
    }
}
