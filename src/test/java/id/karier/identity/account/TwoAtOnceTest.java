package id.karier.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.identity.Accounts;
import id.karier.identity.SignIn;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Whoever names no state that she saw is told of none that has changed: what collides runs again. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TwoAtOnceTest {
    @Inject
    Accounts accounts;

    private final TestAgency agency = TestAgency.called("serentak");

    @Test
    void actions_on_one_account_at_once_are_done_one_after_the_other() throws Exception {
        var username = "bersama." + agency.code;
        accounts.ensure(
                List.of(new Accounts.NewAccount(username, agency.code, null, Set.of(Role.ASN), "Siti Rahmawati")),
                List.of(),
                SignIn.SECRET);
        String id = agency.as(Role.ADMIN)
                .contentType("application/json")
                .body("{\"q\":\"" + username + "\"}")
                .post("/api/v1/accounts/search")
                .path("items[0].id");
        var answers = new ArrayList<Integer>();
        var pool = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 10; round++) {
                var actions = new ArrayList<Callable<Integer>>();
                for (var action : List.of("deactivation", "activation", "deactivation", "activation")) {
                    actions.add(() -> agency.as(Role.ADMIN)
                            .post("/api/v1/accounts/" + id + "/" + action)
                            .statusCode());
                }
                for (var answer : pool.invokeAll(actions)) {
                    answers.add(answer.get());
                }
            }
        } finally {
            pool.shutdown();
        }
        assertThat(answers).hasSize(40).containsOnly(200);
    }
}
