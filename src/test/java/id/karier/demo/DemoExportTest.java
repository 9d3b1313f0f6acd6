package id.karier.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.demo.population.Government;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was exported and is loaded again changes nothing: every government of the demo, every format. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DemoExportTest {
    private static final int PEOPLE = 120;
    private static final List<Government> FIVE = Government.ALL.stream()
            .map(g -> g.as("kembali-" + g.code(), g.slot()))
            .toList();
    private static final Map<String, String> TYPES = Map.of(
            "csv", "text/csv",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "ndjson", "application/x-ndjson");

    @Inject
    DemoService service;

    @Test
    void what_was_exported_and_is_loaded_again_changes_nothing() {
        service.load(FIVE, PEOPLE, false);
        for (var government : FIVE) {
            var token = token("sdm." + government.code());
            for (var type : TYPES.entrySet()) {
                var file = as(token)
                        .get("/api/v1/exports/employees?format=" + type.getKey())
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();
                var job = load(token, type.getValue(), file);
                var what = government.code() + " as " + type.getKey();
                assertThat(problems(token, job)).as(what).isEmpty();
                assertThat(counts(job)).as(what).containsExactly(0L, 0L, (long) PEOPLE, 0L);
                assertThat(as(token)
                                .get("/api/v1/imports/" + job.getString("id") + "/report/warnings")
                                .jsonPath()
                                .getList("items"))
                        .as(what)
                        .isEmpty();
                assertThat(as(token)
                                .get("/api/v1/imports/" + job.getString("id") + "/report/places")
                                .jsonPath()
                                .getList("items"))
                        .as(what)
                        .isEmpty();
            }
        }
    }

    private static List<Object> problems(String token, JsonPath job) {
        return as(token)
                .get("/api/v1/imports/" + job.getString("id") + "/problems")
                .jsonPath()
                .getList("items");
    }

    private static List<Long> counts(JsonPath job) {
        return List.of(
                job.getLong("outcome.created"),
                job.getLong("outcome.updated"),
                job.getLong("outcome.unchanged"),
                job.getLong("outcome.failed"));
    }

    private static JsonPath load(String token, String type, byte[] file) {
        var id = as(token)
                .contentType(type)
                .body(file)
                .post("/api/v1/imports?kind=employees&partial=true&create=units,positions")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getString("id");
        var until = Instant.now().plus(Duration.ofSeconds(60));
        while (true) {
            var job = as(token).get("/api/v1/imports/" + id).jsonPath();
            if (List.of("SUCCEEDED", "FAILED").contains(job.getString("status"))) {
                return job;
            }
            assertThat(Instant.now()).isBefore(until);
            try {
                Thread.sleep(100);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    private static RequestSpecification as(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token);
    }

    private static String token(String username) {
        return RestAssured.given()
                .formParam("grant_type", "password")
                .formParam("username", username)
                .formParam("password", SignIns.PASSWORD)
                .post("/api/v1/auth/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}
