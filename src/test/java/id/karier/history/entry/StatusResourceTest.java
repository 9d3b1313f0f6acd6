package id.karier.history.entry;

import static id.karier.history.Office.below;
import static id.karier.history.Office.held;
import static id.karier.history.Office.holding;
import static id.karier.history.Office.standing;
import static id.karier.history.Office.until;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.karier.history.CareerListener;
import id.karier.history.CurrentStateService;
import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.testing.TestClock;
import id.karier.testing.TestDatabase;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The legal standings of a person: one a day, with their decrees, and what they do to positions and the row of today. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class StatusResourceTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Jakarta"));
    private static final String CLOSING = ", \"closesPrevious\": true";

    private Office office;
    private UUID person;

    @BeforeEach
    void somebody() {
        office = Office.called("standing");
        person = office.person();
    }

    private ValidatableResponse statuses(String body) {
        return office.post(person, "statuses", body);
    }

    private void is(String status) {
        office.agency.as(Role.SDM).get("/api/v1/employees/" + person).then().body("status", equalTo(status));
    }

    private void renew() {
        Arc.container().instance(CurrentStateService.class).get().renewDue();
    }

    private ValidatableResponse get(String address) {
        return office.agency.as(Role.SDM).get(address).then().statusCode(200);
    }

    @Test
    void without_a_row_she_is_active_and_with_one_she_is_what_it_says() {
        is("ACTIVE");
        get(below(person, "statuses")).body("items", empty());
        var address = office.add(person, "statuses", standing("UNPAID_LEAVE", TODAY.toString(), ""));
        is("UNPAID_LEAVE");
        get(address)
                .body("status", equalTo("UNPAID_LEAVE"))
                .body("startsOn", equalTo(TODAY.toString()))
                .body("endsOn", nullValue())
                .body("startUnknown", equalTo(false))
                .body("decreeNumber", equalTo("882/" + TODAY))
                .body("source", equalTo("LOCAL"));
        office.delete(address, 0).statusCode(204);
        is("ACTIVE");
        assertThat(office.changes(person, "employee-status", "CREATED")).isEqualTo(1);
        assertThat(office.changes(person, "employee-status", "DELETED")).isEqualTo(1);
        assertThat(office.changes(person, "employee", "UPDATED")).isEqualTo(2);
    }

    @Test
    void the_last_day_counts_and_the_day_after_she_is_active_again() {
        var last = TODAY.plusDays(20);
        office.add(person, "statuses", standing("STUDY_ASSIGNMENT", TODAY.toString(), until(last.toString())));
        TestClock.on(last, this::renew);
        is("STUDY_ASSIGNMENT");
        TestClock.on(last.plusDays(1), this::renew);
        is("ACTIVE");
    }

    private String lastDay(UUID someone) {
        return get(below(someone, "positions")).extract().path("items[0].endsOn");
    }

    private ValidatableResponse patch(String address, String body) {
        return office.agency
                .as(Role.SDM)
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(body)
                .patch(address)
                .then();
    }

    /** Found by an attacker: the later day gave the old head the days of her successor. */
    @Test
    void a_later_retirement_takes_no_days_from_who_has_followed() {
        office.add(person, "positions", holding(office.head, "2015-01-01", ""));
        var address = office.add(person, "statuses", standing("RETIRED", "2026-11-01", ""));
        var successor = office.person();
        office.add(successor, "positions", holding(office.head, "2026-11-10", ""));
        patch(address, "{\"startsOn\": \"2026-12-20\"}")
                .statusCode(422)
                .body("errors.code", org.hamcrest.Matchers.hasItem("HEAD_TAKEN"));
        assertThat(lastDay(person)).isEqualTo("2026-10-31");
        patch(address, "{\"startsOn\": \"2026-11-05\"}").statusCode(200);
        assertThat(lastDay(person)).isEqualTo("2026-11-04");
    }

    @Test
    void who_has_not_left_after_all_holds_her_position_again() {
        office.add(person, "positions", holding(office.analyst, "2015-01-01", ""));
        var address = office.add(person, "statuses", standing("RETIRED", "2026-11-01", ""));
        assertThat(lastDay(person)).isEqualTo("2026-10-31");
        patch(address, "{\"status\": \"UNPAID_LEAVE\"}").statusCode(200);
        assertThat(lastDay(person)).isNull();
        patch(address, "{\"startsOn\": \"2026-11-12\"}").statusCode(200);
        assertThat(lastDay(person)).isNull();
    }

    @Test
    void standings_one_upon_the_other_leave_nothing_behind_in_either_order() {
        for (boolean firstFirst : new boolean[] {true, false}) {
            var someone = office.person();
            office.add(someone, "positions", holding(office.senior, "2015-01-01", ", \"reason\": \"uji\""));
            var later = office.add(someone, "statuses", standing("RETIRED", "2027-03-01", ""));
            var earlier = office.add(
                    someone, "statuses", standing("DISMISSED_WITH_PENSION", "2026-08-01", until("2027-02-28")));
            assertThat(lastDay(someone)).isEqualTo("2026-07-31");
            office.delete(firstFirst ? later : earlier, 0).statusCode(204);
            assertThat(lastDay(someone)).isEqualTo(firstFirst ? "2026-07-31" : "2027-02-28");
            office.delete(firstFirst ? earlier : later, 0).statusCode(204);
            assertThat(lastDay(someone)).isNull();
        }
    }

    @Test
    void who_comes_back_by_a_later_standing_is_free_of_the_one_that_is_deleted() {
        office.add(person, "positions", holding(office.analyst, "2015-01-01", ""));
        var address = office.add(person, "statuses", standing("RETIRED", "2026-10-01", ""));
        office.add(person, "statuses", standing("ACTIVE", "2026-11-01", CLOSING));
        office.delete(address, 1).statusCode(204);
        assertThat(lastDay(person)).isNull();
    }

    @Test
    void a_status_of_tomorrow_takes_effect_tomorrow_by_itself_and_vacates_the_head_of_the_unit() {
        office.add(person, "positions", holding(office.head, "2015-01-01", ""));
        var first = TODAY.plusDays(1);
        office.add(person, "statuses", standing("RETIRED", first.toString(), ""));
        is("ACTIVE");
        assertThat(office.column(person, "leads_unit")).isEqualTo("1");
        get(below(person, "positions")).body("items[0].endsOn", equalTo(TODAY.toString()));
        assertThat(CareerListener.left(person)).isEmpty();
        TestClock.on(first, this::renew);
        is("RETIRED");
        assertThat(office.column(person, "concat(leads_unit, coalesce(led_units, '-'), coalesce(position_title, '-'))"))
                .isEqualTo("0--");
        assertThat(CareerListener.left(person)).hasSize(1);
        assertThat(CareerListener.left(person).get(0).on()).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RETIRED",
                "DISMISSED_WITH_PENSION",
                "DISMISSED_WITHOUT_PENSION",
                "DISMISSED",
                "APPOINTMENT_CANCELLED",
                "FORMER_EAST_TIMOR",
                "MOVED",
                "DECEASED"
            })
    void whoever_leaves_holds_nothing_from_that_day_on(String status) {
        office.add(person, "positions", holding(office.head, "2015-01-01", ""));
        office.add(person, "positions", held("PLT", office.otherHead, "2021-01-01", until("2031-12-31")));
        var left = TODAY.minusDays(10);
        office.add(person, "statuses", standing(status, left.toString(), ""));
        is(status);
        get(below(person, "positions"))
                .body(
                        "items.endsOn",
                        contains(left.minusDays(1).toString(), left.minusDays(1).toString()));
        get("/api/v1/units/" + office.division).body("head", nullValue());
        get("/api/v1/employees/" + person).body("position", nullValue()).body("unit", nullValue());
        assertThat(CareerListener.left(person)).hasSize(1);
        office.post(person, "positions", holding(office.analyst, TODAY.toString(), ""))
                .statusCode(422)
                .body("errors[0].code", equalTo("HAS_LEFT"))
                .body("errors[0].pointer", equalTo("/startsOn"));
        office.post(person, "positions", holding(office.analyst, "2010-01-01", until(left.toString())))
                .statusCode(422)
                .body("errors.code", hasItem("OUTLASTS_SERVICE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUSPENDED", "PRE_RETIREMENT", "UNPAID_LEAVE", "STUDY_ASSIGNMENT", "MISSING"})
    void whoever_is_still_in_service_keeps_the_rows_of_her_positions(String status) {
        office.add(person, "positions", holding(office.head, "2015-01-01", ""));
        office.add(person, "statuses", standing(status, TODAY.toString(), ""));
        get(below(person, "positions")).body("items[0].endsOn", nullValue());
        assertThat(CareerListener.left(person)).isEmpty();
    }

    @Test
    void a_position_that_begins_after_the_last_day_stands_in_the_way() {
        office.add(person, "positions", holding(office.head, TODAY.plusDays(5).toString(), ""));
        statuses(standing("RETIRED", TODAY.plusDays(3).toString(), ""))
                .statusCode(422)
                .body("errors[0].code", equalTo("POSITION_AFTER_SERVICE"));
        is("ACTIVE");
    }

    @Test
    void one_standing_a_day_and_closes_previous_ends_the_one_before() {
        var first = office.add(person, "statuses", standing("SUSPENDED", "2020-03-01", ""));
        statuses(standing("RETIRED", "2021-03-01", ""))
                .statusCode(422)
                .body("errors[0].code", equalTo("STATUS_OVERLAP"))
                .body("errors[0].detail", containsString("closesPrevious"));
        statuses(standing("RETIRED", "2020-03-01", CLOSING))
                .statusCode(422)
                .body("errors[0].code", equalTo("STATUS_OVERLAP"));
        office.add(person, "statuses", standing("RETIRED", "2024-02-29", CLOSING));
        get(first).body("endsOn", equalTo("2024-02-28"));
        is("RETIRED");
        office.add(person, "statuses", standing("DECEASED", "2025-03-01", CLOSING));
        statuses(standing("ACTIVE", "2026-01-01", CLOSING))
                .statusCode(422)
                .body("errors[0].code", equalTo("AFTER_DEATH"));
        get(below(person, "statuses") + "?sort=startsOn")
                .body("items.status", contains("SUSPENDED", "RETIRED", "DECEASED"))
                .body("items[1].endsOn", equalTo("2025-02-28"));
    }

    @Test
    void what_helps_against_an_overlap_is_what_is_advised() {
        office.add(person, "statuses", standing("RETIRED", "2024-02-01", ""));
        statuses("{\"status\": \"DECEASED\", \"startsOn\": \"2023-05-01\"}")
                .statusCode(422)
                .body("errors[0].code", equalTo("STATUS_OVERLAP"))
                .body("errors[0].detail", containsString("Hapus atau ubah baris itu dahulu"))
                .body("errors[0].detail", not(containsString("endsOn")));
        statuses("{\"status\": \"DECEASED\", \"startsOn\": \"2024-02-01\"" + CLOSING + "}")
                .statusCode(422)
                .body("errors[0].detail", containsString("Hapus atau ubah baris itu dahulu"));
        statuses(standing("UNPAID_LEAVE", "2023-05-01", CLOSING))
                .statusCode(422)
                .body("errors[0].code", equalTo("STATUS_OVERLAP"))
                .body("errors[0].detail", containsString("Isi endsOn paling lambat sehari sebelum 2024-02-01"));
        statuses("{\"status\": \"DECEASED\", \"startsOn\": \"2024-03-01\"}")
                .statusCode(422)
                .body("errors[0].detail", containsString("Kirim closesPrevious"));
        statuses("{\"status\": \"DECEASED\", \"startsOn\": \"2024-03-01\"" + CLOSING + "}")
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RETIRED",
                "DISMISSED_WITH_PENSION",
                "DISMISSED_WITHOUT_PENSION",
                "DISMISSED",
                "APPOINTMENT_CANCELLED",
                "FORMER_EAST_TIMOR"
            })
    void whoever_leaves_for_good_does_so_without_a_last_day(String status) {
        statuses(standing(status, "2020-01-01", until("2021-12-31")))
                .statusCode(422)
                .body("errors.pointer", contains("/endsOn"))
                .body("errors.code", contains("LEAVING_HAS_NO_END"));
        var address = office.add(person, "statuses", standing(status, "2020-01-01", ""));
        office.patch(address, 0, "{\"endsOn\": \"2021-12-31\"}")
                .statusCode(422)
                .body("errors.code", contains("LEAVING_HAS_NO_END"));
        office.add(person, "statuses", standing("ACTIVE", "2022-01-01", CLOSING));
        get(address).body("endsOn", equalTo("2021-12-31"));
        office.patch(address, 1, "{\"reason\": \"Menurut putusan\"}").statusCode(200);
        office.patch(address, 2, "{\"endsOn\": \"2021-06-30\"}")
                .statusCode(422)
                .body("errors.code", contains("LEAVING_HAS_NO_END"));
        is("ACTIVE");
    }

    @Test
    void whoever_came_back_may_be_recorded_the_last_row_first_and_whoever_moved_may_come_back() {
        office.add(person, "statuses", standing("ACTIVE", "2022-01-01", ""));
        office.add(person, "statuses", standing("DISMISSED", "2020-01-01", until("2021-12-31")));
        office.add(person, "statuses", standing("MOVED", "2015-01-01", until("2016-12-31")));
        is("ACTIVE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"status\": \"RETIRED\", \"startsOn\": \"2024-01-01\"}; 422; STATUS_NEEDS_DECREE",
                "{\"status\": \"ACTIVE\", \"startsOn\": \"2024-01-01\"}; 422; STATUS_NEEDS_DECREE",
                "{\"status\": \"SUSPENDED\", \"startsOn\": \"2024-01-01\", \"decreeNumber\": \"1\", \"decreeDate\": \"2023-12-01\"}; 422; STATUS_NEEDS_REASON",
                "{\"status\": \"MOVED\", \"startsOn\": \"2024-01-01\", \"decreeNumber\": \"1\", \"decreeDate\": \"2023-12-01\"}; 422; STATUS_NEEDS_DESTINATION",
                "{\"status\": \"RETIRED\", \"startsOn\": \"2024-01-01\", \"decreeNumber\": \"1\"}; 422; DECREE_INCOMPLETE",
                "{\"status\": \"RETIRED\", \"startsOn\": \"2004-12-31\", \"decreeNumber\": \"1\", \"decreeDate\": \"2003-12-01\"}; 422; BEFORE_APPOINTMENT",
                "{\"status\": \"RETIRED\", \"startsOn\": \"2099-01-01\", \"decreeNumber\": \"1\", \"decreeDate\": \"2023-12-01\"}; 422; TOO_FAR_AHEAD",
                "{\"status\": \"DECEASED\", \"startsOn\": \"2024-01-01\", \"endsOn\": \"2024-02-01\"}; 422; DEATH_HAS_NO_END",
                "{\"status\": \"UNPAID_LEAVE\", \"startsOn\": \"2024-02-01\", \"endsOn\": \"2024-01-01\", \"decreeNumber\": \"1\", \"decreeDate\": \"2023-12-01\"}; 422; ENDS_BEFORE_START",
                "{\"status\": \"GONE\", \"startsOn\": \"2024-01-01\"}; 400; ",
                "{\"status\": \"RETIRED\"}; 400; "
            })
    void what_a_standing_needs_is_asked_for(String body, int status, String code) {
        var answer = statuses(body).statusCode(status);
        if (code != null) {
            answer.body("errors.code", hasItem(code));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DECEASED", "MISSING", "DISPLACED", "DATA_BLOCKED"})
    void a_fact_needs_no_decree(String status) {
        office.add(person, "statuses", "{\"status\": \"" + status + "\", \"startsOn\": \"2024-01-01\"}");
        is(status);
    }

    @Test
    void a_day_that_nobody_knows_is_said_to_be_unknown_and_completed_later() {
        var address = office.add(
                person,
                "statuses",
                "{\"status\": \"DISMISSED\", \"startsOn\": \"" + TODAY + "\", \"startUnknown\": true}");
        get(address).body("startUnknown", equalTo(true));
        office.patch(
                        address,
                        0,
                        "{\"startUnknown\": false, \"startsOn\": \"2024-02-29\", \"reason\": \"Pidana\","
                                + " \"decreeNumber\": \"887/1\", \"decreeDate\": \"2024-02-20\"}")
                .statusCode(200)
                .body("startUnknown", equalTo(false))
                .body("startsOn", equalTo("2024-02-29"));
        statuses("{\"status\": \"DISMISSED\", \"startsOn\": \"" + TODAY.plusDays(2) + "\", \"startUnknown\": true}")
                .statusCode(422)
                .body("errors.code", hasItem("UNKNOWN_DAY_AHEAD"));
    }

    @Test
    void the_profile_says_where_a_standing_is_recorded() {
        office.patch("/api/v1/employees/" + person, 0, "{\"status\": \"RETIRED\"}")
                .statusCode(422)
                .body("errors[0].code", equalTo("STATUS_HAS_HISTORY"))
                .body("errors[0].detail", containsString("/statuses"));
        office.patch("/api/v1/employees/" + person, 0, "{\"status\": \"ACTIVE\", \"religion\": \"HINDU\"}")
                .statusCode(200);
    }

    private ValidatableResponse register(String status, String decree) {
        return office.agency
                .as(Role.SDM)
                .contentType(JSON)
                .body("""
                    {"identityNumber": "%s", "kind": "PNS", "birthDate": "1980-02-29", "sex": "F",
                     "profile": {"name": "Ratna", "status": "%s", "firstAppointmentOn": "2005-01-01"}%s}""".formatted(
                        office.number("PNS", LocalDate.of(1980, 2, 29), LocalDate.of(2005, 1, 1)), status, decree))
                .post("/api/v1/employees")
                .then();
    }

    @Test
    void whoever_is_registered_with_another_standing_has_its_row() {
        register("RETIRED", "").statusCode(422).body("errors[0].code", equalTo("STATUS_DECREE_MISSING"));
        register("ACTIVE", ", \"statusDecree\": {\"startsOn\": \"2020-01-01\"}")
                .statusCode(422)
                .body("errors[0].code", equalTo("STATUS_DECREE_UNUSED"));
        register("RETIRED", ", \"statusDecree\": {\"startsOn\": \"2020-01-01\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/statusDecree/decreeNumber"));
        person = UUID.fromString(register(
                        "RETIRED",
                        ", \"statusDecree\": {\"startsOn\": \"2020-01-01\", \"decreeNumber\": \"882/1\","
                                + " \"decreeDate\": \"2019-12-01\"}")
                .statusCode(201)
                .body("status", equalTo("RETIRED"))
                .body("version", equalTo(0))
                .extract()
                .path("id"));
        is("RETIRED");
        get(below(person, "statuses")).body("items.status", contains("RETIRED"));
        assertThat(CareerListener.left(person)).isEmpty();
        var ahead = TODAY.plusDays(9);
        person = UUID.fromString(register(
                        "UNPAID_LEAVE",
                        ", \"statusDecree\": {\"startsOn\": \"" + ahead + "\", \"decreeNumber\": \"851/1\","
                                + " \"decreeDate\": \"2019-12-01\"}")
                .statusCode(201)
                .body("status", equalTo("ACTIVE"))
                .extract()
                .path("id"));
        is("ACTIVE");
        TestClock.on(ahead, this::renew);
        is("UNPAID_LEAVE");
    }

    @Test
    void the_list_says_what_each_standing_means() {
        get("/api/v1/reference/employee-statuses")
                .body("items.find { it.code == 'RETIRED' }.standing.inService", equalTo(false))
                .body("items.find { it.code == 'SUSPENDED' }.standing.access", equalTo("OWN_FILE"))
                .body("items.find { it.code == 'SUSPENDED' }.standing.needs", contains("decree", "reason"))
                .body("items.find { it.code == 'UNPAID_LEAVE' }.standing.countsForRank", equalTo(false))
                .body("items.find { it.code == 'UNPAID_LEAVE' }.standing.national.code", contains("02", "13"))
                .body("items.standing.national.flatten().code", hasSize(32));
        get("/api/v1/reference/discipline-penalties")
                .body("items.find { it.code == 'S2' }.penalty.months", equalTo(9))
                .body("items.find { it.code == 'B3' }.penalty.effect", equalTo("DISMISSAL"));
    }

    @ParameterizedTest
    @CsvSource({
        "SEDANG, S1, 2024-05-11, , PENALTY_NEEDS_END, 2024-11-10",
        "SEDANG, S1, 2024-05-11, 2024-11-11, PENALTY_OTHER_LENGTH, 2024-11-10",
        "SEDANG, S1, 2024-05-11, 2024-11-10, , ",
        "SEDANG, S2, 2024-05-31, 2025-02-28, , ",
        "SEDANG, S2, 2024-05-31, 2025-02-27, , ",
        "SEDANG, S2, 2024-05-31, 2025-02-26, PENALTY_OTHER_LENGTH, 2025-02-27",
        "SEDANG, S3, 2024-02-29, 2025-02-27, , ",
        "SEDANG, S3, 2024-03-01, 2025-02-28, , ",
        "BERAT, B1, 2024-03-01, , PENALTY_NEEDS_END, 2025-02-28",
        "BERAT, B2, 2024-03-01, 2024-12-31, PENALTY_OTHER_LENGTH, 2025-02-28",
        "RINGAN, R2, 2024-03-01, , , "
    })
    void a_penalty_has_its_legal_length(
            String level, String penalty, String startsOn, String endsOn, String code, String lastDay) {
        var answer = office.post(
                person,
                "disciplines",
                "{\"level\": \"%s\", \"penalty\": \"%s\", \"startsOn\": \"%s\"%s, \"decreeNumber\": \"862/1\", \"decreeDate\": \"2024-02-01\"}"
                        .formatted(level, penalty, startsOn, endsOn == null ? "" : until(endsOn)));
        if (code == null) {
            answer.statusCode(201);
        } else {
            answer.statusCode(422)
                    .body("errors[0].code", equalTo(code))
                    .body("errors[0].pointer", equalTo("/endsOn"))
                    .body("errors[0].detail", containsString(lastDay));
        }
    }

    @Test
    void a_penalty_of_dismissal_and_the_standing_agree() {
        var penalty = "{\"level\": \"BERAT\", \"penalty\": \"B3\", \"startsOn\": \"2024-03-01\"%s,"
                + " \"decreeNumber\": \"862/1\", \"decreeDate\": \"2024-02-01\"}";
        office.post(person, "disciplines", penalty.formatted(""))
                .statusCode(422)
                .body("errors[0].code", equalTo("PENALTY_NEEDS_DISMISSAL"))
                .body("errors[0].detail", containsString("/statuses"));
        office.add(person, "statuses", standing("DISMISSED_WITH_PENSION", "2024-03-01", ""));
        office.post(person, "disciplines", penalty.formatted(until("2024-12-31")))
                .statusCode(422)
                .body("errors[0].code", equalTo("DISMISSAL_HAS_NO_END"));
        office.post(person, "disciplines", penalty.formatted("")).statusCode(201);
    }
}
