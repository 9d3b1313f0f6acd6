package id.karier.kernel.web;

import static id.karier.testing.TestAgency.anonymous;
import static org.assertj.core.api.Assertions.assertThat;

import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whatever is answered, and whoever refused it: the allowance is told. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RateHeadersTest {
    private final TestAgency agency = TestAgency.called("rate");

    @Test
    void every_answer_tells_of_the_allowance() {
        var answers = new LinkedHashMap<Integer, Response>();
        answers.put(200, agency.as(Role.SDM).get("/api/v1/units"));
        answers.put(401, anonymous().get("/api/v1/units"));
        answers.put(403, agency.as(Role.ASN).get("/api/v1/accounts"));
        answers.put(404, agency.as(Role.SDM).get("/api/v1/units/" + UUID.randomUUID()));
        answers.put(405, agency.as(Role.SDM).delete("/api/v1/units"));
        answers.put(
                413,
                agency.as(Role.SDM)
                        .contentType("application/json")
                        .body("x".repeat(1_100_000))
                        .post("/api/v1/units"));
        answers.put(415, agency.as(Role.SDM).contentType("text/plain").body("x").post("/api/v1/units"));
        answers.put(
                400,
                agency.as(Role.SDM).contentType("application/json").body("{").post("/api/v1/units"));

        var silent = new ArrayList<String>();
        answers.forEach((status, answer) -> silent.addAll(lacks(status, answer)));
        silent.addAll(lacks(404, anonymous().get("/api/v1/no-such-thing")));
        silent.addAll(lacks(404, agency.as(Role.SDM).get("/api/v1/no-such-thing")));
        silent.addAll(
                lacks(401, anonymous().header("Authorization", "Bearer x.y.z").get("/api/v1/units")));
        silent.addAll(lacks(
                401,
                anonymous()
                        .header("Authorization", "Bearer " + agency.token(null, Role.SDM) + "x")
                        .get("/api/v1/units")));
        silent.addAll(lacks(
                400,
                anonymous()
                        .contentType("application/x-www-form-urlencoded")
                        .formParam("grant_type", "none")
                        .post("/api/v1/auth/token")));
        silent.addAll(lacks(200, anonymous().get("/.well-known/jwks.json")));
        assertThat(silent).isEmpty();
    }

    private static ArrayList<String> lacks(int status, Response answer) {
        var lacks = new ArrayList<String>();
        if (answer.statusCode() != status) {
            lacks.add("%d instead of %d: %s".formatted(answer.statusCode(), status, answer.asString()));
        }
        for (var header : new String[] {"RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"}) {
            if (answer.header(header) == null || !answer.header(header).matches("\\d+")) {
                lacks.add("%d has %s: %s".formatted(status, header, answer.header(header)));
            }
        }
        return lacks;
    }
}
