package id.karier.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(OutsideIssuer.class)
class WellKnownTest {
    @Test
    void anybody_can_check_our_tokens_with_the_published_keys() throws Exception {
        var keys = RestAssured.get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age"))
                .body("keys.kid", hasItem(TestAgency.keyId()))
                .body("keys[0].kty", equalTo("RSA"))
                .body("keys[0].alg", equalTo("RS256"))
                .extract()
                .asString();
        var token = TestAgency.called("kunci").token(null, Role.SDM);
        var claims = new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys()))
                .setExpectedAudience("karier")
                .build()
                .processToClaims(token);
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("SDM");
        assertThat(keys).doesNotContain("\"d\"");
    }

    @Test
    void the_metadata_says_where_everything_is() {
        RestAssured.get("/.well-known/oauth-authorization-server")
                .then()
                .statusCode(200)
                .body("issuer", equalTo("https://karier.example.id"))
                .body("token_endpoint", equalTo("https://karier.example.id/api/v1/auth/token"))
                .body("revocation_endpoint", equalTo("https://karier.example.id/api/v1/auth/revocation"))
                .body("jwks_uri", equalTo("https://karier.example.id/.well-known/jwks.json"))
                .body("response_types_supported.size()", equalTo(0))
                .body("grant_types_supported", hasItems("password", "refresh_token", "client_credentials"))
                .body("scopes_supported", hasItem("employees:read"));
    }

    @Test
    void a_front_end_learns_which_issuers_sign_in_whom() {
        RestAssured.get("/.well-known/oauth-protected-resource")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age"))
                .body("resource", equalTo("https://karier.example.id"))
                .body("authorization_servers", hasItems("https://karier.example.id", "https://nasional.example"))
                .body("bearer_methods_supported", hasItem("header"))
                .body("outside_issuers.find { it.name == 'nama' }.agency", equalTo(OutsideIssuer.AGENCY))
                .body("outside_issuers.find { it.name == 'nasional' }.agency", equalTo("*"))
                .body("outside_issuers.find { it.name == 'nama' }.audience", equalTo("karier-nama"));
        RestAssured.get("/api/v1/me")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("/.well-known/oauth-protected-resource"));
    }

    @Test
    void an_earlier_key_is_published_and_believed_beside_the_new_one(@TempDir Path folder) throws Exception {
        var old = pair();
        var oldKeys = new SigningKeys(config(folder, "old", old, Map.of()), folder.toString());
        var publicKey = folder.resolve("old.pub.pem");
        Files.writeString(publicKey, pem("PUBLIC KEY", old.getPublic().getEncoded()));
        var now = new SigningKeys(
                config(folder, "new", pair(), Map.of("last-year", publicKey.toString())), folder.toString());
        assertThat(now.published()).hasSize(2).containsKeys(oldKeys.activeId(), now.activeId());
        assertThat(now.activeId()).isNotEqualTo(oldKeys.activeId());
        assertThat(now.publicKey(oldKeys.activeId())).isEqualTo(old.getPublic());
        assertThat(now.publicKey("last-year")).isNull();
        assertThat(now.publicKey(null)).isNull();
    }

    @Test
    void a_development_key_is_made_once_and_for_its_owner_only(@TempDir Path folder) throws Exception {
        var first = new SigningKeys(config(null, "", null, Map.of()), folder.toString());
        var again = new SigningKeys(config(null, "", null, Map.of()), folder.toString());
        assertThat(again.activeId()).isEqualTo(first.activeId());
        var file = folder.resolve("development-signing-key.pem");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    private static KeyPair pair() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("RSA").generateKeyPair();
    }

    private static String pem(String kind, byte[] encoded) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(encoded) + "\n-----END " + kind
                + "-----\n";
    }

    private static TokenConfig config(Path folder, String name, KeyPair pair, Map<String, String> earlier)
            throws IOException {
        Optional<String> file = Optional.empty();
        if (pair != null) {
            var path = folder.resolve(name + ".pem");
            Files.writeString(path, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            file = Optional.of(path.toString());
        }
        var signingKey = file;
        return new TokenConfig() {
            @Override
            public String issuer() {
                return "https://karier.example.id";
            }

            @Override
            public String audience() {
                return "karier";
            }

            @Override
            public Duration accessLife() {
                return Duration.ofMinutes(10);
            }

            @Override
            public Duration refreshLife() {
                return Duration.ofDays(30);
            }

            @Override
            public Duration sessionLife() {
                return Duration.ofDays(90);
            }

            @Override
            public Duration refreshRepeats() {
                return Duration.ofSeconds(30);
            }

            @Override
            public Optional<String> signingKey() {
                return signingKey;
            }

            @Override
            public Map<String, String> earlierKeys() {
                return earlier;
            }

            @Override
            public Map<String, ExternalIssuer> issuers() {
                return Map.of();
            }
        };
    }
}
