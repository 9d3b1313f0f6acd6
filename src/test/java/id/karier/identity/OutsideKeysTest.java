package id.karier.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An issuer outside that hangs, fails, withdraws a key, and comes back. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@QuarkusTestResource(OutsideIssuer.class)
class OutsideKeysTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Inject
    Accounts accounts;

    @BeforeEach
    void person() {
        accounts.ensure(
                List.of(new Accounts.NewAccount(
                        "macet.luar", OutsideIssuer.AGENCY, null, Set.of(Role.SDM), "Dewi Lestari")),
                List.of(),
                SignIn.SECRET);
        TestAgency.sql("update accounts set external_issuer = 'macet', external_subject = 'm-1' where username ="
                + " 'macet.luar'");
        issuer("mend");
        until(() -> status(token("satu", "first")) == 200);
    }

    @AfterEach
    void mend() {
        issuer("mend");
        until(() -> status(token("satu", "first")) == 200);
    }

    /** 230, because two hundred worker threads serve everybody. */
    @Test
    void forged_tokens_of_an_issuer_that_hangs_hold_up_nobody_else() throws Exception {
        var own = TestAgency.called("lancar").token(null, Role.SDM);
        var known = token("satu", "first");
        issuer("hang");
        Thread.sleep(2500);
        var forged = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        long began = System.nanoTime();
        for (int i = 0; i < 230; i++) {
            forged.add(
                    CLIENT.sendAsync(request(token("karangan-" + i, "second")), HttpResponse.BodyHandlers.ofString()));
        }
        for (int i = 0; i < 5; i++) {
            assertThat(seconds(
                            () -> SignIn.bearer(own).get("/api/v1/units").then().statusCode(200)))
                    .isLessThan(2);
            // another token each time, so that its signature is checked and nothing is remembered
            var another = token("satu", "first");
            assertThat(seconds(() -> assertThat(status(another)).isEqualTo(200)))
                    .isLessThan(2);
        }
        assertThat(seconds(() -> assertThat(status(known)).isEqualTo(200))).isLessThan(2);
        for (var answer : forged) {
            var refused = answer.get(20, TimeUnit.SECONDS);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("UNAVAILABLE");
        }
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began)).isLessThan(15);
    }

    @Test
    void eight_with_an_unknown_key_wait_together_and_not_one_after_the_other() throws Exception {
        issuer("hang");
        Thread.sleep(2500);
        long began = System.nanoTime();
        var waiting = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int i = 0; i < 8; i++) {
            waiting.add(CLIENT.sendAsync(request(token("dua", "second")), HttpResponse.BodyHandlers.ofString()));
        }
        for (var answer : waiting) {
            assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void an_issuer_that_answers_again_is_asked_again_at_once() throws Exception {
        issuer("hang");
        Thread.sleep(6000);
        RestAssured.get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'outside issuers' }.data.macet", startsWith("silent since"));
        assertThat(status(token("dua", "second"))).isEqualTo(503);
        issuer("withdraw");
        until(() -> status(token("dua", "second")) == 200);
    }

    @Test
    void a_key_that_is_withdrawn_is_believed_no_longer_even_for_a_token_that_was_believed() {
        var token = token("satu", "first");
        assertThat(status(token)).isEqualTo(200);
        issuer("withdraw");
        until(() -> status(token) == 401);
        assertThat(status(token("satu", "first"))).isEqualTo(401);
        issuer("mend");
        until(() -> status(token) == 200);
    }

    @Test
    void the_last_keys_of_an_issuer_that_fails_are_believed_on() throws Exception {
        issuer("fail");
        Thread.sleep(3000);
        assertThat(status(token("satu", "first"))).isEqualTo(200);
        assertThat(status(token("dua", "second"))).isEqualTo(503);
    }

    @Test
    void a_key_that_is_not_there_is_401_when_the_issuer_answers() {
        assertThat(status(token("tiga", "second"))).isEqualTo(401);
        assertThat(status(token("satu", "second"))).isEqualTo(401);
    }

    private static double seconds(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private static void until(BooleanSupplier met) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(12);
        while (!met.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still not after 12 s").isLessThan(deadline);
            try {
                Thread.sleep(200);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    private static void issuer(String mood) {
        var address = ConfigProvider.getConfig().getValue("test.outside.address", String.class);
        RestAssured.given().baseUri(address).get("/" + mood).then().statusCode(204);
    }

    private static HttpRequest request(String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + "/api/v1/units"))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(30))
                .build();
    }

    private static int status(String token) {
        return SignIn.bearer(token).get("/api/v1/units").statusCode();
    }

    private static String token(String kid, String key) {
        return Jwt.claims()
                .issuer("https://macet.example")
                .audience("karier-macet")
                .subject("m-1")
                .claim("jti", String.valueOf(System.nanoTime()))
                .expiresIn(Duration.ofMinutes(5))
                .jws()
                .keyId(kid)
                .sign(key(key));
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
}
