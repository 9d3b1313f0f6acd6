package id.karier.competency.standard;

import static id.karier.competency.Texts.generic;
import static id.karier.competency.Texts.technical;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PositionStandardResourceTest {
    private static final String STANDARDS = "/api/v1/position-standards";

    private Office office;
    private UUID budgeting;

    @BeforeEach
    void own_office() {
        office = Office.called("standards");
        budgeting = technical(office.agency, "TEK.01");
    }

    private ValidatableResponse set(UUID position, UUID competency, int level, String startsOn) {
        return office.agency
                .as(Role.SDM)
                .contentType(JSON)
                .body("""
                        {"positionId": "%s", "competencyId": "%s", "level": %d, "startsOn": "%s",
                         "decreeNumber": "800/12/2025"}""".formatted(position, competency, level, startsOn))
                .post(STANDARDS)
                .then();
    }

    private ValidatableResponse required(UUID position, String asOf) {
        return office.agency
                .as(Role.ASN)
                .get("/api/v1/positions/" + position + "/competency-standard?asOf=" + asOf)
                .then()
                .statusCode(200);
    }

    @Test
    void a_position_without_a_standard_of_its_own_has_that_of_its_level_and_says_so() {
        required(office.head, "2026-06-01")
                .body("positionLevel", equalTo("ADMINISTRATOR"))
                .body("items", hasSize(9))
                .body("items.competency.code", contains("INT", "KJSM", "KOM", "OPH", "PP", "PDOL", "MP", "PK", "PB"))
                .body("items.level", everyItem(is(3)))
                .body("items.basis", everyItem(is("POSITION_LEVEL")))
                .body("ruleSet.version", equalTo("BKN_26_2019"));
        required(office.analyst, "2026-06-01").body("items.level", everyItem(is(2)));
        required(office.analyst, "2010-06-01").body("items.level", everyItem(is(2)));
    }

    @Test
    void its_own_standard_comes_first_from_its_day_on() {
        set(office.head, generic("INT"), 4, "2026-01-01").statusCode(201).body("level", equalTo(4));
        set(office.head, budgeting, 2, "2026-03-01").statusCode(201);
        required(office.head, "2025-12-31").body("items", hasSize(9)).body("items[0].level", equalTo(3));
        required(office.head, "2026-06-01")
                .body("items", hasSize(10))
                .body("items[0].level", equalTo(4))
                .body("items[0].basis", equalTo("OWN"))
                .body("items[0].since", equalTo("2026-01-01"))
                .body("items[1].basis", equalTo("POSITION_LEVEL"))
                .body("items[9].competency.code", equalTo("TEK.01"))
                .body("items[9].basis", equalTo("OWN"));
        required(office.otherHead, "2026-06-01").body("items", hasSize(9));
    }

    @Test
    void a_later_standard_ends_the_one_before_and_a_closure_brings_the_level_s_back() {
        set(office.head, generic("INT"), 4, "2026-01-01").statusCode(201);
        set(office.head, generic("INT"), 5, "2026-01-01")
                .statusCode(422)
                .body("errors.code", contains("STANDARD_NOT_LATER"));
        String id = set(office.head, generic("INT"), 2, "2026-05-01")
                .statusCode(201)
                .extract()
                .path("id");
        office.agency
                .as(Role.ASN)
                .get(STANDARDS + "?position=" + office.head)
                .then()
                .body("items.startsOn", contains("2026-05-01", "2026-01-01"))
                .body("items[1].endsOn", equalTo("2026-04-30"))
                .body("items[0].endsOn", nullValue());
        office.agency
                .as(Role.ASN)
                .get(STANDARDS + "?asOf=2026-02-01&competency=" + generic("INT"))
                .then()
                .body("items.level", contains(4));
        close(id, "2026-04-01").statusCode(409).body("errors.code", contains("END_BEFORE_START"));
        close(id, "2026-06-30").statusCode(200).body("endsOn", equalTo("2026-06-30"));
        close(id, "2026-07-30").statusCode(409).body("errors.code", contains("STANDARD_ENDED"));
        required(office.head, "2026-06-30").body("items[0].level", equalTo(2));
        required(office.head, "2026-07-01")
                .body("items[0].level", equalTo(3))
                .body("items[0].basis", equalTo("POSITION_LEVEL"));
    }

    private ValidatableResponse close(String id, String endsOn) {
        return office.agency
                .as(Role.SDM)
                .contentType(JSON)
                .body("{\"endsOn\": \"" + endsOn + "\"}")
                .post(STANDARDS + "/" + id + "/closure")
                .then();
    }

    @Test
    void a_standard_is_of_the_scale_and_of_what_the_agency_has() {
        set(office.head, budgeting, 0, "2026-01-01")
                .statusCode(422)
                .body("errors.pointer", contains("/level"))
                .body("errors.code", contains("LEVEL_OUT_OF_SCALE"));
        set(office.head, budgeting, 6, "2026-01-01").statusCode(422);
        var elsewhere = TestAgency.called("standards");
        set(office.head, technical(elsewhere, "TEK.09"), 2, "2026-01-01")
                .statusCode(422)
                .body("errors.pointer", contains("/competencyId"));
        set(UUID.randomUUID(), budgeting, 2, "2026-01-01")
                .statusCode(422)
                .body("errors.pointer", contains("/positionId"));
        TestAgency.sql(
                "update competencies set retired_on = '2026-03-31' where id = x'" + TestAgency.hex(budgeting) + "'");
        set(office.head, budgeting, 2, "2026-04-01")
                .statusCode(422)
                .body("errors.code", contains("COMPETENCY_RETIRED"));
        set(office.head, budgeting, 2, "2026-03-01").statusCode(201);
        elsewhere
                .as(Role.SDM)
                .get("/api/v1/positions/" + office.head + "/competency-standard")
                .then()
                .statusCode(404);
    }
}
