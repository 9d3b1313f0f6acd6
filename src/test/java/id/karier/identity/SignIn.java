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
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests to the token endpoint, each test from an address of its own. */
public final class SignIn {
    public static final String SECRET = "karier-demo";
    private static final AtomicInteger ADDRESS = new AtomicInteger();

    private final String address;

    private SignIn(String address) {
        this.address = address;
    }

    /** From a loopback address that no other test uses, so that failures of one do not slow down another. */
    public static SignIn fromOwnAddress() {
        boolean whole = System.getProperty("os.name").equals("Linux");
        int number = ADDRESS.getAndIncrement();
        return new SignIn(whole ? "127.0." + (7 + number / 240) + "." + (11 + number % 240) : "127.0.0.1");
    }

    public RequestSpecification form() {
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

    public ValidatableResponse post(Map<String, String> parameters) {
        return form().formParams(parameters).post("/api/v1/auth/token").then();
    }

    public ValidatableResponse password(String username, String password) {
        return post(Map.of("grant_type", "password", "username", username, "password", password));
    }

    public ValidatableResponse refresh(String token) {
        return post(Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    public ValidatableResponse client(String id, String secret) {
        return post(Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", secret));
    }

    public ValidatableResponse revoke(String token) {
        return form().formParam("token", token).post("/api/v1/auth/revocation").then();
    }

    public static RequestSpecification bearer(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token);
    }

    /** A person in the agency's register. */
    public static UUID employee(TestAgency agency, String name, boolean leadsUnit) {
        var id = UUID.randomUUID();
        TestAgency.sql("insert into employees (id, agency, identity_number, kind, status, name, birth_date, sex,"
                + " first_appointment_on, leads_unit, source, updated_at) values (x'" + TestAgency.hex(id) + "', '"
                + agency.code + "', '" + (System.nanoTime() % 1_000_000_000_000L) + "', 'PNS', 'ACTIVE', '" + name
                + "', '1980-01-01', 'F', '2005-01-01', " + leadsUnit + ", 'LOCAL', '2026-01-01')");
        return id;
    }

    /** The log's entries of an object, newest first, as one text. */
    public static String log(TestAgency agency, String type) {
        return TestAgency.query("select group_concat(concat(action, ' ', fields, ' ', coalesce(reason, ''))"
                + " order by id desc separator '\n') from change_log where agency = '" + agency.code
                + "' and object_type = '" + type + "'");
    }
}
