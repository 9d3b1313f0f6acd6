package id.karier.gates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.gates.Contract.Operation;
import id.karier.gates.MatrixWorld.Target;
import id.karier.kernel.Role;
import id.karier.kernel.access.AccessTable;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Reach;
import id.karier.kernel.access.Resource;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server keeps what the contract says of every reading: the shape of its answer, its headers, its sort keys. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ContractTruthTest {
    private static MatrixWorld world;

    /** Every reading of a guarded object that the matrix has; a kept result is made by the test of the rulebook. */
    static Stream<Operation> readings() {
        return Contract.operations().stream()
                .filter(o -> o.method().equals("GET") && o.says().has("x-access"))
                .filter(o -> !o.path().contains("/results/{id}"));
    }

    static Stream<Operation> sorted() {
        return readings().filter(o -> !o.parameter("sort").isMissingNode());
    }

    @ParameterizedTest
    @MethodSource("readings")
    void an_answer_has_the_shape_and_the_headers_of_the_contract(Operation operation) throws JsonProcessingException {
        var answer = as(operation).get(address(operation));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        var promised = operation.response("200");
        assertThat(answer.header("X-Request-Id")).isNotNull();
        assertThat(answer.header("RateLimit-Remaining")).isNotNull();
        assertThat(answer.header("ETag") != null)
                .as("ETag")
                .isEqualTo(promised.path("headers").has("ETag"));
        var media = promised.path("content").path(answer.contentType().replaceFirst(";.*", ""));
        assertThat(media.isMissingNode())
                .as("nothing promised of " + answer.contentType())
                .isFalse();
        if (answer.contentType().contains("json")) {
            var body = new ObjectMapper().readTree(answer.asString());
            assertThat(Contract.differences(media.path("schema"), body))
                    .as(body.toPrettyString())
                    .isEmpty();
        }
        if (answer.header("ETag") != null) {
            var again =
                    as(operation).header("If-None-Match", answer.header("ETag")).get(address(operation));
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(operation.says().path("responses").has("304")).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("sorted")
    void a_list_is_sorted_by_the_keys_of_the_contract(Operation operation) throws JsonProcessingException {
        var said = operation.parameter("sort").path("description").asText();
        assertThat(said).startsWith("Kunci urutan: ");
        var refused = as(operation).queryParam("sort", "unknown").get(address(operation));
        assertThat(refused.statusCode()).isEqualTo(400);
        var places = new ObjectMapper().readTree(refused.asString()).path("errors");
        assertThat(places.path(0).path("code").asText()).isEqualTo("SORT_KEY_UNKNOWN");
        assertThat(places.path(0)
                        .path("detail")
                        .asText()
                        .replaceFirst(".*: ", "")
                        .replace(".", ""))
                .isEqualTo(said.replaceFirst("Kunci urutan: ", "").replaceFirst(";.*", ""));
    }

    @Test
    void what_comes_along_with_a_person_has_the_shape_of_the_contract() throws JsonProcessingException {
        var operation =
                readings().filter(o -> o.id().equals("getEmployee")).findFirst().orElseThrow();
        var names = new ArrayList<String>();
        operation.parameter("expand").at("/schema/items/enum").forEach(name -> names.add(name.asText()));
        assertThat(names).isNotEmpty();
        var answer = as(operation).queryParam("expand", String.join(",", names)).get(address(operation));
        var body = new ObjectMapper().readTree(answer.asString());
        assertThat(body.path("expanded").size()).as(body.toPrettyString()).isGreaterThan(1);
        var schema = operation.response("200").at("/content/application~1json/schema");
        assertThat(Contract.differences(schema, body)).isEmpty();
    }

    @Test
    void a_body_that_is_not_the_promised_one_is_seen() throws JsonProcessingException {
        var page = Contract.document().path("components").path("schemas").path("UnitPage");
        var json = new ObjectMapper();
        assertThat(Contract.differences(page, json.readTree("{\"items\": [], \"next\": null}")))
                .isEmpty();
        assertThat(Contract.differences(page, json.readTree("{\"items\": []}"))).hasSize(1);
        assertThat(Contract.differences(page, json.readTree("{\"items\": [{\"id\": \"1\"}], \"next\": null}")))
                .isNotEmpty();
        assertThat(Contract.differences(
                        json.readTree("{\"$ref\": \"#/components/schemas/UnitName\"}"), json.readTree("""
                {"id": "01980a52-7c1e-7000-8000-000000000005", "name": "Bidang Mutasi", "secret": 1}""")))
                .hasSize(1);
    }

    /** Whoever sees the own object, by the narrowest power that does. */
    private static RequestSpecification as(Operation operation) {
        var access = operation.says().path("x-access");
        var resource = Resource.valueOf(access.path("resource").asText());
        var action = Action.valueOf(access.path("action").asText());
        var role = Stream.of(Reach.AGENCY, Reach.SELF, Reach.NATION)
                .flatMap(reach -> Arrays.stream(Role.values())
                        .filter(candidate -> AccessTable.reach(candidate, resource, action) == reach))
                .findFirst()
                .orElseThrow();
        return world().as(role, world().self());
    }

    private static String address(Operation operation) {
        var required = List.of("path", "header");
        assertThat(operation.parameters())
                .allMatch(p -> !p.path("required").asBoolean()
                        || required.contains(p.path("in").asText()));
        MatrixStages.set(operation.id(), world().standing(Target.OWN));
        return MatrixWorld.address(operation.path(), world().standing(Target.OWN));
    }

    private static synchronized MatrixWorld world() {
        if (world == null) {
            world = new MatrixWorld();
        }
        return world;
    }
}
