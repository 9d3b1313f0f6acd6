package id.karier.gates;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.gates.WriteRequests.Write;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that a few letters make enormous, in every numeric member that the contract takes. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class NumberAttackTest {
    private static final List<String> ENORMOUS = List.of(
            "1e999999999",
            "1e-999999999",
            "-1E+999999999",
            "1e99999999999999999999",
            "1e400",
            "9".repeat(10_000),
            "0." + "1".repeat(10_000),
            "\"1e999999999\"");

    /** Well formed and of a size that numbers have: whatever the answer is, it is one, and at once. */
    private static final List<String> AWKWARD = List.of(
            "2147483647",
            "-2147483648",
            "9223372036854775807",
            "99999999999999999999",
            "1e30",
            "1e-30",
            "0.1234567890123");

    private static final long PATIENCE_MILLIS = 2_000;

    private static MatrixWorld world;

    static Stream<Write> numeric() {
        return RequestMembers.takingJson()
                .filter(w -> RequestMembers.of(w.operation()).values().stream().anyMatch(NumberAttackTest::isNumber));
    }

    private static boolean isNumber(com.fasterxml.jackson.databind.JsonNode schema) {
        return RequestMembers.is(schema, "number") || RequestMembers.is(schema, "integer");
    }

    @Test
    void there_are_numbers_to_try() {
        assertThat(numeric().map(Write::id))
                .contains("calculateCreditPoints", "createEmployeeCredit", "createPosition");
    }

    @ParameterizedTest
    @MethodSource("numeric")
    void an_enormous_number_is_refused_at_once(Write write) {
        var right = WriteRequests.sending(write, world(), world().standing(MatrixWorld.Target.TEAM));
        var wrong = new ArrayList<String>();
        RequestMembers.of(write.operation()).forEach((pointer, schema) -> {
            if (isNumber(schema)) {
                ENORMOUS.forEach(number -> send(right, pointer, number, List.of(400, 422), wrong));
            }
        });
        assertThat(wrong).as(write.toString()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("numeric")
    void an_awkward_number_is_answered(Write write) {
        var wrong = new ArrayList<String>();
        RequestMembers.of(write.operation()).forEach((pointer, schema) -> {
            if (isNumber(schema)) {
                for (var number : AWKWARD) {
                    var right = WriteRequests.sending(write, world(), world().fresh(MatrixWorld.Target.TEAM));
                    send(right, pointer, number, null, wrong);
                }
            }
        });
        assertThat(wrong).as(write.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e999999999", "1e-999999999", "99999999999", "2000000000", "1e30", "0.00000000000000000001"})
    void no_body_of_a_rule_set_takes_it(String number) {
        var agency = TestAgency.called("numbers");
        for (var kind : List.of("TRANSFER", "RETIREMENT", "CREDIT_POINTS", "LEARNING_HOURS")) {
            var proposal = """
                    {"version": "BARU_1", "effectiveFrom": "2099-01-01", "legalBasis": [{"regulation": "Pergub 1/2098"}],
                     "body": {"minimumYears": %s}}""".formatted(number);
            for (var sent : List.of(
                    agency.as(Role.ADMIN)
                            .contentType("application/json")
                            .body(proposal)
                            .post("/api/v1/rule-sets/" + kind),
                    agency.as(Role.ADMIN)
                            .contentType("application/json")
                            .body("{\"draft\": " + proposal + "}")
                            .post("/api/v1/rule-sets/" + kind + "/simulations"))) {
                assertThat(sent.statusCode())
                        .as("%s %s: %s", kind, number, sent.asString())
                        .isIn(400, 422);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999"})
    void no_setting_takes_it(String number) {
        var agency = TestAgency.called("numbers");
        agency.as(Role.ADMIN)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body("{\"settings\": {\"a\": " + number + "}}")
                .patch("/api/v1/agencies/" + agency.id)
                .then()
                .statusCode(400);
    }

    private static void send(
            WriteRequests.Sending right, String pointer, String number, List<Integer> expected, List<String> wrong) {
        var body = RequestMembers.with(right.body(), pointer, number);
        long started = System.nanoTime();
        var answer = right.body(body).send();
        long millis = (System.nanoTime() - started) / 1_000_000;
        var said = "%s = %s: %d in %d ms, %d bytes"
                .formatted(
                        pointer,
                        number.length() > 40 ? number.length() + " digits" : number,
                        answer.statusCode(),
                        millis,
                        answer.asByteArray().length);
        boolean answered = expected == null ? answer.statusCode() < 500 : expected.contains(answer.statusCode());
        if (!answered || millis > PATIENCE_MILLIS || answer.asByteArray().length > 100_000) {
            wrong.add(said);
        }
    }

    private static MatrixWorld world() {
        if (world == null) {
            world = new MatrixWorld();
        }
        return world;
    }
}
