package id.karier.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.gates.Contract.Operation;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestClock;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A reader of the contract can send a calculator's example as it stands, and gets the answer that stands below it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ContractExamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SHOWN = Path.of("src/main/resources/contract/calculation-answers.json");
    private static final Path ANSWERED = Path.of("target/openapi/calculation-answers.json");

    /** The day of the examples: some answers depend on it. */
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final TestAgency agency = TestAgency.called("examples");

    static Stream<Operation> calculators() {
        return Contract.operations().stream()
                .filter(o -> o.method().equals("POST") && o.path().matches("/api/v1/calculations/[a-z-]+"));
    }

    @ParameterizedTest
    @MethodSource("calculators")
    void every_example_is_answered_in_the_shape_of_the_contract(Operation calculator) {
        var examples = calculator.says().at("/requestBody/content/application~1json/examples");
        assertThat(examples).isNotEmpty();
        for (var example : examples) {
            var answer = answer(calculator.path(), example.path("value"));
            var schema = calculator.says().at("/responses/200/content/application~1json/schema");
            assertThat(Contract.differences(schema, answer)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("calculators")
    void a_calculator_misses_each_member_that_the_contract_requires(Operation calculator) {
        var content = calculator.says().at("/requestBody/content/application~1json");
        for (var member : Contract.resolved(content.path("schema")).path("required")) {
            ObjectNode request = content.at("/examples/contoh/value").deepCopy();
            request.remove(member.asText());
            agency.as(Role.ASN)
                    .contentType("application/json")
                    .body(request.toString())
                    .post(calculator.path())
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/" + member.asText()))
                    .body("errors[0].code", equalTo("MEMBER_REQUIRED"));
        }
    }

    @Test
    void the_answers_that_the_contract_shows_are_the_calculators_own() throws IOException {
        var answers = new TreeMap<String, JsonNode>();
        TestClock.on(
                DAY,
                () -> calculators().forEach(calculator -> {
                    var example = calculator.says().at("/requestBody/content/application~1json/examples/contoh/value");
                    answers.put(calculator.id(), answer(calculator.path(), example));
                }));
        var written = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answers) + '\n';
        Files.writeString(ANSWERED, written);
        assertThat(Files.readString(SHOWN))
                .withFailMessage(
                        "The calculators answer otherwise. Read the difference, then: cp %s %s", ANSWERED, SHOWN)
                .isEqualTo(written);
        Map<String, JsonNode> shown = new TreeMap<>();
        calculators().forEach(c -> shown.put(c.id(), c.says().at("/responses/200/content/application~1json/example")));
        assertThat(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(shown) + '\n')
                .isEqualTo(written);
    }

    private JsonNode answer(String path, JsonNode request) {
        var answer = agency.as(Role.ASN)
                .contentType("application/json")
                .body(request.toString())
                .post(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            return JSON.readTree(answer);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
