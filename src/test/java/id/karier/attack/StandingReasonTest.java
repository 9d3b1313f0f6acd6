package id.karier.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why somebody stands as she does is told to who may read penalties; and who may only write reads nothing by writing. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class StandingReasonTest {
    private final Office office = Office.called("reason");
    private final TestAgency agency = office.agency;
    private UUID person;
    private String address;

    @BeforeEach
    void register() {
        person = office.person();
        address = office.add(
                person, "statuses", Office.standing("UNPAID_LEAVE", "2018-01-01", ", \"endsOn\": \"2019-12-31\""));
    }

    private void reads(RequestSpecification who, boolean told) {
        var seen = told ? equalTo("Sebab") : nullValue();
        var list = Office.below(person, "statuses");
        agencyGet(who, address).body("reason", seen).body("status", equalTo("UNPAID_LEAVE"));
        agencyGet(who, list).body("items[0].reason", seen);
        agencyGet(who, "/api/v1/employees/" + person + "?expand=statuses")
                .body("expanded.statuses.items[0].reason", seen);
    }

    private static ValidatableResponse agencyGet(RequestSpecification who, String path) {
        return RestAssured.given().spec(who).get(path).then().statusCode(200);
    }

    @Test
    void the_reason_of_a_standing_is_told_to_who_may_read_penalties() {
        for (var role : List.of(Role.SDM, Role.PIMPINAN, Role.AUDITOR)) {
            reads(agency.as(role), true);
        }
        reads(agency.as(person, Role.ASN), true);
        for (var role : List.of(Role.ASESOR, Role.PELATIHAN)) {
            agency.as(role).get(Office.below(person, "disciplines")).then().statusCode(403);
            reads(agency.as(role), false);
            reads(agency.as(office.person(), role, Role.ASN), false);
        }
        reads(agency.asClient("employees:read", "histories:read"), false);
        reads(agency.asClient("employees:read", "histories:read", "disciplines:read"), true);
    }

    @Test
    void nor_does_the_feed_tell_it_to_others() {
        agency.awaitSequencing();
        assertThat(members("employees:read", "histories:read", "changes:read"))
                .contains("status")
                .doesNotContain("reason");
        assertThat(members("employees:read", "histories:read", "changes:read", "disciplines:read"))
                .contains("status", "reason");
    }

    private Set<String> members(String... scopes) {
        List<Map<String, Object>> items = agency.asClient(scopes)
                .get("/api/v1/changes?types=employee-status&limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        var told = new TreeSet<String>();
        items.forEach(
                item -> ((Map<?, ?>) item.get("fields")).keySet().forEach(name -> told.add(String.valueOf(name))));
        return told;
    }

    @Test
    void who_may_only_write_is_told_what_she_wrote_and_no_more() {
        var penalty = office.add(
                person,
                "disciplines",
                "{\"level\": \"RINGAN\", \"penalty\": \"R1\", \"startsOn\": \"2019-05-11\", \"reason\": \"Rahasia\","
                        + " \"decreeNumber\": \"862/1\", \"decreeDate\": \"2019-05-10\"}");
        var writer = agency.asClient("disciplines:write")
                .contentType(Office.MERGE_PATCH)
                .header("If-Match", "\"0\"")
                .body("{\"decreeNumber\": \"999/2026\"}")
                .patch(penalty)
                .then()
                .statusCode(200)
                .extract();
        assertThat(writer.jsonPath().getMap("$").keySet().stream().map(String::valueOf))
                .containsExactlyInAnyOrder("id", "version", "decreeNumber");
        assertThat(writer.asString()).doesNotContain("Rahasia");
        agency.asClient("disciplines:write", "disciplines:read")
                .contentType(Office.MERGE_PATCH)
                .header("If-Match", "\"1\"")
                .body("{\"decreeNumber\": \"998/2026\"}")
                .patch(penalty)
                .then()
                .statusCode(200)
                .body("reason", equalTo("Rahasia"));
        agency.asClient("employees:write")
                .contentType(Office.MERGE_PATCH)
                .header(
                        "If-Match",
                        agency.as(Role.SDM).get("/api/v1/employees/" + person).header("ETag"))
                .body("{\"backTitles\": \"S.Kom.\"}")
                .patch("/api/v1/employees/" + person)
                .then()
                .statusCode(200)
                .body("name", nullValue());
    }
}
