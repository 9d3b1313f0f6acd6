package id.karier.identity;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.kernel.Role;
import id.karier.kernel.data.NodeLock;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ExpiredSignInsTest {
    @Inject
    Accounts accounts;

    @Inject
    ExpiredSignIns expired;

    @Inject
    NodeLock node;

    private final TestAgency agency = TestAgency.called("bersih");
    private final SignIn from = SignIn.fromOwnAddress();

    @Test
    void what_has_expired_is_cleared_away_and_the_rest_stays() {
        var username = "ani." + agency.code;
        accounts.ensure(
                List.of(new Accounts.NewAccount(username, agency.code, null, Set.of(Role.ASN), "Ani")),
                List.of(),
                SignIn.SECRET);
        from.password(username, SignIn.SECRET).statusCode(200);
        String kept = from.password(username, SignIn.SECRET).extract().path("refresh_token");
        var mine = " where account_id = (select id from accounts where username = '" + username + "')";
        TestAgency.sql("update refresh_tokens set expires_at = '2026-01-01'" + mine + " order by id limit 1");
        TestAgency.sql("insert into sign_in_attempts (name_hash, failures, last_attempt_at) values"
                + " (repeat('a', 32), 3, '2026-01-01'), (repeat('b', 32), 3, now(3))");
        expired.run();
        assertThat(TestAgency.query("select count(*) from refresh_tokens" + mine))
                .isEqualTo("1");
        assertThat(TestAgency.query("select count(*) from sign_in_attempts where name_hash in"
                        + " (repeat('a', 32), repeat('b', 32))"))
                .isEqualTo("1");
        from.refresh(kept).statusCode(200);
    }

    @Test
    void one_node_works_while_the_others_pass() {
        var ran = new ArrayList<String>();
        boolean first = node.runAlone("test-work", Duration.ofMinutes(1), () -> {
            ran.add("first");
            assertThat(node.runAlone("test-work", Duration.ofMinutes(1), () -> ran.add("second")))
                    .isFalse();
            assertThat(node.runAlone("other-work", Duration.ofMinutes(1), () -> ran.add("other")))
                    .isTrue();
        });
        assertThat(first).isTrue();
        assertThat(node.runAlone("test-work", Duration.ofMinutes(1), () -> ran.add("third")))
                .isTrue();
        assertThat(ran).containsExactly("first", "other", "third");
    }

    @Test
    void work_that_fails_leaves_no_lock() {
        try {
            node.runAlone("failing-work", Duration.ofMinutes(1), () -> {
                throw new IllegalStateException("no");
            });
        } catch (IllegalStateException expectedHere) {
            assertThat(expectedHere).hasMessage("no");
        }
        assertThat(node.runAlone("failing-work", Duration.ofMinutes(1), () -> {}))
                .isTrue();
    }

    @Test
    void a_node_that_died_is_succeeded_when_its_time_is_over() {
        TestAgency.sql("insert into shedlock (name, lock_until, locked_by) values ('dead-work', now(3) - interval 1"
                + " second, 'dead')");
        assertThat(node.runAlone("dead-work", Duration.ofMinutes(1), () -> {})).isTrue();
    }
}
