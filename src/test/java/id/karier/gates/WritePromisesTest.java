package id.karier.gates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.gates.MatrixWorld.Target;
import id.karier.gates.WriteRequests.Sending;
import id.karier.gates.WriteRequests.Write;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the contract promises of every write, tried on every write of the contract: a stale tag changes nothing, and a key
 * that is sent twice has one effect and one answer. A write that is new is in here by itself.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WritePromisesTest {
    /** What is posted and takes no key, and why; everything else that is not read takes one and is tried here. */
    private static final Map<String, String> WITHOUT_KEY = Map.of(
            "issueToken", "OAuth: RFC 6749 knows no key, and an answer with tokens must not be stored",
            "revokeToken", "OAuth: RFC 7009; what is revoked stays revoked, however often",
            "submitAssessmentForm", "replaces what the rater has said before; a digest of it could be tried out",
            "searchAccounts", "a reading whose question names people",
            "searchEmployees", "a reading whose question is too long for an address");

    /** A reading whose question is a document: nothing is changed by it. */
    private static final String CALCULATION = "/api/v1/calculations/";

    private static final UUID SOMEBODY_ELSE = UUID.randomUUID();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static MatrixWorld world;

    static Stream<Write> writes() {
        return WriteRequests.writes();
    }

    static Stream<Write> changes() {
        return writes().filter(Write::namesAVersion);
    }

    @Test
    void every_write_takes_a_key_and_every_change_a_version() {
        var keyless = new HashSet<String>();
        for (var operation : Contract.operations()) {
            boolean calculation = operation.path().startsWith(CALCULATION)
                    && operation.says().path("responses").has("200");
            if (!operation.method().equals("GET") && !WriteRequests.takesKey(operation) && !calculation) {
                keyless.add(operation.id());
            }
        }
        assertThat(keyless)
                .as("operations without Idempotency-Key, each with its reason")
                .isEqualTo(WITHOUT_KEY.keySet());
        assertThat(changes()).allMatch(w -> !w.operation().parameter("If-Match").isMissingNode(), "names If-Match");
        assertThat(writes().map(Write::id))
                .as("tried")
                .contains("patchPersonalData", "createEmployeePosition", "deleteEmployeePosition", "createImport");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_version_that_is_not_the_last_changes_nothing(Write write) {
        var objects = world().fresh(Target.OWN);
        var right = sending(write, objects);
        var read = objects.version(write.kind());
        objects.overtake(write.kind());
        var last = objects.version(write.kind());
        var before = world().content();

        var wrong = new ArrayList<String>();
        expect(wrong, "stale", right.tag(read).send(), 412, "STALE_VERSION");
        expect(wrong, "of the future", right.tag(last + "1").send(), 412, "STALE_VERSION");
        expect(wrong, "not ours", right.tag("x").send(), 412, "STALE_VERSION");
        expect(wrong, "none", right.tag(null).send(), 428, "PRECONDITION_REQUIRED");
        expect(wrong, "stale, with a key", right.tag(read).key(key()).send(), 412, "STALE_VERSION");

        assertThat(wrong).as(write.toString()).isEmpty();
        assertThat(world().content())
                .as("what is stored after refusals of %s", write)
                .isEqualTo(before);
        assertThat(right.tag(last).send().statusCode())
                .as("%s with the last version", write)
                .isIn(200, 204);
        assertThat(world().content()).as("what is stored after %s", write).isNotEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void a_key_sent_twice_has_one_effect_and_one_answer(Write write) {
        var sending = sending(write, world().fresh(Target.OWN)).key(key());
        var first = sending.send();
        assertThat(first.statusCode())
                .as("%s at first: %s", write, first.asString())
                .isBetween(200, 299);
        assertThat(first.header("Idempotent-Replayed")).isNull();
        var before = world().content();

        for (int i = 0; i < 2; i++) {
            var again = sending.send();
            assertThat(head(again)).as("replay of %s", write).isEqualTo(head(first));
            assertThat(again.header("Idempotent-Replayed"))
                    .as("replay of %s", write)
                    .isEqualTo("true");
            assertThat(again.asString()).as("replay of %s", write).isEqualTo(kept(write, first));
        }
        assertThat(world().content()).as("effect of the replays of %s", write).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void a_key_stands_for_one_address_and_one_body(Write write) {
        var sending = sending(write, world().fresh(Target.OWN)).key(key());
        assertThat(sending.send().statusCode()).isBetween(200, 299);
        var elsewhere = elsewhere(sending);
        var before = world().content();

        var wrong = new ArrayList<String>();
        if (elsewhere != null) {
            expect(wrong, "another address", elsewhere.send(), 422, "IDEMPOTENCY_MISMATCH");
        }
        var others = others(sending.body());
        int mismatches = 0;
        for (var other : others) {
            var answer = sending.body(other).send();
            if (answer.statusCode() < 300) {
                wrong.add("another body was answered %d: %s".formatted(answer.statusCode(), other));
            }
            mismatches += answer.statusCode() == 422 && code(answer).equals("IDEMPOTENCY_MISMATCH") ? 1 : 0;
        }
        assertThat(wrong).as(write.toString()).isEmpty();
        assertThat(mismatches)
                .as("other bodies of %s that were refused as such, of %s", write, others)
                .isGreaterThanOrEqualTo(others.isEmpty() ? 0 : 1);
        assertThat(elsewhere != null || !others.isEmpty())
                .as("something of %s could be varied", write)
                .isTrue();
        assertThat(world().content())
                .as("effect of what was refused of %s", write)
                .isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void a_key_of_another_account_is_another_key(Write write) {
        var key = key();
        assertThat(sending(write, world().fresh(Target.OWN)).key(key).send().statusCode())
                .isBetween(200, 299);
        var before = world().content();
        var sending = sending(write, world().fresh(Target.OWN)).key(key);
        var theirs = write.ofOneself() ? sending : sending.by(SOMEBODY_ELSE);
        var answer = theirs.send();
        assertThat(answer.statusCode())
                .as("%s for another account: %s", write, answer.asString())
                .isBetween(200, 299);
        assertThat(answer.header("Idempotent-Replayed")).isNull();
        assertThat(world().content()).as("effect of %s", write).isNotEqualTo(before);
    }

    private static void expect(List<String> wrong, String what, Response answer, int status, String code) {
        if (answer.statusCode() != status || !code.equals(code(answer))) {
            wrong.add(
                    "%s: %d %s instead of %d %s".formatted(what, answer.statusCode(), answer.asString(), status, code));
        }
    }

    private static String code(Response answer) {
        return String.valueOf(tree(answer.asString()).path("code").asText());
    }

    /** All of an answer's head that a client lives on. */
    private static List<String> head(Response answer) {
        return Arrays.asList(
                "status " + answer.statusCode(),
                "ETag " + answer.header("ETag"),
                "Location " + answer.header("Location"),
                "type " + answer.contentType());
    }

    private static String kept(Write write, Response first) {
        var secret = WriteRequests.SHOWN_ONCE.get(write.id());
        if (secret == null) {
            return first.asString();
        }
        var body = (ObjectNode) tree(first.asString());
        assertThat(body.remove(secret)).as(secret).isNotNull();
        return body.toString();
    }

    private static Sending sending(Write write, MatrixObjects objects) {
        return WriteRequests.sending(write, world(), objects);
    }

    /** The same about another object; null when there is but one. */
    private static Sending elsewhere(Sending sending) {
        var right = sending(sending.write(), world().fresh(Target.OWN));
        return right.address().equals(sending.address()) ? null : sending.at(right.address(), right.tag());
    }

    /** Bodies that differ in one value each; not all of them are allowed. */
    private static List<String> others(String body) {
        if (body == null) {
            return List.of();
        }
        var tree = tree(body);
        if (!tree.isContainerNode()) {
            return List.of(body + '\n');
        }
        var others = new ArrayList<String>();
        vary(tree, tree, others);
        return others;
    }

    private static void vary(JsonNode whole, JsonNode node, List<String> others) {
        if (node instanceof ObjectNode object) {
            for (var name : names(object)) {
                var value = object.get(name);
                if (value.isContainerNode()) {
                    vary(whole, value, others);
                } else {
                    object.set(name, other(value));
                    others.add(whole.toString());
                    object.set(name, value);
                }
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(value -> vary(whole, value, others));
        }
    }

    private static List<String> names(ObjectNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode other(JsonNode value) {
        var nodes = JSON.getNodeFactory();
        if (value.isIntegralNumber()) {
            return nodes.numberNode(value.asInt() + 1);
        }
        if (value.isNumber()) {
            return nodes.numberNode(value.decimalValue().add(java.math.BigDecimal.ONE));
        }
        if (value.isBoolean()) {
            return nodes.booleanNode(!value.asBoolean());
        }
        var text = value.asText();
        if (text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return nodes.textNode(UUID.randomUUID().toString());
        }
        return nodes.textNode(
                text.matches("\\d{4}-\\d\\d-\\d\\d")
                        ? LocalDate.parse(text).plusDays(1).toString()
                        : text + 'x');
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException none) {
            return JSON.nullNode();
        }
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static synchronized MatrixWorld world() {
        if (world == null) {
            world = new MatrixWorld();
        }
        return world;
    }
}
