package id.karier.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has left the service, or is suspended, reads her own file at most. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LeaversTest {
    @Inject
    Accounts accounts;

    private final TestAgency agency = TestAgency.called("pensiun");
    private final SignIn from = SignIn.fromOwnAddress();
    private final UUID employee = SignIn.employee(agency, "Wayan Sudarma", true);

    private String person() {
        var username = "wayan." + agency.code;
        accounts.ensure(
                List.of(new Accounts.NewAccount(
                        username, agency.code, employee, Set.of(Role.ASN, Role.SDM, Role.ADMIN), "Wayan Sudarma")),
                List.of(),
                SignIn.SECRET);
        return username;
    }

    private void is(String status) {
        TestAgency.sql("update employees set status = '" + status + "' where id = x'" + TestAgency.hex(employee) + "'");
    }

    private void readsHerFileOnly(String token) {
        var own = "/api/v1/employees/" + employee;
        var other = "/api/v1/employees/" + SignIn.employee(agency, "Orang Lain", false);
        SignIn.bearer(token).get("/api/v1/me").then().statusCode(200).body("roles", contains("ASN"));
        SignIn.bearer(token).get(own).then().statusCode(200);
        SignIn.bearer(token).get(own + "/personal-data").then().statusCode(200);
        SignIn.bearer(token).get(other).then().statusCode(404);
        for (var path : List.of("units", "positions", "agencies", "accounts", "jobs", "rule-sets")) {
            assertThat(SignIn.bearer(token).get("/api/v1/" + path).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        SignIn.bearer(token)
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/accounts")
                .then()
                .statusCode(403);
        SignIn.bearer(token)
                .contentType("application/json")
                .body("{\"currentPassword\":\"a\",\"newPassword\":\"b\"}")
                .post("/api/v1/auth/password")
                .then()
                .statusCode(403);
        SignIn.bearer(token)
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body("{}")
                .patch(own)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETIRED", "DISMISSED", "MOVED", "SUSPENDED"})
    void her_old_token_and_her_new_one_read_her_own_file_and_nothing_else(String status) {
        var username = person();
        String before = from.password(username, SignIn.SECRET).extract().path("access_token");
        is(status);
        readsHerFileOnly(before);
        readsHerFileOnly(
                from.password(username, SignIn.SECRET).statusCode(200).extract().path("access_token"));
    }

    @Test
    void nobody_signs_in_for_the_dead() {
        var username = person();
        var before = from.password(username, SignIn.SECRET).extract();
        is("DECEASED");
        SignIn.bearer(before.path("access_token")).get("/api/v1/me").then().statusCode(401);
        from.refresh(before.path("refresh_token")).statusCode(400);
        from.password(username, SignIn.SECRET).statusCode(400);
    }

    @Test
    void whoever_comes_back_has_her_roles_again() {
        var username = person();
        is("SUSPENDED");
        from.password(username, SignIn.SECRET).statusCode(200);
        is("ACTIVE");
        String token = from.password(username, SignIn.SECRET).extract().path("access_token");
        SignIn.bearer(token).get("/api/v1/me").then().body("roles", contains("ASN", "ATASAN", "SDM", "ADMIN"));
    }
}
