package id.karier.attack;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.competency.Texts;
import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The audit trail is no way round an address that refuses. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AuditReachTest {
    private static final Set<String> REFUSED =
            Set.of("competency-result", "competency-claim", "account", "client", "grant", "personal-data");

    private final Office office = Office.called("trail");
    private final TestAgency agency = office.agency;

    private List<Map<String, Object>> trail(Role role, String filter) {
        return agency.as(role)
                .get("/api/v1/audit?limit=200&" + filter)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    @Test
    void the_nation_is_told_only_that_something_happened_to_what_it_may_not_read() {
        UUID person = office.person();
        office.add(
                person,
                "competency-results",
                "{\"competencyId\": \"%s\", \"level\": 4, \"evidence\": \"ASSESSMENT_CENTRE\", \"foundOn\": \"2026-02-16\"}"
                        .formatted(Texts.generic("INT")));
        agency.as(Role.SDM)
                .get("/api/v1/employees/" + person + "/personal-data")
                .then()
                .statusCode(200);
        agency.as(Role.NASIONAL)
                .get(Office.below(person, "competency-results"))
                .then()
                .statusCode(403);
        agency.awaitSequencing();

        var told = trail(Role.NASIONAL, "employee=" + person);
        assertThat(told).extracting(entry -> entry.get("objectType")).contains("competency-result", "employee");
        told.forEach(entry -> {
            boolean refused = REFUSED.contains(String.valueOf(entry.get("objectType")));
            if (refused) {
                assertThat((Map<?, ?>) entry.get("fields")).as(entry.toString()).isEmpty();
                assertThat(entry.get("reason")).isNull();
            } else if ("CREATED".equals(entry.get("action"))) {
                assertThat((Map<?, ?>) entry.get("fields")).as(entry.toString()).isNotEmpty();
            }
        });
        assertThat(trail(Role.AUDITOR, "employee=" + person))
                .filteredOn(entry -> "competency-result".equals(entry.get("objectType")))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat((Map<?, ?>) entry.get("fields")).isNotEmpty());
    }
}
