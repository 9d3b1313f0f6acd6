package id.karier.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class IdempotencyPurgeTest {
    @Inject
    IdempotencyPurge purge;

    @Test
    void an_answer_is_kept_for_a_day() {
        TestAgency.sql("insert into idempotency_keys (account_id, idempotency_key, request_hash, created_at) values"
                + " (repeat('p', 16), 'old', repeat('h', 32), now(3) - interval 25 hour),"
                + " (repeat('p', 16), 'new', repeat('h', 32), now(3) - interval 23 hour)");
        purge.run();
        assertThat(
                        TestAgency.query(
                                "select group_concat(idempotency_key) from idempotency_keys where account_id = repeat('p', 16)"))
                .isEqualTo("new");
    }
}
