package id.karier.jobs;

import static id.karier.testing.TestAgency.hex;
import static id.karier.testing.TestAgency.query;
import static id.karier.testing.TestAgency.sql;
import static org.assertj.core.api.Assertions.assertThat;

import id.karier.identity.Accounts;
import id.karier.identity.SignIn;
import id.karier.kernel.Caller;
import id.karier.kernel.Role;
import id.karier.kernel.access.Reach;
import id.karier.kernel.access.Resource;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work that goes on after its request ends when the rights do with which it was begun. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OrdererRightsTest {
    @Inject
    Accounts accounts;

    private final TestAgency agency = TestAgency.called("hak");
    private final SignIn from = SignIn.fromOwnAddress();
    private final String username = "pemesan." + agency.code;
    private UUID account;

    @BeforeEach
    void somebody_with_an_account() {
        CountingHandler.starts.set(0);
        CountingHandler.arrived.drainPermits();
        CountingHandler.go.drainPermits();
        accounts.ensure(
                List.of(new Accounts.NewAccount(username, agency.code, null, Set.of(Role.SDM), "Siti Rahmawati")),
                List.of(),
                SignIn.SECRET);
        account = id(query("select hex(id) from accounts where username = '" + username + "'"));
    }

    private static UUID id(String hex) {
        var bytes = ByteBuffer.wrap(new java.math.BigInteger(hex, 16).toByteArray(), 0, 16);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private UUID order() {
        var who = new Caller.Identity(account, agency.code, null, Set.of(Role.SDM), Set.of());
        return Orders.order(who, Reach.AGENCY, PeopleHandler.KIND, new PeopleHandler.Question(Resource.EMPLOYEE));
    }

    private void end(String how) {
        var admin = agency.as(Role.ADMIN).contentType("application/json");
        var at = "/api/v1/accounts/" + account;
        switch (how) {
            case "deactivation" -> admin.post(at + "/deactivation").then().statusCode(200);
            case "password-reset" -> {
                // an officer's would need a second word
                sql("update account_roles set role = 'PELATIHAN' where account_id = x'" + hex(account) + "'");
                admin.post(at + "/password-reset").then().statusCode(200);
            }
            case "roles" ->
                admin.header("If-Match", "*")
                        .body("{\"roles\":[\"ASN\"]}")
                        .patch(at)
                        .then()
                        .statusCode(200);
            default -> throw new IllegalArgumentException(how);
        }
    }

    private static String code(UUID job) {
        return query("select code from job_problems where job_id = x'" + hex(job) + "'");
    }

    @Test
    void a_job_of_somebody_whose_rights_stand_is_carried_out() {
        assertThat(Orders.ended(agency.code, order()).status()).isEqualTo(JobStatus.SUCCEEDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deactivation", "password-reset", "roles"})
    void a_job_that_waits_is_not_carried_out_when_its_orderers_rights_have_ended(String how) {
        var job = order(() -> end(how));
        var view = Orders.ended(agency.code, job);
        assertThat(view.status()).isEqualTo(JobStatus.FAILED);
        assertThat(code(job)).isEqualTo("JOB_RIGHTS_ENDED");
    }

    /** An order that no node takes up before something else has happened. */
    private UUID order(Runnable meanwhile) {
        var slow = Orders.count(agency, CountingHandler.KIND, "wait");
        CountingHandler.arrived.acquireUninterruptibly();
        var kind = PeopleHandler.KIND;
        var sameLane = new JobKind<>(
                kind.name(), CountingHandler.KIND.lane(), kind.guard(), kind.bundle(), kind.settings(), kind.outcome());
        var who = new Caller.Identity(account, agency.code, null, Set.of(Role.SDM), Set.of());
        var job = Orders.order(who, Reach.AGENCY, sameLane, new PeopleHandler.Question(Resource.EMPLOYEE));
        meanwhile.run();
        CountingHandler.go.release();
        assertThat(Orders.ended(agency.code, slow).status()).isEqualTo(JobStatus.SUCCEEDED);
        return job;
    }

    @Test
    void a_job_that_runs_stops_at_its_next_step() {
        var who = new Caller.Identity(account, agency.code, null, Set.of(Role.SDM), Set.of());
        JobOrder.Input input =
                () -> new java.io.ByteArrayInputStream("wait".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var job = Orders.order(
                who,
                Reach.AGENCY,
                new JobOrder<>(CountingHandler.KIND, new CountingHandler.Script("counted"), 0, input));
        CountingHandler.arrived.acquireUninterruptibly();
        end("deactivation");
        // two renewals of the claim: the first one after the end of the rights tells the worker to stop
        sleep(Duration.ofSeconds(7));
        CountingHandler.go.release();
        assertThat(Orders.ended(agency.code, job).status()).isEqualTo(JobStatus.FAILED);
        assertThat(code(job)).isEqualTo("JOB_RIGHTS_ENDED");
        assertThat(query("select name from agencies where code = '" + agency.code + "'"))
                .doesNotContain("done");
    }

    @Test
    void a_stream_ends_within_seconds_of_the_rights_of_whoever_follows_it() throws Exception {
        var slow = Orders.count(agency, CountingHandler.KIND, "wait");
        CountingHandler.arrived.acquireUninterruptibly();
        sql("update jobs set kind = 'employees' where id = x'" + hex(slow) + "'");
        String token = from.password(username, SignIn.SECRET).extract().path("access_token");
        try {
            var stream = CompletableFuture.supplyAsync(() -> SignIn.bearer(token)
                    .accept("text/event-stream")
                    .get("/api/v1/jobs/" + slow + "/events")
                    .asString());
            sleep(Duration.ofSeconds(2));
            assertThat(stream).isNotDone();
            end("deactivation");
            assertThat(stream.get(9, TimeUnit.SECONDS))
                    .contains("event:progress")
                    .doesNotContain("event:end");
        } finally {
            sql("update jobs set kind = '" + CountingHandler.KIND.name() + "' where id = x'" + hex(slow) + "'");
            CountingHandler.go.release();
        }
        Orders.ended(agency.code, slow);
    }

    private static void sleep(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
