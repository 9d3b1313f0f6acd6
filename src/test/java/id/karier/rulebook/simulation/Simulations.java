package id.karier.rulebook.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.kernel.Role;
import id.karier.rules.RuleSetDocuments;
import id.karier.testing.TestAgency;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/** Simulations as an administrator orders them, and what came of them. */
final class Simulations {
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Jakarta"));

    private Simulations() {}

    static String one(Object id) {
        return "/api/v1/simulations/" + id;
    }

    static String path(String kind) {
        return "/api/v1/rule-sets/" + kind + "/simulations";
    }

    /** A member of the national body in force, changed by the test. */
    static String member(String kind, String name, Consumer<ObjectNode> change) {
        var body = (ObjectNode) new RuleSetDocuments()
                .national().stream()
                        .filter(version -> version.kind().name().equals(kind) && version.inForceOn(TODAY))
                        .map(version -> RuleSetDocuments.withoutNulls(RuleSetDocuments.document(version))
                                .path("body"))
                        .findFirst()
                        .orElseThrow();
        change.accept(body);
        try {
            return "{\"%s\": %s}".formatted(name, new ObjectMapper().writeValueAsString(body.path(name)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String draft(String body, String more) {
        return "{\"draft\": {\"version\": \"OWN_DRAFT\", \"effectiveFrom\": \"%s\", \"legalBasis\": [{\"regulation\": \"Pergub 7/2026\"}], \"body\": %s}%s}"
                .formatted(TODAY, body, more);
    }

    static ValidatableResponse post(TestAgency agency, String kind, String order) {
        return agency.as(Role.ADMIN)
                .contentType("application/json")
                .body(order)
                .post(path(kind))
                .then();
    }

    /** Orders a simulation and waits for its end. */
    static JsonPath run(TestAgency agency, String kind, String order) {
        var id = post(agency, kind, order).statusCode(202).extract().<String>path("id");
        return ended(agency, id);
    }

    static JsonPath ended(TestAgency agency, String id) {
        var until = Instant.now().plus(Duration.ofSeconds(60));
        while (true) {
            var view = agency.as(Role.PIMPINAN)
                    .get(one(id))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            if (List.of("SUCCEEDED", "FAILED").contains(view.getString("status"))) {
                return view;
            }
            assertThat(Instant.now()).isBefore(until);
            try {
                Thread.sleep(50);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    static JsonPath changes(TestAgency agency, JsonPath view, String query) {
        return agency.as(Role.PIMPINAN)
                .get(one(view.getString("id")) + "/changes" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Population, evaluated, unchanged, changed. */
    static List<Integer> counts(JsonPath view) {
        return List.of(
                view.getInt("result.population"),
                view.getInt("result.evaluated"),
                view.getInt("result.unchanged"),
                view.getInt("result.changed"));
    }

    /** {@code from>to: count} of every transition. */
    static List<String> transitions(JsonPath view) {
        return view.<java.util.Map<String, Object>>getList("result.transitions").stream()
                .map(one -> one.get("from") + ">" + one.get("to") + ": " + one.get("count"))
                .toList();
    }

    /** {@code REASON: count} of everything that was skipped. */
    static List<String> skipped(JsonPath view) {
        return view.<java.util.Map<String, Object>>getList("result.skipped").stream()
                .map(one -> one.get("reason") + ": " + one.get("count"))
                .toList();
    }
}
