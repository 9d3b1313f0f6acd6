package id.karier.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
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
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts and machines that an issuer outside signs in: who may link what, and what the link opens. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(OutsideIssuer.class)
class OutsideLinkTest {
    private static final String ACCOUNTS = "/api/v1/accounts";
    private static final String CLIENTS = "/api/v1/clients";

    @Inject
    Accounts accounts;

    private final TestAgency agency = TestAgency.called("taut");
    private final SignIn from = SignIn.fromOwnAddress();

    private static RequestSpecification admin(TestAgency agency) {
        return agency.as(Role.ADMIN).contentType("application/json");
    }

    private static ValidatableResponse account(TestAgency agency, String word, Map<String, ?> more) {
        var body = new HashMap<String, Object>(
                Map.of("username", word + "." + agency.code, "displayName", "Dewi Lestari", "roles", List.of("ASN")));
        body.putAll(more);
        return admin(agency).body(body).post(ACCOUNTS).then();
    }

    private static Map<String, Object> link(String issuer, String subject) {
        return Map.of("externalIssuer", issuer, "externalSubject", subject);
    }

    private ValidatableResponse client(String word, Map<String, ?> more) {
        var body = new HashMap<String, Object>(
                Map.of("clientId", word + "-" + agency.code, "name", "Presensi", "scopes", List.of("units:read")));
        body.putAll(more);
        return admin(agency).body(body).post(CLIENTS).then();
    }

    private static RequestSpecification outside(String subject, String agency) {
        try {
            var encoded = ConfigProvider.getConfig().getValue("test.outside.first", String.class);
            var key = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
            return SignIn.bearer(Jwt.claims()
                    .issuer("https://nasional.example")
                    .audience("karier-nasional")
                    .subject(subject)
                    .claim("instansi", agency)
                    .expiresIn(Duration.ofMinutes(5))
                    .jws()
                    .keyId("satu")
                    .sign(key));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void another_way_in_to_a_machine_takes_the_scopes_that_need_two_until_they_are_approved() {
        var name = "mesin-" + agency.code;
        accounts.ensure(
                List.of(),
                List.of(new Accounts.NewClient(name, agency.code, Set.of("units:read", "audit:read"))),
                SignIn.SECRET);
        String id = admin(agency).get(CLIENTS).path("items[0].id");
        admin(agency)
                .header("If-Match", "\"0\"")
                .body(link("nasional", "mesin-saya"))
                .patch(CLIENTS + "/" + id)
                .then()
                .statusCode(200)
                .body("scopes", equalTo(List.of("units:read")))
                .body("proposals.size()", equalTo(1));
    }

    @Test
    void an_issuer_that_nobody_configured_for_the_agency_is_refused_with_those_there_are() {
        for (var issuer : List.of("sso-lampun", "subjek", "NASIONAL")) {
            account(agency, "salah", link(issuer, "s-1"))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/externalIssuer"))
                    .body("errors[0].code", equalTo("EXTERNAL_ISSUER_UNKNOWN"))
                    .body("errors[0].detail", containsString("nasional"))
                    .body("errors[0].detail", not(containsString("subjek")));
            client("salah", link(issuer, "s-1")).statusCode(422).body("errors[0].pointer", equalTo("/externalIssuer"));
        }
    }

    @Test
    void the_agency_that_an_issuer_serves_may_link_to_it() {
        accounts.ensure(
                List.of(new Accounts.NewAccount(
                        "admin.luar", OutsideIssuer.AGENCY, null, Set.of(Role.ADMIN), "Rina Wulandari")),
                List.of(),
                SignIn.SECRET);
        String token = from.password("admin.luar", SignIn.SECRET).extract().path("access_token");
        SignIn.bearer(token)
                .contentType("application/json")
                .body(Map.of(
                        "clientId",
                        "mesin-luar",
                        "name",
                        "Presensi",
                        "scopes",
                        List.of("units:read"),
                        "externalIssuer",
                        "subjek",
                        "externalSubject",
                        "mesin-1"))
                .post(CLIENTS)
                .then()
                .statusCode(201);
    }

    @Test
    void a_subject_that_was_pasted_with_a_blank_is_taken_without_it() {
        account(agency, "kosong", link(" nasional", " s-" + agency.code + " "))
                .statusCode(201)
                .body("account.externalIssuer", equalTo("nasional"))
                .body("account.externalSubject", equalTo("s-" + agency.code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s\n1", "\u0001s"})
    void a_subject_that_holds_what_nobody_sees_is_refused(String subject) {
        account(agency, "kosong", link("nasional", subject)).statusCode(400);
    }

    @Test
    void another_agency_neither_takes_a_persons_subject_nor_learns_of_it() {
        var neighbour = TestAgency.called("taut");
        account(neighbour, "serobot", link("nasional", "rebut-" + agency.code)).statusCode(201);
        account(agency, "asli", link("nasional", "rebut-" + agency.code)).statusCode(201);
        outside("rebut-" + agency.code, agency.code)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("username", equalTo("asli." + agency.code));
        account(agency, "kedua", link("nasional", "rebut-" + agency.code))
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/externalSubject"));
        client("kedua", link("nasional", "rebut-" + agency.code)).statusCode(409);
    }

    @Test
    void an_account_may_sign_in_outside_only() {
        var made = account(agency, "luar", withOnly(link("nasional", "hanya-" + agency.code)))
                .statusCode(201)
                .body("temporaryPassword", nullValue())
                .body("account.outsideOnly", equalTo(true))
                .body("account.mustChangePassword", equalTo(false))
                .extract();
        var me = outside("hanya-" + agency.code, agency.code);
        me.get("/api/v1/me").then().statusCode(200).body("mustChangePassword", equalTo(false));
        me.contentType("application/json")
                .body(Map.of("currentPassword", "apa saja", "newPassword", "gajah terbang di way kambas"))
                .post("/api/v1/auth/password")
                .then()
                .statusCode(org.hamcrest.Matchers.greaterThanOrEqualTo(400));
        from.password("luar." + agency.code, "apa saja").statusCode(400);
        from.password("luar." + agency.code, "").statusCode(400);
        admin(agency)
                .post(made.header("Location") + "/password-reset")
                .then()
                .statusCode(409)
                .body("code", equalTo("STATE_CONFLICT"));
        assertThat(SignIn.log(agency, "account")).contains("outsideOnly");
    }

    private static Map<String, Object> withOnly(Map<String, Object> link) {
        var more = new HashMap<>(link);
        more.put("outsideOnly", true);
        return more;
    }

    @Test
    void who_gives_up_her_password_is_signed_out_and_gets_it_back_from_an_administrator() {
        var made = account(agency, "ganti", link("nasional", "ganti-" + agency.code))
                .statusCode(201)
                .body("temporaryPassword", notNullValue())
                .extract();
        String refresh = from.password("ganti." + agency.code, made.path("temporaryPassword"))
                .statusCode(200)
                .extract()
                .path("refresh_token");
        outside("ganti-" + agency.code, agency.code)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("mustChangePassword", equalTo(false));
        var location = made.header("Location");
        var only = admin(agency)
                .header("If-Match", made.header("ETag"))
                .body("{\"outsideOnly\":true}")
                .patch(location)
                .then()
                .statusCode(200)
                .body("outsideOnly", equalTo(true))
                .extract();
        from.refresh(refresh).statusCode(400);
        from.password("ganti." + agency.code, made.path("temporaryPassword")).statusCode(400);
        admin(agency)
                .header("If-Match", only.header("ETag"))
                .body("{\"externalIssuer\":null,\"externalSubject\":null}")
                .patch(location)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/outsideOnly"));
        admin(agency)
                .header("If-Match", only.header("ETag"))
                .body("{\"outsideOnly\":false}")
                .patch(location)
                .then()
                .statusCode(200)
                .body("mustChangePassword", equalTo(true));
        from.password("ganti." + agency.code, made.path("temporaryPassword")).statusCode(400);
        String fresh = admin(agency)
                .post(location + "/password-reset")
                .then()
                .statusCode(200)
                .extract()
                .path("temporaryPassword");
        from.password("ganti." + agency.code, fresh).statusCode(200);
    }

    @Test
    void outside_only_needs_a_way_in() {
        account(agency, "buntu", Map.of("outsideOnly", true))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/outsideOnly"))
                .body("errors[0].code", equalTo("OUTSIDE_ONLY_UNLINKED"));
    }

    @Test
    void a_machine_of_an_issuer_is_a_machine_here_with_its_scopes() {
        var made = client("mesin", link("nasional", "mesin-" + agency.code))
                .statusCode(201)
                .body("client.externalSubject", equalTo("mesin-" + agency.code))
                .extract();
        var machine = outside("mesin-" + agency.code, agency.code);
        machine.get("/api/v1/units").then().statusCode(200);
        machine.get(ACCOUNTS).then().statusCode(403);
        machine.get("/api/v1/me").then().statusCode(403);
        outside("mesin-" + agency.code, "taut-lain").get("/api/v1/units").then().statusCode(401);
        admin(agency).get(CLIENTS).then().body("items[0].externalIssuer", equalTo("nasional"));
        admin(agency).post(made.header("Location") + "/deactivation").then().statusCode(200);
        outside("mesin-" + agency.code + "-x", agency.code)
                .get("/api/v1/units")
                .then()
                .statusCode(401);
        var unlinked = admin(agency)
                .header("If-Match", admin(agency).get(made.header("Location")).header("ETag"))
                .body("{\"externalIssuer\":null,\"externalSubject\":null}")
                .patch(made.header("Location"))
                .then()
                .statusCode(200)
                .body("externalIssuer", nullValue())
                .extract();
        assertThat(unlinked.header("ETag")).isNotEqualTo(made.header("ETag"));
    }
}
