package id.karier.gates;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every endpoint of the contract × every role, machine and stranger × the caller's own object, one of her agency, one of
 * another agency, against the access table. Whoever may, succeeds: each request is one that the endpoint can carry out, on
 * objects of its own where it changes them. An endpoint that is new is in here by itself; one without a rule fails.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AccessMatrixTest {
    /** What anybody may call without a token; everything else asks the access table. */
    private static final Set<String> OPEN = Set.of(
            "GET /problems",
            "POST /api/v1/auth/token",
            "POST /api/v1/auth/revocation",
            "GET /.well-known/jwks.json",
            "GET /.well-known/oauth-authorization-server");

    private static final Set<String> NAMING_A_VERSION = Set.of("PATCH", "PUT", "DELETE");
    private static final String RESULTS = "/api/v1/calculations/{calculator}/results";
    private static final String PERSON = "/api/v1/employees/{";

    private static MatrixWorld world;

    /** One operation of the contract, by its rule. */
    record Endpoint(String method, String path, Resource resource, Action action, JsonNode operation) {
        /** A calculation is sent and not got, and changes nothing either. */
        boolean changes() {
            return !method.equals("GET") && action != Action.READ;
        }

        /** About one person, so that reach within the agency matters. */
        boolean personal() {
            return path.startsWith(PERSON);
        }

        boolean single() {
            return path.contains("{");
        }

        /** A kept result is there for the account that kept it and for nobody else, whatever the role. */
        boolean kept() {
            return path.startsWith(RESULTS + "/{");
        }

        String operationId() {
            return operation.path("operationId").asText();
        }

        @Override
        public String toString() {
            return method + ' ' + path;
        }
    }

    /** @param request a request in the asker's name, who is the given person */
    private record Asker(String name, Reach reach, Function<UUID, RequestSpecification> request) {}

    static Stream<Endpoint> guarded() {
        return operations(contract()).filter(e -> e.resource() != null);
    }

    @Test
    void every_endpoint_has_a_rule_or_is_open_on_purpose() {
        assertThat(unruled(contract())).isSubsetOf(OPEN);
    }

    @Test
    void a_planted_endpoint_without_a_rule_is_caught() {
        var contract = contract();
        var planted = ((ObjectNode) contract.path("paths")).putObject("/api/v1/planted/{id}");
        planted.putObject("get").putObject("responses");
        assertThat(unruled(contract)).contains("GET /api/v1/planted/{id}");
        assertThatThrownBy(() -> MatrixWorld.address("/api/v1/planted/{id}", world().standing(Target.OWN)))
                .hasMessageContaining("add a line to MatrixObjects.make");
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void answers_as_the_access_table_says(Endpoint endpoint) {
        var wrong = new ArrayList<String>();
        for (var target : endpoint.single() ? Target.values() : new Target[] {Target.OWN}) {
            for (var asker : askers(endpoint.resource(), endpoint.action())) {
                var expected = expected(endpoint, asker, target);
                var answer = call(endpoint, asker, target, expected);
                if (!expected.holds(answer.statusCode())) {
                    wrong.add("%s on %s: %d instead of %s %s"
                            .formatted(
                                    asker.name(),
                                    target,
                                    answer.statusCode(),
                                    expected,
                                    answer.statusCode() < 300 ? "" : answer.asString()));
                }
            }
        }
        assertThat(wrong).as(endpoint.toString()).isEmpty();
    }

    /** What comes along with a person is what its own address shows, to the same readers. */
    @Test
    void an_expansion_is_there_for_whom_its_own_address_is() {
        var names = expansions();
        assertThat(names).contains("ranks", "disciplines");
        var wrong = new ArrayList<String>();
        var askers = askers(Resource.EMPLOYEE, Action.READ);
        askers.add(new Asker(
                "machine for penalties", Reach.AGENCY, self -> world().asClient("employees:read", "disciplines:read")));
        for (var target : Target.values()) {
            var person = "/api/v1/employees/" + world().standing(target).id("employees");
            for (var asker : askers) {
                var answer = asker.request().apply(world().self()).get(person + "?expand=" + String.join(",", names));
                for (var name : names) {
                    var address = name.equals("unitPath")
                            ? "/api/v1/units"
                            : person + "/" + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
                    boolean shown = answer.statusCode() == 200 && answer.path("expanded." + name) != null;
                    int itself =
                            asker.request().apply(world().self()).get(address).statusCode();
                    boolean readable = answer.statusCode() == 200 && itself == 200;
                    if (shown != readable) {
                        wrong.add("%s on %s: %s is %s, its address answers %d"
                                .formatted(asker.name(), target, name, shown ? "there" : "missing", itself));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> expansions() {
        var names = new ArrayList<String>();
        for (var parameter : contract()
                .path("paths")
                .path("/api/v1/employees/{id}")
                .path("get")
                .path("parameters")) {
            if (parameter.path("name").asText().equals("expand")) {
                parameter.at("/schema/items/enum").forEach(name -> names.add(name.asText()));
            }
        }
        return names;
    }

    private enum Expected {
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        ALLOWED;

        boolean holds(int status) {
            return switch (this) {
                case UNAUTHENTICATED -> status == 401;
                case FORBIDDEN -> status == 403;
                case NOT_FOUND -> status == 404;
                case ALLOWED -> status / 100 == 2;
            };
        }
    }

    private static Expected expected(Endpoint endpoint, Asker asker, Target target) {
        if (asker.reach() == null) {
            return Expected.UNAUTHENTICATED;
        }
        if (asker.reach() == Reach.NONE) {
            return Expected.FORBIDDEN;
        }
        if (endpoint.kept()) {
            return target == Target.OWN ? Expected.ALLOWED : Expected.NOT_FOUND;
        }
        if (target == Target.OTHER_AGENCY && asker.reach() != Reach.NATION && !MatrixWorld.national(endpoint.path())) {
            return Expected.NOT_FOUND;
        }
        boolean narrow = asker.reach() == Reach.SELF || asker.reach() == Reach.TEAM;
        return target == Target.SAME_AGENCY && endpoint.personal() && narrow ? Expected.NOT_FOUND : Expected.ALLOWED;
    }

    private static List<Asker> askers(Resource resource, Action action) {
        var askers = new ArrayList<Asker>();
        for (var role : Role.values()) {
            var reach = AccessTable.reach(role, resource, action);
            askers.add(new Asker(role.name(), reach, self -> world().as(role, self)));
        }
        var scope = resource.scope() + ':' + action.name().toLowerCase(Locale.ROOT);
        var other = resource == Resource.UNIT ? "positions:read" : "units:read";
        var granted = AccessTable.reachOfScopes(Set.of(scope), resource, action);
        // whom a simulation concerns is told only to who may read employees as well
        var scopes = resource == Resource.SIMULATION ? new String[] {scope, "employees:read"} : new String[] {scope};
        askers.add(new Asker("machine with " + scope, granted, self -> world().asClient(scopes)));
        askers.add(new Asker("machine with " + other, Reach.NONE, self -> world().asClient(other)));
        askers.add(new Asker("nobody", null, self -> given()));
        return askers;
    }

    private static Response call(Endpoint endpoint, Asker asker, Target target, Expected expected) {
        boolean writes = endpoint.changes() && expected == Expected.ALLOWED;
        var objects = writes ? world().fresh(target) : world().standing(target);
        boolean herself = writes && target == Target.OWN && endpoint.personal();
        var self = herself ? UUID.fromString(objects.id("employees")) : world().self();
        var request = asker.request().apply(self);
        for (var parameter : endpoint.operation().path("parameters")) {
            if (parameter.path("required").asBoolean()
                    && parameter.path("in").asText().equals("query")) {
                request.queryParam(parameter.path("name").asText(), MatrixRequests.query(parameter));
            }
        }
        var bodies = endpoint.operation().path("requestBody").path("content").fields();
        if (bodies.hasNext()) {
            var media = bodies.next();
            var here = target == Target.OTHER_AGENCY ? world().standing(Target.OWN) : objects;
            request.contentType(media.getKey())
                    .body(MatrixRequests.body(endpoint.operationId(), media.getValue(), world(), here));
        }
        if (NAMING_A_VERSION.contains(endpoint.method())) {
            request.header("If-Match", '"' + objects.version(MatrixWorld.kind(endpoint.path())) + '"');
        }
        var address = endpoint.kept()
                ? endpoint.path().replace(RESULTS + "/{id}", kept(asker, target, expected))
                : MatrixWorld.address(endpoint.path(), objects);
        return request.when().request(endpoint.method(), address);
    }

    /** The address of a result that the asker has kept, or a colleague or a stranger. */
    private static String kept(Asker asker, Target target, Expected expected) {
        var keeper = target == Target.OTHER_AGENCY
                ? world().asStranger()
                : expected == Expected.ALLOWED
                        ? asker.request().apply(world().self())
                        : world().as(Role.AUDITOR, UUID.randomUUID());
        return keeper.contentType("application/json")
                .body("{\"birthDate\": \"1990-01-01\", \"postLevel\": \"PENGAWAS\"}")
                .post(RESULTS.replace("{calculator}", "retirement"))
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
    }

    private static synchronized MatrixWorld world() {
        if (world == null) {
            world = new MatrixWorld();
        }
        return world;
    }

    private static JsonNode contract() {
        try {
            return new ObjectMapper()
                    .readTree(Path.of("target/openapi/karier.json").toFile());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<String> unruled(JsonNode contract) {
        return operations(contract)
                .filter(e -> e.resource() == null)
                .map(Endpoint::toString)
                .toList();
    }

    private static Stream<Endpoint> operations(JsonNode contract) {
        var found = new ArrayList<Endpoint>();
        contract.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
                    if (operation.getValue().has("responses")) {
                        found.add(endpoint(operation.getKey(), path.getKey(), operation.getValue()));
                    }
                }));
        return found.stream();
    }

    private static Endpoint endpoint(String method, String path, JsonNode operation) {
        var access = operation.path("x-access");
        boolean ruled = !access.isMissingNode();
        return new Endpoint(
                method.toUpperCase(Locale.ROOT),
                path,
                ruled ? Resource.valueOf(access.path("resource").asText()) : null,
                ruled ? Action.valueOf(access.path("action").asText()) : null,
                operation);
    }
}
