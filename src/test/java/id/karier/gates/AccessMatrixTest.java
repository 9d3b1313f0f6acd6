package id.karier.gates;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every endpoint of the contract × every role, machine and stranger × the caller's own object, one of her agency, one of
 * another agency, against the access table. An endpoint that is new is in here by itself; one without a rule fails.
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

    private static MatrixWorld world;

    /** One operation of the contract, by its rule. */
    record Endpoint(String method, String path, Resource resource, Action action, JsonNode operation) {
        boolean reads() {
            return method.equals("GET");
        }

        /** About one person, so that reach within the agency matters. */
        boolean personal() {
            return path.startsWith("/api/v1/employees/{");
        }

        boolean single() {
            return path.contains("{");
        }

        @Override
        public String toString() {
            return method + ' ' + path;
        }
    }

    private record Asker(String name, Reach reach, Supplier<RequestSpecification> request) {}

    static Stream<Endpoint> guarded() throws IOException {
        return operations().filter(e -> e.resource() != null);
    }

    @Test
    void every_endpoint_has_a_rule_or_is_open_on_purpose() throws IOException {
        assertThat(operations().filter(e -> e.resource() == null))
                .extracting(Endpoint::toString)
                .allMatch(OPEN::contains);
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void answers_as_the_access_table_says(Endpoint endpoint) {
        var world = world();
        var wrong = new ArrayList<String>();
        for (var target : endpoint.single() ? Target.values() : new Target[] {Target.OWN}) {
            for (var asker : askers(world, endpoint)) {
                int status = call(endpoint, asker.request().get(), target).statusCode();
                var expected = expected(endpoint, asker, target);
                if (!expected.holds(endpoint, status)) {
                    wrong.add("%s on %s: %d instead of %s".formatted(asker.name(), target, status, expected));
                }
            }
        }
        assertThat(wrong).as(endpoint.toString()).isEmpty();
    }

    private enum Expected {
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        ALLOWED;

        /** A write that is allowed may still be refused for its body or its version; a reading may not. */
        boolean holds(Endpoint endpoint, int status) {
            return switch (this) {
                case UNAUTHENTICATED -> status == 401;
                case FORBIDDEN -> status == 403;
                case NOT_FOUND -> status == 404;
                // a kept result is there for the account that kept it and for nobody else, whatever the role
                case ALLOWED ->
                    endpoint.path().contains("/results/{id}")
                            ? status == 404
                            : endpoint.reads()
                                    ? status == 200
                                    : status < 500 && status != 401 && status != 403 && status != 404;
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
        boolean everyAgencys = MatrixWorld.shared(endpoint.path());
        if (target == Target.OTHER_AGENCY && asker.reach() != Reach.NATION && !everyAgencys) {
            return Expected.NOT_FOUND;
        }
        boolean narrow = asker.reach() == Reach.SELF || asker.reach() == Reach.TEAM;
        return target == Target.SAME_AGENCY && endpoint.personal() && narrow ? Expected.NOT_FOUND : Expected.ALLOWED;
    }

    private static List<Asker> askers(MatrixWorld world, Endpoint endpoint) {
        var askers = new ArrayList<Asker>();
        for (var role : Role.values()) {
            var reach = AccessTable.reach(role, endpoint.resource(), endpoint.action());
            askers.add(new Asker(role.name(), reach, () -> world.as(role)));
        }
        var scope = endpoint.resource().scope() + ':' + endpoint.action().name().toLowerCase(Locale.ROOT);
        var other = endpoint.resource() == Resource.UNIT ? "positions:read" : "units:read";
        var granted = AccessTable.reachOfScopes(Set.of(scope), endpoint.resource(), endpoint.action());
        var scopes = endpoint.path().endsWith("/simulations/{id}/changes") ? scope + " employees:read" : scope;
        askers.add(new Asker("machine with " + scope, granted, () -> world.asClient(scopes)));
        askers.add(new Asker("machine with " + other, Reach.NONE, () -> world.asClient(other)));
        askers.add(new Asker("nobody", null, () -> given()));
        return askers;
    }

    private Response call(Endpoint endpoint, RequestSpecification request, Target target) {
        var address = world().address(endpoint.path(), target);
        for (var parameter : endpoint.operation().path("parameters")) {
            if (parameter.path("required").asBoolean()
                    && parameter.path("in").asText().equals("query")) {
                request.queryParam(
                        parameter.path("name").asText(),
                        parameter.path("example").asText());
            }
        }
        var body = endpoint.operation().path("requestBody").path("content").fields();
        if (body.hasNext()) {
            var media = body.next();
            var example = media.getValue().has("example")
                    ? media.getValue().path("example")
                    : media.getValue().path("examples").path(0).path("value");
            request.contentType(media.getKey()).body(example.isTextual() ? example.asText() : example.toString());
        }
        if (Set.of("PATCH", "PUT", "DELETE").contains(endpoint.method())) {
            // a version that no object has: whoever may write learns that it is stale, and nothing changes
            request.header("If-Match", "\"999999\"");
        }
        return request.when().request(endpoint.method(), address);
    }

    private static synchronized MatrixWorld world() {
        if (world == null) {
            world = new MatrixWorld();
        }
        return world;
    }

    private static Stream<Endpoint> operations() throws IOException {
        var found = new ArrayList<Endpoint>();
        var paths = new ObjectMapper()
                .readTree(Path.of("target/openapi/karier.json").toFile())
                .path("paths");
        paths.fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
                    if (operation.getValue().has("responses")) {
                        var access = operation.getValue().path("x-access");
                        found.add(new Endpoint(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                access.isMissingNode()
                                        ? null
                                        : Resource.valueOf(
                                                access.path("resource").asText()),
                                access.isMissingNode()
                                        ? null
                                        : Action.valueOf(access.path("action").asText()),
                                operation.getValue()));
                    }
                }));
        return found.stream();
    }
}
