package id.karier.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Inject;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(OutsideIssuer.class)
class OutsideIssuerTest {
    @Inject
    Accounts accounts;

    private void person(String username, String agency, Role... roles) {
        accounts.ensure(
                List.of(new Accounts.NewAccount(username, agency, null, Set.of(roles), "Dewi Lestari")),
                List.of(),
                SignIn.SECRET);
    }

    private static JwtClaimsBuilder token(String issuer, String subject) {
        return Jwt.claims()
                .issuer("https://" + issuer + ".example")
                .audience("karier-" + issuer)
                .subject(subject)
                .expiresIn(Duration.ofMinutes(5));
    }

    private static ValidatableResponse me(JwtClaimsBuilder claims, String key) {
        var kid = key.equals("first") ? "satu" : "dua";
        return SignIn.bearer(claims.jws().keyId(kid).sign(key(key)))
                .get("/api/v1/me")
                .then();
    }

    private static PrivateKey key(String name) {
        try {
            var encoded = ConfigProvider.getConfig().getValue("test.outside." + name, String.class);
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void a_name_that_the_issuer_vouches_for_is_the_account_of_its_agency() {
        person("sdm.luar", OutsideIssuer.AGENCY, Role.SDM);
        var claims = token("nama", "whatever")
                .claim("preferred_username", "SDM.Luar")
                .claim("agency", "lampung")
                .claim("employee", UUID.randomUUID().toString())
                .claim("scope", "employees:write")
                .groups(Set.of("ADMIN", "NASIONAL", "WIZARD"));
        me(claims, "first")
                .statusCode(200)
                .body("username", equalTo("sdm.luar"))
                .body("roles", contains("SDM"))
                .body("agency.code", equalTo(OutsideIssuer.AGENCY))
                .body("employee", nullValue());
        SignIn.bearer(claims.jws().keyId("satu").sign(key("first")))
                .get("/api/v1/accounts")
                .then()
                .statusCode(403);
    }

    @Test
    void a_name_of_another_agency_or_of_nobody_is_401() {
        person("sdm.tetangga", "luar-2", Role.ADMIN);
        me(token("nama", "x").claim("preferred_username", "sdm.tetangga"), "first")
                .statusCode(401)
                .body("code", equalTo("INVALID_TOKEN"));
        me(token("nama", "x").claim("preferred_username", "siapa.ini"), "first").statusCode(401);
        me(token("nama", "x").claim("preferred_username", ""), "first").statusCode(401);
        me(token("nama", "sdm.luar"), "first").statusCode(401);
    }

    @Test
    void a_disabled_account_is_401() {
        person("mati.luar", OutsideIssuer.AGENCY, Role.ADMIN);
        TestAgency.sql("update accounts set disabled = true where username = 'mati.luar'");
        me(token("nama", "x").claim("preferred_username", "mati.luar"), "first").statusCode(401);
    }

    @Test
    void without_a_claim_of_names_the_subject_that_the_account_carries_counts() {
        person("subjek.luar", OutsideIssuer.AGENCY, Role.PIMPINAN);
        TestAgency.sql("update accounts set external_issuer = 'subjek', external_subject = 'F3-c1' where username ="
                + " 'subjek.luar'");
        me(token("subjek", "F3-c1"), "first").statusCode(200).body("username", equalTo("subjek.luar"));
        me(token("subjek", "f3-c1"), "first").statusCode(401);
        me(token("subjek", "sdm.luar"), "first").statusCode(401);
    }

    @Test
    void a_subject_is_compared_byte_by_byte() {
        person("bita.luar", OutsideIssuer.AGENCY, Role.SDM);
        TestAgency.sql("update accounts set external_issuer = 'subjek', external_subject = 'bita-1' where username ="
                + " 'bita.luar'");
        me(token("subjek", "bita-1"), "first").statusCode(200);
        for (var other : List.of("bita-1 ", " bita-1", "bita-1\u0000", "Bita-1", "b\u00edta-1", "bita-1\u200b")) {
            me(token("subjek", other), "first").statusCode(401);
        }
    }

    @Test
    void a_letter_whose_lower_case_is_plain_is_no_plain_letter() {
        person("kelvin.luar", OutsideIssuer.AGENCY, Role.SDM);
        me(token("nama", "x").claim("preferred_username", "KELVIN.luar"), "first")
                .statusCode(200);
        me(token("nama", "x").claim("preferred_username", "\u212aelvin.luar"), "first")
                .statusCode(401);
    }

    @Test
    void an_agencys_own_issuer_does_not_sign_in_who_oversees_the_nation() {
        person("nasional.luar", OutsideIssuer.AGENCY, Role.NASIONAL);
        me(token("nama", "x").claim("preferred_username", "nasional.luar"), "first")
                .statusCode(401);
        TestAgency.sql("update accounts set external_issuer = 'nasional', external_subject = 'n-1' where username ="
                + " 'nasional.luar'");
        me(token("nasional", "n-1").claim("instansi", OutsideIssuer.AGENCY), "first")
                .statusCode(200);
    }

    @Test
    void an_issuer_of_every_agency_names_the_agency_too() {
        for (var agency : List.of("luar-1", "luar-2")) {
            person("sama." + agency, agency, Role.SDM);
            TestAgency.sql(
                    "update accounts set external_issuer = 'nasional', external_subject = 'sama' where username ="
                            + " 'sama." + agency + "'");
            me(token("nasional", "sama").claim("instansi", agency), "first")
                    .statusCode(200)
                    .body("username", equalTo("sama." + agency));
        }
        me(token("nasional", "sama"), "first").statusCode(401);
        me(token("nasional", "sama").claim("instansi", "luar-3"), "first").statusCode(401);
        me(token("nasional", "sama").claim("instansi", "LUAR-1"), "first").statusCode(401);
        me(token("nasional", "sama").claim("instansi", List.of("luar-1")), "first")
                .statusCode(401);
        me(token("nasional", "sama").claim("instansi", 7), "first").statusCode(401);
    }

    @Test
    void a_refusal_says_where_to_go() {
        SignIn.bearer(token("nama", "x")
                        .claim("preferred_username", "siapa.ini")
                        .jws()
                        .keyId("satu")
                        .sign(key("first")))
                .header("Accept-Language", "en")
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("invalid_token"))
                .body("detail", containsString("https://nama.example knows you"));
        SignIn.bearer(token("nama", "x").audience("lain").jws().keyId("satu").sign(key("first")))
                .header("Accept-Language", "en")
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .body("detail", containsString("The token of https://nama.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ID", "Refresh", "Offline", "Logout", "DPoP", "bearer", ""})
    void a_token_of_another_type_is_no_access_token(String type) {
        person("tipe.luar", OutsideIssuer.AGENCY, Role.SDM);
        me(token("nama", "x").claim("preferred_username", "tipe.luar").claim("typ", type), "first")
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"at_hash", "c_hash", "events", "cnf"})
    void a_claim_of_another_kind_of_token_is_refused(String claim) {
        person("klaim.luar", OutsideIssuer.AGENCY, Role.SDM);
        me(token("nama", "x").claim("preferred_username", "klaim.luar").claim(claim, "x"), "first")
                .statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "JWT,200",
        "jwt,200",
        "at+jwt,200",
        "application/at+jwt,200",
        "logout+jwt,401",
        "secevent+jwt,401",
        "dpop+jwt,401",
        "JOSE,401"
    })
    void a_token_says_its_type_in_the_header_too(String type, int status) {
        person("kepala.luar", OutsideIssuer.AGENCY, Role.SDM);
        var claims =
                token("nama", "x").claim("preferred_username", "kepala.luar").claim("typ", "Bearer");
        SignIn.bearer(claims.jws().keyId("satu").header("typ", type).sign(key("first")))
                .get("/api/v1/me")
                .then()
                .statusCode(status);
    }

    @Test
    void a_token_that_lives_longer_than_is_configured_is_refused() {
        person("umur.luar", OutsideIssuer.AGENCY, Role.SDM);
        var now = java.time.Instant.now();
        me(named("umur.luar").issuedAt(now).expiresAt(now.plusSeconds(3600)), "first")
                .statusCode(200);
        me(named("umur.luar").issuedAt(now).expiresAt(now.plusSeconds(3700)), "first")
                .statusCode(401);
        me(named("umur.luar").issuedAt(now.minusSeconds(3600)).expiresAt(now.plusSeconds(60)), "first")
                .statusCode(401);
        me(named("umur.luar").issuedAt(now.plusSeconds(86_000)).expiresAt(now.plusSeconds(88_000)), "first")
                .statusCode(401);
        me(named("umur.luar").expiresAt(100_000_000_000L), "first").statusCode(401);
    }

    private static JwtClaimsBuilder named(String username) {
        return token("nama", "x").claim("preferred_username", username);
    }

    @Test
    void broken_claims_under_a_good_key_are_no_failure_of_ours() {
        person("rusak.luar", OutsideIssuer.AGENCY, Role.SDM);
        var start = "{\"iss\":\"https://nama.example\",\"aud\":\"karier-nama\",\"sub\":\"x\",\"exp\":"
                + (System.currentTimeMillis() / 1000 + 300) + ",\"preferred_username\":";
        var good = "\"rusak.luar\"}";
        assertThat(raw(start + good)).isEqualTo(200);
        for (var broken : List.of(
                start + "[".repeat(9000) + "]".repeat(9000) + "}",
                start + good.replace("}", ",\"x\":" + "[".repeat(9000) + "]".repeat(9000) + "}"),
                start + good.replace("}", ",\"x\":" + "{\"a\":".repeat(40) + "1" + "}".repeat(41)),
                start + "1e400}",
                start + "{\"a\":[1e400]}}",
                start + "null}",
                start + good.replace("}", ",\"sub\":\"y\"}"),
                start + good.replace("}", ",\"iat\":1e400}"),
                start + good.replace("}", ",\"iat\":\"x\"}"),
                start + good.replace("}", ",\"nbf\":[]}"),
                start.replace("\"sub\":\"x\"", "\"sub\":7") + good,
                start.replaceAll("\"exp\":\\d+", "\"exp\":-1e400") + good)) {
            assertThat(raw(broken)).isEqualTo(401);
        }
        assertThat(raw(start + good.replace("}", ",\"groups\":{\"a\":[{}]}}"))).isEqualTo(200);
    }

    private static int raw(String payload) {
        try {
            var token = new JsonWebSignature();
            token.setAlgorithmHeaderValue("RS256");
            token.setKeyIdHeaderValue("satu");
            token.setKey(key("first"));
            token.setPayload(payload);
            return SignIn.bearer(token.getCompactSerialization())
                    .get("/api/v1/me")
                    .statusCode();
        } catch (JoseException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void the_same_token_in_other_letters_is_another_one() {
        person("huruf.luar", OutsideIssuer.AGENCY, Role.SDM);
        var token = named("huruf.luar").jws().keyId("satu").sign(key("first"));
        SignIn.bearer(token).get("/api/v1/me").then().statusCode(200);
        SignIn.bearer(token + "=").get("/api/v1/me").then().statusCode(401);
        SignIn.bearer(token + "==").get("/api/v1/me").then().statusCode(401);
        var letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        char last = token.charAt(token.length() - 1);
        var twin = token.substring(0, token.length() - 1) + letters.charAt(letters.indexOf(last) ^ 1);
        SignIn.bearer(twin).get("/api/v1/me").then().statusCode(401);
    }

    @Test
    void its_key_must_be_its_own_and_the_token_for_us() {
        person("kunci.luar", OutsideIssuer.AGENCY, Role.SDM);
        var named = "kunci.luar";
        me(token("nama", "x").claim("preferred_username", named).audience("karier"), "first")
                .statusCode(401);
        me(token("lain", "x").claim("preferred_username", named), "first").statusCode(401);
        SignIn.bearer(token("nama", "x")
                        .claim("preferred_username", named)
                        .jws()
                        .keyId(TestAgency.keyId())
                        .sign(TestAgency.key()))
                .get("/api/v1/me")
                .then()
                .statusCode(401);
        SignIn.bearer(Jwt.claims()
                        .issuer("https://karier.example.id")
                        .audience("karier")
                        .subject(UUID.randomUUID().toString())
                        .claim("agency", OutsideIssuer.AGENCY)
                        .groups(Set.of("ADMIN"))
                        .expiresIn(Duration.ofMinutes(5))
                        .jws()
                        .keyId("satu")
                        .sign(key("first")))
                .get("/api/v1/me")
                .then()
                .statusCode(401);
    }

    @Test
    void an_issuer_that_does_not_answer_is_not_believed_and_its_people_come_again() {
        me(token("bisu", "x"), "first")
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("UNAVAILABLE"));
    }

    @Test
    void what_can_be_operated_is_told_in_readiness_and_never_makes_it_down() {
        RestAssured.get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'outside issuers' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'outside issuers' }.data.bisu", startsWith("silent since"))
                .body("checks.find { it.name == 'outside issuers' }.data.nama", endsWith("keys"));
    }

    @Test
    void a_new_key_of_the_issuer_is_found() throws InterruptedException {
        person("putar.luar", OutsideIssuer.AGENCY, Role.SDM);
        me(token("nama", "x").claim("preferred_username", "putar.luar"), "first")
                .statusCode(200);
        me(token("nama", "x").claim("preferred_username", "putar.luar"), "second")
                .statusCode(401);
        var address = ConfigProvider.getConfig().getValue("test.outside.address", String.class);
        RestAssured.given().baseUri(address).get("/rotate").then().statusCode(204);
        Thread.sleep(2500);
        me(token("nama", "x").claim("preferred_username", "putar.luar"), "second")
                .statusCode(200);
        me(token("nama", "x").claim("preferred_username", "putar.luar"), "first")
                .statusCode(200);
    }
}
