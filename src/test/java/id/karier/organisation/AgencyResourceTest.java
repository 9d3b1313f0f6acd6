package id.karier.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.karier.identity.SignIn;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AgencyResourceTest {
    private static final String AGENCIES = "/api/v1/agencies";

    @Inject
    AgencyDirectory directory;

    private final TestAgency agency = TestAgency.called("agencies");
    private final TestAgency other = TestAgency.called("agencies");

    private ValidatableResponse patch(TestAgency by, Role role, String tag, String body) {
        var request = by.as(role).contentType("application/merge-patch+json").body(body);
        return (tag == null ? request : request.header("If-Match", tag))
                .patch(AGENCIES + "/" + agency.id)
                .then();
    }

    @Test
    void everybody_sees_the_own_agency_and_no_other() {
        agency.as(Role.ASN).get(AGENCIES).then().statusCode(200).body("items.code", contains(agency.code));
        agency.as(Role.ASN)
                .get(AGENCIES + "/" + agency.id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Pemerintah " + agency.code))
                .body("timeZone", equalTo("Asia/Jakarta"));
        agency.as(Role.SDM).get(AGENCIES + "/" + other.id).then().statusCode(404);
        TestAgency.anonymous().get(AGENCIES).then().statusCode(401);
    }

    @Test
    void the_nation_sees_all_page_by_page() {
        agency.as(Role.NASIONAL).get(AGENCIES + "/" + other.id).then().statusCode(200);
        agency.as(Role.NASIONAL)
                .get(AGENCIES + "?limit=200")
                .then()
                .statusCode(200)
                .body("items.code", hasItems(agency.code, other.code));
        var first = agency.as(Role.NASIONAL)
                .get(AGENCIES + "?limit=1&sort=code")
                .then()
                .body("next", notNullValue())
                .extract()
                .jsonPath();
        var second = agency.as(Role.NASIONAL)
                .queryParam("limit", 1)
                .queryParam("sort", "code")
                .queryParam("cursor", first.getString("next"))
                .get(AGENCIES)
                .jsonPath();
        assertThat(second.getString("items[0].code")).isGreaterThan(first.getString("items[0].code"));
    }

    @Test
    void the_administrator_changes_name_zone_and_settings() {
        assertThat(directory.zone(agency.code)).isEqualTo(ZoneId.of("Asia/Jakarta"));
        patch(agency, Role.ADMIN, "\"0\"", """
                {"name": "Pemerintah Provinsi Papua", "timeZone": "Asia/Jayapura",
                 "settings": {"letterhead": "BKD Papua", "mail": {"sender": "bkd@papua.example.id"}}}""")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("settings.mail.sender", equalTo("bkd@papua.example.id"));
        assertThat(directory.zone(agency.code)).isEqualTo(ZoneId.of("Asia/Jayapura"));
        patch(agency, Role.ADMIN, "\"1\"", "{\"settings\": {\"letterhead\": null}}")
                .statusCode(200)
                .body("settings.keySet()", contains("mail"));
        patch(agency, Role.ADMIN, "\"1\"", "{\"name\": \"X\"}").statusCode(412);
        patch(agency, Role.ADMIN, null, "{\"name\": \"X\"}").statusCode(428);
        assertThat(TestAgency.query("select count(*) from change_log where agency = '" + agency.code
                        + "' and object_type = 'agency'"))
                .isEqualTo("2");
    }

    @Test
    void what_is_wrong_is_named() {
        patch(agency, Role.ADMIN, "\"0\"", "{\"timeZone\": \"Europe/Amsterdam\"}")
                .statusCode(400)
                .body("errors.pointer", contains("/timeZone"));
        patch(agency, Role.ADMIN, "\"0\"", "{\"name\": null}")
                .statusCode(400)
                .body("errors.pointer", contains("/name"));
        patch(agency, Role.ADMIN, "\"0\"", "{\"code\": \"x\"}").statusCode(400).body("code", equalTo("UNKNOWN_MEMBER"));
        patch(agency, Role.ADMIN, "\"0\"", "{\"settings\": {\"kunci aneh!\": 1}}")
                .statusCode(400);
        patch(agency, Role.ADMIN, "\"0\"", "{\"settings\": 7}").statusCode(400);
        patch(agency, Role.ADMIN, "\"0\"", "[]").statusCode(400);
    }

    @Test
    void only_its_own_administrator_may() {
        patch(agency, Role.SDM, "\"0\"", "{\"name\": \"X\"}").statusCode(403);
        patch(other, Role.ADMIN, "\"0\"", "{\"name\": \"X\"}").statusCode(404);
    }

    private ValidatableResponse found(TestAgency by, Role role, String body) {
        return by.as(role)
                .contentType("application/json")
                .body(body)
                .post(AGENCIES)
                .then();
    }

    private static String request(String code, String first, String second) {
        return """
                {"code": "%s", "name": "Pemerintah Kabupaten Way Kanan", "kind": "REGENCY", "timeZone": "Asia/Jakarta",
                 "administrators": [{"username": "%s", "displayName": "Siti Rahmawati"},
                                    {"username": "%s", "displayName": "Budi Santoso"}]}""".formatted(code, first, second);
    }

    private static String newCode() {
        return "baru-" + System.nanoTime() % 1_000_000_000;
    }

    @Test
    void who_oversees_the_nation_makes_an_agency_whose_administrators_sign_in_and_approve_each_other() {
        var code = newCode();
        var made = found(agency, Role.NASIONAL, request(code, "siti." + code, "budi." + code))
                .statusCode(201)
                .header("ETag", "\"0\"")
                .header("Cache-Control", equalTo("no-store"))
                .body("agency.code", equalTo(code))
                .body("agency.kind", equalTo("REGENCY"))
                .body("temporaryPasswords.username", contains("siti." + code, "budi." + code))
                .extract();
        assertThat(made.header("Location")).endsWith("/api/v1/agencies/" + made.path("agency.id"));
        assertThat(TestAgency.query("select group_concat(concat(object_type, ' ', action, ' ', operation) order by"
                        + " object_type separator ', ') from change_log where agency = '" + code + "'"))
                .isEqualTo("account CREATED createAgency, account CREATED createAgency, agency CREATED createAgency");
        assertThat(TestAgency.query("select count(*) from change_log where agency = '" + code + "' and actor_id = x'"
                        + TestAgency.hex(agency.account("null", "NASIONAL")) + "'"))
                .isEqualTo("3");

        var siti = full("siti." + code, made.path("temporaryPasswords[0].temporaryPassword"));
        var budi = full("budi." + code, made.path("temporaryPasswords[1].temporaryPassword"));
        String proposal = SignIn.bearer(siti)
                .contentType("application/json")
                .body("{\"username\": \"sdm." + code + "\", \"displayName\": \"Dewi\", \"roles\": [\"SDM\"]}")
                .post("/api/v1/accounts")
                .then()
                .statusCode(201)
                .extract()
                .path("account.proposals[0]");
        SignIn.bearer(siti)
                .post("/api/v1/grants/" + proposal + "/approval")
                .then()
                .statusCode(403);
        SignIn.bearer(budi)
                .post("/api/v1/grants/" + proposal + "/approval")
                .then()
                .statusCode(200);
    }

    private static String full(String username, String temporary) {
        var from = SignIn.fromOwnAddress();
        var first = from.password(username, temporary).statusCode(200).extract();
        SignIn.bearer(first.path("access_token"))
                .contentType("application/json")
                .body(Map.of("currentPassword", temporary, "newPassword", "kerbau berenang di sungai musi"))
                .post("/api/v1/auth/password")
                .then()
                .statusCode(204);
        return from.refresh(first.path("refresh_token")).extract().path("access_token");
    }

    @Test
    void a_replay_comes_without_the_passwords_and_they_are_stored_nowhere() {
        var code = newCode();
        var request = request(code, "siti." + code, "budi." + code);
        var key = "k-" + code;
        var first = agency.as(Role.NASIONAL)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(request)
                .post(AGENCIES);
        agency.as(Role.NASIONAL)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(request)
                .post(AGENCIES)
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", equalTo("true"))
                .body("agency.code", equalTo(code))
                .body("temporaryPasswords", nullValue());
        String password = first.path("temporaryPasswords[0].temporaryPassword");
        assertThat(TestAgency.query("select count(*) from change_log where fields like '%" + password + "%'"))
                .isEqualTo("0");
        assertThat(TestAgency.query("select count(*) from idempotency_keys where body like '%" + password + "%'"))
                .isEqualTo("0");
    }

    @Test
    void what_an_agency_cannot_be_is_named_in_the_reader_s_language() {
        var code = newCode();
        found(agency, Role.NASIONAL, request(agency.code, "siti." + code, "budi." + code))
                .statusCode(409)
                .body("code", equalTo("ALREADY_EXISTS"))
                .body("errors.pointer", contains("/code"))
                .body("errors.detail", contains("Kode ini sudah dipakai instansi lain."));
        found(
                        agency,
                        Role.NASIONAL,
                        request(code, "siti." + code, "budi." + code).replace("Asia/Jakarta", "Asia/Tokyo"))
                .statusCode(400)
                .body("errors.pointer", contains("/timeZone"))
                .body("errors.code", contains("ZONE_UNKNOWN"));
        agency.as(Role.NASIONAL)
                .header("Accept-Language", "en")
                .contentType("application/json")
                .body(request(code, "siti." + code, "siti." + code))
                .post(AGENCIES)
                .then()
                .statusCode(422)
                .body("errors.code", contains("SAME_OFFICER"))
                .body("errors.detail", contains("The two administrators must be two people."));
        found(
                        agency,
                        Role.NASIONAL,
                        request(code, "siti." + code, "budi." + code).replace("REGENCY", "VILLAGE"))
                .statusCode(400)
                .body("errors.code", contains("NOT_IN_LIST"));
        found(agency, Role.NASIONAL, request("Kode Aneh", "siti." + code, "budi." + code))
                .statusCode(400)
                .body("errors.pointer", contains("/code"));
        found(
                        agency,
                        Role.NASIONAL,
                        request(code, "siti." + code, "budi." + code)
                                .replace(
                                        "\"displayName\": \"Budi Santoso\"",
                                        "\"displayName\": \"Budi\","
                                                + " \"externalIssuer\": \"sso-entah\", \"externalSubject\": \"x\""))
                .statusCode(422)
                .body("errors.pointer", contains("/administrators/1/externalIssuer"));
        assertThat(TestAgency.query("select count(*) from agencies where code = '" + code + "'"))
                .isEqualTo("0");

        found(agency, Role.NASIONAL, request(code, "siti." + code, "budi." + code))
                .statusCode(201);
        var another = newCode();
        found(agency, Role.NASIONAL, request(another, "ani." + another, "budi." + code))
                .statusCode(409)
                .body("errors.pointer", contains("/administrators/1/username"));
        assertThat(TestAgency.query("select count(*) from agencies where code = '" + another + "'"))
                .isEqualTo("0");
    }

    @Test
    void nobody_else_makes_one() {
        var code = newCode();
        for (var role : Role.values()) {
            if (role != Role.NASIONAL) {
                found(agency, role, request(code, "siti." + code, "budi." + code))
                        .statusCode(403);
            }
        }
        agency.asClient("agencies:decide", "agencies:write")
                .contentType("application/json")
                .body(request(code, "siti." + code, "budi." + code))
                .post(AGENCIES)
                .then()
                .statusCode(403);
    }

    @Test
    void the_administrator_mends_a_kind_that_was_wrong() {
        patch(agency, Role.ADMIN, "\"0\"", "{\"kind\": \"CITY\"}")
                .statusCode(200)
                .body("kind", equalTo("CITY"));
        patch(agency, Role.ADMIN, "\"1\"", "{\"kind\": \"VILLAGE\"}")
                .statusCode(400)
                .body("errors.code", contains("NOT_IN_LIST"));
    }
}
