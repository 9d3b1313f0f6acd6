package id.karier.competency.profile;

import static id.karier.competency.Texts.generic;
import static id.karier.competency.Texts.technical;
import static id.karier.history.Office.below;
import static id.karier.history.Office.holding;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CompetencyProfileResourceTest {
    private static final List<String> NINE = List.of("INT", "KJSM", "KOM", "OPH", "PP", "PDOL", "MP", "PK", "PB");

    private Office office;
    private UUID person;

    @BeforeEach
    void own_office() {
        office = Office.called("profile");
        person = office.person();
    }

    private void found(UUID competency, int level, String foundOn) {
        office.agency
                .as(Role.ASESOR)
                .contentType(JSON)
                .body(
                        "{\"competencyId\": \"%s\", \"level\": %d, \"evidence\": \"ASSESSMENT_CENTRE\", \"foundOn\": \"%s\"}"
                                .formatted(competency, level, foundOn))
                .post(below(person, "competency-results"))
                .then()
                .statusCode(201);
    }

    /** Worked example 3.a of DOMAIN: an administrator with 24 of 27. */
    private void found_as_in_the_example() {
        int[] levels = {3, 3, 2, 3, 3, 2, 2, 3, 3};
        for (int i = 0; i < levels.length; i++) {
            found(generic(NINE.get(i)), levels[i], "2026-02-16");
        }
    }

    private ValidatableResponse profile(String query) {
        return office.agency
                .as(person, Role.ASN)
                .get(below(person, "competency-profile" + query))
                .then()
                .statusCode(200);
    }

    @Test
    void held_stands_against_required_with_the_match_and_the_figures_put_in() {
        office.add(person, "positions", holding(office.head, "2021-01-01", ""));
        found_as_in_the_example();
        profile("?asOf=2026-06-01")
                .body("position.id", equalTo(office.head.toString()))
                .body("position.own", is(true))
                .body("items", hasSize(9))
                .body("items.required", everyItem(is(3)))
                .body("items.held", contains(3, 3, 2, 3, 3, 2, 2, 3, 3))
                .body("items.gap", contains(0, 0, 1, 0, 0, 1, 1, 0, 0))
                .body("radar.code", equalTo(NINE))
                .body("radar.held", contains(3, 3, 2, 3, 3, 2, 2, 3, 3))
                .body("match.jpm.jpm", is(88.89f))
                .body("match.jpm.category", equalTo("CUKUP_OPTIMAL"))
                .body("match.jpm.steps[0].figures.achieved", is(24))
                .body("match.jpm.steps[0].figures.required", is(27))
                .body("match.jpm.steps[0].text", containsString("24"))
                .body("match.missing", hasSize(0))
                .body("nextValidityEnd", equalTo("2029-02-15"));
        profile("?asOf=2026-06-01&purpose=SELEKSI").body("match.jpm.category", equalTo("MEMENUHI_SYARAT"));
    }

    @Test
    void what_is_not_assessed_is_said_and_never_taken_for_zero() {
        office.add(person, "positions", holding(office.head, "2021-01-01", ""));
        found(generic("INT"), 3, "2026-02-16");
        found(generic("KOM"), 2, "2020-02-17");
        profile("?asOf=2026-06-01")
                .body("items[0].state", equalTo("ASSESSED"))
                .body("items[1].state", equalTo("NOT_ASSESSED"))
                .body("items[1].held", nullValue())
                .body("items[1].gap", nullValue())
                .body("items[1].note", equalTo("Belum dinilai."))
                .body("items[2].state", equalTo("EXPIRED"))
                .body("items[2].held", nullValue())
                .body("items[2].note", containsString("2023-02-16"))
                .body("items[2].history.level", contains(2))
                .body("radar[1].held", nullValue())
                .body("radar[1].required", is(3))
                .body("match.jpm", nullValue())
                .body("match.missing", contains("KJSM", "KOM", "OPH", "PP", "PDOL", "MP", "PK", "PB"))
                .body("match.note", containsString("tidak dihitung nol"));
        profile("?asOf=2022-06-01")
                .body("items[2].state", equalTo("ASSESSED"))
                .body("items[0].state", is("NOT_ASSESSED"));
    }

    @Test
    void a_later_result_counts_and_the_earlier_one_is_history() {
        office.add(person, "positions", holding(office.analyst, "2021-01-01", ""));
        found(generic("INT"), 1, "2024-02-16");
        found(generic("INT"), 4, "2026-02-16");
        profile("?asOf=2026-06-01")
                .body("items[0].held", is(4))
                .body("items[0].gap", is(-2))
                .body("items[0].result.foundOn", equalTo("2026-02-16"))
                .body("items[0].history.level", contains(4, 1));
        profile("?asOf=2025-06-01").body("items[0].held", is(1));
    }

    @Test
    void any_other_position_shows_what_is_missing_for_it() {
        office.add(person, "positions", holding(office.analyst, "2021-01-01", ""));
        found_as_in_the_example();
        var budgeting = technical(office.agency, "TEK.01");
        office.agency
                .as(Role.SDM)
                .contentType(JSON)
                .body("{\"positionId\": \"%s\", \"competencyId\": \"%s\", \"level\": 4, \"startsOn\": \"2026-01-01\"}"
                        .formatted(office.otherHead, budgeting))
                .post("/api/v1/position-standards")
                .then()
                .statusCode(201);
        profile("?asOf=2026-06-01").body("items.required", everyItem(is(2))).body("match.jpm.jpm", is(100.0f));
        profile("?asOf=2026-06-01&position=" + office.otherHead)
                .body("position.own", is(false))
                .body("items", hasSize(10))
                .body("items[9].competency.code", equalTo("TEK.01"))
                .body("items[9].required", is(4))
                .body("items[9].basis", equalTo("OWN"))
                .body("items[9].state", equalTo("NOT_ASSESSED"))
                .body("match.jpm.jpm", is(88.89f));
        office.agency
                .as(person, Role.ASN)
                .get(below(person, "competency-profile?position=" + UUID.randomUUID()))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("position"));
    }

    @Test
    void without_a_position_there_is_what_was_found_and_no_match() {
        found(generic("PB"), 2, "2026-02-16");
        profile("?asOf=2026-06-01")
                .body("position", nullValue())
                .body("items.competency.code", contains("PB"))
                .body("items.required", contains(nullValue()))
                .body("radar.code", contains("PB"))
                .body("match.jpm", nullValue())
                .body("match.note", notNullValue());
    }

    @Test
    void a_superior_reads_her_team_and_a_colleague_nobody() {
        office.add(person, "positions", holding(office.analyst, "2021-01-01", ""));
        var leader = office.person();
        office.add(leader, "positions", holding(office.head, "2021-01-01", ""));
        office.agency
                .as(leader, Role.ASN, Role.ATASAN)
                .get(below(person, "competency-profile"))
                .then()
                .statusCode(200);
        office.agency
                .as(person, Role.ASN)
                .get(below(leader, "competency-profile"))
                .then()
                .statusCode(404);
        office.agency
                .as(Role.PELATIHAN)
                .get(below(person, "competency-profile"))
                .then()
                .statusCode(403);
    }

    @Test
    void an_unchanged_profile_is_not_sent_again() {
        var tag = office.agency
                .as(Role.SDM)
                .get(below(person, "competency-profile"))
                .header("ETag");
        office.agency
                .as(Role.SDM)
                .header("If-None-Match", tag)
                .get(below(person, "competency-profile"))
                .then()
                .statusCode(304);
        found(generic("PB"), 2, "2026-02-16");
        office.agency
                .as(Role.SDM)
                .header("If-None-Match", tag)
                .get(below(person, "competency-profile"))
                .then()
                .statusCode(200);
    }
}
