package id.karier.identity;

import id.karier.testing.TestAgency;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests to the token endpoint, each test from an address of its own. */
final class SignIn {
    static final String SECRET = "karier-demo";
    private static final AtomicInteger ADDRESS = new AtomicInteger(10);

    private final String address;

    private SignIn(String address) {
        this.address = address;
    }

    /** From a loopback address that no other test uses, so that failures of one do not slow down another. */
    static SignIn fromOwnAddress() {
        boolean whole = System.getProperty("os.name").equals("Linux");
        return new SignIn(whole ? "127.0.7." + ADDRESS.incrementAndGet() : "127.0.0.1");
    }

    RequestSpecification form() {
        try {
            var local = HttpClientConfig.httpClientConfig()
                    .setParam("http.route.local-address", InetAddress.getByName(address));
            return RestAssured.given()
                    .config(RestAssuredConfig.config().httpClient(local))
                    .contentType("application/x-www-form-urlencoded");
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    ValidatableResponse post(Map<String, String> parameters) {
        return form().formParams(parameters).post("/api/v1/auth/token").then();
    }

    ValidatableResponse password(String username, String password) {
        return post(Map.of("grant_type", "password", "username", username, "password", password));
    }

    ValidatableResponse refresh(String token) {
        return post(Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    ValidatableResponse client(String id, String secret) {
        return post(Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", secret));
    }

    /** The log's entries of an object, newest first, as one text. */
    static String log(TestAgency agency, String type) {
        return TestAgency.query("select group_concat(concat(action, ' ', fields, ' ', coalesce(reason, ''))"
                + " order by id desc separator '\n') from change_log where agency = '" + agency.code
                + "' and object_type = '" + type + "'");
    }
}
