package id.karier.app;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ProblemsTest {
    @Test
    void an_unknown_address_is_a_problem_in_indonesian() {
        given().when()
                .get("/api/v1/nowhere")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_FOUND"))
                .body("title", equalTo("Tidak ditemukan"));
    }

    @Test
    void an_unknown_address_is_a_problem_in_english() {
        given().header("Accept-Language", "en-GB,en;q=0.9")
                .when()
                .get("/api/v1/nowhere")
                .then()
                .statusCode(404)
                .body("title", equalTo("Not found"));
    }
}
