package id.karier.identity;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

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
import org.junit.jupiter.api.Test;

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
    void an_issuer_that_does_not_answer_is_not_believed() {
        me(token("bisu", "x"), "first").statusCode(401);
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
