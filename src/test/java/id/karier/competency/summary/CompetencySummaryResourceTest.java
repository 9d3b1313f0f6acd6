package id.karier.competency.summary;

import static id.karier.competency.Texts.COMPETENCIES;
import static id.karier.competency.Texts.generic;
import static id.karier.competency.Texts.technical;
import static id.karier.testing.TestAgency.hex;
import static id.karier.testing.TestAgency.sql;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
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
class CompetencySummaryResourceTest {
    private Office office;
    private int sequence;

    @BeforeEach
    void own_office() {
        office = Office.called("summary");
    }

    /** People of a unit and level, each found to hold a level, or nothing. */
    private void people(int number, UUID unit, UUID position, String level, UUID competency, Integer held) {
        for (int i = 0; i < number; i++) {
            var id = UUID.randomUUID();
            sql("insert into employees (id, agency, identity_number, kind, status, name, birth_date, sex,"
                    + " first_appointment_on, unit_id, position_id, position_level, source, updated_at) values (x'"
                    + hex(id) + "', '" + office.agency.code + "', '1980010120050110%02d".formatted(++sequence)
                    + "', 'PNS', 'ACTIVE', 'Sari', '1980-01-01', 'F', '2005-01-01', x'" + hex(unit) + "', x'"
                    + hex(position) + "', '" + level + "', 'LOCAL', '2026-01-01')");
            if (held != null) {
                result(id, competency, held, "2026-01-15", "2099-01-01");
            }
        }
    }

    private void result(UUID person, UUID competency, int held, String foundOn, String validUntil) {
        sql(
                "insert into competency_results (id, agency, employee_id, competency_id, edition, level, evidence, found_on,"
                        + " valid_until, source, rule_set, inputs, recorded_by, recorded_at) values (x'"
                        + hex(UUID.randomUUID()) + "', '" + office.agency.code + "', x'" + hex(person) + "', x'"
                        + hex(competency) + "', 1, " + held + ", 'ASSESSMENT_CENTRE', '" + foundOn + "', '" + validUntil
                        + "', 'LOCAL', 'BKN_26_2019', '{}', x'" + hex(UUID.randomUUID()) + "', '2026-01-15')");
    }

    private ValidatableResponse summary(UUID competency, String query) {
        return office.agency
                .as(Role.PIMPINAN)
                .get(COMPETENCIES + "/" + competency + "/summary" + query)
                .then()
                .statusCode(200);
    }

    @Test
    void people_below_at_and_above_are_counted_against_the_standard_of_their_level() {
        people(3, office.division, office.head, "ADMINISTRATOR", generic("INT"), 2);
        people(2, office.division, office.head, "ADMINISTRATOR", generic("INT"), 3);
        people(2, office.division, office.head, "ADMINISTRATOR", generic("INT"), 5);
        people(1, office.division, office.head, "ADMINISTRATOR", generic("INT"), null);
        summary(generic("INT"), "")
                .body("competency.code", equalTo("INT"))
                .body("smallestGroup", is(5))
                .body("total.suppressed", is(false))
                .body("total.people", is(8))
                .body("total.assessed", is(7))
                .body("total.shareAssessed", is(87.5f))
                .body("total.below", is(3))
                .body("total.at", is(2))
                .body("total.above", is(2))
                .body("total.meanGap", is(-0.14f))
                .body("units.name", contains("Dinas Komunikasi dan Informatika"))
                .body("levels.level", contains("ADMINISTRATOR"));
    }

    @Test
    void a_small_unit_is_not_told_nor_the_one_that_would_give_it_away() {
        people(3, office.division, office.head, "PELAKSANA", generic("INT"), 1);
        people(9, office.otherDivision, office.otherHead, "PELAKSANA", generic("INT"), 2);
        summary(generic("INT"), "").body("total.people", is(12)).body("units.figures.people", contains(12));
        summary(generic("INT"), "?unit=" + office.department)
                .body("unit.figures.people", is(12))
                .body("units.name", contains("Bidang Aplikasi Informatika", "Bidang Statistik"))
                .body("units.figures.suppressed", contains(true, true))
                .body("units[1].figures.people", nullValue())
                .body("units[1].figures.meanGap", nullValue());
        people(2, office.division, office.head, "PELAKSANA", generic("INT"), 1);
        summary(generic("INT"), "?unit=" + office.department).body("units.figures.people", contains(5, 9));
    }

    @Test
    void an_agency_of_four_is_told_nothing() {
        people(4, office.division, office.head, "PELAKSANA", generic("INT"), 1);
        summary(generic("INT"), "")
                .body("total.suppressed", is(true))
                .body("total.people", nullValue())
                .body("units.figures.suppressed", contains(true))
                .body("levels.figures.suppressed", contains(true));
    }

    @Test
    void a_technical_competency_counts_those_whose_position_asks_for_it() {
        var budgeting = technical(office.agency, "TEK.01");
        people(6, office.division, office.head, "ADMINISTRATOR", budgeting, 2);
        people(7, office.otherDivision, office.otherHead, "ADMINISTRATOR", budgeting, 2);
        summary(budgeting, "").body("total.people", is(0)).body("units", hasSize(0));
        sql("insert into position_standards (id, agency, position_id, competency_id, level, starts_on) values (x'"
                + hex(UUID.randomUUID()) + "', '" + office.agency.code + "', x'" + hex(office.head) + "', x'"
                + hex(budgeting) + "', 3, '2026-01-01')");
        summary(budgeting, "")
                .body("total.people", is(6))
                .body("total.below", is(6))
                .body("total.meanGap", is(1.0f));
    }

    @Test
    void results_that_are_annulled_expired_or_overtaken_do_not_count() {
        people(6, office.division, office.head, "PELAKSANA", generic("INT"), 1);
        summary(generic("INT"), "").body("total.at", is(6));
        var person = UUID.fromString(TestAgency.query(
                "select bin_to_uuid_text from (select lower(concat(substr(h,1,8),'-',substr(h,9,4),'-',substr(h,13,4),'-',"
                        + "substr(h,17,4),'-',substr(h,21))) as bin_to_uuid_text from (select hex(id) as h from employees"
                        + " where agency = '" + office.agency.code + "' limit 1) i) t"));
        result(person, generic("INT"), 3, "2026-02-15", "2099-01-01");
        summary(generic("INT"), "").body("total.at", is(5)).body("total.above", is(1));
        result(person, generic("INT"), 5, "2020-02-15", "2023-02-14");
        summary(generic("INT"), "").body("total.above", is(1));
        sql("update competency_results set annulled_on = '2026-03-01' where level = 3 and employee_id = x'"
                + hex(person) + "'");
        summary(generic("INT"), "").body("total.at", is(6)).body("total.above", is(0));
    }

    @Test
    void whoever_manages_trainings_reads_groups_and_a_civil_servant_does_not() {
        var address = COMPETENCIES + "/" + generic("INT") + "/summary";
        office.agency.as(Role.PELATIHAN).get(address).then().statusCode(200);
        office.agency.as(Role.ASN).get(address).then().statusCode(403);
        office.agency
                .as(Role.SDM)
                .get(address + "?unit=" + UUID.randomUUID())
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("unit"));
        office.agency
                .as(Role.SDM)
                .get(COMPETENCIES + "/" + technical(TestAgency.called("summary"), "X") + "/summary")
                .then()
                .statusCode(404);
    }
}
