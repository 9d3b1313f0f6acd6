package id.karier.organisation;

import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PositionResourceTest {
    private static final String POSITIONS = "/api/v1/positions";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final LocalDate SINCE = LocalDate.of(2021, 1, 1);

    private TestAgency agency;
    private Tree tree;

    @BeforeEach
    void own_agency() {
        agency = TestAgency.called("positions");
        tree = Tree.in(agency);
    }

    private String body(String code, UUID unit, boolean leads) {
        return """
                {"unitId": "%s", "code": "%s", "name": "Pranata Komputer Ahli Muda", "level": "JF_AHLI_MUDA",
                 "jobClass": 9, "headcount": 3, "leadsUnit": %b}""".formatted(unit, code, leads);
    }

    private ValidatableResponse create(String body) {
        return agency.as(Role.SDM).contentType(JSON).body(body).post(POSITIONS).then();
    }

    @Test
    void a_position_is_added_and_read_back_with_its_vacancies() {
        var location = create(body("PRAKOM-1", tree.field, false))
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("vacancies", equalTo(3))
                .extract()
                .header("Location");
        var id = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        tree.holder("198001012005011011", id, tree.field, "DEFINITIVE", SINCE, null);
        tree.holder("198001012005011012", id, tree.field, "DEFINITIVE", SINCE, SINCE.plusYears(1));
        tree.holder("198001012005011013", id, tree.field, "PLT", SINCE, null);
        agency.as(Role.ASN)
                .get(location)
                .then()
                .statusCode(200)
                .body("unit.name", equalTo("Bidang Aplikasi Informatika"))
                .body("level", equalTo("JF_AHLI_MUDA"))
                .body("jobClass", equalTo(9))
                .body("retirementAge", nullValue())
                .body("occupied", equalTo(1))
                .body("vacancies", equalTo(2));
        agency.as(Role.ASN)
                .get(POSITIONS + "?unit=" + tree.field + "&asOf=2021-06-01")
                .then()
                .body("items.occupied", contains(2))
                .body("items.vacancies", contains(1));
    }

    @Test
    void more_people_than_wanted_is_no_negative_vacancy() {
        tree.holder("198001012005011014", SINCE, null);
        tree.holder("198001012005011015", SINCE, null);
        agency.as(Role.ASN)
                .get(POSITIONS + "/" + tree.head)
                .then()
                .body("occupied", equalTo(2))
                .body("vacancies", equalTo(0));
    }

    @Test
    void lists_narrow_by_unit_subtree_level_name_and_vacancy() {
        create(body("PRAKOM-2", tree.field, false)).statusCode(201);
        tree.holder("198001012005011016", SINCE, null);
        codes("").containsExactly("KASI-TK", "PRAKOM-2");
        codes("?unit=" + tree.section).containsExactly("KASI-TK");
        codes("?under=" + tree.field).containsExactly("KASI-TK", "PRAKOM-2");
        codes("?under=" + tree.section).containsExactly("KASI-TK");
        codes("?level=PENGAWAS").containsExactly("KASI-TK");
        codes("?vacant=true").containsExactly("PRAKOM-2");
        codes("?vacant=false").containsExactly("KASI-TK");
        codes("?q=pranata").containsExactly("PRAKOM-2");
        codes("?sort=-code&limit=1").containsExactly("PRAKOM-2");
        agency.as(Role.ASN)
                .get(POSITIONS + "?level=RAJA")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("level"));
    }

    private org.assertj.core.api.ListAssert<String> codes(String filter) {
        return assertThat(agency.as(Role.ASN)
                .get(POSITIONS + filter)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.code", String.class));
    }

    @Test
    void pages_give_every_position_once() {
        for (int i = 0; i < 11; i++) {
            tree.position("P-" + i, "Pengelola Data", "PELAKSANA", tree.section, 1, false);
        }
        var all = new ArrayList<String>();
        String cursor = null;
        do {
            var request = agency.as(Role.ASN).queryParam("limit", 4).queryParam("total", true);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get(POSITIONS)
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(12))
                    .extract()
                    .jsonPath();
            all.addAll(page.getList("items.id", String.class));
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(all).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void wrong_members_are_named() {
        create("{\"unitId\": \"" + tree.field + "\", \"code\": \"X\", \"name\": \" \", \"level\": \"JF_AHLI_MUDA\","
                        + " \"jobClass\": 18, \"retirementAge\": 100}")
                .statusCode(400)
                .body("errors.pointer", contains("/headcount", "/jobClass", "/name", "/retirementAge"));
        create(body("X", tree.field, false).replace("JF_AHLI_MUDA", "RAJA"))
                .statusCode(400)
                .body("errors.pointer", contains("/level"));
    }

    /** By the rule set, which knows what can be a retirement age at all. */
    @Test
    void an_own_retirement_age_is_one_that_the_law_believes() {
        for (int age : new int[] {39, 81}) {
            create(body("AGE-" + age, tree.field, false).replace("\"jobClass\": 9", "\"retirementAge\": " + age))
                    .statusCode(422)
                    .body("code", equalTo("RULE_REFUSED"))
                    .body("errors.pointer", contains("/retirementAge"))
                    .body("errors.code", contains("RETIREMENT_AGE_IMPLAUSIBLE"))
                    .body("errors[0].detail", containsString("40"));
            patch(agency, tree.head, "\"0\"", "{\"retirementAge\": " + age + "}")
                    .statusCode(422)
                    .body("errors.pointer", contains("/retirementAge"));
        }
        create(body("AGE", tree.field, false).replace("\"jobClass\": 9", "\"retirementAge\": 80"))
                .statusCode(201);
        patch(agency, tree.head, "\"0\"", "{\"retirementAge\": 40}").statusCode(200);
    }

    /** An import takes what the national system says; whoever mends something else need not mend that too. */
    @Test
    void an_age_that_was_brought_in_does_not_stand_against_other_changes() {
        TestAgency.sql("update positions set retirement_age = 90 where id = x'" + TestAgency.hex(tree.head) + "'");
        patch(agency, tree.head, "\"0\"", "{\"headcount\": 2}").statusCode(200).body("retirementAge", equalTo(90));
    }

    @Test
    void the_unit_must_be_an_open_one_of_the_agency() {
        create(body("X", UUID.randomUUID(), false))
                .statusCode(422)
                .body("errors.pointer", contains("/unitId"))
                .body("errors.code", contains("UNKNOWN_ID"));
        create(body("X", Tree.in(TestAgency.called("positions")).top, false)).statusCode(422);
        TestAgency.sql("update units set closed_on = '2025-12-31' where id = x'" + TestAgency.hex(tree.field) + "'");
        create(body("X", tree.field, false)).statusCode(422).body("errors.code", contains("UNIT_CLOSED"));
    }

    @Test
    void a_unit_has_one_leading_position() {
        create(body("KABID", tree.field, true)).statusCode(201);
        create(body("KABID-2", tree.field, true)).statusCode(409).body("errors.code", contains("UNIT_LED_ALREADY"));
        var id = UUID.fromString(
                create(body("KABID-3", tree.field, false)).extract().path("id"));
        patch(agency, id, "\"0\"", "{\"leadsUnit\": true}").statusCode(409);
    }

    @Test
    void a_code_is_used_once() {
        create(body("KASI-TK", tree.field, false)).statusCode(409).body("errors.pointer", contains("/code"));
    }

    private ValidatableResponse patch(TestAgency by, UUID id, String tag, String body) {
        var request = by.as(Role.SDM).contentType(MERGE_PATCH).body(body);
        return (tag == null ? request : request.header("If-Match", tag))
                .patch(POSITIONS + "/" + id)
                .then();
    }

    @Test
    void a_position_changes_only_as_it_was_last_read() {
        var tag = agency.as(Role.SDM).get(POSITIONS + "/" + tree.head).header("ETag");
        patch(agency, tree.head, tag, "{\"headcount\": 2, \"retirementAge\": 60}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("headcount", equalTo(2))
                .body("retirementAge", equalTo(60))
                .body("name", equalTo("Kepala Seksi Tata Kelola"));
        patch(agency, tree.head, tag, "{\"headcount\": 4}").statusCode(412);
        patch(agency, tree.head, null, "{\"headcount\": 4}").statusCode(428);
        patch(agency, tree.head, "\"1\"", "{\"unitId\": \"" + tree.top + "\"}")
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_MEMBER"));
        patch(agency, tree.head, "\"1\"", "{\"retirementAge\": null}")
                .statusCode(200)
                .body("retirementAge", nullValue());
        patch(TestAgency.called("positions"), tree.head, "\"2\"", "{\"headcount\": 4}")
                .statusCode(404);
    }

    @Test
    void a_position_ends_when_nobody_holds_it_any_more() {
        tree.holder("198001012005011017", tree.head, tree.section, "PLH", SINCE, null);
        close(tree.head, "{}").statusCode(409).body("errors.code", contains("POSITION_HELD"));
        TestAgency.sql("update employee_positions set ends_on = '2025-12-31' where position_id = x'"
                + TestAgency.hex(tree.head) + "'");
        close(tree.head, "{\"closedOn\": \"2199-01-01\"}").statusCode(422);
        close(tree.head, "{\"closedOn\": \"2025-12-31\"}").statusCode(200).body("closedOn", equalTo("2025-12-31"));
        close(tree.head, "{}").statusCode(409).body("errors.code", contains("POSITION_CLOSED"));
        codes("").isEmpty();
        codes("?asOf=2025-12-31").containsExactly("KASI-TK");
    }

    private ValidatableResponse close(UUID position, String body) {
        return agency.as(Role.SDM)
                .contentType(JSON)
                .body(body)
                .post(POSITIONS + "/" + position + "/closure")
                .then();
    }

    @Test
    void each_sees_and_writes_what_the_roles_allow() {
        TestAgency.anonymous().get(POSITIONS).then().statusCode(401);
        agency.as(Role.ASN)
                .contentType(JSON)
                .body(body("X", tree.field, false))
                .post(POSITIONS)
                .then()
                .statusCode(403);
        TestAgency.called("positions")
                .as(Role.SDM)
                .get(POSITIONS + "/" + tree.head)
                .then()
                .statusCode(404);
        TestAgency.called("positions")
                .as(Role.NASIONAL)
                .get(POSITIONS + "/" + tree.head)
                .then()
                .statusCode(200);
        agency.asClient("positions:read").get(POSITIONS).then().statusCode(200).body("items", hasSize(1));
        agency.asClient("positions:read")
                .contentType(JSON)
                .body(body("X", tree.field, false))
                .post(POSITIONS)
                .then()
                .statusCode(403);
    }

    private ValidatableResponse patched(UUID position, String body) {
        var tag = agency.as(Role.SDM).get(POSITIONS + "/" + position).header("ETag");
        return agency.as(Role.SDM)
                .contentType(MERGE_PATCH)
                .header("If-Match", tag)
                .body(body)
                .patch(POSITIONS + "/" + position)
                .then();
    }

    @Test
    void a_position_that_somebody_holds_is_wanted_at_least_once() {
        tree.holder("198001012005011021", SINCE, null);
        tree.holder("198001012005011022", SINCE, null);
        patched(tree.head, "{\"headcount\": 0}")
                .statusCode(409)
                .body("errors.pointer", contains("/headcount"))
                .body("errors.code", contains("HEADCOUNT_ZERO_HELD"));
        patched(tree.head, "{\"headcount\": 3}").statusCode(200);
        patched(tree.head, "{\"headcount\": 1}").statusCode(200).body("occupied", equalTo(2));
        var vacant = tree.position("P-NOL", "Pengelola Data", "PELAKSANA", tree.section, 1, false);
        patched(vacant, "{\"headcount\": 0}").statusCode(200);
        var acting = tree.position("P-PLT", "Pengelola Data", "PELAKSANA", tree.section, 1, false);
        tree.holder("198001012005011023", acting, tree.section, "PLT", SINCE, null);
        patched(acting, "{\"headcount\": 0}").statusCode(409);
    }

    @Test
    void a_closed_position_does_not_begin_to_lead() {
        var closed = tree.position("P-TUTUP", "Kepala Lama", "PENGAWAS", tree.field, 1, false);
        close(closed, "{\"closedOn\": \"2025-12-31\"}").statusCode(200);
        patched(closed, "{\"leadsUnit\": true}").statusCode(409).body("errors.code", contains("POSITION_CLOSED"));
        patched(closed, "{\"name\": \"Kepala Terdahulu\"}").statusCode(200);
    }
}
