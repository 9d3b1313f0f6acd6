package id.karier.gates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.karier.gates.MatrixWorld.Target;
import id.karier.gates.WriteRequests.Write;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that nobody can read, or that a code cannot hold, in every text member and every parameter of the contract. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TextAttackTest {
    /** As JSON writes them; the last is half a character as bytes would bring it. */
    private static final List<String> UNREADABLE =
            List.of("\\u0000", "a\\r\\nb", "\\u202eabc", "a\\u200bb", "\\ud800", "x\\udc00", "\\ufeffa", "\\u0085");

    private static final List<String> FOREIGN =
            List.of("é", "日本", "😀😀😀", "'\\\\\\\"%_", "a".repeat(5000), "😀".repeat(30), "");

    /** In an address, percent-encoded. */
    private static final List<String> IN_ADDRESSES = List.of(
            "%C3%A9",
            "a%CC%81",
            "%F0%9F%98%80",
            "%00",
            "%0D%0A",
            "%E2%80%AE",
            "%ED%A0%80",
            "%FF%FE",
            "%25",
            "'",
            "%5C",
            "_",
            "a".repeat(3000),
            "1e999999999",
            "99999999999999999999",
            "-1",
            "9999-12-31",
            "+999999999-01-01",
            "+1000000000-12-31T23:59:59Z",
            "0000-01-01T00:00:00Z",
            "");

    private static MatrixWorld world;

    static Stream<Write> taking() {
        return RequestMembers.takingJson();
    }

    @ParameterizedTest
    @MethodSource("taking")
    void what_nobody_can_read_is_refused(Write write) {
        var right = WriteRequests.sending(write, world(), world().standing(Target.OWN));
        var wrong = new ArrayList<String>();
        RequestMembers.of(write.operation()).forEach((pointer, schema) -> {
            if (isText(schema)) {
                for (var text : UNREADABLE) {
                    var answer = right.body(RequestMembers.with(right.body(), pointer, '"' + text + '"'))
                            .send();
                    if (answer.statusCode() != 400) {
                        wrong.add("%s = %s: %d %s".formatted(pointer, text, answer.statusCode(), answer.asString()));
                    }
                }
            }
        });
        assertThat(wrong).as(write.toString()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("taking")
    void letters_that_a_code_cannot_hold_are_no_fault_of_ours(Write write) {
        var wrong = new ArrayList<String>();
        RequestMembers.of(write.operation()).forEach((pointer, schema) -> {
            if (isText(schema)) {
                for (var text : FOREIGN) {
                    var right = WriteRequests.sending(write, world(), world().fresh(Target.OWN));
                    var answer = right.body(RequestMembers.with(right.body(), pointer, '"' + text + '"'))
                            .send();
                    if (answer.statusCode() >= 500) {
                        wrong.add("%s = %.20s: %d".formatted(pointer, text, answer.statusCode()));
                    }
                }
            }
        });
        assertThat(wrong).as(write.toString()).isEmpty();
    }

    static Stream<Contract.Operation> addresses() {
        return Contract.operations().stream()
                .filter(o -> o.says().has("x-access"))
                .filter(o -> o.method().equals("GET")
                        || o.path().contains("{")
                        || o.path().contains("search"));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void no_parameter_of_an_address_is_a_fault_of_ours(Contract.Operation operation) {
        var write = WriteRequests.write(operation);
        var objects = world().standing(Target.OWN);
        // a kept result is there for one account alone, and nothing is said of it here
        var address = operation.path().contains("/results/{")
                ? operation
                        .path()
                        .replace("{calculator}", "retirement")
                        .replace("{id}", UUID.randomUUID().toString())
                : MatrixWorld.address(operation.path(), objects);
        var wrong = new ArrayList<String>();
        for (var value : IN_ADDRESSES) {
            for (var parameter : operation.parameters()) {
                if (parameter.path("in").asText().equals("query")) {
                    tryAddress(
                            write,
                            operation,
                            address + '?' + parameter.path("name").asText() + '=' + value,
                            wrong);
                }
            }
            var said = operation.path().split("/");
            var given = address.split("/");
            for (int i = 0; i < said.length; i++) {
                if (said[i].startsWith("{") && !value.isEmpty()) {
                    var changed = given.clone();
                    changed[i] = value;
                    tryAddress(write, operation, String.join("/", changed), wrong);
                }
            }
        }
        assertThat(wrong).as(operation.toString()).isEmpty();
    }

    private static void tryAddress(Write write, Contract.Operation operation, String address, List<String> wrong) {
        if (Set.of("followImport", "followSimulation", "followJob").contains(operation.id())) {
            return;
        }
        var request = world().as(write.role(), world().self()).urlEncodingEnabled(false);
        if (!operation.method().equals("GET")) {
            request.contentType("application/json").body("{}").header("If-Match", "\"0\"");
        }
        int status = request.request(operation.method(), address).statusCode();
        if (status >= 500) {
            wrong.add(status + " " + (address.length() > 200 ? address.substring(0, 200) : address));
        }
    }

    private static boolean isText(JsonNode schema) {
        return RequestMembers.is(schema, "string") && !schema.has("enum");
    }

    private static MatrixWorld world() {
        if (world == null) {
            world = new MatrixWorld();
        }
        return world;
    }
}
