package id.karier.jobs;

import static id.karier.testing.TestAgency.hex;
import static id.karier.testing.TestAgency.query;
import static org.assertj.core.api.Assertions.assertThat;

import id.karier.testing.Faults;
import id.karier.testing.Faults.Kind;
import id.karier.testing.SmallNumbers;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A job meets a database that is away for longer than it may be started: it waits, and is done when it is back. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(SmallNumbers.class)
class OutageTest {
    private final TestAgency agency = TestAgency.called("outage");

    @BeforeEach
    void fresh() {
        CountingHandler.starts.set(0);
        CountingHandler.arrived.drainPermits();
        CountingHandler.go.drainPermits();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST", "READ_ONLY"})
    void an_outage_fails_no_job_however_often_it_is_started(Kind kind) {
        var job = Orders.count(agency, CountingHandler.KIND, "wait");
        CountingHandler.arrived.acquireUninterruptibly();
        CountingHandler.go.release(100);
        try (var fault = Faults.lasting(agency.code, kind)) {
            Orders.eventually(() -> CountingHandler.starts.get() > 4);
            assertThat(fault.struck()).isTrue();
        }

        assertThat(Orders.ended(agency.code, job).status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(query("select attempts from jobs where id = x'" + hex(job) + "'"))
                .isEqualTo("1");
        assertThat(query("select name from agencies where code = '" + agency.code + "'"))
                .isEqualTo("done " + job);
    }
}
