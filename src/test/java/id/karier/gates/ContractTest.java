package id.karier.gates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The committed contract is the one that the build writes, and every operation in it says what a client needs. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ContractTest {
    private static final Path WRITTEN = Path.of("target/openapi/karier.yaml");
    private static final Path COMMITTED = Path.of("openapi/karier.yaml");
    private static final Set<String> SAID_BY_TYPE = Set.of("boolean", "integer", "number", "object", "array", "null");

    @Test
    void the_committed_contract_is_the_one_that_the_build_writes() throws IOException {
        var committed = Files.exists(COMMITTED) ? Files.readAllLines(COMMITTED) : List.of();
        assertThat(Files.readAllLines(WRITTEN))
                .withFailMessage("The contract has changed. Read the difference, then: cp %s %s", WRITTEN, COMMITTED)
                .isEqualTo(committed);
    }

    @Test
    void every_operation_has_a_name_a_summary_and_a_chapter() {
        var missing = new ArrayList<String>();
        for (var operation : Contract.operations()) {
            for (var member : List.of("operationId", "summary", "tags", "description", "responses", "security")) {
                if (!operation.says().hasNonNull(member)) {
                    missing.add(operation + " has no " + member);
                }
            }
            if (!operation.id().matches("[a-z]+([A-Z][a-z0-9]*)+")) {
                missing.add(operation + " is not named by a verb and a noun");
            }
        }
        assertThat(missing).isEmpty();
        assertThat(Contract.operations()).extracting(Contract.Operation::id).doesNotHaveDuplicates();
    }

    @Test
    void every_parameter_says_what_it_is_for() {
        var missing = new ArrayList<String>();
        for (var operation : Contract.operations()) {
            for (var parameter : operation.parameters()) {
                var schema = parameter.path("schema");
                if (!parameter.hasNonNull("description") || !(schema.has("type") || schema.has("$ref"))) {
                    missing.add(operation + " " + parameter.path("name").asText());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_body_has_an_example() {
        var missing = new ArrayList<String>();
        for (var operation : Contract.operations()) {
            bodies(operation.says().path("requestBody"), operation + " request", missing);
            operation
                    .says()
                    .path("responses")
                    .fieldNames()
                    .forEachRemaining(s -> bodies(operation.response(s), operation + " " + s, missing));
        }
        assertThat(missing).isEmpty();
    }

    /** A text without an example is a riddle for whoever writes a client. */
    @Test
    void every_text_has_an_example() {
        var missing = new ArrayList<String>();
        Contract.document()
                .path("components")
                .path("schemas")
                .fields()
                .forEachRemaining(schema -> texts(schema.getValue(), schema.getKey(), missing));
        assertThat(missing).isEmpty();
    }

    /** Two records of one name get a number that changes when a third comes. */
    @Test
    void schema_names_are_unique() {
        var numbered = new ArrayList<String>();
        Contract.document().path("components").path("schemas").fieldNames().forEachRemaining(name -> {
            if (name.matches(".*[a-z]\\d")) {
                numbered.add(name);
            }
        });
        assertThat(numbered).isEmpty();
    }

    private static void bodies(JsonNode holder, String address, List<String> missing) {
        holder.path("content").fields().forEachRemaining(media -> {
            boolean binary =
                    media.getValue().path("schema").path("format").asText().equals("binary");
            if (!binary && !media.getValue().has("example") && !media.getValue().has("examples")) {
                missing.add(address + " " + media.getKey() + " has no example");
            }
        });
    }

    private static void texts(JsonNode schema, String name, List<String> missing) {
        boolean said = schema.has("example")
                || schema.has("examples")
                || schema.has("enum")
                || schema.has("const")
                || schema.has("$ref")
                || schema.has("format");
        var types = schema.path("type").isArray()
                ? schema.path("type")
                : schema.path("type").isTextual() ? List.of(schema.path("type")) : List.<JsonNode>of();
        for (var type : types) {
            if (!said && !SAID_BY_TYPE.contains(type.asText())) {
                missing.add(name);
            }
        }
        schema.path("properties").fields().forEachRemaining(p -> texts(p.getValue(), name + "." + p.getKey(), missing));
        if (schema.has("items") && !said) {
            texts(schema.path("items"), name + "[]", missing);
        }
    }
}
