package id.karier.jobs;

import static id.karier.history.Office.holding;
import static id.karier.testing.TestAgency.hex;
import static id.karier.testing.TestAgency.query;
import static id.karier.testing.TestAgency.sql;
import static org.assertj.core.api.Assertions.assertThat;

import id.karier.history.Office;
import id.karier.jobs.PeopleHandler.Question;
import id.karier.jobs.PeopleHandler.Seen;
import id.karier.kernel.Caller;
import id.karier.kernel.ProblemException;
import id.karier.kernel.Role;
import id.karier.kernel.access.Reach;
import id.karier.kernel.access.Resource;
import id.karier.kernel.web.PageRequest;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A job sees and may do what whoever ordered it could when they ordered it, and nothing more. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OrdererTest {
    private final Office office = Office.called("orderer");
    private UUID leader;
    private UUID member;
    private UUID stranger;

    @BeforeEach
    void people() {
        leader = office.person();
        member = office.person();
        stranger = office.person();
        office.add(leader, "positions", holding(office.head, "2020-01-01", ""));
        office.add(member, "positions", holding(office.analyst, "2020-01-01", ""));
        office.add(stranger, "positions", holding(office.senior, "2020-01-01", ""));
    }

    private Caller.Identity person(UUID employee, Role... roles) {
        return new Caller.Identity(
                office.agency.account(String.valueOf(employee)), office.agency.code, employee, Set.of(roles), Set.of());
    }

    private Caller.Identity machine(String... scopes) {
        return new Caller.Identity(
                office.agency.account("machine"), office.agency.code, null, Set.of(), Set.of(scopes));
    }

    private Seen seen(Caller.Identity who, Reach reach, Resource also) {
        var job = Orders.order(who, reach, PeopleHandler.KIND, new Question(also));
        var view = Orders.ended(office.agency.code, job);
        assertThat(view.status()).isEqualTo(JobStatus.SUCCEEDED);
        return (Seen) view.outcome();
    }

    @Test
    void an_order_of_a_leader_reads_no_stranger() {
        assertThat(seen(person(leader, Role.ATASAN), Reach.TEAM, Resource.EMPLOYEE)
                        .people())
                .containsExactlyInAnyOrder(leader, member);
    }

    @Test
    void an_order_with_the_reach_of_oneself_reads_oneself() {
        assertThat(seen(person(member, Role.ASN), Reach.SELF, Resource.EMPLOYEE).people())
                .containsExactly(member);
        assertThat(seen(person(null, Role.ASN), Reach.SELF, Resource.EMPLOYEE).people())
                .isEmpty();
    }

    @Test
    void an_order_for_the_agency_reads_its_people_and_no_other_agency_s() {
        Office.called("orderer").person();
        assertThat(seen(person(null, Role.SDM), Reach.AGENCY, Resource.EMPLOYEE).people())
                .containsExactlyInAnyOrder(leader, member, stranger);
    }

    /** The table is asked again with the orderer's own roles. */
    @Test
    void a_second_question_is_answered_as_the_orderer_would_be() {
        assertThat(seen(person(leader, Role.PELATIHAN, Role.ATASAN), Reach.AGENCY, Resource.DISCIPLINE)
                        .also())
                .containsExactlyInAnyOrder(leader, member);
        assertThat(seen(person(null, Role.PELATIHAN), Reach.AGENCY, Resource.DISCIPLINE)
                        .also())
                .isEmpty();
        assertThat(seen(person(null, Role.SDM), Reach.AGENCY, Resource.DISCIPLINE)
                        .also())
                .hasSize(3);
    }

    @Test
    void a_machine_s_order_has_the_machine_s_scopes() {
        assertThat(seen(machine("employees:read"), Reach.AGENCY, Resource.DISCIPLINE)
                        .also())
                .isEmpty();
        assertThat(seen(machine("employees:read", "disciplines:read"), Reach.AGENCY, Resource.DISCIPLINE)
                        .also())
                .hasSize(3);
    }

    @Test
    void a_job_acts_under_the_account_that_ordered_it() {
        var who = person(null, Role.SDM);
        var seen = seen(who, Reach.AGENCY, Resource.EMPLOYEE);
        assertThat(seen.account()).isEqualTo(who.accountId());
        assertThat(seen.agency()).isEqualTo(office.agency.code);
        assertThat(seen.operation()).isEqualTo("job:test-people");
    }

    /** What waited when the column came: V1050 gave it the reach that jobs had until then. */
    @Test
    void an_order_from_before_goes_on_with_the_agency_s_reach() {
        var job = stored("'{\"roles\": [], \"scopes\": [], \"reach\": \"AGENCY\"}'");
        var seen = (Seen) Orders.ended(office.agency.code, job).outcome();
        assertThat(seen.people()).hasSize(3);
        assertThat(seen.also()).isEmpty();
    }

    @Test
    void a_job_whose_orderer_is_not_known_is_not_carried_out() {
        var job = stored("null");
        var view = Orders.ended(office.agency.code, job);
        assertThat(view.status()).isEqualTo(JobStatus.FAILED);
        assertThat(view.outcome()).isNull();
        assertThat(query("select code from job_problems where job_id = x'" + hex(job) + "'"))
                .isEqualTo("JOB_ORDERER_UNKNOWN");
    }

    @Test
    void a_job_whose_orderer_is_unreadable_is_not_carried_out() {
        var job = stored("'{\"reach\": \"EVERYWHERE\"}'");
        assertThat(Orders.ended(office.agency.code, job).status()).isEqualTo(JobStatus.FAILED);
        assertThat(query("select code from job_problems where job_id = x'" + hex(job) + "'"))
                .isEqualTo("JOB_FAILED");
    }

    private UUID stored(String orderer) {
        var job = UUID.randomUUID();
        sql("insert into jobs (id, agency, kind, lane, status, ordered_by, orderer, settings, created_at) values (x'"
                + hex(job) + "', '" + office.agency.code + "', 'test-people', 'stored', 'QUEUED', x'"
                + hex(office.agency.account("orderer")) + "', " + orderer
                + ", '{\"also\": \"DISCIPLINE\"}', '2026-01-01')");
        return job;
    }

    /** Whoever reaches less than the agency in what guards a kind sees the jobs that they ordered. */
    @Test
    void a_leader_reads_the_jobs_that_she_ordered_and_no_other() {
        var her = person(leader, Role.ATASAN);
        var own = Orders.order(her, Reach.TEAM, PeopleHandler.KIND, new Question(Resource.EMPLOYEE));
        var other =
                Orders.order(person(null, Role.SDM), Reach.AGENCY, PeopleHandler.KIND, new Question(Resource.EMPLOYEE));
        Orders.ended(office.agency.code, own);
        Orders.ended(office.agency.code, other);
        var jobs = Orders.bean(Jobs.class);
        var access = Orders.bean(JobAccess.class);

        Orders.as(her, Reach.AGENCY, () -> {
            assertThat(jobs.get(own, access.readable()).id()).isEqualTo(own);
            Assertions.assertThatThrownBy(() -> jobs.get(other, access.readable()))
                    .isInstanceOf(ProblemException.class);
            assertThat(jobs.page(access.readable(), null, new PageRequest()).items())
                    .extracting(JobJson.JobView::id)
                    .containsExactly(own);
            assertThat(jobs.page(access.readable("test-people"), null, new PageRequest())
                            .items())
                    .extracting(JobJson.JobView::id)
                    .containsExactly(own);
            return true;
        });
        Orders.as(person(null, Role.SDM), Reach.AGENCY, () -> {
            assertThat(jobs.page(access.readable("test-people"), null, new PageRequest())
                            .items())
                    .extracting(JobJson.JobView::id)
                    .containsExactlyInAnyOrder(own, other);
            return true;
        });
    }
}
