package id.karier.jobs;

import static id.karier.testing.TestAgency.hex;
import static id.karier.testing.TestAgency.query;
import static id.karier.testing.TestAgency.sql;
import static org.assertj.core.api.Assertions.assertThat;

import id.karier.kernel.access.Reach;
import id.karier.kernel.access.Resource;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs of one agency wait for one another within their lane only, and agencies take turns. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LanesTest {
    private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");

    @Inject
    ClaimQueries claims;

    private final TestAgency agency = TestAgency.called("lanes");
    private final TestAgency other = TestAgency.called("lanes");

    @BeforeEach
    void fresh() {
        CountingHandler.starts.set(0);
        CountingHandler.arrived.drainPermits();
        CountingHandler.go.drainPermits();
    }

    @AfterEach
    void undo() {
        if (QuarkusTransaction.isActive()) {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void a_kind_does_not_wait_for_another_kind_s_long_job() {
        var slow = Orders.count(agency, CountingHandler.KIND, "wait");
        CountingHandler.arrived.acquireUninterruptibly();
        var next = Orders.count(agency, CountingHandler.KIND, "next");
        var quick = Orders.order(
                Orders.somebody(agency),
                Reach.AGENCY,
                PeopleHandler.KIND,
                new PeopleHandler.Question(Resource.EMPLOYEE));

        assertThat(Orders.ended(agency.code, quick).status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(Orders.view(agency.code, slow).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(Orders.view(agency.code, next).status()).isEqualTo(JobStatus.QUEUED);
        CountingHandler.go.release();
        assertThat(Orders.ended(agency.code, slow).status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(Orders.ended(agency.code, next).status()).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void kinds_that_share_a_lane_wait_for_one_another() {
        var slow = Orders.count(agency, CountingHandler.KIND, "wait");
        CountingHandler.arrived.acquireUninterruptibly();
        var kind = PeopleHandler.KIND;
        var sameLane = new JobKind<>(
                kind.name(), CountingHandler.KIND.lane(), kind.guard(), kind.bundle(), kind.settings(), kind.outcome());
        var second = Orders.order(
                Orders.somebody(agency), Reach.AGENCY, sameLane, new PeopleHandler.Question(Resource.EMPLOYEE));
        // as long as the other kind needed in the test above, and a look of the node besides
        var quick =
                Orders.order(Orders.somebody(other), Reach.AGENCY, kind, new PeopleHandler.Question(Resource.EMPLOYEE));
        Orders.ended(other.code, quick);

        assertThat(Orders.view(agency.code, second).status()).isEqualTo(JobStatus.QUEUED);
        CountingHandler.go.release();
        assertThat(Orders.ended(agency.code, slow).status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(Orders.ended(agency.code, second).status()).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void an_agency_for_which_nothing_runs_comes_first() {
        QuarkusTransaction.begin();
        job(1, agency, "one", "RUNNING", "'2026-11-28 03:00:00'");
        job(2, agency, "one", "QUEUED", "null");
        job(3, agency, "two", "QUEUED", "null");
        job(4, other, "one", "QUEUED", "null");

        assertThat(claims.next(NOW)).isEqualTo(id(4));
        sql("delete from jobs where id = x'" + hex(id(4)) + "'");
        assertThat(claims.next(NOW)).isEqualTo(id(3));
        sql("delete from jobs where id = x'" + hex(id(3)) + "'");
        assertThat(claims.next(NOW)).isNotEqualTo(id(2));
    }

    @Test
    void a_job_whose_lease_has_run_out_is_taken_before_what_waits_behind_it() {
        QuarkusTransaction.begin();
        job(1, agency, "one", "QUEUED", "null");
        job(2, agency, "one", "RUNNING", "'2026-11-28 01:59:59'");
        job(3, other, "one", "RUNNING", "'2026-11-28 02:00:01'");

        assertThat(claims.next(NOW)).isEqualTo(id(2));
        assertThat(claims.claim(id(2), UUID.randomUUID(), NOW, NOW.plusSeconds(60)))
                .isTrue();
        assertThat(claims.next(NOW)).isNotIn(id(1), id(2), id(3));
    }

    /** Two nodes that looked at the same moment: the second may not have the lane, nor the job. */
    @Test
    void of_two_nodes_at_once_one_gets_the_lane() {
        QuarkusTransaction.begin();
        job(1, agency, "one", "QUEUED", "null");
        job(2, agency, "one", "QUEUED", "null");
        job(3, agency, "two", "QUEUED", "null");
        var until = NOW.plusSeconds(60);

        assertThat(claims.claim(id(1), UUID.randomUUID(), NOW, until)).isTrue();
        assertThat(claims.claim(id(1), UUID.randomUUID(), NOW, until)).isFalse();
        assertThat(claims.claim(id(2), UUID.randomUUID(), NOW, until)).isFalse();
        assertThat(claims.claim(id(3), UUID.randomUUID(), NOW, until)).isTrue();
        assertThat(query("select count(*) from jobs where status = 'RUNNING' and agency = '" + agency.code + "'"))
                .isEqualTo("2");
    }

    /** Ended jobs stay in the table for years. */
    @Test
    void what_has_ended_does_not_slow_down_the_search_for_work() {
        sql("insert into jobs (id, agency, kind, lane, status, ordered_by, settings, created_at)"
                + " with recursive n as (select 1 as i union all select i + 1 from n where i < 900)"
                + " select unhex(concat('00000000000000010000', lpad(hex(i), 12, '0'))), '" + agency.code
                + "', 'test-count', 'one', 'SUCCEEDED', x'" + hex(agency.id) + "', '{}', '2026-01-01' from n");
        query("analyze table jobs");
        for (var statement : new String[] {
            ClaimQueries.RUNNING,
            ClaimQueries.QUEUED.formatted(""),
            ClaimQueries.QUEUED.formatted("and (agency, lane) not in (('a', 'b'), ('c', 'd'))")
        }) {
            assertThat(query("explain format=json " + statement))
                    .as(statement)
                    .containsPattern("\"(key|index_name)\": \"ix_jobs_queue\"");
        }
    }

    private void job(int number, TestAgency owner, String lane, String status, String until) {
        sql("insert into jobs (id, agency, kind, lane, status, ordered_by, settings, created_at, claimed_until)"
                + " values (x'" + hex(id(number)) + "', '" + owner.code + "', 'test-count', '" + lane + "', '" + status
                + "', x'" + hex(owner.id) + "', '{}', '2026-01-01', " + until + ")");
    }

    /** Older than any other job. */
    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
