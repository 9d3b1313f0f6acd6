package id.karier.attack;

import static id.karier.testing.TestAgency.query;
import static id.karier.testing.TestAgency.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import id.karier.changes.ChangeChain;
import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody with the database's password and without the product's keys. Each attempt is rolled back when it was seen. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ChangeChainTest {
    @Inject
    ChangeChain chain;

    private final Office office = Office.called("chain");

    /** Writes a few changes and answers the position of one in the middle, once all are chained. */
    private long written() {
        for (int i = 0; i < 5; i++) {
            office.person();
        }
        var waiting = "select count(*) from change_log where (position is null or mac is null) and agency = '"
                + office.agency.code + "'";
        for (int i = 0; i < 400 && !"0".equals(query(waiting)); i++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
        assertThat(query(waiting)).isEqualTo("0");
        return Long.parseLong(query("select position from change_log where agency = '" + office.agency.code
                + "' order by position limit 4, 1"));
    }

    @Test
    void an_auditor_sees_that_the_log_is_whole() {
        long at = written();
        office.agency
                .as(Role.AUDITOR)
                .get("/api/v1/audit/chain?limit=20000&after=" + (at - 4))
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("more", equalTo(false))
                .body("head", greaterThanOrEqualTo((int) at))
                .body("mac.length()", equalTo(64));
        office.agency
                .as(Role.AUDITOR)
                .get("/api/v1/audit/chain?limit=2&after=" + (at - 4))
                .then()
                .body("intact", equalTo(true))
                .body("more", equalTo(true))
                .body("last", equalTo((int) at - 2));
        office.agency.as(Role.ADMIN).get("/api/v1/audit/chain").then().statusCode(403);
    }

    @Test
    void a_position_and_its_digest_that_were_kept_can_be_compared() {
        long at = written();
        var kept = query("select lower(hex(mac)) from change_log where position = " + at);
        office.agency
                .as(Role.AUDITOR)
                .get("/api/v1/audit/chain?limit=1&after=" + (at - 1))
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("last", equalTo((int) at))
                .body("lastMac", equalTo(kept));
        int head = office.agency
                .as(Role.AUDITOR)
                .get("/api/v1/audit/chain?limit=1&after=" + at)
                .path("head");
        for (var beyond : List.of(head + 1_000_000L, 99_999_999_999L)) {
            office.agency
                    .as(Role.AUDITOR)
                    .get("/api/v1/audit/chain?after=" + beyond)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("INVALID_PARAMETER"))
                    .body("errors[0].code", equalTo("BEYOND_THE_END"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update change_log set fields = '{}' where position = %d",
                "update change_log set actor_id = x'00000000000000000000000000000001' where position = %d",
                "update change_log set occurred_at = occurred_at + interval 1 day where position = %d",
                "update change_log set reason = 'lain' where position = %d",
                "update change_log set employee_id = null, object_id = id where position = %d",
                "update change_log set mac = null where position = %d",
                "update change_log set mac = unhex(sha2('x', 256)) where position = %d",
                "delete from change_log where position = %d",
                "update change_log set position = null where position = %d"
            })
    void a_change_that_was_touched_is_found_at_its_place(String attack) {
        long at = written();
        QuarkusTransaction.begin();
        try {
            assertThat(chain.check(at - 3, 20_000).broken()).isNull();
            assertThat(sql(attack.formatted(at))).isEqualTo(1);
            assertThat(chain.check(at - 3, 20_000).broken()).isEqualTo(at);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void two_changes_that_changed_places_are_found() {
        long at = written();
        QuarkusTransaction.begin();
        try {
            sql("update change_log set position = -1 where position = " + at);
            sql("update change_log set position = " + at + " where position = " + (at + 1));
            sql("update change_log set position = " + (at + 1) + " where position = -1");
            assertThat(chain.check(at - 3, 20_000).broken()).isEqualTo(at);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void an_end_that_was_cut_off_is_found_even_when_the_sequence_was_set_back() {
        long at = written();
        QuarkusTransaction.begin();
        try {
            sql("delete from change_log where position >= " + at);
            assertThat(chain.check(at - 3, 20_000).broken()).isEqualTo(at);
            sql("update change_sequence set last_position = " + (at - 1) + ", chained_position = " + (at - 1)
                    + ", chain_mac = (select mac from change_log where position = " + (at - 1) + ")");
            assertThat(chain.check(at - 3, 20_000).broken()).isEqualTo(at);
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
