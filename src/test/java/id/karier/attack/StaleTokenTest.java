package id.karier.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.identity.Accounts;
import id.karier.identity.SignIn;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A token whose rights have ended opens nothing, whatever it says: asked at every write of the contract. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class StaleTokenTest {
    private static final String ACCOUNTS = "/api/v1/accounts/";

    @Inject
    Accounts accounts;

    private final TestAgency agency = TestAgency.called("basi");
    private final SignIn from = SignIn.fromOwnAddress();

    private String person(String word, UUID employee, Role... roles) {
        var username = word + "." + agency.code;
        accounts.ensure(
                List.of(new Accounts.NewAccount(username, agency.code, employee, Set.of(roles), "Siti Rahmawati")),
                List.of(),
                SignIn.SECRET);
        return username;
    }

    private ExtractableResponse<Response> signedIn(String username) {
        return from.password(username, SignIn.SECRET).statusCode(200).extract();
    }

    private static String id(String username) {
        return TestAgency.query("select bin_to_uuid_text from (select lower(concat_ws('-', substr(hex(id),1,8),"
                + " substr(hex(id),9,4), substr(hex(id),13,4), substr(hex(id),17,4), substr(hex(id),21)))"
                + " as bin_to_uuid_text from accounts where username = '" + username + "') found");
    }

    /** Every operation of the contract that is not a plain reading and not open to everybody. */
    private static List<String[]> writes() throws IOException {
        var writes = new ArrayList<String[]>();
        var contract = new ObjectMapper()
                .readTree(Path.of("target/openapi/karier.json").toFile());
        contract.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(said -> {
                    JsonNode operation = said.getValue();
                    if (!said.getKey().equals("get") && operation.has("x-access")) {
                        var media =
                                operation.path("requestBody").path("content").fieldNames();
                        writes.add(new String[] {
                            said.getKey().toUpperCase(java.util.Locale.ROOT),
                            path.getKey()
                                    .replaceAll("\\{\\w+}", UUID.randomUUID().toString()),
                            media.hasNext() ? media.next() : null
                        });
                    }
                }));
        return writes;
    }

    private static int status(String token, String... write) {
        RequestSpecification request = SignIn.bearer(token).header("If-Match", "\"0\"");
        if (write[2] != null && write[2].startsWith("multipart")) {
            request = request.multiPart("file", "a.csv", new byte[] {65});
        } else if (write[2] != null) {
            request = request.contentType(write[2]).body("{}");
        }
        return request.request(write[0], write[1]).statusCode();
    }

    /** All writes of the contract, and the readings that are as grave, with a token that was good a moment ago. */
    private void opensNothing(String token, Runnable end) throws IOException {
        assertThat(SignIn.bearer(token).get("/api/v1/me").statusCode()).isEqualTo(200);
        end.run();
        var opened = new ArrayList<String>();
        for (var write : writes()) {
            int status = status(token, write);
            if (status != 401) {
                opened.add(status + " " + write[0] + " " + write[1]);
            }
        }
        assertThat(opened).isEmpty();
        var unmasked = "/api/v1/employees/" + UUID.randomUUID() + "/personal-data";
        assertThat(SignIn.bearer(token).get(unmasked).statusCode()).isEqualTo(401);
    }

    private RequestSpecification admin() {
        return agency.as(Role.ADMIN).contentType("application/json");
    }

    @Test
    void the_contract_has_writes_to_ask() throws IOException {
        assertThat(writes()).hasSizeGreaterThan(40);
    }

    @Test
    void of_an_account_that_was_deactivated() throws IOException {
        var username = person("henti", null, Role.ADMIN, Role.SDM, Role.PIMPINAN, Role.AUDITOR);
        opensNothing(
                signedIn(username).path("access_token"),
                () -> admin().post(ACCOUNTS + id(username) + "/deactivation")
                        .then()
                        .statusCode(200));
    }

    @Test
    void of_an_account_whose_roles_were_taken_away() throws IOException {
        var username = person("turun", null, Role.ADMIN, Role.SDM);
        opensNothing(
                signedIn(username).path("access_token"),
                () -> admin().header("If-Match", "\"0\"")
                        .body("{\"roles\":[\"ASN\"]}")
                        .patch(ACCOUNTS + id(username))
                        .then()
                        .statusCode(200));
        String next = signedIn(username).path("access_token");
        SignIn.bearer(next).get("/api/v1/accounts").then().statusCode(403);
        SignIn.bearer(next).get("/api/v1/me").then().statusCode(200);
    }

    @Test
    void of_an_account_whose_password_was_reset() throws IOException {
        var username = person("lupa", null, Role.ASN);
        opensNothing(
                signedIn(username).path("access_token"),
                () -> admin().post(ACCOUNTS + id(username) + "/password-reset")
                        .then()
                        .statusCode(200));
    }

    @Test
    void of_an_account_that_signed_out_everywhere() throws IOException {
        var username = person("keluar", null, Role.SDM);
        String elsewhere = signedIn(username).path("access_token");
        var here = signedIn(username);
        opensNothing(
                elsewhere,
                () -> from.form()
                        .formParam("token", (String) here.path("refresh_token"))
                        .formParam("everywhere", "true")
                        .post("/api/v1/auth/revocation")
                        .then()
                        .statusCode(200));
        SignIn.bearer(here.path("access_token")).get("/api/v1/me").then().statusCode(401);
        String next = signedIn(username).path("access_token");
        SignIn.bearer(next).get("/api/v1/me").then().statusCode(200);
    }

    @Test
    void a_switch_that_is_neither_on_nor_off_ends_nothing() {
        var username = person("saklar", null, Role.SDM);
        var here = signedIn(username);
        for (var word : List.of("yes", "1", "TRUE", "on", "ya")) {
            from.form()
                    .formParam("token", (String) here.path("refresh_token"))
                    .formParam("everywhere", word)
                    .post("/api/v1/auth/revocation")
                    .then()
                    .statusCode(400)
                    .body("error", equalTo("invalid_request"));
        }
        SignIn.bearer(here.path("access_token")).get("/api/v1/me").then().statusCode(200);
        from.refresh(here.path("refresh_token")).statusCode(200);
    }

    @Test
    void whoever_signed_out_here_may_still_end_the_sessions_of_that_time() throws IOException {
        var username = person("ulang", null, Role.SDM);
        var elsewhere = signedIn(username);
        var here = signedIn(username);
        from.revoke(here.path("refresh_token")).statusCode(200);
        from.form()
                .formParam("token", (String) here.path("refresh_token"))
                .formParam("everywhere", "false")
                .post("/api/v1/auth/revocation")
                .then()
                .statusCode(200);
        SignIn.bearer(elsewhere.path("access_token")).get("/api/v1/me").then().statusCode(200);
        opensNothing(
                elsewhere.path("access_token"),
                () -> from.form()
                        .formParam("token", (String) here.path("refresh_token"))
                        .formParam("everywhere", "true")
                        .post("/api/v1/auth/revocation")
                        .then()
                        .statusCode(200));
        from.refresh(elsewhere.path("refresh_token")).statusCode(400);
    }

    @Test
    void of_another_session_when_the_password_was_changed() throws IOException {
        var username = person("sandi", null, Role.SDM);
        String elsewhere = signedIn(username).path("access_token");
        var here = signedIn(username);
        opensNothing(
                elsewhere,
                () -> SignIn.bearer(here.path("access_token"))
                        .contentType("application/json")
                        .body(Map.of("currentPassword", SignIn.SECRET, "newPassword", "gajah terbang di way kambas"))
                        .post("/api/v1/auth/password")
                        .then()
                        .statusCode(204));
        SignIn.bearer(here.path("access_token")).get("/api/v1/me").then().statusCode(200);
        String next = from.refresh(here.path("refresh_token"))
                .statusCode(200)
                .extract()
                .path("access_token");
        SignIn.bearer(next).get("/api/v1/me").then().statusCode(200);
    }

    @Test
    void a_revoked_token_ends_nobodys_sessions() {
        var username = person("basi", null, Role.SDM);
        var here = signedIn(username);
        from.revoke(here.path("refresh_token")).statusCode(200);
        String later = signedIn(username).path("access_token");
        from.form()
                .formParam("token", (String) here.path("refresh_token"))
                .formParam("everywhere", "true")
                .post("/api/v1/auth/revocation")
                .then()
                .statusCode(200);
        SignIn.bearer(later).get("/api/v1/me").then().statusCode(200);
    }

    @Test
    void of_a_machine_that_was_deactivated_or_whose_secret_or_scopes_were_changed() throws IOException {
        Map<String, Consumer<String>> ends = Map.of(
                "henti", at -> admin().post(at + "/deactivation").then().statusCode(200),
                "putar", at -> admin().post(at + "/secret").then().statusCode(200),
                "kurang",
                        at -> admin().header("If-Match", "\"0\"")
                                .body("{\"scopes\":[]}")
                                .patch(at)
                                .then()
                                .statusCode(200));
        for (var end : ends.entrySet()) {
            var made = admin().body(Map.of(
                            "clientId",
                            end.getKey() + "-" + agency.code,
                            "name",
                            "Mesin",
                            "scopes",
                            List.of("employees:read")))
                    .post("/api/v1/clients")
                    .then()
                    .statusCode(201)
                    .extract();
            String token = from.client(end.getKey() + "-" + agency.code, made.path("secret"))
                    .statusCode(200)
                    .extract()
                    .path("access_token");
            SignIn.bearer(token).get("/api/v1/employees").then().statusCode(200);
            end.getValue().accept(made.header("Location"));
            for (var write : writes()) {
                assertThat(status(token, write)).as(end.getKey() + write[1]).isEqualTo(401);
            }
            SignIn.bearer(token).get("/api/v1/employees").then().statusCode(401);
        }
    }

    @Test
    void nobody_activates_or_resets_herself() {
        var username = person("sendiri", null, Role.ADMIN);
        String token = signedIn(username).path("access_token");
        for (var action : List.of("/activation", "/password-reset")) {
            SignIn.bearer(token)
                    .post(ACCOUNTS + id(username) + action)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("OWN_RIGHTS"));
        }
    }

    @Test
    void rights_that_end_twice_in_a_second_end_the_token_in_between() {
        var username = person("cepat", null, Role.ASN);
        for (int i = 0; i < 4; i++) {
            String token = signedIn(username).path("access_token");
            SignIn.bearer(token).get("/api/v1/me").then().statusCode(200);
            var role = i % 2 == 0 ? "PELATIHAN" : "ASESOR";
            var at = ACCOUNTS + id(username);
            admin().header("If-Match", admin().get(at).header("ETag").replaceAll("[.].*\"|\"", ""))
                    .body("{\"roles\":[\"" + role + "\"]}")
                    .patch(at)
                    .then()
                    .statusCode(200);
            SignIn.bearer(token).get("/api/v1/me").then().statusCode(401);
        }
    }

    @Test
    void whoever_must_change_her_password_reaches_her_account_only() {
        var username = person("baru", null, Role.ADMIN, Role.SDM);
        TestAgency.sql("update accounts set must_change_password = true where username = '" + username + "'");
        String token = signedIn(username).path("access_token");
        SignIn.bearer(token).get("/api/v1/me").then().statusCode(200);
        for (var path : List.of("units", "positions", "employees", "rule-sets", "changes", "reference/ranks")) {
            SignIn.bearer(token).get("/api/v1/" + path).then().statusCode(403);
        }
    }
}
