package id.karier.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.calculation.WorkedExamples;
import id.karier.calculation.WorkedExamples.Row;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CalculationResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestAgency agency = TestAgency.called("calc");

    static List<Row> rows() {
        return WorkedExamples.all();
    }

    private ValidatableResponse post(String calculator, String body) {
        return agency.as(Role.ASN)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/calculations/" + calculator)
                .then();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void the_endpoint_answers_what_the_worked_example_says(Row row) throws JsonProcessingException {
        var answer = JSON.readTree(post(row.calculator(), row.request().toString())
                .statusCode(200)
                .extract()
                .asString());
        assertThat(WorkedExamples.difference("", row.expect(), answer))
                .as("%s: %s", row.id(), answer.toPrettyString())
                .isEmpty();
        assertThat(answer.path("ruleSet").path("legalBasis")).isNotEmpty();
        assertThat(answer.path("steps").path(0).path("text").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jpm | {\"required\": 3, \"achieved\": [3,3,3,3,3,3,3,3]} | /achieved | LEVEL_COUNT_INVALID",
                "jpm | {\"required\": 3, \"achieved\": [3,3,3,3,3,3,3,3,3], \"purpose\": \"X\"} | /purpose | CODE_UNKNOWN",
                "credit-points | {\"level\": \"PEMULA\", \"predicate\": \"BAIK\", \"months\": 13} | /months | NUMBER_OUT_OF_RANGE",
                "credit-points | {\"level\": \"X\"} | /level | CODE_UNKNOWN",
                "credit-points | {\"level\": \"PEMULA\", \"years\": [{\"predicate\": \"X\"}]} | /years/0/predicate | CODE_UNKNOWN",
                "nine-box | {\"y\": -1, \"x\": 1} | /y | NUMBER_OUT_OF_RANGE",
                "performance-distribution | {\"organisation\": \"BAIK\", \"counts\": {\"X\": 1}} | /counts | CODE_UNKNOWN",
                "transfer | {\"inUnitSince\": \"2010-01-01\", \"asOf\": \"2018-12-31\"} | /asOf | NO_RULE_SET_IN_FORCE",
                "rank-promotion | {\"kind\": \"REGULER\", \"rank\": \"V/a\", \"rankSince\": \"2020-01-01\"} | /rank | CODE_UNKNOWN",
            })
    void input_that_no_rule_can_take_is_a_problem_with_its_place(
            String calculator, String body, String pointer, String code) {
        post(calculator, body)
                .statusCode(422)
                .body("code", equalTo("RULE_INPUT_INVALID"))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void malformed_bodies_are_400() {
        post("nip", "{\"number\": \"1\", \"surprise\": 1}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/surprise"));
        post("retirement", "{\"birthDate\": \"2026-02-31\", \"postLevel\": \"PENGAWAS\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/birthDate"));
        post("nip", "{").statusCode(400);
        post("nip", "").statusCode(400);
    }

    @Test
    void sentences_follow_the_reader() {
        agency.as(Role.ASN)
                .header("Accept-Language", "en")
                .contentType("application/json")
                .body("{\"birthDate\": \"1968-04-11\", \"postLevel\": \"PENGAWAS\"}")
                .post("/api/v1/calculations/retirement")
                .then()
                .statusCode(200)
                .body("steps[1].text", containsString("Born April 11, 1968"));
        post("retirement", "{\"birthDate\": \"1968-04-11\", \"postLevel\": \"PENGAWAS\"}")
                .body("steps[1].text", containsString("Lahir 11 April 1968"));
    }

    @Test
    void a_machine_needs_the_scope_and_everybody_a_token() {
        var body = "{\"cumulativeDays\": 12}";
        var path = "/api/v1/calculations/discipline-absence";
        agency.asClient("calculations")
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(200);
        agency.asClient("employees:read")
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(403);
        TestAgency.anonymous()
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(401);
    }
}
