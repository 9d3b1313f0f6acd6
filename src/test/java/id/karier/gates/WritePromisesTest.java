package id.karier.gates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.gates.MatrixWorld.Target;
import id.karier.kernel.Role;
import id.karier.kernel.access.AccessTable;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Reach;
import id.karier.kernel.access.Resource;
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
import java.util.Set;
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
    private static final Set<String> NAMING_A_VERSION = Set.of("PATCH", "PUT", "DELETE");

    /** What is posted and takes no key, and why; everything else that is not read takes one and is tried here. */
    private static final Map<String, String> WITHOUT_KEY = Map.of(
            "issueToken", "OAuth: RFC 6749 knows no key, and an answer with tokens must not be stored",
            "revokeToken", "OAuth: RFC 7009; what is revoked stays revoked, however often",
            "searchEmployees", "a reading whose question is too long for an address");

    /** A reading whose question is a document: nothing is changed by it. */
    private static final String CALCULATION = "/api/v1/calculations/";

    /** Members that are shown once, so that a replay comes without them. */
    private static final Map<String, String> SHOWN_ONCE = Map.of(
            "createAccount", "temporaryPassword",
            "resetAccountPassword", "temporaryPassword",
            "createClient", "secret",
            "rotateClientSecret", "secret");

    private static final UUID SOMEBODY_ELSE = UUID.randomUUID();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static MatrixWorld world;

    /** An operation, and the least that its sender needs to be. */
    record Write(Contract.Operation operation, Role role, boolean ofOneself) {
        String id() {
            return operation.id();
        }

        boolean namesAVersion() {
            return NAMING_A_VERSION.contains(operation.method());
        }

        String kind() {
            return MatrixWorld.kind(operation.path());
        }

        @Override
        public String toString() {
            return operation.toString();
        }
    }

    /** One request in every part, so that it can be sent again with one of them changed. */
    private record Sending(Write write, UUID who, String address, String body, String tag, String key) {
        Sending by(UUID another) {
            return new Sending(write, another, address, body, tag, key);
        }

        Sending body(String another) {
            return new Sending(write, who, address, another, tag, key);
        }

        Sending tag(String another) {
            return new Sending(write, who, address, body, another, key);
        }

        Sending key(String another) {
            return new Sending(write, who, address, body, tag, another);
        }

        Response send() {
            var request = world().as(write.role(), who);
            for (var parameter : write.operation().parameters()) {
                if (parameter.path("required").asBoolean()
                        && parameter.path("in").asText().equals("query")) {
                    request.queryParam(parameter.path("name").asText(), MatrixRequests.query(parameter));
                }
            }
            if (body != null) {
                request.contentType(media(write).getKey()).body(body);
            }
            if (tag != null) {
                request.header("If-Match", '"' + tag + '"');
            }
            if (key != null) {
                request.header("Idempotency-Key", key);
            }
            return request.when().request(write.operation().method(), address);
        }
    }

    static Stream<Write> writes() {
        return Contract.operations().stream()
                .filter(o -> !o.method().equals("GET"))
                .filter(o -> takesKey(o) || NAMING_A_VERSION.contains(o.method()))
                .map(WritePromisesTest::write);
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
            if (!operation.method().equals("GET") && !takesKey(operation) && !calculation) {
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

        assertThat(wrong).isEmpty();
        assertThat(world().content()).as("what is stored after refusals").isEqualTo(before);
        assertThat(right.tag(last).send().statusCode())
                .as("with the last version")
                .isIn(200, 204);
        assertThat(world().content()).as("what is stored after the change").isNotEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void a_key_sent_twice_has_one_effect_and_one_answer(Write write) {
        var sending = sending(write, world().fresh(Target.OWN)).key(key());
        var first = sending.send();
        assertThat(first.statusCode()).as("first: %s", first.asString()).isBetween(200, 299);
        assertThat(first.header("Idempotent-Replayed")).isNull();
        var before = world().content();

        for (int i = 0; i < 2; i++) {
            var again = sending.send();
            assertThat(head(again)).as("replay").isEqualTo(head(first));
            assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
            assertThat(again.asString()).isEqualTo(kept(write, first));
        }
        assertThat(world().content()).as("effect of the replays").isEqualTo(before);
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
        assertThat(wrong).isEmpty();
        assertThat(mismatches)
                .as("other bodies that were refused as such, of %s", others)
                .isGreaterThanOrEqualTo(others.isEmpty() ? 0 : 1);
        assertThat(elsewhere != null || !others.isEmpty())
                .as("something of the request could be varied")
                .isTrue();
        assertThat(world().content()).as("effect of what was refused").isEqualTo(before);
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
        assertThat(answer.statusCode()).as("for itself: %s", answer.asString()).isBetween(200, 299);
        assertThat(answer.header("Idempotent-Replayed")).isNull();
        assertThat(world().content()).as("effect").isNotEqualTo(before);
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
        var secret = SHOWN_ONCE.get(write.id());
        if (secret == null) {
            return first.asString();
        }
        var body = (ObjectNode) tree(first.asString());
        assertThat(body.remove(secret)).as(secret).isNotNull();
        return body.toString();
    }

    /** A request that is right, about these objects. */
    private static Sending sending(Write write, MatrixObjects objects) {
        var who = write.ofOneself() ? world().newcomer(write.role()) : world().self();
        var address = MatrixWorld.address(write.operation().path(), objects);
        var media = media(write);
        var body = media == null ? null : MatrixRequests.body(write.id(), media.getValue(), world(), objects);
        return new Sending(
                write, who, address, body, write.namesAVersion() ? objects.version(write.kind()) : null, null);
    }

    /** The same about another object; null when there is but one. */
    private static Sending elsewhere(Sending sending) {
        var right = sending(sending.write(), world().fresh(Target.OWN));
        return right.address().equals(sending.address())
                ? null
                : new Sending(
                        sending.write(), sending.who(), right.address(), sending.body(), right.tag(), sending.key());
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

    private static Map.Entry<String, JsonNode> media(Write write) {
        var bodies =
                write.operation().says().path("requestBody").path("content").fields();
        return bodies.hasNext() ? bodies.next() : null;
    }

    private static boolean takesKey(Contract.Operation operation) {
        return !operation.parameter("Idempotency-Key").isMissingNode();
    }

    private static Write write(Contract.Operation operation) {
        var access = operation.says().path("x-access");
        var resource = Resource.valueOf(access.path("resource").asText());
        var action = Action.valueOf(access.path("action").asText());
        for (var reach : List.of(Reach.AGENCY, Reach.SELF)) {
            for (var role : Role.values()) {
                if (AccessTable.reach(role, resource, action) == reach) {
                    return new Write(operation, role, reach == Reach.SELF);
                }
            }
        }
        throw new IllegalStateException("no role may do " + operation);
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
