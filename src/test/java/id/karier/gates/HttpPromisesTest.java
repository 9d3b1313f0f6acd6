package id.karier.gates;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.gates.Contract.Operation;
import id.karier.gates.MatrixWorld.Target;
import id.karier.gates.WriteRequests.Write;
import id.karier.kernel.Role;
import id.karier.kernel.access.AccessTable;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Reach;
import id.karier.kernel.access.Resource;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every client library counts on (RFC 9110), tried on every operation of the contract: a resource that is new inherits
 * it, and is in here by itself.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class HttpPromisesTest {
    private static final String STREAM = "text/event-stream";

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z");

    private static MatrixWorld world;

    /** A kept result is made by the test of the rulebook. */
    static Stream<Operation> operations() {
        return Contract.operations().stream().filter(o -> !o.path().contains("/results/{id}"));
    }

    static Stream<Operation> guarded() {
        return operations().filter(o -> o.says().has("x-access"));
    }

    static Stream<Operation> readings() {
        return guarded().filter(o -> o.method().equals("GET"));
    }

    static Stream<Operation> tagged() {
        return readings().filter(o -> o.response("200").path("headers").has("ETag"));
    }

    static Stream<Write> changes() {
        return WriteRequests.writes().filter(Write::namesAVersion);
    }

    static Stream<Write> patches() {
        return changes().filter(write -> write.operation().method().equals("PATCH"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void what_does_not_come_in_the_type_that_was_asked_for_is_406(Operation operation) {
        if (operation.method().equals("DELETE")) {
            assertThat(operation.says().path("responses").has("406")).isFalse();
            return;
        }
        assertThat(operation.says().path("responses").has("406"))
                .as("406 in the contract")
                .isTrue();
        var types = types(operation);
        for (var asked : List.of(
                "application/x-nothing",
                "a",
                "*/*/",
                "../../",
                "image/png;q=0.9, text/nothing",
                types.iterator().next() + ";q=0",
                "*/*;q=0")) {
            var answer = send(as(operation).header("Accept", asked), operation);
            assertThat(answer.statusCode()).as(asked + ": " + answer.asString()).isEqualTo(406);
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(answer.jsonPath().getString("code")).isEqualTo("NOT_ACCEPTABLE");
            assertThat(answer.jsonPath().getString("detail")).contains(types);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readings")
    void an_answer_has_one_of_its_own_types_whatever_else_is_asked_for(Operation operation) {
        for (var asked : List.of(
                "*/*",
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "application/json, text/plain, */*",
                "foo, */*;text",
                "")) {
            if (types(operation).contains(STREAM)) {
                return;
            }
            var answer = as(operation).header("Accept", asked).get(address(operation));
            assertThat(answer.statusCode()).as(asked + ": " + answer.asString()).isEqualTo(200);
            assertThat(types(operation)).contains(answer.contentType().replaceFirst(";.*", ""));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guarded")
    void a_parameter_that_is_not_there_or_comes_twice_is_refused_by_its_name(Operation operation) {
        var names = operation.parameters().stream()
                .filter(p -> p.path("in").asText().equals("query"))
                .map(p -> p.path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        for (var wrong : List.of("unknownn", "expand[]", "LIMIT")) {
            var answer = send(as(operation).queryParam(wrong, "1"), operation);
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
            assertThat(answer.jsonPath().getString("code")).isEqualTo("INVALID_PARAMETER");
            var place = answer.jsonPath().<Map<String, String>>getList("errors").get(0);
            assertThat(place.get("pointer")).isEqualTo(wrong);
            assertThat(place.get("code")).isEqualTo(names.isEmpty() ? "PARAMETERS_NONE" : "PARAMETER_UNKNOWN");
            names.forEach(name -> assertThat(place.get("detail")).contains(name));
        }
        for (var name : names) {
            var answer = send(as(operation).queryParam(name, "1").queryParam(name, "2"), operation);
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
            assertThat(answer.jsonPath().getList("errors.pointer", String.class))
                    .contains(name);
            assertThat(answer.jsonPath().getList("errors.code", String.class)).contains("PARAMETER_TWICE");
        }
    }

    /** One that means none when it is empty says so by its annotation: of an import, that it makes nothing. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("guarded")
    void a_parameter_without_a_value_is_refused_by_its_name(Operation operation) {
        operation.parameters().stream()
                .filter(p -> p.path("in").asText().equals("query"))
                .map(p -> p.path("name").asText())
                .filter(name -> !(operation.id().equals("createImport") && name.equals("create")))
                .forEach(name -> {
                    for (var nothing : List.of("", " ")) {
                        var answer = send(as(operation).queryParam(name, nothing), operation);
                        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
                        assertThat(answer.jsonPath().getString("code")).isEqualTo("INVALID_PARAMETER");
                        assertThat(answer.jsonPath().getList("errors.pointer", String.class))
                                .containsExactly(name);
                        assertThat(answer.jsonPath().getList("errors.code", String.class))
                                .containsExactly("PARAMETER_EMPTY");
                    }
                });
    }

    @Test
    void the_list_of_problems_has_no_parameters_and_what_a_standard_says_takes_any() {
        var refused = TestAgency.anonymous().get("/problems?foo=1");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getList("errors.code", String.class)).containsExactly("PARAMETERS_NONE");
        assertThat(TestAgency.anonymous().get("/.well-known/jwks.json?foo=1").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guarded")
    void a_body_that_is_no_object_is_told_that_an_object_is_expected(Operation operation) {
        var body = operation.body();
        if (body == null || !body.getKey().contains("json") || operation.id().equals("createImport")) {
            return;
        }
        for (var wrong : List.of("[]", "[{}]", "\"text\"", "\"\"", "1", "true", "null", "", " ")) {
            var answer = as(operation)
                    .contentType(body.getKey())
                    .header("If-Match", "*")
                    .body(wrong)
                    .request(operation.method(), address(operation));
            assertThat(answer.statusCode()).as(wrong + ": " + answer.asString()).isEqualTo(400);
            assertThat(answer.jsonPath().getList("errors.pointer", String.class))
                    .as(wrong)
                    .containsExactly("");
            assertThat(answer.jsonPath().getString("errors[0].detail"))
                    .as(wrong)
                    .contains("objek dalam kurung kurawal");
            boolean missing = wrong.isBlank() || wrong.equals("null");
            assertThat(answer.jsonPath().getString("errors[0].code"))
                    .as(wrong)
                    .isEqualTo(missing ? "BODY_MISSING" : "VALUE_UNREADABLE");
        }
        var broken = as(operation)
                .contentType(body.getKey())
                .header("If-Match", "*")
                .body("{\"a\": ")
                .request(operation.method(), address(operation));
        assertThat(broken.jsonPath().getString("errors[0].code")).isEqualTo("NOT_JSON");
    }

    @Test
    void a_compressed_body_is_refused_for_that() {
        guarded().filter(o -> o.says().has("requestBody")).forEach(operation -> {
            var answer = send(as(operation).header("Content-Encoding", "gzip"), operation);
            assertThat(answer.statusCode()).as(operation.toString()).isEqualTo(415);
            assertThat(answer.header("Accept-Encoding")).isEqualTo("identity");
            assertThat(answer.jsonPath().getString("detail")).contains("Content-Encoding");
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tagged")
    void a_tag_is_known_again_weak_among_others_and_by_the_asterisk(Operation operation) {
        var tag = as(operation).get(address(operation)).header("ETag").replaceFirst("^W/", "");
        assertThat(tag).matches("\"[^\"]+\"");
        for (var known : List.of(tag, "W/" + tag, "\"x\", W/\"y\",W/" + tag, "*")) {
            var again = as(operation).header("If-None-Match", known).get(address(operation));
            assertThat(again.statusCode()).as(known).isEqualTo(304);
            assertThat(again.header("ETag"))
                    .isEqualTo(known.startsWith("W/") || known.contains("x") ? "W/" + tag : tag);
            assertThat(again.asString()).isEmpty();
        }
        for (var other : List.of("\"x\"", "W/\"x\", \"y\"", "\"", ",,", "W/")) {
            assertThat(as(operation)
                            .header("If-None-Match", other)
                            .get(address(operation))
                            .statusCode())
                    .as(other)
                    .isEqualTo(200);
        }
        // what has no version cannot be wanted in another one
        assertThat(as(operation)
                        .header("If-Match", "\"x\"")
                        .get(address(operation))
                        .statusCode())
                .isEqualTo(tag.startsWith("\"c-") ? 200 : 412);
        assertThat(as(operation).header("If-Match", tag).get(address(operation)).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readings")
    void every_instant_has_three_digits_of_a_second(Operation operation) {
        var body = as(operation).get(address(operation)).asString();
        INSTANT.matcher(body)
                .results()
                .forEach(found -> assertThat(found.group()).matches("[^.]*\\.\\d{3}Z"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readings")
    void a_long_text_is_compressed_and_its_tag_is_weak(Operation operation) throws Exception {
        var plain = raw(operation, "identity");
        var packed = raw(operation, "gzip");
        if (types(operation).contains(STREAM)) {
            assertThat(packed.headers().firstValue("Content-Encoding").orElse("identity"))
                    .isEqualTo("identity");
            return;
        }
        assertThat(plain.headers().firstValue("Content-Encoding").orElse("identity"))
                .isEqualTo("identity");
        if (plain.headers().firstValue("Content-Type").orElse("").contains("spreadsheet")) {
            // compressed in itself
            assertThat(packed.headers().firstValue("Content-Encoding").orElse("identity"))
                    .isEqualTo("identity");
            return;
        }
        assertThat(plain.headers().allValues("Vary"))
                .hasSize(1)
                .first()
                .asString()
                .contains("Accept-Encoding", "Origin");
        boolean worth = plain.body().length >= 1400;
        assertThat(packed.headers().firstValue("Content-Encoding").orElse("identity"))
                .as("%d bytes", plain.body().length)
                .isEqualTo(worth ? "gzip" : "identity");
        var tag = plain.headers().firstValue("ETag").orElse(null);
        if (tag != null) {
            assertThat(packed.headers().firstValue("ETag")).contains(worth ? "W/" + tag : tag);
        }
        if (worth) {
            var text = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
            assertThat(text.length).isCloseTo(plain.body().length, org.assertj.core.data.Offset.offset(64));
            var refused = raw(operation, "gzip;q=0, br").headers();
            assertThat(refused.firstValue("Content-Encoding").orElse("identity"))
                    .isEqualTo("identity");
        }
    }

    @Test
    void every_address_tells_its_methods() {
        var methods = new TreeMap<String, Set<String>>();
        operations()
                .forEach(o -> methods.computeIfAbsent(o.path(), path -> new TreeSet<>())
                        .add(o.method()));
        var wrong = new ArrayList<String>();
        methods.forEach((path, theirs) -> {
            var expected = new TreeSet<>(theirs);
            expected.add("OPTIONS");
            if (theirs.contains("GET")) {
                expected.add("HEAD");
            }
            var address = path.startsWith("/api/v1/") ? MatrixWorld.address(path, world().standing(Target.OWN)) : path;
            var told = TestAgency.anonymous().options(address);
            if (told.statusCode() != 204 || !expected.equals(allowed(told))) {
                wrong.add("OPTIONS " + path + " " + told.statusCode() + " " + told.header("Allow"));
            }
            var method = Stream.of("PUT", "DELETE")
                    .filter(m -> !theirs.contains(m))
                    .findFirst()
                    .orElseThrow();
            var refused = world().as(Role.SDM, world().self()).request(method, address);
            if (refused.statusCode() != 405
                    || !expected.equals(allowed(refused))
                    || !refused.contentType().startsWith("application/problem+json")) {
                wrong.add(method + " " + path + " " + refused.statusCode() + " " + refused.header("Allow"));
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(TestAgency.anonymous().options("/api/v1/nothing").statusCode())
                .isEqualTo(404);
        for (var method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            var refused = TestAgency.anonymous().request(method, "/");
            assertThat(refused.statusCode()).as(method).isEqualTo(405);
            assertThat(allowed(refused)).containsExactly("GET", "HEAD", "OPTIONS");
        }
        assertThat(allowed(TestAgency.anonymous().options("/"))).containsExactly("GET", "HEAD", "OPTIONS");
        assertThat(TestAgency.anonymous().redirects().follow(false).head("/").statusCode())
                .isEqualTo(303);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void the_last_version_may_stand_among_others_be_weak_or_be_any(Write write) {
        for (var form :
                List.of("raw:\"%d\", \"%d\"", "raw:W/\"%2$d\"", "raw:\"x\",W/\"%2$d-abc\" , \"%1$d\"", "raw:*")) {
            var objects = world().fresh(Target.OWN);
            var sending = WriteRequests.sending(write, world(), objects);
            long last = Long.parseLong(objects.version(write.kind()));
            var stale = sending.tag("raw:\"%d\", W/\"%d\"".formatted(last + 1, last + 7))
                    .send();
            assertThat(stale.statusCode()).as(stale.asString()).isEqualTo(412);
            var answer = sending.tag(form.formatted(last + 5, last)).send();
            assertThat(answer.statusCode()).as(form + ": " + answer.asString()).isIn(200, 204);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("patches")
    void the_same_change_again_leaves_version_and_log_as_they_are(Write write) {
        var objects = world().fresh(Target.OWN);
        var sending = WriteRequests.sending(write, world(), objects);
        var first = sending.send();
        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        var version = objects.version(write.kind());
        var before = world().content();
        var again = sending.tag(version).send();
        assertThat(again.statusCode()).as(again.asString()).isEqualTo(200);
        assertThat(again.header("ETag")).as(write.toString()).isEqualTo(first.header("ETag"));
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(objects.version(write.kind())).isEqualTo(version);
        assertThat(world().content()).isEqualTo(before);
    }

    /** What the contract says that an operation answers when it succeeds; JSON where it answers nothing. */
    private static Set<String> types(Operation operation) {
        var types = new TreeSet<String>();
        operation.says().path("responses").fieldNames().forEachRemaining(status -> {
            if (status.startsWith("2")) {
                operation.response(status).path("content").fieldNames().forEachRemaining(types::add);
            }
        });
        return types.isEmpty() ? Set.of("application/json") : types;
    }

    private static Set<String> allowed(Response answer) {
        var said = answer.header("Allow");
        return said == null ? Set.of() : new TreeSet<>(Arrays.asList(said.split(", ")));
    }

    private static Response send(RequestSpecification request, Operation operation) {
        var body = operation.body();
        if (body != null) {
            request.contentType(body.getKey()).body("{}");
        }
        return request.request(operation.method(), address(operation));
    }

    /** As it comes over the wire: the client of the other tests unpacks by itself. */
    private static java.net.http.HttpResponse<byte[]> raw(Operation operation, String encodings)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + address(operation)))
                .header("Authorization", "Bearer " + world().token(role(operation), world().self()))
                .header("Accept-Encoding", encodings)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    }

    /** Whoever sees the own object, by the narrowest power that does. */
    private static RequestSpecification as(Operation operation) {
        return operation.says().has("x-access") ? world().as(role(operation), world().self()) : TestAgency.anonymous();
    }

    private static Role role(Operation operation) {
        var access = operation.says().path("x-access");
        var resource = Resource.valueOf(access.path("resource").asText());
        var action = Action.valueOf(access.path("action").asText());
        return Stream.of(Reach.AGENCY, Reach.SELF, Reach.NATION)
                .flatMap(reach -> Arrays.stream(Role.values())
                        .filter(candidate -> AccessTable.reach(candidate, resource, action) == reach))
                .findFirst()
                .orElseThrow();
    }

    private static String address(Operation operation) {
        MatrixStages.set(operation.id(), world().standing(Target.OWN));
        return operation.path().startsWith("/api/v1/")
                ? MatrixWorld.address(operation.path(), world().standing(Target.OWN))
                : operation.path();
    }

    private static synchronized MatrixWorld world() {
        if (world == null) {
            world = new MatrixWorld();
        }
        return world;
    }
}
