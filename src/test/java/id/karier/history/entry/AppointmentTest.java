package id.karier.history.entry;

import static id.karier.history.Office.below;
import static id.karier.history.Office.held;
import static id.karier.history.Office.holding;
import static id.karier.history.Office.rank;
import static id.karier.history.Office.standing;
import static id.karier.history.Office.until;
import static io.restassured.http.ContentType.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import id.karier.history.Office;
import id.karier.kernel.Role;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may hold a post, at the register's door: refused, or only for a reason that is kept. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AppointmentTest {
    private static final String REASON = ", \"reason\": \"Masa alih tugas\"";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Jakarta"));

    private Office office;
    private UUID first;
    private UUID second;

    @BeforeEach
    void own_agency() {
        office = Office.called("appointment");
        first = office.person();
        second = office.person();
    }

    @Test
    void one_more_than_the_headcount_needs_a_reason_that_is_kept() {
        office.add(first, "positions", holding(office.analyst, "2020-01-01", ""));
        office.post(second, "positions", holding(office.analyst, TODAY.toString(), ""))
                .statusCode(422)
                .body("code", equalTo("RULE_REFUSED"))
                .body("errors.code", contains("OVER_HEADCOUNT"))
                .body("errors.pointer", contains("/reason"))
                .body("errors[0].detail", containsString("PP 11/2017"));

        var address = office.add(second, "positions", holding(office.analyst, TODAY.toString(), REASON));

        office.agency.as(Role.SDM).get(address).then().body("reason", equalTo("Masa alih tugas"));
        office.agency
                .as(Role.SDM)
                .get("/api/v1/positions/" + office.analyst)
                .then()
                .body("occupied", equalTo(2))
                .body("headcount", equalTo(1));
        assertThat(TestAgency.query("select count(*) from change_log where agency = '" + office.agency.code
                        + "' and fields like '%Masa alih tugas%'"))
                .isEqualTo("1");
        office.patch(address, 0, "{\"reason\": null}").statusCode(422).body("errors.code", contains("OVER_HEADCOUNT"));
    }

    @Test
    void the_next_comes_the_day_after_the_last_one_leaves() {
        var last = TODAY.plusDays(30);
        office.add(first, "positions", holding(office.analyst, "2020-01-01", until(last.toString())));
        office.post(second, "positions", holding(office.analyst, last.toString(), ""))
                .statusCode(422)
                .body("errors.code", contains("OVER_HEADCOUNT"));
        office.add(second, "positions", holding(office.analyst, last.plusDays(1).toString(), ""));
    }

    @Test
    void who_comes_later_keeps_the_place_from_who_would_stay_until_then() {
        var later = TODAY.plusDays(60);
        office.add(first, "positions", holding(office.analyst, later.toString(), ""));
        office.post(second, "positions", holding(office.analyst, TODAY.toString(), ""))
                .statusCode(422)
                .body("errors[0].detail", containsString(later.toString()));
        var address = office.add(
                second,
                "positions",
                holding(
                        office.analyst,
                        TODAY.toString(),
                        until(later.minusDays(1).toString())));
        office.patch(address, 0, "{\"endsOn\": null}").statusCode(422).body("errors.code", contains("OVER_HEADCOUNT"));
        office.patch(address, 0, "{\"endsOn\": \"" + TODAY + "\"}").statusCode(200);
    }

    @Test
    void what_is_over_is_not_measured_by_the_headcount_of_today() {
        office.add(first, "positions", holding(office.analyst, "2010-01-01", ""));
        office.add(second, "positions", holding(office.analyst, "2012-01-01", until("2015-12-31")));
    }

    @Test
    void a_unit_has_one_definitive_head_whatever_the_reason_and_may_have_acting_ones() {
        office.add(first, "ranks", rank("IV/a", "2015-04-01"));
        office.add(second, "ranks", rank("IV/a", "2015-04-01"));
        office.add(first, "positions", holding(office.head, "2020-01-01", ""));
        office.post(second, "positions", holding(office.head, TODAY.toString(), REASON))
                .statusCode(422)
                .body("errors.code", contains("HEAD_TAKEN"))
                .body("errors[0].detail", containsString("Sari Widuri"));
        office.add(second, "positions", held("PLH", office.head, TODAY.toString(), ""));
        office.agency
                .as(Role.SDM)
                .get("/api/v1/units/" + office.division)
                .then()
                .body("head.employeeId", equalTo(first.toString()));
    }

    @Test
    void a_candidate_heads_no_unit_and_enters_a_functional_post_for_a_reason_only() {
        var appointed = TODAY.minusMonths(3).withDayOfMonth(1);
        var candidate = office.person("CPNS", LocalDate.of(2000, 2, 29), appointed);
        office.post(candidate, "positions", holding(office.head, appointed.toString(), REASON))
                .statusCode(422)
                .body("errors.code", contains("POST_CLOSED_TO_KIND"))
                .body("errors[0].detail", containsString("PP 11/2017"));
        office.post(candidate, "positions", holding(office.analyst, appointed.toString(), ""))
                .statusCode(422)
                .body("errors.code", contains("POST_BEFORE_PNS"));
        office.add(candidate, "positions", holding(office.analyst, appointed.toString(), REASON));
    }

    @Test
    void a_contract_officer_holds_functional_posts_and_no_managerial_ones() {
        var contract = office.person("PPPK", LocalDate.of(1990, 2, 28), LocalDate.of(2021, 2, 1));
        office.post(contract, "positions", holding(office.head, TODAY.toString(), REASON))
                .statusCode(422)
                .body("errors.code", contains("POST_CLOSED_TO_KIND"));
        office.post(contract, "positions", held("PLT", office.head, TODAY.toString(), ""))
                .statusCode(422)
                .body("errors.code", contains("POST_CLOSED_TO_KIND"));
        office.add(contract, "positions", holding(office.senior, TODAY.toString(), ""));
    }

    @Test
    void a_rank_below_the_post_is_refused_or_needs_a_reason_from_the_day_of_the_promotion() {
        office.add(first, "ranks", rank("III/b", "2015-04-01"));
        office.post(first, "positions", holding(office.head, TODAY.toString(), REASON))
                .statusCode(422)
                .body("errors.code", contains("RANK_TOO_LOW"));
        var promoted = TODAY.plusDays(20);
        office.add(first, "ranks", rank("III/c", promoted.toString()));
        office.post(
                        first,
                        "positions",
                        holding(office.head, promoted.minusDays(1).toString(), REASON))
                .statusCode(422)
                .body("errors.code", contains("RANK_TOO_LOW"));
        office.post(first, "positions", holding(office.head, promoted.toString(), ""))
                .statusCode(422)
                .body("errors.code", contains("RANK_BELOW_POST"))
                .body("errors.pointer", contains("/reason"));
        office.add(first, "positions", holding(office.head, promoted.toString(), REASON));
    }

    /** One refusal, by the day on which she left: what lay before it may still be recorded, up to the day before. */
    @Test
    void who_has_left_is_appointed_to_nothing_that_lasts() {
        var left = TODAY.minusDays(9);
        office.add(first, "statuses", standing("RETIRED", left.toString(), ""));
        office.post(first, "positions", holding(office.analyst, TODAY.toString(), REASON))
                .statusCode(422)
                .body("errors.code", contains("HAS_LEFT"))
                .body("errors[0].detail", containsString(left.toString()));
        office.add(
                first,
                "positions",
                holding(office.analyst, "2020-01-01", until(left.minusDays(1).toString())));
    }

    @Test
    void a_post_in_words_is_judged_by_its_level() {
        var appointed = TODAY.minusMonths(2).withDayOfMonth(1);
        var candidate = office.person("CPNS", LocalDate.of(2000, 2, 29), appointed);
        office.post(candidate, "positions", """
                        {"assignment": "DEFINITIVE", "title": "Kepala Bidang Lain", "level": "ADMINISTRATOR",
                         "unitId": "%s", "startsOn": "%s", "decreeNumber": "821/1", "decreeDate": "2026-01-05"}""".formatted(office.division, appointed))
                .statusCode(422)
                .body("errors.code", contains("POST_CLOSED_TO_KIND"));
    }

    @Test
    void what_was_taken_back_does_not_return_to_a_place_that_is_somebody_elses_by_now() {
        var before = office.add(first, "positions", holding(office.analyst, "2020-01-01", ""));
        var mistake =
                office.add(first, "positions", holding(office.senior, TODAY.toString(), ", \"closesPrevious\": true"));
        office.add(second, "positions", holding(office.analyst, TODAY.toString(), ""));

        office.delete(mistake, 0)
                .statusCode(422)
                .body("errors.code", contains("OVER_HEADCOUNT"))
                .body("errors[0].detail", containsString("isi dahulu reason di baris jabatan itu dengan PATCH"));

        office.patch(before, 1, "{\"reason\": \"Masa alih tugas\"}").statusCode(200);
        office.delete(mistake, 0).statusCode(204);
        office.agency.as(Role.SDM).get(before).then().body("endsOn", nullValue());
    }

    @Test
    void of_two_appointed_to_the_last_place_at_once_only_one_gets_it() throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 8; round++) {
                var position = office.position("LAST-" + round, "Analis", "PELAKSANA", office.division, false);
                var start = new CyclicBarrier(2);
                var tries = new ArrayList<Callable<Integer>>();
                for (var person : new UUID[] {office.person(), office.person()}) {
                    var request =
                            office.agency.as(Role.SDM).contentType(JSON).body(holding(position, "2020-01-01", ""));
                    tries.add(() -> {
                        start.await();
                        return request.post(below(person, "positions")).statusCode();
                    });
                }
                var statuses = new ArrayList<Integer>();
                for (var attempt : pool.invokeAll(tries)) {
                    statuses.add(attempt.get());
                }
                assertThat(statuses).as("round %d", round).containsExactlyInAnyOrder(201, 422);
            }
        } finally {
            pool.shutdown();
        }
    }
}
