package id.karier.identity;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Guessing is slowed down where it happens, and keeps nobody out elsewhere. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LocksTest {
    private static final String WRONG = "bukan sandinya";

    @Inject
    Accounts accounts;

    private final TestAgency agency = TestAgency.called("kunci");
    private final SignIn home = SignIn.fromOwnAddress();

    private String person() {
        var username = "siti." + agency.code;
        accounts.ensure(
                List.of(new Accounts.NewAccount(username, agency.code, null, Set.of(Role.ASN), "Siti")),
                List.of(),
                SignIn.SECRET);
        return username;
    }

    private static void fail(SignIn from, String username, int times) {
        for (int i = 0; i < times; i++) {
            from.password(username, WRONG).statusCode(400);
        }
    }

    @Test
    void strangers_elsewhere_keep_nobody_out() {
        var username = person();
        var stranger = SignIn.fromOwnAddress();
        fail(stranger, username, 5);
        stranger.password(username, SignIn.SECRET).statusCode(429);
        SignIn.fromOwnAddress().password(username, SignIn.SECRET).statusCode(200);
    }

    @Test
    void where_she_has_signed_in_before_the_right_password_is_never_refused() {
        var username = person();
        home.password(username, SignIn.SECRET).statusCode(200);
        fail(home, username, 12);
        home.password(username, SignIn.SECRET).statusCode(200);
    }

    @Test
    void a_device_that_shows_an_old_token_of_hers_is_never_refused_the_right_password() {
        var username = person();
        String token = home.password(username, SignIn.SECRET).extract().path("refresh_token");
        home.revoke(token).statusCode(200);
        var abroad = SignIn.fromOwnAddress();
        fail(abroad, username, 5);
        abroad.password(username, SignIn.SECRET).statusCode(429);
        var form = Map.of("grant_type", "password", "username", username, "password", SignIn.SECRET);
        var other = home.password(other(), SignIn.SECRET).extract().<String>path("refresh_token");
        abroad.form()
                .formParams(form)
                .formParam("refresh_token", other)
                .post("/api/v1/auth/token")
                .then()
                .statusCode(429);
        abroad.form()
                .formParams(form)
                .formParam("refresh_token", token)
                .post("/api/v1/auth/token")
                .then()
                .statusCode(200);
    }

    private String other() {
        var username = "lain." + agency.code;
        accounts.ensure(
                List.of(new Accounts.NewAccount(username, agency.code, null, Set.of(Role.ASN), "Lain")),
                List.of(),
                SignIn.SECRET);
        return username;
    }

    @Test
    void guesses_from_everywhere_lock_a_name_for_networks_that_nobody_knows() {
        var username = person();
        home.password(username, SignIn.SECRET).statusCode(200);
        for (int i = 0; i < 12; i++) {
            fail(SignIn.fromOwnAddress(), username, 4);
        }
        fail(SignIn.fromOwnAddress(), username, 3);
        SignIn.fromOwnAddress().password(username, SignIn.SECRET).statusCode(429);
        home.password(username, SignIn.SECRET).statusCode(200);
    }

    @Test
    void a_machine_is_never_locked_by_its_name() {
        var id = "mesin-" + agency.code;
        accounts.ensure(
                List.of(), List.of(new Accounts.NewClient(id, agency.code, Set.of("units:read"))), SignIn.SECRET);
        for (int i = 0; i < 12; i++) {
            home.client(id, WRONG).statusCode(401);
        }
        home.client(id, SignIn.SECRET).statusCode(200);
    }

    @Test
    void answers_of_a_lock_are_not_charged_to_the_address() {
        var username = "hantu." + agency.code;
        fail(home, username, 5);
        for (int i = 0; i < 60; i++) {
            home.password(username, WRONG).statusCode(429);
        }
        home.password(person(), SignIn.SECRET).statusCode(200);
    }

    @Test
    void failures_of_names_that_nobody_has_are_recorded_without_the_name() {
        var said = new CopyOnWriteArrayList<String>();
        var listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                said.add(
                        line instanceof org.jboss.logmanager.ExtLogRecord ext
                                ? ext.getFormattedMessage()
                                : line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var log = Logger.getLogger("karier.security");
        log.addHandler(listener);
        try {
            home.password("hantu." + agency.code, WRONG).statusCode(400);
        } finally {
            log.removeHandler(listener);
        }
        assertThat(said).anyMatch(line -> line.contains("sign-in FAILED") && line.contains("network=127."));
        assertThat(said).noneMatch(line -> line.contains("hantu"));
    }
}
