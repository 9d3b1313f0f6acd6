package id.karier.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.karier.identity.Accounts;
import id.karier.identity.SignIn;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person sees and does of her own account. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MeTest {
    private static final String PASSWORD = "/api/v1/auth/password";
    private static final String FRESH = "gajah terbang di way kambas";

    @Inject
    Accounts accounts;

    private final TestAgency agency = TestAgency.called("saya");
    private final SignIn from = SignIn.fromOwnAddress();

    private String person(String word, UUID employee, Role... roles) {
        var username = word + "." + agency.code;
        accounts.ensure(
                List.of(new Accounts.NewAccount(username, agency.code, employee, Set.of(roles), "Siti Rahmawati")),
                List.of(),
                SignIn.SECRET);
        return username;
    }

    private ExtractableResponse<Response> signedIn(String username, String password) {
        return from.password(username, password).statusCode(200).extract();
    }

    private static ValidatableResponse change(String token, String key, String current, String fresh) {
        var request = SignIn.bearer(token).contentType("application/json");
        return (key == null ? request : request.header("Idempotency-Key", key))
                .body(Map.of("currentPassword", current, "newPassword", fresh))
                .post(PASSWORD)
                .then();
    }

    @Test
    void the_first_screen_needs_one_request() {
        var employee = SignIn.employee(agency, "Siti Rahmawati", true);
        var username = person("siti", employee, Role.ASN, Role.SDM);
        String token = signedIn(username, SignIn.SECRET).path("access_token");
        var me = SignIn.bearer(token)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("username", equalTo(username))
                .body("displayName", equalTo("Siti Rahmawati"))
                .body("roles", contains("ASN", "ATASAN", "SDM"))
                .body("agency.code", equalTo(agency.code))
                .body("agency.id", equalTo(agency.id.toString()))
                .body("agency.name", equalTo("Pemerintah " + agency.code))
                .body("agency.timeZone", equalTo("Asia/Jakarta"))
                .body("employee.id", equalTo(employee.toString()))
                .body("employee.name", equalTo("Siti Rahmawati"))
                .body("employee.leadsUnit", equalTo(true))
                .body("employee.kind", equalTo("PNS"))
                .body("employee.fullName", equalTo("Siti Rahmawati"))
                .body("employee.retirementOn", nullValue())
                .body("tasks", notNullValue())
                .body("counters", notNullValue())
                .extract();
        SignIn.bearer(token)
                .header("If-None-Match", me.header("ETag"))
                .get("/api/v1/me")
                .then()
                .statusCode(304);
        TestAgency.sql(
                "update employees set position_title = 'Kepala Bidang', front_titles = 'Dr.', back_titles = 'S.Sos.',"
                        + " retirement_on = '2048-04-01' where id = x'" + TestAgency.hex(employee) + "'");
        SignIn.bearer(token)
                .header("If-None-Match", me.header("ETag"))
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("employee.positionTitle", equalTo("Kepala Bidang"))
                .body("employee.fullName", equalTo("Dr. Siti Rahmawati, S.Sos."))
                .body("employee.retirementOn", equalTo("2048-04-01"));
    }

    @Test
    void an_officer_without_a_record_and_the_nations_overseer_are_somebody_too() {
        String token =
                signedIn(person("tamu", null, Role.NASIONAL), SignIn.SECRET).path("access_token");
        SignIn.bearer(token)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("roles", contains("NASIONAL"))
                .body("agency.code", equalTo(agency.code))
                .body("employee", nullValue());
    }

    @Test
    void a_machine_and_nobody_have_no_self() {
        agency.asClient("employees:read").get("/api/v1/me").then().statusCode(403);
        TestAgency.anonymous().get("/api/v1/me").then().statusCode(401);
        agency.as(Role.ASN).get("/api/v1/me").then().statusCode(404);
    }

    @Test
    void a_person_changes_her_password_and_her_other_sessions_end() {
        var username = person("ganti", null, Role.SDM);
        var here = signedIn(username, SignIn.SECRET);
        var elsewhere = signedIn(username, SignIn.SECRET);
        change(here.path("access_token"), "p1", SignIn.SECRET, FRESH).statusCode(204);
        change(here.path("access_token"), "p1", SignIn.SECRET, FRESH)
                .statusCode(204)
                .header("Idempotent-Replayed", "true");
        change(here.path("access_token"), "p1", SignIn.SECRET, FRESH + "!").statusCode(422);
        from.refresh(elsewhere.path("refresh_token")).statusCode(400);
        from.refresh(here.path("refresh_token")).statusCode(200);
        from.password(username, SignIn.SECRET).statusCode(400);
        from.password(username, FRESH).statusCode(200);
        assertThat(SignIn.log(agency, "account"))
                .contains("passwordHash")
                .doesNotContain(FRESH)
                .doesNotContain("argon2");
    }

    @Test
    void a_temporary_password_is_changed_and_the_next_token_is_a_full_one() {
        var username = person("baru", null, Role.SDM);
        TestAgency.sql("update accounts set must_change_password = true where username = '" + username + "'");
        var first = signedIn(username, SignIn.SECRET);
        SignIn.bearer(first.path("access_token"))
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("mustChangePassword", equalTo(true))
                .body("roles", contains("ASN"));
        change(first.path("access_token"), null, SignIn.SECRET, FRESH).statusCode(204);
        String full = from.refresh(first.path("refresh_token"))
                .statusCode(200)
                .body("must_change_password", nullValue())
                .extract()
                .path("access_token");
        SignIn.bearer(full)
                .get("/api/v1/me")
                .then()
                .body("mustChangePassword", equalTo(false))
                .body("roles", contains("SDM"));
    }

    @ParameterizedTest
    @CsvSource({
        "pendek,PASSWORD_TOO_SHORT",
        "aaaaaaaaaaaaaaaa,PASSWORD_MONOTONOUS",
        "karier-demo,PASSWORD_TOO_SHORT",
        "password1234,PASSWORD_COMMON",
        "123456789012,PASSWORD_COMMON",
        "qwertyuiop12,PASSWORD_COMMON",
        "karier-demo1,PASSWORD_COMMON",
        "sitirahmawati,PASSWORD_COMMON",
        "Rahmawati1990,PASSWORD_COMMON",
        "bagus sekali USERNAME,PASSWORD_HAS_USERNAME"
    })
    void a_weak_password_is_refused(String password, String code) {
        var username = person("lemah", null, Role.SDM);
        String token = signedIn(username, SignIn.SECRET).path("access_token");
        change(token, null, SignIn.SECRET, password.replace("USERNAME", username))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/newPassword"))
                .body("errors[0].code", equalTo(code));
        from.password(username, SignIn.SECRET).statusCode(200);
    }

    @Test
    void a_password_tells_no_date_of_birth_and_no_part_of_the_identity_number() {
        var employee = SignIn.employee(agency, "Budi Santoso", false);
        TestAgency.sql("update employees set identity_number = '198503172010011004' where id = x'"
                + TestAgency.hex(employee) + "'");
        String token =
                signedIn(person("budi", employee, Role.ASN), SignIn.SECRET).path("access_token");
        for (var password : List.of("lumbung 17-03-1985 padi", "19850317 lumbung padi", "lumbung padi 20100110")) {
            change(token, null, SignIn.SECRET, password)
                    .statusCode(422)
                    .body("errors.code", hasItem("PASSWORD_HAS_NUMBER"));
        }
        change(token, null, SignIn.SECRET, "lumbung padi di kaki gunung").statusCode(204);
    }

    @Test
    void a_wrong_current_password_is_counted_and_keeps_nobody_from_signing_in() {
        var username = person("tebak", null, Role.SDM);
        String token = signedIn(username, SignIn.SECRET).path("access_token");
        for (int i = 0; i < 5; i++) {
            change(token, null, "salah", FRESH).statusCode(422).body("errors[0].code", equalTo("PASSWORD_WRONG"));
        }
        change(token, null, SignIn.SECRET, FRESH)
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("detail", org.hamcrest.Matchers.startsWith("Terlalu banyak sandi atau kode yang salah."));
        from.password(username, SignIn.SECRET).statusCode(200);
    }

    @Test
    void half_a_change_is_none() {
        String token =
                signedIn(person("setengah", null, Role.SDM), SignIn.SECRET).path("access_token");
        SignIn.bearer(token)
                .contentType("application/json")
                .body("{\"currentPassword\":\"x\"}")
                .post(PASSWORD)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/newPassword"));
        SignIn.bearer(token)
                .contentType("application/json")
                .post(PASSWORD)
                .then()
                .statusCode(400);
        TestAgency.anonymous()
                .contentType("application/json")
                .body("{}")
                .post(PASSWORD)
                .then()
                .statusCode(401);
        agency.asClient("accounts:write")
                .contentType("application/json")
                .body("{}")
                .post(PASSWORD)
                .then()
                .statusCode(403);
    }
}
