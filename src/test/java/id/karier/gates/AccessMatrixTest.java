package id.karier.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.gates.AccessMatrix.Asker;
import id.karier.gates.AccessMatrix.Endpoint;
import id.karier.gates.MatrixWorld.Target;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Reach;
import id.karier.kernel.access.Resource;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every endpoint of the contract against the access table, and what each list of people holds. Whoever may, succeeds: each
 * request is one that the endpoint can carry out, on objects of its own where it changes them. An endpoint that is new is
 * in here by itself; one without a rule fails.
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
            "GET /.well-known/oauth-authorization-server",
            "GET /.well-known/oauth-protected-resource");

    private static MatrixWorld world;

    static Stream<Endpoint> guarded() {
        return new AccessMatrix(Path.of("target/openapi/karier.json"), null).guarded();
    }

    @Test
    void every_endpoint_has_a_rule_or_is_open_on_purpose() {
        assertThat(AccessMatrix.unruled(matrix().contract())).isSubsetOf(OPEN);
    }

    @Test
    void a_planted_endpoint_without_a_rule_is_caught() {
        var contract = matrix().contract();
        var planted = ((ObjectNode) contract.path("paths")).putObject("/api/v1/planted/{id}");
        planted.putObject("get").putObject("responses");
        assertThat(AccessMatrix.unruled(contract)).contains("GET /api/v1/planted/{id}");
        assertThatThrownBy(() -> MatrixWorld.address("/api/v1/planted/{id}", world.standing(Target.OWN)))
                .hasMessageContaining("add a line to MatrixObjects.make");
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void answers_as_the_access_table_says(Endpoint endpoint) {
        assertThat(matrix().wrongAnswers(endpoint)).as(endpoint.toString()).isEmpty();
    }

    @Test
    void a_list_holds_what_its_reader_reaches_and_nothing_else() {
        assertThat(matrix().wrongLists()).isEmpty();
    }

    /** What comes along with a person is what its own address shows, to the same readers. */
    @Test
    void an_expansion_is_there_for_whom_its_own_address_is() {
        var matrix = matrix();
        var names = expansions();
        assertThat(names).contains("ranks", "disciplines");
        var wrong = new ArrayList<String>();
        var askers = matrix.askers(Resource.EMPLOYEE, Action.READ);
        askers.add(new Asker(
                "machine for penalties", Reach.AGENCY, self -> world.asClient("employees:read", "disciplines:read")));
        for (var target : Target.values()) {
            var person = "/api/v1/employees/" + world.standing(target).id("employees");
            for (var asker : askers) {
                var answer = asker.request().apply(world.self()).get(person + "?expand=" + String.join(",", names));
                for (var name : names) {
                    var address = name.equals("unitPath")
                            ? "/api/v1/units"
                            : person + "/" + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
                    boolean shown = answer.statusCode() == 200 && answer.path("expanded." + name) != null;
                    int itself =
                            asker.request().apply(world.self()).get(address).statusCode();
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
        for (var parameter : matrix().contract()
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

    private static synchronized AccessMatrix matrix() {
        if (world == null) {
            world = new MatrixWorld();
        }
        return new AccessMatrix(Path.of("target/openapi/karier.json"), world);
    }
}
