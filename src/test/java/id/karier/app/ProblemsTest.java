package id.karier.app;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

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

    @Test
    void the_meaning_of_every_code_is_told_to_readers_and_to_programs() {
        given().accept("text/html,*/*;q=0.8")
                .get("/problems")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("<section id=\"NOT_FOUND\">"), containsString("DIGITS_LOST"));
        given().accept("application/json")
                .header("Accept-Language", "en")
                .get("/problems")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("items.find { it.code == 'NOT_FOUND' }.title", equalTo("Not found"))
                .body("items.find { it.code == 'NOT_FOUND' }.status", equalTo(404))
                .body("places.code", hasItems("DIGITS_LOST", "NOT_NULL"));
    }
}
