package id.karier.history.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A degree or course of which only the year is known counts from its first day, and shows no day that nobody knows. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class KnownByYearTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Jakarta"));

    private Office office;
    private UUID person;

    @BeforeEach
    void own_agency() {
        office = Office.called("years");
        person = office.person();
    }

    private static String degree(String level, String when) {
        return "{\"level\": \"%s\", \"field\": \"Hukum\", %s}".formatted(level, when);
    }

    private static String course(String when) {
        return "{\"form\": \"KL_TEKNIS\", \"name\": \"Pelatihan\", \"hours\": 40, %s}".formatted(when);
    }

    @Test
    void a_degree_of_this_year_counts_today_and_one_of_next_year_is_refused() {
        int year = TODAY.getYear();
        office.add(person, "educations", degree("S1", "\"graduatedOn\": \"2003-08-30\""));
        var address = office.add(person, "educations", degree("S2", "\"graduatedYear\": " + year));

        office.agency
                .as(Role.SDM)
                .get(address)
                .then()
                .body("graduatedYear", equalTo(year))
                .body("graduatedOn", nullValue());
        assertThat(office.column(person, "education_level")).isEqualTo("S2");
        timeline(year + "-01-01", "S2", year);
        timeline((year - 1) + "-12-31", "S1", null);
        office.post(person, "educations", degree("S3", "\"graduatedYear\": " + (year + 1)))
                .statusCode(422)
                .body("errors.code", contains("IN_FUTURE"))
                .body("errors.pointer", contains("/graduatedYear"));
    }

    private void timeline(String day, String level, Integer year) {
        office.agency
                .as(Role.SDM)
                .get(Office.below(person, "timeline?asOf=" + day))
                .then()
                .statusCode(200)
                .body("education.level", equalTo(level))
                .body("education.graduatedYear", equalTo(year))
                .body("education.graduatedOn", equalTo(year == null ? "2003-08-30" : null));
    }

    @Test
    void a_day_takes_the_place_of_a_year_and_both_or_neither_are_refused() {
        var both = degree("S1", "\"graduatedOn\": \"2003-08-30\", \"graduatedYear\": 2003");
        office.post(person, "educations", both).statusCode(422).body("errors.code", contains("DAY_OR_YEAR"));
        office.post(person, "educations", degree("S1", "\"institution\": \"Universitas Contoh\""))
                .statusCode(422)
                .body("errors.code", contains("DAY_OR_YEAR"));
        var address = office.add(person, "educations", degree("S1", "\"graduatedYear\": 2003"));
        office.patch(address, 0, "{\"graduatedOn\": \"2003-08-30\", \"graduatedYear\": null}")
                .statusCode(200)
                .body("graduatedOn", equalTo("2003-08-30"))
                .body("graduatedYear", nullValue());
    }

    @Test
    void nobody_graduates_in_a_year_before_the_fifth_birthday() {
        office.post(person, "educations", degree("SD", "\"graduatedYear\": 1984"))
                .statusCode(422)
                .body("errors.code", contains("GRADUATED_TOO_YOUNG"));
        office.add(person, "educations", degree("SD", "\"graduatedYear\": 1985"));
    }

    @Test
    void they_are_listed_where_their_year_begins() {
        office.add(person, "educations", degree("S1", "\"graduatedOn\": \"2003-08-30\""));
        office.add(person, "educations", degree("S2", "\"graduatedYear\": 2010"));
        office.add(person, "educations", degree("S3", "\"graduatedOn\": \"2010-01-02\""));
        office.agency
                .as(Role.SDM)
                .get(Office.below(person, "educations?limit=200"))
                .then()
                .body("items.level", contains("S3", "S2", "S1"));
    }

    @Test
    void a_course_of_this_year_does_not_lie_ahead() {
        int year = TODAY.getYear();
        var address = office.add(person, "trainings", course("\"heldYear\": " + year));

        office.agency
                .as(Role.SDM)
                .get(address)
                .then()
                .body("heldYear", equalTo(year))
                .body("startsOn", nullValue())
                .body("endsOn", nullValue());
        office.agency
                .as(Role.SDM)
                .get(Office.below(person, "timeline"))
                .then()
                .body("trainings[0].heldYear", equalTo(year))
                .body("trainings[0].startsOn", nullValue())
                .body("points.find { it.kind == 'TRAINING' }.knownYear", equalTo(year))
                .body("points.find { it.kind == 'TRAINING' }.date", nullValue());
        office.post(person, "trainings", course("\"startsOn\": \"2020-01-01\""))
                .statusCode(422)
                .body("errors.code", contains("DAY_OR_YEAR"));
        office.post(
                        person,
                        "trainings",
                        course("\"heldYear\": 2010, \"startsOn\": \"2010-01-01\", \"endsOn\": \"2010-01-05\""))
                .statusCode(422)
                .body("errors.code", contains("DAY_OR_YEAR"));
    }
}
