package id.karier.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestClock;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TokenTest {
    @Inject
    Accounts accounts;

    private final TestAgency agency = TestAgency.called("masuk");
    private final SignIn from = SignIn.fromOwnAddress();

    private String person(String word, UUID employee, Role... roles) {
        var username = word + "." + agency.code;
        accounts.ensure(
                List.of(new Accounts.NewAccount(username, agency.code, employee, Set.of(roles), "Siti Rahmawati")),
                List.of(),
                SignIn.SECRET);
        return username;
    }

    private String machine(String... scopes) {
        var id = "integrasi-" + agency.code;
        accounts.ensure(List.of(), List.of(new Accounts.NewClient(id, agency.code, Set.of(scopes))), SignIn.SECRET);
        return id;
    }

    private static JsonNode claims(String token) {
        try {
            return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private JsonNode signedIn(String username) {
        return claims(
                from.password(username, SignIn.SECRET).statusCode(200).extract().path("access_token"));
    }

    @Test
    void a_person_signs_in_with_her_password() {
        var username = person("sdm", null, Role.SDM, Role.ASN);
        var answer = from.password(" " + username.toUpperCase() + " ", SignIn.SECRET)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(600))
                .body("scope", nullValue())
                .body("must_change_password", nullValue())
                .extract();
        var claims = claims(answer.path("access_token"));
        assertThat(claims.get("agency").asText()).isEqualTo(agency.code);
        assertThat(claims.get("groups")).extracting(JsonNode::asText).containsExactlyInAnyOrder("SDM", "ASN");
        assertThat(claims.get("iss").asText()).isEqualTo("https://karier.example.id");
        assertThat(claims.get("aud").asText()).isEqualTo("karier");
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(600);
        assertThat(claims.hasNonNull("jti")).isTrue();
        assertThat(claims.has("employee")).isFalse();
        assertThat((String) answer.path("refresh_token")).hasSize(43);
        assertThat(SignIn.log(agency, "sign-in")).contains("SUCCEEDED").doesNotContain(SignIn.SECRET);
        SignIn.bearer(answer.path("access_token"))
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("username", equalTo(username));
    }

    @Test
    void who_leads_a_unit_is_derived_when_the_token_is_issued() {
        var employee = SignIn.employee(agency, "Budi Santoso", true);
        var username = person("kepala", employee, Role.ASN);
        var claims = signedIn(username);
        assertThat(claims.get("employee").asText()).isEqualTo(employee.toString());
        assertThat(claims.get("groups")).extracting(JsonNode::asText).containsExactlyInAnyOrder("ASN", "ATASAN");
        TestAgency.sql("update employees set leads_unit = false where id = x'" + TestAgency.hex(employee) + "'");
        assertThat(signedIn(username).get("groups"))
                .extracting(JsonNode::asText)
                .containsExactly("ASN");
    }

    @Test
    void a_temporary_password_gives_a_token_that_can_do_little_more_than_change_it() {
        var employee = SignIn.employee(agency, "Ani", true);
        var username = person("baru", employee, Role.ADMIN, Role.SDM);
        TestAgency.sql("update accounts set must_change_password = true where username = '" + username + "'");
        var answer = from.password(username, SignIn.SECRET)
                .statusCode(200)
                .body("must_change_password", equalTo(true))
                .extract();
        var claims = claims(answer.path("access_token"));
        assertThat(claims.get("groups")).extracting(JsonNode::asText).containsExactly("ASN");
        assertThat(claims.has("employee")).isFalse();
        SignIn.bearer(answer.path("access_token"))
                .get("/api/v1/accounts")
                .then()
                .statusCode(403)
                .body("code", equalTo("SIGN_IN_UNFINISHED"));
    }

    @Test
    void unknown_names_and_wrong_passwords_get_the_same_answer() {
        var username = person("sama", null, Role.SDM);
        var disabled = person("mati", null, Role.SDM);
        TestAgency.sql("update accounts set disabled = true where username = '" + disabled + "'");
        var wrong = from.password(username, "bukan sandinya").statusCode(400).extract();
        var unknown = from.password("siapa." + agency.code, "bukan sandinya")
                .statusCode(400)
                .extract();
        var off = from.password(disabled, SignIn.SECRET).statusCode(400).extract();
        var impossible = from.password("Tidak Mungkin ✗", "bukan sandinya")
                .statusCode(400)
                .extract();
        assertThat(wrong.asString())
                .isEqualTo(unknown.asString())
                .isEqualTo(off.asString())
                .isEqualTo(impossible.asString());
        assertThat((String) wrong.path("error")).isEqualTo("invalid_grant");
        assertThat(SignIn.log(agency, "sign-in")).contains("FAILED");
    }

    @Test
    void unknown_names_and_wrong_passwords_take_the_same_time() {
        long known = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        // a busy machine gets more names until the least of each has settled; a name is locked after five
        for (int name = 0; name == 0 || (name < 8 && !isAlike(known, unknown)); name++) {
            var username = person("waktu" + name, null, Role.SDM);
            for (int i = 0; i < 4; i++) {
                known = Math.min(known, nanos(username));
                unknown = Math.min(unknown, nanos("hantu" + name + "." + agency.code));
            }
        }
        assertThat(isAlike(known, unknown)).as("%d and %d ns", known, unknown).isTrue();
    }

    private static boolean isAlike(long known, long unknown) {
        double ratio = (double) unknown / known;
        return ratio > 0.6 && ratio < 1.7;
    }

    private long nanos(String username) {
        long started = System.nanoTime();
        from.password(username, "bukan sandinya").statusCode(400);
        return System.nanoTime() - started;
    }

    @ParameterizedTest
    @CsvSource({"ada", "hantu"})
    void a_name_is_locked_after_five_failures_whether_anybody_has_it_or_not(String word) {
        var username = word + "." + agency.code;
        if (word.equals("ada")) {
            person(word, null, Role.SDM);
        }
        for (int i = 0; i < 5; i++) {
            from.password(username, "bukan sandinya").statusCode(400);
        }
        var locked = from.password(username, SignIn.SECRET)
                .statusCode(429)
                .body("error", equalTo("invalid_grant"))
                .body("error_description", containsString("detik"))
                .extract();
        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(1, 30);
        if (word.equals("ada")) {
            assertThat(SignIn.log(agency, "sign-in")).contains("LOCKED");
            TestAgency.sql("update sign_in_attempts set locked_until = '2026-01-01'");
            from.password(username, SignIn.SECRET).statusCode(200);
            from.password(username, "bukan sandinya").statusCode(400);
            from.password(username, SignIn.SECRET).statusCode(200);
        }
    }

    @Test
    void an_address_that_fails_too_often_waits_whatever_name_it_tries() {
        var elsewhere = SignIn.fromOwnAddress();
        int tries = 0;
        while (!"RATE_LIMITED"
                .equals(elsewhere
                        .password("coba-" + tries / 4 + "." + agency.code, "bukan sandinya")
                        .extract()
                        .path("code"))) {
            assertThat(++tries).isLessThan(100);
        }
        assertThat(tries).isGreaterThanOrEqualTo(40);
        var refused = elsewhere
                .password("lain." + agency.code, "apa saja")
                .statusCode(429)
                .extract();
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 16);
        from.password("lain." + agency.code, "apa saja").statusCode(400);
    }

    @Test
    void a_refresh_token_is_exchanged_once() {
        var username = person("putar", null, Role.SDM);
        String first = from.password(username, SignIn.SECRET).extract().path("refresh_token");
        var renewed = from.refresh(first).statusCode(200).extract();
        String second = renewed.path("refresh_token");
        assertThat(second).isNotEqualTo(first);
        assertThat(claims(renewed.path("access_token")).get("groups"))
                .extracting(JsonNode::asText)
                .containsExactly("SDM");
        String third = from.refresh(second).statusCode(200).extract().path("refresh_token");
        from.refresh(first).statusCode(400).body("error", equalTo("invalid_grant"));
        from.refresh(third).statusCode(400).body("error", equalTo("invalid_grant"));
        assertThat(SignIn.log(agency, "session")).contains("DELETED").contains("REUSED");
        assertThat(TestAgency.query("select count(*) from refresh_tokens where revoked_at is null and account_id ="
                        + " (select id from accounts where username = '" + username + "')"))
                .isEqualTo("0");
    }

    @Test
    void one_refresh_token_sent_four_times_at_once_has_one_successor() throws Exception {
        var username = person("kembar", null, Role.SDM);
        String token = from.password(username, SignIn.SECRET).extract().path("refresh_token");
        var pool = Executors.newFixedThreadPool(4);
        String successor;
        try {
            Callable<String> exchange =
                    () -> from.refresh(token).statusCode(200).extract().path("refresh_token");
            var successors = new HashSet<String>();
            for (var answer : pool.invokeAll(List.of(exchange, exchange, exchange, exchange))) {
                successors.add(answer.get());
            }
            assertThat(successors).hasSize(1).doesNotContain(token);
            successor = successors.iterator().next();
        } finally {
            pool.shutdown();
        }
        assertThat(TestAgency.query("select count(*) from refresh_tokens" + of(username)))
                .isEqualTo("2");
        from.refresh(successor).statusCode(200);
    }

    @Test
    void a_refresh_whose_answer_was_lost_is_sent_again_and_ends_the_family_when_it_comes_late() {
        var username = person("hilang", null, Role.SDM);
        String token = from.password(username, SignIn.SECRET).extract().path("refresh_token");
        String successor = from.refresh(token).statusCode(200).extract().path("refresh_token");
        TestClock.ahead(
                Duration.ofSeconds(25),
                () -> from.refresh(token).statusCode(200).body("refresh_token", equalTo(successor)));
        TestClock.ahead(
                Duration.ofSeconds(35),
                () -> from.refresh(token).statusCode(400).body("error", equalTo("invalid_grant")));
        from.refresh(successor).statusCode(400);
        assertThat(SignIn.log(agency, "session")).contains("REUSED");
    }

    @Test
    void a_repeated_refresh_gives_nothing_to_an_account_or_a_session_that_has_ended() {
        var username = person("usai", null, Role.SDM);
        String token = from.password(username, SignIn.SECRET).extract().path("refresh_token");
        String successor = from.refresh(token).statusCode(200).extract().path("refresh_token");
        TestAgency.sql("update accounts set disabled = true where username = '" + username + "'");
        from.refresh(token).statusCode(400);
        TestAgency.sql("update accounts set disabled = false where username = '" + username + "'");
        from.refresh(token).statusCode(200).body("refresh_token", equalTo(successor));
        from.revoke(successor).statusCode(200);
        from.refresh(token).statusCode(400);
    }

    @Test
    void a_successor_is_nowhere_in_the_database() {
        var username = person("simpan", null, Role.SDM);
        String token = from.password(username, SignIn.SECRET).extract().path("refresh_token");
        String successor = from.refresh(token).statusCode(200).extract().path("refresh_token");
        var kept = TestAgency.query(
                "select group_concat(concat(hex(token_hash), hex(family_id))) from refresh_tokens" + of(username));
        assertThat(kept)
                .doesNotContain(hex(Base64.getUrlDecoder().decode(successor)))
                .doesNotContain(hex(Base64.getUrlDecoder().decode(token)))
                .doesNotContain(hex(successor.getBytes()));
    }

    @Test
    void a_sign_in_ends_after_ninety_days_however_often_it_was_renewed() {
        var username = person("lama", null, Role.SDM);
        String token = from.password(username, SignIn.SECRET).extract().path("refresh_token");
        TestAgency.sql("update refresh_tokens set signed_in_at = now() - interval 89 day, issued_at = now()"
                + " - interval 1 day" + of(username));
        String last = from.refresh(token).statusCode(200).extract().path("refresh_token");
        TestClock.ahead(Duration.ofHours(20), () -> from.refresh(last).statusCode(200));
        assertThat(TestAgency.query("select max(timestampdiff(hour, signed_in_at, expires_at)) from refresh_tokens"
                        + of(username) + " and expires_at < now() + interval 2 day"))
                .isEqualTo("2160");
        TestClock.ahead(Duration.ofHours(25), () -> from.refresh(last).statusCode(400));
    }

    private static String of(String username) {
        return " where account_id = (select id from accounts where username = '" + username + "')";
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    @Test
    void an_expired_or_foreign_refresh_token_is_refused_and_so_is_that_of_a_disabled_account() {
        var username = person("lewat", null, Role.SDM);
        String expired = from.password(username, SignIn.SECRET).extract().path("refresh_token");
        String disabled = from.password(username, SignIn.SECRET).extract().path("refresh_token");
        var mine = " where account_id = (select id from accounts where username = '" + username + "')";
        TestAgency.sql("update refresh_tokens set expires_at = '2026-01-01'" + mine + " order by id limit 1");
        from.refresh(expired).statusCode(400).body("error", equalTo("invalid_grant"));
        from.refresh("8dJ2m0bXx1Qk3tYw5vRr7sLh9nPc4eGa6fUo0iZz2Ws").statusCode(400);
        TestAgency.sql("update accounts set disabled = true where username = '" + username + "'");
        from.refresh(disabled).statusCode(400);
    }

    @Test
    void a_revoked_session_is_over_and_nobody_learns_whether_it_ever_was() {
        var username = person("keluar", null, Role.SDM);
        String first = from.password(username, SignIn.SECRET).extract().path("refresh_token");
        String second = from.refresh(first).extract().path("refresh_token");
        from.revoke(second).statusCode(200).header("Cache-Control", "no-store");
        from.revoke(second).statusCode(200);
        from.revoke("tidak-pernah-ada").statusCode(200);
        from.refresh(second).statusCode(400);
        assertThat(SignIn.log(agency, "session")).contains("REVOKED").doesNotContain("REUSED");
    }

    @Test
    void only_refresh_tokens_can_be_revoked() {
        from.revoke("a.b.c").statusCode(400).body("error", equalTo("unsupported_token_type"));
        from.revoke("").statusCode(400).body("error", equalTo("invalid_request"));
    }

    @Test
    void a_machine_signs_in_with_its_secret_in_the_body_or_by_basic() {
        var id = machine("employees:read", "units:read");
        var answer = from.client(id, SignIn.SECRET)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("scope", equalTo("employees:read units:read"))
                .body("refresh_token", nullValue())
                .extract();
        var claims = claims(answer.path("access_token"));
        assertThat(claims.get("scope").asText()).isEqualTo("employees:read units:read");
        assertThat(claims.get("agency").asText()).isEqualTo(agency.code);
        assertThat(claims.path("groups")).isEmpty();
        from.form()
                .auth()
                .preemptive()
                .basic(id, SignIn.SECRET)
                .formParam("grant_type", "client_credentials")
                .formParam("scope", "units:read")
                .post("/api/v1/auth/token")
                .then()
                .statusCode(200)
                .body("scope", equalTo("units:read"));
        SignIn.bearer(answer.path("access_token")).get("/api/v1/me").then().statusCode(403);
        assertThat(SignIn.log(agency, "sign-in")).contains("SUCCEEDED");
    }

    @Test
    void a_machine_that_is_not_what_it_says_is_401() {
        var id = machine("employees:read");
        from.client(id, "salah")
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Basic"))
                .body("error", equalTo("invalid_client"));
        from.client("bukan-siapa-siapa", "salah").statusCode(401);
        from.post(Map.of("grant_type", "client_credentials", "client_id", id)).statusCode(401);
        from.post(Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        id,
                        "client_secret",
                        SignIn.SECRET,
                        "scope",
                        "accounts:write"))
                .statusCode(400)
                .body("error", equalTo("invalid_scope"));
        TestAgency.sql("update clients set disabled = true where client_id = '" + id + "'");
        from.client(id, SignIn.SECRET).statusCode(401);
    }

    @Test
    void a_machine_may_not_sign_people_in() {
        from.form()
                .auth()
                .preemptive()
                .basic("integrasi", "rahasia")
                .formParams(Map.of("grant_type", "password", "username", "a", "password", "b"))
                .post("/api/v1/auth/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("unauthorized_client"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|400|invalid_request",
                "grant_type=|400|invalid_request",
                "grant_type=password&username=a|400|invalid_request",
                "grant_type=refresh_token|400|invalid_request",
                "grant_type=authorization_code|400|unsupported_grant_type",
                "grant_type=password&grant_type=password&username=a&password=b|400|invalid_request",
                "grant_type=client_credentials|401|invalid_client"
            })
    void a_request_that_is_wrong_says_how(String form, int status, String error) {
        from.form()
                .body(form)
                .post("/api/v1/auth/token")
                .then()
                .statusCode(status)
                .body("error", equalTo(error));
    }

    @ParameterizedTest
    @CsvSource({"Basic %%%,401", "Basic Og==,401", "Basic YQ==,401", "Bearer abc,401", "Basic JXp6OiV6eg==,401"})
    void a_broken_authorization_header_is_an_unknown_client(String header, int status) {
        from.form()
                .header("Authorization", header)
                .formParam("grant_type", "client_credentials")
                .post("/api/v1/auth/token")
                .then()
                .statusCode(status)
                .body("error", equalTo("invalid_client"));
    }

    /** Swagger UI sends {@code Og==}, a colon alone, with a person's password when its reader names no client. */
    @Test
    void an_empty_authorization_header_names_no_client() {
        var username = person("peramban", null, Role.SDM);
        for (var header : List.of("Basic Og==", "basic  Og==")) {
            withBasic(header, "password", username, SignIn.SECRET)
                    .statusCode(200)
                    .body("token_type", equalTo("Bearer"));
            withBasic(header, "password", username, "salah" + SignIn.SECRET)
                    .statusCode(400)
                    .header("WWW-Authenticate", nullValue())
                    .body("error", equalTo("invalid_grant"));
        }
    }

    @Test
    void a_client_without_a_secret_is_an_app_of_people_and_no_machine() {
        var username = person("aplikasi", null, Role.SDM);
        var id = machine("employees:read");
        withBasic("Basic " + base64("aplikasi-hp:"), "password", username, SignIn.SECRET)
                .statusCode(200);
        withBasic("Basic " + base64(":" + SignIn.SECRET), "password", username, SignIn.SECRET)
                .statusCode(401)
                .body("error", equalTo("invalid_client"));
        withBasic("Basic " + base64(id + ":"), "client_credentials", username, SignIn.SECRET)
                .statusCode(401)
                .body("error", equalTo("invalid_client"));
    }

    private ValidatableResponse withBasic(String header, String grant, String username, String password) {
        return from.form()
                .header("Authorization", header)
                .formParams(Map.of("grant_type", grant, "username", username, "password", password))
                .post("/api/v1/auth/token")
                .then();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_form_that_is_no_form_is_no_failure_of_ours() {
        from.form().body("grant_type=%zz&%=%").post("/api/v1/auth/token").then().statusCode(400);
        from.form().body("&&==&").post("/api/v1/auth/token").then().statusCode(400);
        from.form()
                .contentType("application/json")
                .body("{\"grant_type\":\"password\"}")
                .post("/api/v1/auth/token")
                .then()
                .statusCode(415);
        from.password("a".repeat(5000), "b".repeat(5000)).statusCode(400);
        from.password(person("nol", null, Role.ASN), "\u0000").statusCode(400);
    }

    @Test
    void the_reason_is_told_in_english_too() {
        from.form()
                .header("Accept-Language", "en")
                .formParam("grant_type", "authorization_code")
                .post("/api/v1/auth/token")
                .then()
                .body("error_description", startsWith("There is"));
    }

    @Test
    void what_is_there_already_stays_as_it_is() {
        var username = person("tetap", null, Role.SDM);
        accounts.ensure(
                List.of(new Accounts.NewAccount(username, agency.code, null, Set.of(Role.ADMIN), "Orang lain")),
                List.of(),
                "sandi lain");
        assertThat(signedIn(username).get("groups"))
                .extracting(JsonNode::asText)
                .containsExactly("SDM");
    }

    @Test
    void more_sign_ins_of_one_network_than_its_share_of_hashes_are_turned_away_or_served_but_never_fail()
            throws Exception {
        var username = person("ramai", null, Role.SDM);
        var pool = Executors.newFixedThreadPool(60);
        try {
            Callable<Integer> signIn =
                    () -> from.password(username, SignIn.SECRET).extract().statusCode();
            var statuses = new ArrayList<Integer>();
            for (var answer : pool.invokeAll(java.util.Collections.nCopies(60, signIn))) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnly(200, 429).contains(200, 429);
        } finally {
            pool.shutdown();
        }
    }
}
