package id.karier.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.employee.EmployeeStatus;
import id.karier.history.CurrentStateService;
import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestClock;
import id.karier.testing.TestDatabase;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has left the service, or is suspended, reads her own file at most. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LeaversTest {
    @Inject
    Accounts accounts;

    private final SignIn from = SignIn.fromOwnAddress();
    private TestAgency agency;
    private UUID employee;

    @BeforeEach
    void a_head_of_a_unit() {
        var office = Office.called("pensiun");
        agency = office.agency;
        employee = office.person();
        office.add(employee, "positions", Office.holding(office.head, "2015-01-01", ""));
    }

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
        is(status, LocalDate.now(ZoneId.of("Asia/Jakarta")));
    }

    /** Before her the dated history: what stands in the person's row is made of it. */
    private void is(String status, LocalDate from) {
        agency.as(Role.SDM)
                .contentType("application/json")
                .body(Office.standing(status, from.toString(), ", \"closesPrevious\": true"))
                .post("/api/v1/employees/" + employee + "/statuses")
                .then()
                .statusCode(201);
    }

    private void renew() {
        Arc.container().instance(CurrentStateService.class).get().renewDue();
    }

    private static Stream<String> standings() throws IOException {
        return list().map(item -> item.path("code").asText()
                + ' '
                + item.path("standing").path("access").asText());
    }

    private static Stream<JsonNode> list() throws IOException {
        return StreamSupport.stream(
                new ObjectMapper()
                        .readTree(LeaversTest.class.getResource("/reference/employee-statuses.json"))
                        .path("items")
                        .spliterator(),
                false);
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
                .statusCode(403)
                .body("detail", containsString("membaca berkas sendiri"));
        SignIn.bearer(token)
                .contentType("application/json")
                .body("{\"currentPassword\":\"a\",\"newPassword\":\"b\"}")
                .post("/api/v1/auth/password")
                .then()
                .statusCode(422);
        SignIn.bearer(token)
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body("{}")
                .patch(own)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @MethodSource("standings")
    void each_standing_opens_what_the_list_says(String standing) {
        var status = standing.split(" ")[0];
        var access = standing.split(" ")[1];
        var username = person();
        if (!status.equals("ACTIVE")) {
            is(status);
        }
        var answer = from.password(username, SignIn.SECRET);
        if (access.equals("NONE")) {
            answer.statusCode(400);
        } else if (access.equals("OWN_FILE")) {
            readsHerFileOnly(answer.statusCode(200).extract().path("access_token"));
        } else {
            String token = answer.statusCode(200).extract().path("access_token");
            SignIn.bearer(token).get("/api/v1/me").then().body("roles", hasItems("ASN", "SDM", "ADMIN"));
        }
    }

    @Test
    void the_list_agrees_with_the_register() throws IOException {
        list().forEach(item -> {
            var status = EmployeeStatus.valueOf(item.path("code").asText());
            var says = item.path("standing");
            var needs = new ArrayList<String>();
            says.path("needs").forEach(need -> needs.add(need.asText()));
            assertThat(says.path("inService").asBoolean()).as(status.name()).isEqualTo(!status.hasLeft());
            assertThat(needs.contains("decree")).as(status.name()).isEqualTo(status.needsDecree());
            assertThat(needs.contains("reason")).as(status.name()).isEqualTo(status.needsReason());
            assertThat(needs.contains("destination")).as(status.name()).isEqualTo(status.needsDestination());
        });
    }

    @Test
    void rights_fall_on_the_first_day_out_of_service_by_themselves() {
        var username = person();
        var last = LocalDate.now(ZoneId.of("Asia/Jakarta")).plusDays(40);
        is("RETIRED", last.plusDays(1));
        TestClock.on(last, () -> {
            renew();
            String token = from.password(username, SignIn.SECRET).extract().path("access_token");
            SignIn.bearer(token).get("/api/v1/me").then().body("roles", hasItems("SDM", "ADMIN"));
        });
        TestClock.on(last.plusDays(1), () -> {
            renew();
            String token = from.password(username, SignIn.SECRET).extract().path("access_token");
            SignIn.bearer(token).get("/api/v1/me").then().body("roles", contains("ASN"));
        });
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

    @ParameterizedTest
    @ValueSource(strings = {"RETIRED", "DISMISSED", "MOVED", "SUSPENDED"})
    void she_keeps_her_own_account_also_after_a_reset(String status) {
        var username = person();
        is(status);
        TestAgency.sql("update accounts set must_change_password = true where username = '" + username + "'");
        String temporary = from.password(username, SignIn.SECRET)
                .statusCode(200)
                .body("must_change_password", equalTo(true))
                .extract()
                .path("access_token");
        SignIn.bearer(temporary).get("/api/v1/me").then().statusCode(200).body("mustChangePassword", equalTo(true));
        var own = "/api/v1/employees/" + employee;
        SignIn.bearer(temporary).get(own).then().statusCode(403).body("code", equalTo("SIGN_IN_UNFINISHED"));
        SignIn.bearer(temporary)
                .contentType("application/json")
                .body("{\"currentPassword\":\"" + SignIn.SECRET + "\",\"newPassword\":\"gajah terbang di way kambas\"}")
                .post("/api/v1/auth/password")
                .then()
                .statusCode(204);
        String token = from.password(username, "gajah terbang di way kambas")
                .statusCode(200)
                .extract()
                .path("access_token");
        readsHerFileOnly(token);
        SignIn.bearer(token).get("/api/v1/me").then().body("employee.id", equalTo(employee.toString()));
        SignIn.bearer(token)
                .get("/api/v1/auth/second-factor")
                .then()
                .statusCode(200)
                .body("enrolled", equalTo(false));
        SignIn.bearer(token)
                .contentType("application/json")
                .body("{\"displayName\":\"Lain\"}")
                .header("If-Match", "\"0\"")
                .patch("/api/v1/accounts/" + employee)
                .then()
                .statusCode(403);
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
        is("SUSPENDED", LocalDate.now(ZoneId.of("Asia/Jakarta")).minusDays(3));
        from.password(username, SignIn.SECRET).statusCode(200);
        is("ACTIVE");
        String token = from.password(username, SignIn.SECRET).extract().path("access_token");
        SignIn.bearer(token).get("/api/v1/me").then().body("roles", contains("ASN", "ATASAN", "SDM", "ADMIN"));
    }
}
