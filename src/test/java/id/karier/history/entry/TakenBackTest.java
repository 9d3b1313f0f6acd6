package id.karier.history.entry;

import static id.karier.history.Office.holding;
import static id.karier.history.Office.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
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

/** A row that was entered by mistake is deleted, and the row that it had ended is as it was. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TakenBackTest {
    private static final String CLOSES = ", \"closesPrevious\": true";

    private Office office;
    private UUID person;

    @BeforeEach
    void own_agency() {
        office = Office.called("taken-back");
        person = office.person();
    }

    private ValidatableResponse read(String address) {
        return office.agency.as(Role.SDM).get(address).then().statusCode(200);
    }

    @Test
    void the_post_that_it_had_ended_is_open_again_today_and_in_the_log() {
        var first = office.add(person, "positions", holding(office.analyst, "2020-03-01", ""));
        var mistake = office.add(person, "positions", holding(office.senior, "2024-03-01", CLOSES));
        read(first).body("endsOn", equalTo("2024-02-29"));

        office.delete(mistake, 0).statusCode(204);

        read(first).body("endsOn", nullValue()).body("version", equalTo(2));
        assertThat(office.column(person, "position_title")).isEqualTo("Pranata Komputer Ahli Pertama");
        assertThat(office.changes(person, "employee-position", "UPDATED")).isEqualTo(2);
        assertThat(office.changes(person, "employee-position", "DELETED")).isOne();
    }

    @Test
    void it_gives_back_nothing_that_it_had_not_ended() {
        var first = office.add(person, "positions", holding(office.analyst, "2020-01-01", until("2023-12-31")));
        var second = office.add(person, "positions", holding(office.senior, "2024-01-01", CLOSES));

        office.delete(second, 0).statusCode(204);

        read(first).body("endsOn", equalTo("2023-12-31")).body("version", equalTo(0));
    }

    @Test
    void of_three_in_a_row_the_first_goes_on_until_the_third() {
        var first = office.add(person, "positions", holding(office.analyst, "2018-01-01", ""));
        var second = office.add(person, "positions", holding(office.senior, "2020-01-01", CLOSES));
        var third = office.add(person, "positions", holding(office.analyst, "2022-01-01", CLOSES));

        office.delete(second, 1).statusCode(204);
        read(first).body("endsOn", equalTo("2021-12-31"));

        office.delete(third, 0).statusCode(204);
        read(first).body("endsOn", nullValue());
    }

    @Test
    void what_has_got_another_last_day_since_is_not_overwritten() {
        var first = office.add(person, "positions", holding(office.analyst, "2020-01-01", ""));
        var second = office.add(person, "positions", holding(office.senior, "2024-01-01", CLOSES));
        office.patch(first, 1, "{\"endsOn\": \"2023-06-30\"}").statusCode(200);

        office.delete(second, 0)
                .statusCode(409)
                .body("code", equalTo("STATE_CONFLICT"))
                .body("errors.code", contains("CLOSED_CHANGED_SINCE"))
                .body("errors[0].detail", containsString("2023-12-31"));
        read(second);

        office.patch(first, 2, "{\"endsOn\": \"2023-12-31\"}").statusCode(200);
        office.delete(second, 0).statusCode(204);
        read(first).body("endsOn", nullValue());
    }

    @Test
    void what_would_collide_with_a_later_post_is_not_opened_again() {
        var first = office.add(person, "positions", holding(office.analyst, "2020-01-01", ""));
        var second = office.add(person, "positions", holding(office.senior, "2022-01-01", CLOSES));
        office.patch(second, 0, "{\"endsOn\": \"2022-12-31\"}").statusCode(200);
        office.add(person, "positions", holding(office.senior, "2024-01-01", ""));

        office.delete(second, 1)
                .statusCode(422)
                .body("errors.code", contains("DEFINITIVE_OVERLAP"))
                .body("errors.pointer", contains(""))
                .body("errors[0].detail", containsString("akan berlaku lagi"))
                .body("errors[0].detail", not(containsString("closesPrevious")));

        read(first).body("endsOn", equalTo("2021-12-31"));
        read(second);
    }

    @Test
    void a_post_that_was_closed_since_takes_nobody_back() {
        office.add(person, "positions", holding(office.analyst, "2020-01-01", ""));
        var second = office.add(person, "positions", holding(office.senior, "2024-01-01", CLOSES));
        TestAgency.sql(
                "update positions set closed_on = '2024-06-30' where id = x'" + TestAgency.hex(office.analyst) + "'");

        office.delete(second, 0).statusCode(422).body("errors.code", contains("OUTLASTS_POSITION"));
    }

    @Test
    void what_it_had_ended_follows_when_its_own_first_day_moves() {
        var first = office.add(person, "positions", holding(office.analyst, "2020-01-01", ""));
        var second = office.add(person, "positions", holding(office.senior, "2024-01-01", CLOSES));

        office.patch(second, 0, "{\"startsOn\": \"2024-03-01\"}").statusCode(200);
        read(first).body("endsOn", equalTo("2024-02-29"));
        office.patch(second, 1, "{\"startsOn\": \"2023-03-01\"}").statusCode(200);
        read(first).body("endsOn", equalTo("2023-02-28"));
        office.patch(second, 2, "{\"startsOn\": \"2020-01-01\"}")
                .statusCode(422)
                .body("errors.code", contains("CLOSES_BEFORE_START"));

        office.delete(second, 2).statusCode(204);
        read(first).body("endsOn", nullValue());
    }
}
