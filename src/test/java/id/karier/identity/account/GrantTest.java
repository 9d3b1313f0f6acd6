package id.karier.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
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
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one administrator may not hand out alone. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class GrantTest {
    private static final String ACCOUNTS = "/api/v1/accounts";
    private static final String GRANTS = "/api/v1/grants/";
    private static final String BINDINGS = "/api/v1/bindings/";

    @Inject
    Accounts accounts;

    private final TestAgency agency = TestAgency.called("usul");
    private final SignIn from = SignIn.fromOwnAddress();

    private RequestSpecification admin() {
        return agency.as(Role.ADMIN).contentType("application/json");
    }

    private String name(String word) {
        return word + "." + agency.code;
    }

    private ExtractableResponse<Response> made(String word, String... roles) {
        return admin().body(Map.of("username", name(word), "displayName", word, "roles", List.of(roles)))
                .post(ACCOUNTS)
                .then()
                .statusCode(201)
                .extract();
    }

    private void standing(String word, UUID employee, Role... roles) {
        accounts.ensure(
                List.of(new Accounts.NewAccount(name(word), agency.code, employee, Set.of(roles), word)),
                List.of(),
                SignIn.SECRET);
    }

    private RequestSpecification signedIn(String word) {
        String token = from.password(name(word), SignIn.SECRET)
                .statusCode(200)
                .extract()
                .path("access_token");
        return SignIn.bearer(token).contentType("application/json");
    }

    private String at(String word) {
        return ACCOUNTS + "/"
                + admin().body(Map.of("q", name(word)))
                        .post(ACCOUNTS + "/search")
                        .path("items[0].id");
    }

    private ValidatableResponse patch(RequestSpecification by, String location, String body) {
        var tag = admin().get(location).header("ETag");
        return by.header("If-Match", tag).body(body).patch(location).then();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SDM", "PIMPINAN", "AUDITOR", "ADMIN"})
    void a_role_that_decides_or_sees_everything_waits_for_a_second_officer(String role) {
        var made = made("baru", role, "PELATIHAN");
        assertThat(made.<List<String>>path("account.roles")).containsExactly("PELATIHAN");
        String grant = made.path("account.proposals[0]");
        agency.as(Role.AUDITOR)
                .queryParam("status", "PROPOSED")
                .get(GRANTS)
                .then()
                .statusCode(200)
                .body("items.id", contains(grant))
                .body("items[0].rights", contains(role))
                .body("items[0].subjectName", equalTo(name("baru")));
        admin().post(GRANTS + grant + "/approval").then().statusCode(403).body("code", equalTo("SAME_HANDS"));
        for (var other : List.of(Role.SDM, Role.AUDITOR, Role.ASN)) {
            agency.as(other).post(GRANTS + grant + "/approval").then().statusCode(403);
        }
        agency.as(Role.PIMPINAN)
                .post(GRANTS + grant + "/approval")
                .then()
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("decidedBy", notNullValue());
        admin().get(made.header("Location")).then().body("roles", hasItem(role));
        agency.as(Role.PIMPINAN)
                .post(GRANTS + grant + "/rejection")
                .then()
                .statusCode(409)
                .body("errors[0].code", equalTo("PROPOSAL_DECIDED"));
        assertThat(SignIn.log(agency, "grant")).contains("CREATED").contains("APPROVED");
    }

    @Test
    void roles_that_see_little_are_given_at_once() {
        var made = made("kecil", "ASN", "PELATIHAN", "ASESOR");
        assertThat(made.<List<String>>path("account.roles")).containsExactly("ASN", "PELATIHAN", "ASESOR");
        assertThat((Object) made.path("account.proposals")).isNull();
    }

    @Test
    void a_rejected_proposal_gives_nothing() {
        var made = made("tolak", "SDM");
        String grant = made.path("account.proposals[0]");
        agency.as(Role.PIMPINAN).post(GRANTS + grant + "/rejection").then().statusCode(200);
        agency.as(Role.PIMPINAN).post(GRANTS + grant + "/approval").then().statusCode(409);
        admin().get(made.header("Location")).then().body("roles", hasSize(0));
    }

    @Test
    void a_role_is_taken_away_at_once_and_comes_back_through_a_second_officer() {
        standing("lama", null, Role.SDM, Role.ASN);
        patch(admin(), at("lama"), "{\"roles\":[\"ASN\"]}").statusCode(200).body("roles", contains("ASN"));
        patch(admin(), at("lama"), "{\"roles\":[\"ASN\",\"SDM\"]}")
                .statusCode(200)
                .body("roles", contains("ASN"))
                .body("proposals", hasSize(1));
        admin().get(at("lama")).then().body("roles", contains("ASN"));
    }

    @Test
    void nobody_gives_herself_anything() {
        var person = SignIn.employee(agency, "Rahma", false);
        standing("diri", null, Role.ADMIN);
        for (var body : List.of(
                "{\"roles\":[\"ADMIN\",\"SDM\"]}",
                "{\"roles\":[\"ADMIN\",\"PELATIHAN\"]}",
                "{\"employeeId\":\"" + person + "\"}",
                "{\"externalIssuer\":\"nasional\",\"externalSubject\":\"saya\"}")) {
            patch(signedIn("diri"), at("diri"), body).statusCode(403).body("code", equalTo("OWN_RIGHTS"));
        }
        patch(signedIn("diri"), at("diri"), "{\"displayName\":\"Rahma\"}").statusCode(200);
    }

    @Test
    void an_account_that_the_proposer_made_is_her_own_hands_even_through_another() {
        standing("satu", null, Role.ADMIN);
        standing("pimpinan", null, Role.PIMPINAN);
        String second = signedIn("satu")
                .body(Map.of("username", name("dua"), "displayName", "Dua", "roles", List.of("ADMIN")))
                .post(ACCOUNTS)
                .then()
                .statusCode(201)
                .extract()
                .path("account.proposals[0]");
        signedIn("pimpinan").post(GRANTS + second + "/approval").then().statusCode(200);
        owns("dua");
        String third = signedIn("dua")
                .body(Map.of("username", name("tiga"), "displayName", "Tiga", "roles", List.of("ADMIN")))
                .post(ACCOUNTS)
                .then()
                .extract()
                .path("account.proposals[0]");
        signedIn("satu")
                .post(GRANTS + third + "/approval")
                .then()
                .statusCode(403)
                .body("code", equalTo("SAME_HANDS"));
        signedIn("pimpinan").post(GRANTS + third + "/approval").then().statusCode(200);
        owns("tiga");
        String grant = signedIn("satu")
                .body(Map.of("username", name("empat"), "displayName", "Empat", "roles", List.of("SDM")))
                .post(ACCOUNTS)
                .then()
                .extract()
                .path("account.proposals[0]");
        for (var hand : List.of("satu", "dua", "tiga")) {
            signedIn(hand)
                    .post(GRANTS + grant + "/approval")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("SAME_HANDS"));
        }
        signedIn("pimpinan").post(GRANTS + grant + "/approval").then().statusCode(200);
    }

    /** Its owner has chosen a password, the test's. */
    private void owns(String word) {
        standing("sandi", null, Role.ASN);
        TestAgency.sql("update accounts a join accounts b on b.username = '" + name("sandi") + "' set a.password_hash ="
                + " b.password_hash, a.must_change_password = false where a.username = '" + name(word) + "'");
    }

    @Test
    void two_accounts_of_one_person_are_one_pair_of_eyes() {
        var person = SignIn.employee(agency, "Rahma", false);
        String grant = agency.as(person, Role.ADMIN)
                .contentType("application/json")
                .body(Map.of("username", name("kembar"), "displayName", "Kembar", "roles", List.of("SDM")))
                .post(ACCOUNTS)
                .then()
                .statusCode(201)
                .extract()
                .path("account.proposals[0]");
        standing("rahma", person, Role.ADMIN);
        TestAgency.sql("update access_grants set proposed_by = (select id from accounts where username = '"
                + name("rahma") + "') where id = x'" + grant.replace("-", "") + "'");
        agency.as(person, Role.PIMPINAN)
                .post(GRANTS + grant + "/approval")
                .then()
                .statusCode(403)
                .body("code", equalTo("SAME_HANDS"));
    }

    @Test
    void nobody_approves_what_she_is_to_get() {
        standing("calon", null, Role.PIMPINAN);
        String grant = patch(admin(), at("calon"), "{\"roles\":[\"PIMPINAN\",\"SDM\"]}")
                .extract()
                .path("proposals[0]");
        signedIn("calon").post(GRANTS + grant + "/approval").then().statusCode(403);
    }

    @Test
    void a_change_withdraws_what_was_proposed_for_the_account_before() {
        var made = made("ganti", "SDM");
        String grant = made.path("account.proposals[0]");
        patch(admin(), made.header("Location"), "{\"displayName\":\"Orang lain\"}")
                .statusCode(200);
        agency.as(Role.PIMPINAN).get(GRANTS + grant).then().body("status", equalTo("WITHDRAWN"));
        agency.as(Role.PIMPINAN).post(GRANTS + grant + "/approval").then().statusCode(409);
    }

    @Test
    void the_password_of_an_officer_is_reset_by_two() {
        standing("pejabat", null, Role.PIMPINAN);
        String grant = admin().post(at("pejabat") + "/password-reset")
                .then()
                .statusCode(202)
                .body("what", equalTo("PASSWORD_RESET"))
                .body("temporaryPassword", nullValue())
                .header("Location", notNullValue())
                .extract()
                .path("id");
        from.password(name("pejabat"), SignIn.SECRET).statusCode(200);
        admin().post(at("pejabat") + "/password-reset").then().statusCode(202).body("id", equalTo(grant));
        var person = UUID.randomUUID();
        agency.as(person, Role.ADMIN).post(GRANTS + grant + "/approval").then().statusCode(200);
        String fresh = admin().post(at("pejabat") + "/password-reset")
                .then()
                .statusCode(200)
                .extract()
                .path("temporaryPassword");
        from.password(name("pejabat"), fresh).statusCode(200);
        admin().post(at("pejabat") + "/password-reset").then().statusCode(202).body("id", not(equalTo(grant)));
    }

    @Test
    void another_way_in_to_an_officers_account_is_opened_by_two() {
        standing("luar", null, Role.SDM);
        String grant = patch(
                        admin(),
                        at("luar"),
                        "{\"externalIssuer\":\"nasional\",\"externalSubject\":\"s-" + agency.code + "\"}")
                .statusCode(200)
                .body("externalSubject", nullValue())
                .extract()
                .path("proposals[0]");
        agency.as(Role.PIMPINAN).post(GRANTS + grant + "/approval").then().statusCode(200);
        admin().get(at("luar")).then().body("externalSubject", equalTo("s-" + agency.code));
    }

    @Test
    void the_record_of_an_account_is_confirmed_by_an_officer_of_the_register() {
        var person = SignIn.employee(agency, "Budi", true);
        var made = admin().body(Map.of(
                        "username", name("budi"), "displayName", "Budi", "roles", List.of("ASN"), "employeeId", person))
                .post(ACCOUNTS)
                .then()
                .statusCode(201)
                .body("account.employeeId", nullValue())
                .extract();
        String binding = made.path("account.proposals[0]");
        agency.as(Role.PIMPINAN).post(BINDINGS + binding + "/approval").then().statusCode(403);
        agency.as(Role.PIMPINAN).post(GRANTS + binding + "/approval").then().statusCode(404);
        admin().post(BINDINGS + binding + "/approval").then().statusCode(403);
        agency.as(Role.SDM).get(BINDINGS).then().body("items.id", contains(binding));
        agency.as(Role.SDM)
                .post(BINDINGS + binding + "/approval")
                .then()
                .statusCode(200)
                .body("employeeId", equalTo(person.toString()));
        admin().get(made.header("Location")).then().body("employeeId", equalTo(person.toString()));
        assertThat(SignIn.log(agency, "binding")).contains("APPROVED");
    }

    private static void is(UUID person, String status) {
        TestAgency.sql("update employees set status = '" + status + "' where id = x'" + TestAgency.hex(person) + "'");
    }

    private void hasTheRoles(String word, String... roles) {
        signedIn(word).get("/api/v1/me").then().statusCode(200).body("roles", contains(roles));
    }

    @Test
    void an_account_is_unbound_by_two_and_its_person_s_standing_stays_with_it() {
        var person = SignIn.employee(agency, "Wayan", false);
        standing("wayan", person, Role.ASN, Role.SDM);
        is(person, "DISMISSED");
        hasTheRoles("wayan", "ASN");
        String binding = patch(admin(), at("wayan"), "{\"employeeId\":null}")
                .statusCode(200)
                .body("employeeId", equalTo(person.toString()))
                .body("proposals", hasSize(1))
                .extract()
                .path("proposals[0]");
        hasTheRoles("wayan", "ASN");
        admin().post(BINDINGS + binding + "/approval").then().statusCode(403);
        agency.as(person, Role.SDM)
                .post(BINDINGS + binding + "/approval")
                .then()
                .statusCode(403)
                .body("code", equalTo("SAME_HANDS"))
                .body("detail", containsString("SDM"));
        agency.as(Role.SDM)
                .post(BINDINGS + binding + "/approval")
                .then()
                .statusCode(200)
                .body("what", equalTo("BINDING"))
                .body("employeeId", nullValue());
        admin().get(at("wayan")).then().body("employeeId", nullValue());
        hasTheRoles("wayan", "ASN");
        signedIn("wayan").get("/api/v1/employees").then().body("items", hasSize(0));
        is(person, "ACTIVE");
        signedIn("wayan")
                .header(
                        "If-Match",
                        agency.as(Role.SDM).get("/api/v1/employees/" + person).header("ETag"))
                .body("{\"name\":\"Wayan Baru\"}")
                .patch("/api/v1/employees/" + person)
                .then()
                .statusCode(403)
                .body("code", equalTo("OWN_RECORD"));
    }

    @Test
    void another_person_is_bound_by_two_and_the_old_one_holds_until_then() {
        var before = SignIn.employee(agency, "Lama", false);
        var after = SignIn.employee(agency, "Baru", false);
        standing("tukar", before, Role.ASN, Role.SDM);
        is(before, "SUSPENDED");
        String binding = patch(admin(), at("tukar"), "{\"employeeId\":\"" + after + "\"}")
                .statusCode(200)
                .body("employeeId", equalTo(before.toString()))
                .extract()
                .path("proposals[0]");
        hasTheRoles("tukar", "ASN");
        agency.as(after, Role.SDM).post(BINDINGS + binding + "/approval").then().statusCode(403);
        agency.as(Role.SDM).post(BINDINGS + binding + "/approval").then().statusCode(200);
        signedIn("tukar").post(BINDINGS + binding + "/approval").then().statusCode(403);
        is(before, "ACTIVE");
        signedIn("tukar").post(BINDINGS + binding + "/approval").then().statusCode(409);
    }

    @Test
    void nobody_unbinds_herself() {
        var person = SignIn.employee(agency, "Dewi", false);
        standing("dewi", person, Role.ADMIN);
        patch(signedIn("dewi"), at("dewi"), "{\"employeeId\":null}")
                .statusCode(403)
                .body("code", equalTo("OWN_RIGHTS"));
    }

    @Test
    void what_gives_nothing_and_what_a_second_officer_agreed_to_makes_no_hands() {
        standing("siti", null, Role.ADMIN);
        standing("budi", null, Role.ADMIN);
        standing("rini", null, Role.PIMPINAN);
        standing("sari", null, Role.SDM);
        patch(signedIn("siti"), at("budi"), "{\"displayName\":\"Budi Santoso\"}")
                .statusCode(200);
        String grant = signedIn("siti")
                .body(Map.of("username", name("calon"), "displayName", "Calon", "roles", List.of("SDM")))
                .post(ACCOUNTS)
                .path("account.proposals[0]");
        signedIn("budi").post(GRANTS + grant + "/approval").then().statusCode(200);
        String reset = signedIn("siti")
                .post(at("sari") + "/password-reset")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        signedIn("rini").post(GRANTS + reset + "/approval").then().statusCode(200);
        signedIn("siti").post(at("sari") + "/password-reset").then().statusCode(200);
        owns("sari");
        var person = SignIn.employee(agency, "Calon", false);
        String binding = patch(signedIn("siti"), at("calon"), "{\"employeeId\":\"" + person + "\"}")
                .statusCode(200)
                .extract()
                .path("proposals[0]");
        signedIn("sari").post(BINDINGS + binding + "/approval").then().statusCode(200);
    }

    @Test
    void what_one_administrator_gave_alone_makes_hands() {
        standing("tono", null, Role.ADMIN);
        standing("umi", null, Role.ADMIN);
        patch(signedIn("tono"), at("umi"), "{\"roles\":[\"ADMIN\",\"PELATIHAN\"]}")
                .statusCode(200);
        String grant = signedIn("tono")
                .body(Map.of("username", name("vina"), "displayName", "Vina", "roles", List.of("SDM")))
                .post(ACCOUNTS)
                .path("account.proposals[0]");
        signedIn("umi")
                .post(GRANTS + grant + "/approval")
                .then()
                .statusCode(403)
                .body("code", equalTo("SAME_HANDS"))
                .body("detail", containsString("PIMPINAN"));
    }

    @Test
    void a_person_has_one_account_that_is_in_use() {
        var person = SignIn.employee(agency, "Citra", false);
        standing("citra", person, Role.ASN);
        var second = admin().body(Map.of(
                        "username",
                        name("citra2"),
                        "displayName",
                        "Citra",
                        "roles",
                        List.of("ASN"),
                        "employeeId",
                        person))
                .post(ACCOUNTS)
                .then()
                .statusCode(201)
                .extract();
        String binding = second.path("account.proposals[0]");
        agency.as(Role.SDM)
                .post(BINDINGS + binding + "/approval")
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/employeeId"));
        admin().post(at("citra") + "/deactivation").then().statusCode(200);
        agency.as(Role.SDM).post(BINDINGS + binding + "/approval").then().statusCode(200);
        admin().post(at("citra") + "/activation")
                .then()
                .statusCode(409)
                .body("errors[0].code", equalTo("PERSON_TAKEN"));
    }

    @Test
    void a_machine_gets_at_once_only_what_its_administrator_could_do_herself() {
        var made = admin().body(Map.of(
                        "clientId",
                        "mesin-" + agency.code,
                        "name",
                        "Mesin",
                        "scopes",
                        List.of("units:read", "employees:read", "employees:write", "audit:read", "personal-data:read")))
                .post("/api/v1/clients")
                .then()
                .statusCode(201)
                .body("client.scopes", contains("employees:read", "units:read"))
                .extract();
        String grant = made.path("client.proposals[0]");
        String token = from.client("mesin-" + agency.code, made.path("secret"))
                .extract()
                .path("access_token");
        SignIn.bearer(token).get("/api/v1/audit").then().statusCode(403);
        SignIn.bearer(token)
                .post(GRANTS + grant + "/approval")
                .then()
                .statusCode(403)
                .body("detail", containsString("mesin tidak melakukannya"));
        agency.as(Role.PIMPINAN)
                .post(GRANTS + grant + "/approval")
                .then()
                .statusCode(200)
                .body("rights", contains("audit:read", "employees:write", "personal-data:read"));
        SignIn.bearer(token).get("/api/v1/units").then().statusCode(401);
        String wider = from.client("mesin-" + agency.code, made.path("secret"))
                .extract()
                .path("access_token");
        SignIn.bearer(wider).get("/api/v1/audit").then().statusCode(200);
        String secret = admin().post(made.header("Location") + "/secret")
                .then()
                .statusCode(202)
                .body("what", equalTo("SECRET"))
                .extract()
                .path("id");
        from.client("mesin-" + agency.code, made.path("secret")).statusCode(200);
        agency.as(Role.PIMPINAN).post(GRANTS + secret + "/approval").then().statusCode(200);
        admin().post(made.header("Location") + "/secret").then().statusCode(200).body("secret", notNullValue());
    }

    @Test
    void another_agency_sees_no_proposals() {
        String grant = made("rahasia", "SDM").path("account.proposals[0]");
        var other = TestAgency.called("asing");
        other.as(Role.PIMPINAN).get(GRANTS + grant).then().statusCode(404);
        other.as(Role.PIMPINAN).post(GRANTS + grant + "/approval").then().statusCode(404);
        other.as(Role.PIMPINAN).get(GRANTS).then().body("items", hasSize(0));
    }
}
