package id.karier.identity;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import id.karier.testing.TestAgency;
import id.karier.testing.TestClock;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that nobody may get in with: always 401 and a problem, never a failure of ours. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ForgedTokenTest {
    private static final Map<String, Supplier<String>> FORGED = new TreeMap<>();

    static {
        FORGED.put("expired", () -> sign(claims().expiresAt(Instant.now().minusSeconds(120))));
        FORGED.put("without an end", () -> raw("RS256", TestAgency.keyId(), TestAgency.key(), body("exp")));
        FORGED.put(
                "not yet",
                () -> sign(claims().claim("nbf", Instant.now().plusSeconds(600).getEpochSecond())));
        FORGED.put("of another issuer", () -> sign(claims().issuer("https://elsewhere.example")));
        FORGED.put("for another audience", () -> sign(claims().audience("payroll")));
        FORGED.put("without an issuer", () -> raw("RS256", TestAgency.keyId(), TestAgency.key(), body("iss")));
        FORGED.put("without an audience", () -> raw("RS256", TestAgency.keyId(), TestAgency.key(), body("aud")));
        FORGED.put("without a subject", () -> raw("RS256", TestAgency.keyId(), TestAgency.key(), body("sub")));
        FORGED.put("without an agency", () -> raw("RS256", TestAgency.keyId(), TestAgency.key(), body("agency")));
        FORGED.put("of a blank agency", () -> sign(claims().claim("agency", " ")));
        FORGED.put(
                "of an agency that is a number",
                () -> raw("RS256", TestAgency.keyId(), TestAgency.key(), body("").replace("\"lampung\"", "7")));
        FORGED.put("with an unknown role", () -> sign(claims().groups(Set.of("SDM", "RAJA"))));
        FORGED.put(
                "with roles that are no list",
                () -> raw("RS256", TestAgency.keyId(), TestAgency.key(), body("").replace("[\"SDM\"]", "{\"a\":1}")));
        FORGED.put(
                "with a scope that is a list",
                () -> raw("RS256", TestAgency.keyId(), TestAgency.key(), body("").replace("{", "{\"scope\":[\"a\"],")));
        FORGED.put("of a subject that is no id", () -> sign(claims().subject("sdm.lampung")));
        FORGED.put("of an employee that is no id", () -> sign(claims().claim("employee", "197001011990031001")));
        FORGED.put("of a session that is no id", () -> sign(claims().claim("sid", "satu")));
        FORGED.put("signed by another key under our name", () -> raw("RS256", TestAgency.keyId(), another(), body("")));
        FORGED.put("of an unknown key", () -> raw("RS256", "unknown", TestAgency.key(), body("")));
        FORGED.put("without a key's name", () -> raw("RS256", null, TestAgency.key(), body("")));
        FORGED.put("of another algorithm", () -> raw("RS512", TestAgency.keyId(), TestAgency.key(), body("")));
        FORGED.put("with alg none", () -> encode("{\"alg\":\"none\"}") + '.' + encode(body("")) + '.');
        FORGED.put(
                "with alg none and our key",
                () -> encode("{\"alg\":\"none\",\"kid\":\"" + TestAgency.keyId() + "\"}")
                        + '.'
                        + encode(body(""))
                        + '.');
        FORGED.put("with our public key as a shared secret", ForgedTokenTest::hs256);
        FORGED.put("encrypted", ForgedTokenTest::encrypted);
        FORGED.put("changed after it was signed", () -> {
            var parts = sign(claims()).split("\\.");
            return parts[0] + '.' + encode(body("").replace("SDM", "NASIONAL")) + '.' + parts[2];
        });
        FORGED.put("cut short", () -> sign(claims()).substring(0, 200));
        FORGED.put("not a token", () -> "abc");
        FORGED.put("three dots", () -> "...");
        FORGED.put("of a list", () -> encode("{\"alg\":\"RS256\"}") + '.' + encode("[]") + ".AAAA");
        FORGED.put(
                "of nested depth",
                () -> encode("{\"alg\":\"RS256\"}") + '.' + encode("[".repeat(4000) + "]".repeat(4000)) + ".AAAA");
        FORGED.put("empty", () -> "");
    }

    static Stream<String> forged() {
        return FORGED.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("forged")
    void a_token_is_refused_that_is(String kind) {
        SignIn.bearer(FORGED.get(kind).get())
                .get("/api/v1/accounts")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Bearer"));
    }

    @Test
    void a_token_that_was_believed_a_moment_ago_is_refused_when_it_expires() {
        var token = sign(claims().expiresAt(Instant.now().plusSeconds(20)));
        SignIn.bearer(token).get("/api/v1/units").then().statusCode(200);
        TestClock.ahead(
                Duration.ofSeconds(45),
                () -> SignIn.bearer(token).get("/api/v1/units").then().statusCode(200));
        TestClock.ahead(
                Duration.ofSeconds(55),
                () -> SignIn.bearer(token).get("/api/v1/units").then().statusCode(401));
    }

    @Test
    void the_token_that_they_were_made_from_is_believed() {
        SignIn.bearer(sign(claims()))
                .get("/api/v1/accounts")
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
        SignIn.bearer(raw("RS256", TestAgency.keyId(), TestAgency.key(), body("")))
                .get("/api/v1/accounts")
                .then()
                .statusCode(403);
    }

    private static JwtClaimsBuilder claims() {
        return Jwt.claims()
                .issuer("https://karier.example.id")
                .audience("karier")
                .subject(UUID.randomUUID().toString())
                .claim("agency", "lampung")
                .groups(Set.of("SDM"))
                .expiresIn(Duration.ofMinutes(5));
    }

    private static String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId(TestAgency.keyId()).sign(TestAgency.key());
    }

    /** The claims as text, without one of them. */
    private static String body(String without) {
        var claims = new TreeMap<String, String>(Map.of(
                "iss", "\"https://karier.example.id\"",
                "aud", "\"karier\"",
                "sub", "\"" + UUID.randomUUID() + "\"",
                "agency", "\"lampung\"",
                "groups", "[\"SDM\"]",
                "exp", String.valueOf(Instant.now().plusSeconds(300).getEpochSecond())));
        claims.remove(without);
        return claims.entrySet().stream()
                .map(c -> '"' + c.getKey() + "\":" + c.getValue())
                .collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }

    private static String raw(String algorithm, String keyId, PrivateKey key, String body) {
        try {
            var token = new JsonWebSignature();
            token.setAlgorithmHeaderValue(algorithm);
            if (keyId != null) {
                token.setKeyIdHeaderValue(keyId);
            }
            token.setKey(key);
            token.setPayload(body);
            return token.getCompactSerialization();
        } catch (JoseException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String hs256() {
        try {
            var token = new JsonWebSignature();
            token.setAlgorithmHeaderValue("HS256");
            token.setKeyIdHeaderValue(TestAgency.keyId());
            token.setKey(new HmacKey(publicKey().getEncoded()));
            token.setPayload(body(""));
            return token.getCompactSerialization();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String encrypted() {
        try {
            var token = new JsonWebEncryption();
            token.setAlgorithmHeaderValue("RSA-OAEP-256");
            token.setEncryptionMethodHeaderParameter("A256GCM");
            token.setKey(publicKey());
            token.setPayload(body(""));
            return token.getCompactSerialization();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static java.security.PublicKey publicKey() throws Exception {
        var key = (RSAPrivateCrtKey) TestAgency.key();
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    }

    private static PrivateKey another() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
