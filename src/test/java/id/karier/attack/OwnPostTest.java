package id.karier.attack;

import static id.karier.history.Office.MERGE_PATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.karier.competency.Texts;
import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An officer who would like to retire later, and finds that her post says when. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OwnPostTest {
    private static final List<String> WISHES = List.of(
            "{\"retirementAge\": 65}",
            "{\"jobClass\": 17}",
            "{\"level\": \"JPT_PRATAMA\"}",
            "{\"name\": \"Kepala Dinas\"}",
            "{\"leadsUnit\": true}",
            "{\"headcount\": 4}");

    private final Office office = Office.called("post");
    private final TestAgency agency = office.agency;
    private UUID self;

    @BeforeEach
    void register() {
        self = office.person();
    }

    private ValidatableResponse patch(UUID who, UUID post, String change) {
        var address = "/api/v1/positions/" + post;
        return agency.as(who, Role.SDM)
                .contentType(MERGE_PATCH)
                .header("If-Match", agency.as(Role.SDM).get(address).header("ETag"))
                .body(change)
                .patch(address)
                .then();
    }

    private ValidatableResponse standard(UUID who, Role role, UUID post, String from) {
        return agency.as(who, role)
                .contentType("application/json")
                .body("{\"positionId\": \"%s\", \"competencyId\": \"%s\", \"level\": 1, \"startsOn\": \"%s\"}"
                        .formatted(post, Texts.generic("INT"), from))
                .post("/api/v1/position-standards")
                .then();
    }

    private void refused(ValidatableResponse answer) {
        answer.statusCode(403).body("code", equalTo("OWN_RECORD"));
    }

    @Test
    void nobody_writes_what_her_own_post_does_to_her() {
        var post = office.position("KADIN", "Sekretaris Dinas", "ADMINISTRATOR", office.department, false);
        office.add(self, "positions", Office.holding(post, "2020-01-01", ""));
        var retirement = office.column(self, "retirement_on");
        WISHES.forEach(wish -> refused(patch(self, post, wish)));
        assertThat(office.column(self, "retirement_on")).isEqualTo(retirement);

        patch(self, post, "{\"code\": \"SEKDIN\"}").statusCode(200);
        var other = office.person();
        WISHES.forEach(wish -> patch(other, post, wish).statusCode(200));
        patch(self, office.senior, "{\"jobClass\": 9}").statusCode(200);
    }

    @Test
    void nor_of_a_post_that_she_holds_for_now_or_will_hold() {
        office.add(self, "positions", Office.held("PLT", office.analyst, "2020-01-01", ""));
        refused(patch(self, office.analyst, "{\"jobClass\": 17}"));
        var next = LocalDate.now().plusMonths(1);
        TestAgency.sql(
                "insert into employee_positions (id, agency, employee_id, assignment, position_id, title, level, starts_on, source) select x'%s', agency, x'%s', 'DEFINITIVE', id, name, level, '%s', 'LOCAL' from positions where id = x'%s'"
                        .formatted(
                                TestAgency.hex(UUID.randomUUID()),
                                TestAgency.hex(self),
                                next,
                                TestAgency.hex(office.senior)));
        refused(patch(self, office.senior, "{\"jobClass\": 17}"));
    }

    @Test
    void nor_what_her_post_requires_of_its_holder() {
        office.add(self, "positions", Office.holding(office.analyst, "2020-01-01", ""));
        for (var role : List.of(Role.SDM, Role.ASESOR)) {
            refused(standard(self, role, office.analyst, "2026-01-01"));
        }
        var set = standard(office.person(), Role.ASESOR, office.analyst, "2026-01-01")
                .statusCode(201)
                .extract()
                .header("Location");
        refused(agency.as(self, Role.ASESOR)
                .contentType("application/json")
                .body("{}")
                .post(set + "/closure")
                .then());
        refused(standard(self, Role.ASESOR, office.analyst, "2026-02-01"));
        standard(self, Role.ASESOR, office.senior, "2026-01-01").statusCode(201);
    }
}
