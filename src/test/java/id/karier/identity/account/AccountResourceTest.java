package id.karier.identity.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.karier.identity.Accounts;
import id.karier.identity.OutsideIssuer;
import id.karier.identity.SignIn;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(OutsideIssuer.class)
class AccountResourceTest {
    private static final String PATH = "/api/v1/accounts";

    @Inject
    Accounts accounts;

    private final TestAgency agency = TestAgency.called("akun");
    private final SignIn from = SignIn.fromOwnAddress();

    private RequestSpecification admin() {
        return agency.as(Role.ADMIN).contentType("application/json");
    }

    private String name(String word) {
        return word + "." + agency.code;
    }

    private ValidatableResponse post(Map<String, ?> account) {
        return admin().body(account).post(PATH).then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/accounts | {'username':'dua.kali','displayName':'Dua','roles':['ASN','PELATIHAN','ASN']} | /roles/2",
                "/api/v1/clients | {'clientId':'dua-kali','name':'Dua','scopes':['units:read','units:read']} | /scopes/1"
            })
    void an_item_of_a_list_without_repetition_that_comes_twice_is_refused(String path, String body, String pointer) {
        admin().body(body.replace('\'', '"'))
                .post(path)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo("ITEM_TWICE"));
    }

    @Test
    void an_account_begins_with_a_role_and_a_machine_with_a_scope() {
        post(Map.of("username", name("kosong"), "displayName", "Rina", "roles", List.of()))
                .statusCode(400)
                .body("errors.pointer", contains("/roles"))
                .body("errors[0].detail", equalTo("Isi dengan 1 sampai 9 butir."));
        admin().body(Map.of("clientId", name("mesin"), "name", "Presensi", "scopes", List.of()))
                .post("/api/v1/clients")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/scopes"));
    }

    private ExtractableResponse<Response> created(String word) {
        return post(Map.of("username", name(word), "displayName", "Rina " + word, "roles", List.of("ASN", "SDM")))
                .statusCode(201)
                .extract();
    }

    private String id(String username) {
        return search(username).extract().path("items[0].id");
    }

    private ValidatableResponse search(String q) {
        return admin().contentType("application/json")
                .body(Map.of("q", q))
                .post(PATH + "/search")
                .then();
    }

    @Test
    void an_administrator_makes_an_account_and_its_owner_must_change_the_password() {
        var employee = SignIn.employee(agency, "Rina Wulandari", false);
        var made = post(Map.of(
                        "username",
                        name("rina"),
                        "displayName",
                        "Rina Wulandari",
                        "roles",
                        List.of("SDM", "ASN"),
                        "employeeId",
                        employee))
                .statusCode(201)
                .header("ETag", notNullValue())
                .header("Cache-Control", "no-store")
                .body("account.username", equalTo(name("rina")))
                .body("account.roles", contains("ASN"))
                .body("account.mustChangePassword", equalTo(true))
                .body("account.employeeId", nullValue())
                .body("account.proposals", hasSize(2))
                .body("temporaryPassword", matchesPattern("[a-z2-9]{4}(-[a-z2-9]{4}){3}"))
                .extract();
        List<String> proposals = made.path("account.proposals");
        agency.as(Role.PIMPINAN)
                .post("/api/v1/grants/" + proposals.get(0) + "/approval")
                .then()
                .statusCode(200);
        agency.as(Role.SDM)
                .post("/api/v1/bindings/" + proposals.get(1) + "/approval")
                .then()
                .statusCode(200);
        admin().get(made.header("Location"))
                .then()
                .statusCode(200)
                .body("username", equalTo(name("rina")))
                .body("roles", contains("ASN", "SDM"))
                .body("employeeId", equalTo(employee.toString()));
        from.password(name("rina"), made.path("temporaryPassword"))
                .statusCode(200)
                .body("must_change_password", equalTo(true));
        assertThat(SignIn.log(agency, "account"))
                .contains("CREATED")
                .contains("***")
                .contains("SDM")
                .doesNotContain("argon2")
                .doesNotContain((String) made.path("temporaryPassword"));
    }

    @Test
    void a_repeated_request_makes_one_account_and_does_not_show_the_password_again() {
        var body = Map.of("username", name("ulang"), "displayName", "Ulang", "roles", List.of("ASN"));
        var first = admin().header("Idempotency-Key", "a1")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(201)
                .extract();
        assertThat((String) first.path("temporaryPassword")).isNotNull();
        admin().header("Idempotency-Key", "a1")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body("account.id", equalTo(first.path("account.id")))
                .body("temporaryPassword", nullValue());
        assertThat(TestAgency.query("select hex(body) from idempotency_keys where idempotency_key = 'a1'"
                        + " and location like '%" + first.path("account.id") + "'"))
                .as("kept sealed")
                .isNotNull()
                .doesNotContain(HexFormat.of().withUpperCase().formatHex("temporaryPassword".getBytes(UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|400|/displayName",
                "{\"username\":\"Rina Wulandari\",\"displayName\":\"a\",\"roles\":[\"ASN\"]}|400|/username",
                "{\"username\":\"rina.a\",\"displayName\":\" \",\"roles\":[\"ASN\"]}|400|/displayName",
                "{\"username\":\"rina.a\",\"displayName\":\"a\",\"roles\":[\"RAJA\"]}|400|/roles/0",
                "{\"username\":\"rina.a\",\"displayName\":\"a\",\"roles\":[null]}|400|/roles",
                "{\"username\":\"rina.a\",\"displayName\":\"a\",\"roles\":[\"ASN\"],\"password\":\"x\"}|400|/password",
                "{\"username\":\"rina.a\",\"displayName\":\"a\",\"roles\":[\"NASIONAL\"]}|422|/roles",
                "{\"username\":\"rina.a\",\"displayName\":\"a\",\"roles\":[\"ATASAN\"]}|422|/roles",
                "{\"username\":\"rina.a\",\"displayName\":\"a\",\"roles\":[\"ASN\"],\"externalIssuer\":\"sso\"}|422|/externalSubject",
                "{\"username\":\"rina.a\",\"displayName\":\"a\",\"roles\":[\"ASN\"],\"employeeId\":\"01980a52-7c1e-7000-8000-000000000042\"}|422|/employeeId"
            })
    void a_wrong_account_is_refused_at_its_place(String body, int status, String pointer) {
        admin().body(body).post(PATH).then().statusCode(status).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void nothing_at_all_is_no_account() {
        admin().post(PATH).then().statusCode(400);
        admin().body("[]").post(PATH).then().statusCode(400);
        admin().body("{").post(PATH).then().statusCode(400);
    }

    @Test
    void an_employee_of_another_agency_cannot_be_linked() {
        var elsewhere = SignIn.employee(TestAgency.called("tetangga"), "Joko", false);
        post(Map.of("username", name("joko"), "displayName", "Joko", "roles", List.of("ASN"), "employeeId", elsewhere))
                .statusCode(422)
                .body("code", equalTo("REFERENCE_NOT_FOUND"));
    }

    @Test
    void a_name_is_unique_in_the_nation() {
        created("satu");
        post(Map.of("username", name("satu"), "displayName", "Lain", "roles", List.of("ASN")))
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/username"));
        TestAgency.called("lain")
                .as(Role.ADMIN)
                .contentType("application/json")
                .body(Map.of("username", name("satu"), "displayName", "Lain", "roles", List.of("ASN")))
                .post(PATH)
                .then()
                .statusCode(409);
    }

    @Test
    void an_identity_outside_belongs_to_one_account() {
        var outside = Map.of("externalIssuer", "nasional", "externalSubject", "s-" + agency.code);
        for (int i = 0; i < 2; i++) {
            var account = new java.util.HashMap<String, Object>(outside);
            account.putAll(Map.of("username", name("luar" + i), "displayName", "Luar", "roles", List.of("ASN")));
            var answer = post(account).statusCode(i == 0 ? 201 : 409);
            if (i == 1) {
                answer.body("errors[0].pointer", equalTo("/externalSubject"));
            }
        }
    }

    @Test
    void a_change_needs_the_version_that_was_read() {
        created("ubah");
        var location = PATH + "/" + id(name("ubah"));
        var tag = admin().get(location).then().statusCode(200).extract().header("ETag");
        admin().body("{\"roles\":[\"PELATIHAN\"]}").patch(location).then().statusCode(428);
        admin().header("If-Match", "\"77\"")
                .body("{\"roles\":[]}")
                .patch(location)
                .then()
                .statusCode(412);
        var changed = admin().header("If-Match", tag)
                .body("{\"roles\":[\"PELATIHAN\"],\"displayName\":\"Rina Baru\"}")
                .patch(location)
                .then()
                .statusCode(200)
                .body("roles", contains("PELATIHAN"))
                .body("displayName", equalTo("Rina Baru"))
                .extract();
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
        admin().header("If-Match", tag)
                .body("{\"roles\":[]}")
                .patch(location)
                .then()
                .statusCode(412);
        admin().get(location).then().body("roles", contains("PELATIHAN"));
        assertThat(SignIn.log(agency, "account"))
                .contains("\"roles\"")
                .contains("PELATIHAN")
                .contains("Rina Baru");
        admin().header("If-Match", changed.header("ETag"))
                .contentType("application/merge-patch+json")
                .body("{\"roles\":[\"ASESOR\"]}")
                .patch(location)
                .then()
                .statusCode(200)
                .body("roles", contains("ASESOR"));
        admin().header("If-Match", changed.header("ETag"))
                .body("{\"roles\":[]}")
                .patch(location)
                .then()
                .statusCode(412);
        var latest =
                "select json_value(fields, '$.roles.%s[0]') from change_log where object_type = 'account' and agency = '"
                        + agency.code + "' order by id desc limit 1";
        assertThat(TestAgency.query(latest.formatted("before"))).isEqualTo("PELATIHAN");
        assertThat(TestAgency.query(latest.formatted("after"))).isEqualTo("ASESOR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"username\":\"lain\"}|400|/username",
                "{\"displayName\":null}|400|/displayName",
                "{\"roles\":null}|400|/roles",
                "{\"roles\":\"SDM\"}|400|/roles",
                "{\"roles\":[\"NASIONAL\"]}|422|/roles",
                "{\"employeeId\":\"bukan\"}|400|/employeeId"
            })
    void a_wrong_change_is_refused_at_its_place(String patch, int status, String pointer) {
        created("salah");
        var location = PATH + "/" + id(name("salah"));
        admin().header("If-Match", "0")
                .body(patch)
                .patch(location)
                .then()
                .statusCode(status)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void reading_what_one_has_already_costs_nothing() {
        created("etag");
        var location = PATH + "/" + id(name("etag"));
        var tag = admin().get(location).header("ETag");
        admin().header("If-None-Match", tag).get(location).then().statusCode(304);
    }

    @Test
    void a_disabled_account_is_out_at_once() {
        var made = created("henti");
        var location = made.header("Location");
        String password = made.path("temporaryPassword");
        String refresh = from.password(name("henti"), password).extract().path("refresh_token");
        admin().post(location + "/deactivation").then().statusCode(200).body("disabled", equalTo(true));
        from.refresh(refresh).statusCode(400);
        from.password(name("henti"), password).statusCode(400);
        admin().post(location + "/activation").then().statusCode(200).body("disabled", equalTo(false));
        from.password(name("henti"), password).statusCode(200);
        from.refresh(refresh).statusCode(400);
    }

    @Test
    void a_reset_gives_a_temporary_password_and_ends_every_session_and_lock() {
        var made = created("lupa");
        var location = made.header("Location");
        String refresh = from.password(name("lupa"), made.path("temporaryPassword"))
                .extract()
                .path("refresh_token");
        var elsewhere = SignIn.fromOwnAddress();
        for (int i = 0; i < 5; i++) {
            elsewhere.password(name("lupa"), "salah").statusCode(400);
        }
        elsewhere.password(name("lupa"), made.path("temporaryPassword")).statusCode(429);
        admin().get(location).then().body("lockedUntil", notNullValue());
        String fresh = admin().post(location + "/password-reset")
                .then()
                .statusCode(200)
                .body("account.mustChangePassword", equalTo(true))
                .extract()
                .path("temporaryPassword");
        admin().get(location).then().body("lockedUntil", nullValue());
        elsewhere.password(name("lupa"), fresh).statusCode(200);
        from.password(name("lupa"), made.path("temporaryPassword")).statusCode(400);
        from.refresh(refresh).statusCode(400);
    }

    @Test
    void nobody_locks_herself_out() {
        accounts.ensure(
                List.of(new Accounts.NewAccount(name("sendiri"), agency.code, null, Set.of(Role.ADMIN), "Sendiri")),
                List.of(),
                SignIn.SECRET);
        String token = from.password(name("sendiri"), SignIn.SECRET).extract().path("access_token");
        var me = PATH + "/" + id(name("sendiri"));
        SignIn.bearer(token).post(me + "/deactivation").then().statusCode(409).body("code", equalTo("STATE_CONFLICT"));
        SignIn.bearer(token)
                .contentType("application/json")
                .header("If-Match", "0")
                .body("{\"roles\":[\"SDM\"]}")
                .patch(me)
                .then()
                .statusCode(409);
    }

    @Test
    void an_account_that_oversees_the_nation_is_not_an_administrators_to_manage() {
        accounts.ensure(
                List.of(new Accounts.NewAccount(name("pusat"), agency.code, null, Set.of(Role.NASIONAL), "Pusat")),
                List.of(),
                SignIn.SECRET);
        var location = PATH + "/" + id(name("pusat"));
        for (var action : List.of("/password-reset", "/deactivation", "/activation")) {
            admin().post(location + action).then().statusCode(422).body("code", equalTo("RULE_REFUSED"));
        }
        admin().header("If-Match", "0")
                .body("{\"displayName\":\"x\"}")
                .patch(location)
                .then()
                .statusCode(422);
    }

    @Test
    void the_list_is_paged_filtered_and_sorted() {
        for (var word : List.of("c", "a", "b")) {
            accounts.ensure(
                    List.of(new Accounts.NewAccount(
                            name("daftar-" + word),
                            agency.code,
                            null,
                            word.equals("b") ? Set.of(Role.ASESOR, Role.ASN) : Set.of(Role.ASN),
                            "Orang " + word)),
                    List.of(),
                    SignIn.SECRET);
        }
        var first = admin().queryParam("limit", 2)
                .queryParam("total", true)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.username", contains(name("daftar-a"), name("daftar-b")))
                .body("items[1].roles", contains("ASN", "ASESOR"))
                .body("total", equalTo(3))
                .header("Link", notNullValue())
                .extract();
        admin().queryParam("limit", 2)
                .queryParam("cursor", (String) first.path("next"))
                .get(PATH)
                .then()
                .body("items.username", contains(name("daftar-c")))
                .body("next", nullValue());
        admin().queryParam("role", "ASESOR").get(PATH).then().body("items.username", contains(name("daftar-b")));
        search("orang c").statusCode(200).body("items.username", contains(name("daftar-c")));
        search("%").statusCode(200).body("items", hasSize(0));
        admin().queryParam("q", "orang c").get(PATH).then().statusCode(400);
        admin().queryParam("disabled", true).get(PATH).then().body("items", hasSize(0));
        admin().queryParam("employeeId", UUID.randomUUID().toString())
                .get(PATH)
                .then()
                .body("items", hasSize(0));
        admin().queryParam("sort", "-displayName").get(PATH).then().body("items[0].displayName", equalTo("Orang c"));
        admin().queryParam("sort", "passwordHash").get(PATH).then().statusCode(400);
        admin().queryParam("cursor", "palsu").get(PATH).then().statusCode(400);
        admin().queryParam("limit", 0).get(PATH).then().statusCode(400);
        search("x".repeat(101)).statusCode(400);
    }

    @Test
    void another_agency_sees_nothing() {
        var made = created("rahasia");
        var location = made.header("Location");
        var other = TestAgency.called("asing").as(Role.ADMIN).contentType("application/json");
        other.get(location).then().statusCode(404);
        other.post(location + "/deactivation").then().statusCode(404);
        other.post(location + "/password-reset").then().statusCode(404);
        other.header("If-Match", "0")
                .body("{\"displayName\":\"x\"}")
                .patch(location)
                .then()
                .statusCode(404);
        other.get(PATH).then().statusCode(200).body("items", hasSize(0));
        admin().get(PATH + "/bukan-id").then().statusCode(404);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ADMIN", "AUDITOR"})
    void other_roles_manage_no_accounts(Role role) {
        agency.as(role).get(PATH).then().statusCode(403);
        agency.as(role)
                .contentType("application/json")
                .body("{}")
                .post(PATH)
                .then()
                .statusCode(403);
    }

    @Test
    void an_auditor_reads_only_and_nobody_reads_nothing() {
        agency.as(Role.AUDITOR).get(PATH).then().statusCode(200);
        agency.as(Role.AUDITOR)
                .contentType("application/json")
                .body("{}")
                .post(PATH)
                .then()
                .statusCode(403);
        TestAgency.anonymous().get(PATH).then().statusCode(401).header("WWW-Authenticate", not(nullValue()));
    }
}
