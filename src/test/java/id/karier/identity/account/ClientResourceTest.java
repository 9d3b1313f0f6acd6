package id.karier.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.karier.identity.SignIn;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ClientResourceTest {
    private static final String PATH = "/api/v1/clients";

    private final TestAgency agency = TestAgency.called("mesin");
    private final SignIn from = SignIn.fromOwnAddress();

    private RequestSpecification admin() {
        return agency.as(Role.ADMIN).contentType("application/json");
    }

    private String name(String word) {
        return word + "-" + agency.code;
    }

    private ExtractableResponse<Response> created(String word) {
        return admin().body(Map.of(
                        "clientId", name(word), "name", "Presensi", "scopes", List.of("employees:read", "units:read")))
                .post(PATH)
                .then()
                .statusCode(201)
                .extract();
    }

    @Test
    void a_machine_is_registered_and_signs_in_with_the_secret_that_was_shown_once() {
        var made = created("presensi");
        String secret = made.path("secret");
        assertThat(secret).hasSize(43);
        admin().get(made.header("Location"))
                .then()
                .statusCode(200)
                .body("clientId", equalTo(name("presensi")))
                .body("scopes", contains("employees:read", "units:read"))
                .body("secret", nullValue());
        String token = from.client(name("presensi"), secret)
                .statusCode(200)
                .body("scope", equalTo("employees:read units:read"))
                .extract()
                .path("access_token");
        SignIn.bearer(token).get("/api/v1/employees").then().statusCode(200);
        SignIn.bearer(token)
                .get(PATH)
                .then()
                .statusCode(403)
                .header("WWW-Authenticate", containsString("error=\"insufficient_scope\", scope=\"clients:read\""))
                .body("detail", containsString("clients:read"));
        SignIn.bearer(token)
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/accounts")
                .then()
                .statusCode(403);
        assertThat(SignIn.log(agency, "client"))
                .contains("***")
                .doesNotContain(secret)
                .doesNotContain("argon2");
    }

    @Test
    void a_rotated_secret_ends_the_old_one() {
        var made = created("putar");
        String fresh = admin().post(made.header("Location") + "/secret")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
        from.client(name("putar"), made.path("secret")).statusCode(401);
        from.client(name("putar"), fresh).statusCode(200);
        var key = admin().header("Idempotency-Key", "r1");
        key.post(made.header("Location") + "/secret").then().statusCode(200);
        admin().header("Idempotency-Key", "r1")
                .post(made.header("Location") + "/secret")
                .then()
                .statusCode(200)
                .header("Idempotent-Replayed", "true")
                .body("secret", nullValue());
    }

    @Test
    void a_disabled_machine_gets_no_tokens() {
        var made = created("henti");
        admin().post(made.header("Location") + "/deactivation")
                .then()
                .statusCode(200)
                .body("disabled", equalTo(true));
        from.client(name("henti"), made.path("secret")).statusCode(401);
        admin().queryParam("disabled", true).get(PATH).then().body("items.clientId", contains(name("henti")));
        admin().post(made.header("Location") + "/activation").then().statusCode(200);
        from.client(name("henti"), made.path("secret")).statusCode(200);
    }

    @Test
    void scopes_are_changed_with_the_version_that_was_read() {
        var made = created("cakupan");
        var location = made.header("Location");
        admin().body("{\"scopes\":[]}").patch(location).then().statusCode(428);
        admin().header("If-Match", "9")
                .body("{\"scopes\":[]}")
                .patch(location)
                .then()
                .statusCode(412);
        admin().header("If-Match", made.header("ETag"))
                .body("{\"scopes\":[\"employees:read\"]}")
                .patch(location)
                .then()
                .statusCode(200)
                .body("scopes", contains("employees:read"))
                .body("name", equalTo("Presensi"));
        from.client(name("cakupan"), made.path("secret")).body("scope", equalTo("employees:read"));
        admin().header("If-Match", made.header("ETag"))
                .body("{\"scopes\":[]}")
                .patch(location)
                .then()
                .statusCode(412);
        assertThat(SignIn.log(agency, "client")).contains("employees:read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|400|/clientId",
                "{\"clientId\":\"A b\",\"name\":\"a\",\"scopes\":[\"units:read\"]}|400|/clientId",
                "{\"clientId\":\"abc\",\"name\":\"a\",\"scopes\":[\"units:read\"],\"secret\":\"x\"}|400|/secret",
                "{\"clientId\":\"abc\",\"name\":\"a\",\"scopes\":[\"me:read\"]}|422|/scopes",
                "{\"clientId\":\"abc\",\"name\":\"a\",\"scopes\":[\"employees\"]}|422|/scopes",
                "{\"clientId\":\"abc\",\"name\":\"a\",\"scopes\":[\"employees:delete\"]}|422|/scopes",
                "{\"clientId\":\"abc\",\"name\":\"a\",\"scopes\":[\"personal-data:decide\"]}|422|/scopes",
                "{\"clientId\":\"abc\",\"name\":\"a\",\"scopes\":[\"accounts:write\"]}|422|/scopes"
            })
    void a_wrong_machine_is_refused_at_its_place(String body, int status, String pointer) {
        admin().body(body).post(PATH).then().statusCode(status).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void a_name_is_unique_in_the_nation() {
        created("satu");
        TestAgency.called("lain")
                .as(Role.ADMIN)
                .contentType("application/json")
                .body(Map.of("clientId", name("satu"), "name", "x", "scopes", List.of("units:read")))
                .post(PATH)
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/clientId"));
    }

    @Test
    void another_agency_and_other_roles_see_nothing() {
        var location = created("rahasia").header("Location");
        var other = TestAgency.called("asing").as(Role.ADMIN).contentType("application/json");
        other.get(location).then().statusCode(404);
        other.post(location + "/secret").then().statusCode(404);
        other.get(PATH).then().body("items", hasSize(0));
        agency.as(Role.SDM).get(PATH).then().statusCode(403);
        agency.as(Role.AUDITOR).get(location).then().statusCode(200);
        agency.as(Role.AUDITOR).post(location + "/secret").then().statusCode(403);
        TestAgency.anonymous().get(PATH).then().statusCode(401);
    }

    @Test
    void the_list_is_paged() {
        List.of("c", "a", "b").forEach(this::created);
        String next = admin().queryParam("limit", 2)
                .get(PATH)
                .then()
                .body("items.clientId", contains(name("a"), name("b")))
                .extract()
                .path("next");
        admin().queryParam("limit", 2)
                .queryParam("cursor", next)
                .get(PATH)
                .then()
                .body("items.clientId", contains(name("c")))
                .body("next", nullValue());
        admin().queryParam("sort", "-clientId").get(PATH).then().body("items[0].clientId", equalTo(name("c")));
    }
}
