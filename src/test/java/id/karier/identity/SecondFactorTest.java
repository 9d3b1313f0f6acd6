package id.karier.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.karier.kernel.Role;
import id.karier.testing.OneTimeCodes;
import id.karier.testing.TestAgency;
import id.karier.testing.TestClock;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Officers sign in with what they know and what they have; the agencies of other tests are exempt. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SecondFactorTest {
    private static final String PATH = "/api/v1/auth/second-factor";

    @Inject
    Accounts accounts;

    private final TestAgency agency = TestAgency.called("faktor");
    private final SignIn from = SignIn.fromOwnAddress();

    private String person(String word, Role... roles) {
        var username = word + "." + agency.code;
        accounts.ensure(
                List.of(new Accounts.NewAccount(username, agency.code, null, Set.of(roles), "Siti")),
                List.of(),
                SignIn.SECRET);
        return username;
    }

    private ValidatableResponse signIn(String username, String otp) {
        var form = new HashMap<>(Map.of("grant_type", "password", "username", username, "password", SignIn.SECRET));
        if (otp != null) {
            form.put("otp", otp);
        }
        return from.post(form);
    }

    private static ValidatableResponse enrol(String token, String secret, String code, String current) {
        var body = new HashMap<>(Map.of("secret", secret, "code", code));
        if (current != null) {
            body.put("currentCode", current);
        }
        return SignIn.bearer(token)
                .contentType("application/json")
                .body(body)
                .post(PATH)
                .then();
    }

    /** What a device shows in the step after the next, so that a test need not wait for it. */
    private static String code(String secret, int steps) {
        return OneTimeCodes.at(secret, Instant.now().plusSeconds(30L * steps));
    }

    private ExtractableResponse<Response> enrolled(String username) {
        String token = signIn(username, null).statusCode(200).extract().path("access_token");
        return enrol(token, OneTimeCodes.SECRET, code(OneTimeCodes.SECRET, 0), null)
                .statusCode(200)
                .body("recoveryCodes", hasSize(10))
                .extract();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SDM", "ADMIN", "PIMPINAN", "AUDITOR", "NASIONAL"})
    void who_decides_or_sees_much_enrols_before_anything_else(Role role) {
        var username = person("wajib", role, Role.ASN);
        var first = signIn(username, null)
                .statusCode(200)
                .body("must_enrol_second_factor", equalTo(true))
                .extract();
        String token = first.path("access_token");
        for (var path : List.of("accounts", "employees", "units", "rule-sets")) {
            SignIn.bearer(token).get("/api/v1/" + path).then().statusCode(403);
        }
        SignIn.bearer(token)
                .get(PATH)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("needed", equalTo(true))
                .body("enrolled", equalTo(false));
        enrolled(username);
        from.refresh(first.path("refresh_token")).statusCode(200).body("must_enrol_second_factor", nullValue());
        signIn(username, null).statusCode(400).body("error", equalTo("mfa_required"));
        String full = signIn(username, code(OneTimeCodes.SECRET, 1))
                .statusCode(200)
                .extract()
                .path("access_token");
        SignIn.bearer(full).get("/api/v1/me").then().body("roles", role == Role.ASN ? contains("ASN") : hasSize(2));
        assertThat(SignIn.log(agency, "second-factor")).contains("CREATED");
    }

    @Test
    void others_need_none_and_may_have_one() {
        var username = person("biasa", Role.ASN, Role.PELATIHAN);
        signIn(username, null).statusCode(200).body("must_enrol_second_factor", nullValue());
        enrolled(username);
        signIn(username, null).statusCode(400).body("error", equalTo("mfa_required"));
        signIn(username, code(OneTimeCodes.SECRET, 1)).statusCode(200);
    }

    @Test
    void a_code_is_good_once_and_only_now() {
        var username = person("sekali", Role.SDM);
        enrolled(username);
        var now = code(OneTimeCodes.SECRET, 1);
        signIn(username, now).statusCode(200);
        signIn(username, now).statusCode(400).body("error", equalTo("invalid_grant"));
        signIn(username, code(OneTimeCodes.SECRET, -5)).statusCode(400);
        signIn(username, code(OneTimeCodes.SECRET, 5)).statusCode(400);
        var wrongPassword = new HashMap<>(Map.of("grant_type", "password", "username", username));
        wrongPassword.put("password", "bukan sandinya");
        wrongPassword.put("otp", code(OneTimeCodes.SECRET, 2));
        from.post(wrongPassword).statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void a_wrong_code_is_told_from_a_wrong_password() {
        var username = person("salah", Role.SDM);
        enrolled(username);
        signIn(username, "000000")
                .statusCode(400)
                .body("error", equalTo("invalid_grant"))
                .body("error_description", containsString("kodenya salah"));
        var wrong = new HashMap<>(Map.of("grant_type", "password", "username", username));
        wrong.put("password", "bukan sandinya");
        wrong.put("otp", "000000");
        from.post(wrong).statusCode(400).body("error_description", not(containsString("kode")));
    }

    @Test
    void a_code_is_taken_however_it_was_typed() {
        var username = person("ketik", Role.SDM);
        var codes = enrolled(username).<List<String>>path("recoveryCodes");
        var shown = code(OneTimeCodes.SECRET, 1);
        signIn(username, " " + shown.substring(0, 3) + " " + shown.substring(3)).statusCode(200);
        signIn(username, codes.get(0).replace("-", "").toUpperCase()).statusCode(200);
        signIn(username, codes.get(1).replace("-", " ")).statusCode(200);
        signIn(username, codes.get(1)).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "ABABABABABABABABABABABABABABABAB",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
                "ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZA",
                "ABCDABCDABCDABCDABCDABCDABCDABCD"
            })
    void a_secret_that_can_be_guessed_is_no_factor(String secret) {
        String token = signIn(person("lemah", Role.SDM), null)
                .statusCode(200)
                .extract()
                .path("access_token");
        enrol(token, secret, code(secret, 0), null).statusCode(422).body("errors[0].code", equalTo("SECRET_WEAK"));
    }

    @Test
    void a_recovery_code_is_good_once() {
        var username = person("hilang", Role.SDM);
        var codes = enrolled(username).<List<String>>path("recoveryCodes");
        signIn(username, codes.get(3)).statusCode(200);
        signIn(username, codes.get(3)).statusCode(400);
        signIn(username, codes.get(4).toUpperCase()).statusCode(200);
        assertThat(TestAgency.query("select count(*) from recovery_codes r join accounts a on a.id = r.account_id"
                        + " where a.username = '" + username + "'"))
                .isEqualTo("8");
    }

    @Test
    void codes_are_not_guessed() {
        var username = person("tebak", Role.SDM);
        enrolled(username);
        for (int i = 0; i < 5; i++) {
            signIn(username, "aaaa-bbbb-cccc-dddd").statusCode(400);
        }
        signIn(username, code(OneTimeCodes.SECRET, 1)).statusCode(429);
    }

    @Test
    void another_device_takes_the_place_of_the_first_with_its_code() {
        var username = person("ganti", Role.SDM);
        var codes = enrolled(username).<List<String>>path("recoveryCodes");
        String token = signIn(username, codes.get(0)).statusCode(200).extract().path("access_token");
        var secret = SignIn.bearer(token).get(PATH).<String>path("secret");
        assertThat(secret).matches("[A-Z2-7]{32}");
        enrol(token, secret, code(secret, 0), null).statusCode(422).body("errors[0].pointer", equalTo("/currentCode"));
        enrol(token, secret, "000000", codes.get(1)).statusCode(422).body("errors[0].pointer", equalTo("/code"));
        enrol(token, "ABCDEFGH234567AA", "000000", codes.get(1))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/secret"));
        enrol(token, secret, code(secret, 0), codes.get(1)).statusCode(200);
        signIn(username, code(OneTimeCodes.SECRET, 1)).statusCode(400);
        signIn(username, code(secret, 1)).statusCode(200);
    }

    @Test
    void the_secret_lies_sealed() {
        enrolled(person("segel", Role.SDM));
        assertThat(TestAgency.query("select count(*) from second_factors where secret like concat('%', x'"
                        + "48656c6c6f21deadbeef', '%')"))
                .isEqualTo("0");
    }

    @Test
    void a_temporary_password_ends_after_three_days() {
        var made = agency.as(Role.ADMIN)
                .contentType("application/json")
                .body(Map.of("username", "baru." + agency.code, "displayName", "Baru", "roles", List.of("ASN")))
                .post("/api/v1/accounts")
                .then()
                .statusCode(201)
                .extract();
        String password = made.path("temporaryPassword");
        var ahead = Duration.ofHours(71);
        TestClock.ahead(
                ahead, () -> from.password("baru." + agency.code, password).statusCode(200));
        TestClock.ahead(
                Duration.ofHours(73),
                () -> from.password("baru." + agency.code, password).statusCode(400));
    }
}
