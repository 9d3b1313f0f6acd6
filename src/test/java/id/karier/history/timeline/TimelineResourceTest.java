package id.karier.history.timeline;

import static id.karier.history.Office.below;
import static id.karier.history.Office.held;
import static id.karier.history.Office.holding;
import static id.karier.history.Office.rank;
import static id.karier.history.Office.until;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TimelineResourceTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Jakarta"));

    private Office office;
    private UUID person;

    @BeforeEach
    void a_career() {
        office = Office.called("timeline");
        person = office.person();
        office.add(person, "ranks", rank("III/a", "2005-01-01"));
        office.add(person, "ranks", rank("III/b", "2009-04-01"));
        office.add(person, "ranks", rank("III/c", "2013-04-01"));
        office.add(person, "positions", holding(office.analyst, "2010-01-01", until("2020-02-29")));
        office.add(person, "positions", holding(office.senior, "2020-03-01", ""));
        office.add(person, "positions", held("PLT", office.head, "2021-01-01", until("2021-06-30")));
        office.add(person, "educations", """
            {"level": "S1", "field": "Hukum", "graduatedOn": "2003-08-30"}""");
        office.add(person, "educations", """
            {"level": "S2", "field": "Ilmu Pemerintahan", "graduatedOn": "2016-02-29"}""");
        office.add(person, "trainings", """
            {"form": "KL_TEKNIS", "name": "Analisis Data", "startsOn": "2018-05-01", "endsOn": "2018-05-05", "hours": 40}""");
        office.add(person, "trainings", """
            {"form": "KL_SEMINAR", "name": "Seminar SPBE", "startsOn": "2019-05-01", "endsOn": "2019-05-01", "hours": 8}""");
        office.add(person, "awards", """
            {"name": "Satyalancana X", "grantedOn": "2015-08-17", "decreeNumber": "71/TK", "decreeDate": "2015-08-04"}""");
        office.add(person, "disciplines", """
            {"level": "SEDANG", "penalty": "S1", "startsOn": "2022-05-11", "endsOn": "2022-11-10",
             "decreeNumber": "862/1", "decreeDate": "2022-05-10"}""");
        office.add(person, "credits", credit("JF_AHLI_PERTAMA", "2019-01-01", "2019-12-31", "12.5"));
        office.add(person, "credits", credit("JF_AHLI_MUDA", "2021-01-01", "2021-12-31", "37.5"));
        office.add(person, "credits", credit("JF_AHLI_MUDA", "2022-01-01", "2022-12-31", "25"));
    }

    private static String credit(String level, String from, String until, String credit) {
        return """
            {"level": "%s", "basis": "CONVERSION", "startsOn": "%s", "endsOn": "%s", "credit": %s,
             "decreeNumber": "800/PAK", "decreeDate": "2020-01-20"}""".formatted(level, from, until, credit);
    }

    private ValidatableResponse timeline(String asOf) {
        var request = office.agency.as(Role.SDM);
        return (asOf == null ? request : request.queryParam("asOf", asOf))
                .get(below(person, "timeline"))
                .then();
    }

    @Test
    void the_whole_state_of_a_day_has_its_decrees() {
        timeline("2022-05-11")
                .statusCode(200)
                .body("asOf", equalTo("2022-05-11"))
                .body("kind", equalTo("PNS"))
                .body("identityNumber.since", equalTo("2005-01-01"))
                .body("age", equalTo(42))
                .body("service.years", equalTo(17))
                .body("service.months", equalTo(4))
                .body("rank.code", equalTo("III/c"))
                .body("rank.since", equalTo("2013-04-01"))
                .body("rank.inRank.years", equalTo(9))
                .body("rank.inRank.months", equalTo(1))
                .body("rank.decree.number", equalTo("823/2013-04-01"))
                .body("position.title", equalTo("Pranata Komputer Ahli Muda"))
                .body("position.since", equalTo("2020-03-01"))
                .body("position.decree.number", equalTo("821/2020-03-01"))
                .body("position.unitPath.name", contains("Dinas Komunikasi dan Informatika", "Bidang Statistik"))
                .body("acting", empty())
                .body("education.level", equalTo("S2"))
                .body("trainings.name", contains("Seminar SPBE", "Analisis Data"))
                .body("trainingsTotal", equalTo(2))
                .body("awards.name", contains("Satyalancana X"))
                .body("penalties.penalty", contains("S1"))
                .body("credit.level", equalTo("JF_AHLI_MUDA"))
                .body("credit.sum", equalTo(37.5f))
                .body("retirementOn", equalTo("2038-03-01"))
                .body("points[0].kind", equalTo("EDUCATION"))
                .body("points[0].date", equalTo("2003-08-30"))
                .body("pointsTotal", equalTo(15))
                .body("points", hasSize(15));
    }

    @ParameterizedTest
    @CsvSource({
        "2009-03-31, III/a, , 2003-08-30",
        "2009-04-01, III/b, , 2003-08-30",
        "2009-12-31, III/b, , 2003-08-30",
        "2010-01-01, III/b, Pranata Komputer Ahli Pertama, 2003-08-30",
        "2016-02-28, III/c, Pranata Komputer Ahli Pertama, 2003-08-30",
        "2016-02-29, III/c, Pranata Komputer Ahli Pertama, 2016-02-29",
        "2020-02-29, III/c, Pranata Komputer Ahli Pertama, 2016-02-29",
        "2020-03-01, III/c, Pranata Komputer Ahli Muda, 2016-02-29"
    })
    void a_day_belongs_to_what_begins_or_ends_on_it(String day, String rank, String position, String graduatedOn) {
        timeline(day)
                .statusCode(200)
                .body("rank.code", equalTo(rank))
                .body("position.title", equalTo(position))
                .body("education.graduatedOn", equalTo(graduatedOn));
    }

    @ParameterizedTest
    @CsvSource({"2020-12-31, 0", "2021-01-01, 1", "2021-06-30, 1", "2021-07-01, 0"})
    void acting_duty_lasts_from_its_first_to_its_last_day(String day, int duties) {
        timeline(day).body("acting", hasSize(duties)).body("position.title", notNullValue());
    }

    @ParameterizedTest
    @CsvSource({"2022-05-10, 0", "2022-05-11, 1", "2022-11-10, 1", "2022-11-11, 0"})
    void a_penalty_runs_from_its_first_to_its_last_day(String day, int penalties) {
        timeline(day).body("penalties", hasSize(penalties));
    }

    @Test
    void before_the_career_there_is_a_person_and_nothing_else() {
        timeline("1990-01-01")
                .statusCode(200)
                .body("age", equalTo(9))
                .body("service", nullValue())
                .body("rank", nullValue())
                .body("position", nullValue())
                .body("retirementOn", nullValue())
                .body("points", empty());
    }

    @Test
    void without_a_day_it_is_today_in_the_agency() {
        timeline(null).statusCode(200).body("asOf", equalTo(TODAY.toString())).body("credit.sum", equalTo(62.5f));
    }

    @Test
    void what_is_decreed_already_is_seen_on_its_day() {
        var start = TODAY.plusDays(30);
        office.add(person, "ranks", rank("III/d", start.toString()));
        timeline(start.minusDays(1).toString()).body("rank.code", equalTo("III/c"));
        timeline(start.toString()).body("rank.code", equalTo("III/d"));
    }

    @ParameterizedTest
    @CsvSource({"1980-02-28", "2999-01-01", "2024-02-30", "kemarin"})
    void a_day_that_cannot_be_asked_for_is_named(String day) {
        timeline(day)
                .statusCode(400)
                .body("code", equalTo("INVALID_PARAMETER"))
                .body("errors.pointer", contains("asOf"));
    }

    @Test
    void two_years_ahead_is_the_furthest() {
        timeline(TODAY.plusYears(2).toString()).statusCode(200);
        timeline(TODAY.plusYears(2).plusDays(1).toString()).statusCode(400);
    }

    @Test
    void a_unit_stands_where_it_stood_on_the_day() {
        TestAgency.sql("update unit_placements set ends_on = '2015-12-31' where unit_id = x'"
                + TestAgency.hex(office.division) + "'");
        office.place(office.division, office.otherDivision, "2016-01-01", null);
        timeline("2015-12-31")
                .body(
                        "position.unitPath.name",
                        contains("Dinas Komunikasi dan Informatika", "Bidang Aplikasi Informatika"));
        timeline("2016-01-01")
                .body(
                        "position.unitPath.name",
                        contains(
                                "Dinas Komunikasi dan Informatika", "Bidang Statistik", "Bidang Aplikasi Informatika"));
    }

    /** The first and the last day of a placement belong to it, at each level of a path. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void a_placement_above_ends_with_its_last_day(int level) {
        var top = office.unit("S", "Sekretariat Daerah", null);
        var middle = office.unit("A", "Asisten Administrasi", top);
        var elsewhere = office.unit("L", "Tempat Lain", null);
        TestAgency.sql("update unit_placements set parent_id = x'" + TestAgency.hex(middle) + "' where unit_id = x'"
                + TestAgency.hex(office.department) + "'");
        var moved = List.of(office.division, office.department, middle).get(level);
        TestAgency.sql(
                "update unit_placements set ends_on = '2015-12-31' where unit_id = x'" + TestAgency.hex(moved) + "'");
        office.place(moved, elsewhere, "2016-01-01", null);

        var before = List.of(
                "Sekretariat Daerah",
                "Asisten Administrasi",
                "Dinas Komunikasi dan Informatika",
                "Bidang Aplikasi Informatika");
        var after = new ArrayList<String>(before.subList(before.size() - 1 - level, before.size()));
        after.add(0, "Tempat Lain");
        for (var day : List.of("2015-12-30", "2015-12-31")) {
            timeline(day).body("position.unitPath.name", equalTo(before));
        }
        for (var day : List.of("2016-01-01", "2016-01-02")) {
            timeline(day).body("position.unitPath.name", equalTo(after));
        }
    }

    @Test
    void penalties_are_for_those_whom_they_reach() {
        office.agency
                .as(Role.PELATIHAN)
                .queryParam("asOf", "2022-06-01")
                .get(below(person, "timeline"))
                .then()
                .statusCode(200)
                .body("$", not(org.hamcrest.Matchers.hasKey("penalties")))
                .body("points.kind", not(hasItem("DISCIPLINE")));
        office.agency
                .as(person, Role.ASN, Role.PELATIHAN)
                .queryParam("asOf", "2022-06-01")
                .get(below(person, "timeline"))
                .then()
                .body("penalties", hasSize(1))
                .body("points.kind", hasItem("DISCIPLINE"));
        office.agency
                .as(office.person(), Role.ASN, Role.PELATIHAN)
                .queryParam("asOf", "2022-06-01")
                .get(below(person, "timeline"))
                .then()
                .statusCode(200)
                .body("points.kind", not(hasItem("DISCIPLINE")));
        office.agency
                .asClient("histories:read")
                .queryParam("asOf", "2022-06-01")
                .get(below(person, "timeline"))
                .then()
                .statusCode(200)
                .body("points.kind", not(hasItem("DISCIPLINE")));
    }

    @Test
    void outside_the_reach_there_is_no_timeline() {
        TestAgency.anonymous().get(below(person, "timeline")).then().statusCode(401);
        office.agency.as(Role.ADMIN).get(below(person, "timeline")).then().statusCode(403);
        office.agency
                .as(office.person(), Role.ASN)
                .get(below(person, "timeline"))
                .then()
                .statusCode(404);
        var other = TestAgency.called("timeline-other");
        other.as(Role.SDM).get(below(person, "timeline")).then().statusCode(404);
        other.as(Role.NASIONAL).get(below(person, "timeline")).then().statusCode(200);
    }

    @Test
    void a_reader_who_has_it_gets_304_until_something_changes() {
        var tag = timeline("2024-01-01").extract().header("ETag");
        office.agency
                .as(Role.SDM)
                .header("If-None-Match", tag)
                .queryParam("asOf", "2024-01-01")
                .get(below(person, "timeline"))
                .then()
                .statusCode(304);
        office.add(person, "ranks", rank("III/d", "2023-04-01"));
        office.agency
                .as(Role.SDM)
                .header("If-None-Match", tag)
                .queryParam("asOf", "2024-01-01")
                .get(below(person, "timeline"))
                .then()
                .statusCode(200)
                .body("rank.code", equalTo("III/d"));
    }
}
