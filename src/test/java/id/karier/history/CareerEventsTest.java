package id.karier.history;

import static id.karier.history.Office.held;
import static id.karier.history.Office.holding;
import static id.karier.history.Office.standing;
import static id.karier.history.Office.until;
import static org.assertj.core.api.Assertions.assertThat;

import id.karier.employee.EmployeeEvents.PersonLeft;
import id.karier.employee.EmployeeStatus;
import id.karier.history.HistoryEvents.PositionTaken;
import id.karier.history.entry.Assignment;
import id.karier.testing.TestClock;
import id.karier.testing.TestDatabase;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What later slices are told of people and careers: once, and within the transaction. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CareerEventsTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Jakarta"));

    private Office office;
    private UUID person;

    @BeforeEach
    void somebody() {
        office = Office.called("told");
        person = office.person();
    }

    private void become(EmployeeStatus status, LocalDate on, int expected) {
        office.post(person, "statuses", standing(status.name(), on.toString(), ", \"closesPrevious\": true"))
                .statusCode(expected);
    }

    private void renew() {
        Arc.container().instance(CurrentStateService.class).get().renewDue();
    }

    @ParameterizedTest
    @EnumSource(EmployeeStatus.class)
    void leaving_is_told_of_the_statuses_that_leave_service_and_of_no_other(EmployeeStatus status) {
        if (status != EmployeeStatus.ACTIVE) {
            become(status, TODAY, 201);
        }
        if (status.hasLeft()) {
            assertThat(CareerListener.left(person))
                    .containsExactly(new PersonLeft(office.agency.code, person, status, TODAY));
        } else {
            assertThat(CareerListener.left(person)).isEmpty();
        }
    }

    @Test
    void who_has_left_does_not_leave_again() {
        become(EmployeeStatus.RETIRED, TODAY.minusDays(9), 201);
        become(EmployeeStatus.DISMISSED, TODAY.minusDays(8), 201);
        office.patch("/api/v1/employees/" + person, 2, "{\"officialEmail\": \"sari@contoh.go.id\"}")
                .statusCode(200);
        assertThat(CareerListener.left(person)).hasSize(1);
        become(EmployeeStatus.ACTIVE, TODAY.minusDays(7), 201);
        become(EmployeeStatus.MOVED, TODAY.minusDays(6), 201);
        assertThat(CareerListener.left(person))
                .extracting(PersonLeft::status)
                .containsExactly(EmployeeStatus.RETIRED, EmployeeStatus.MOVED);
    }

    @Test
    void a_listener_that_refuses_keeps_the_person_in_service() {
        CareerListener.refusing(person, () -> become(EmployeeStatus.RETIRED, TODAY, 409));
        assertThat(office.column(person, "concat(status, version)")).isEqualTo("ACTIVE0");
        become(EmployeeStatus.RETIRED, TODAY, 201);
        assertThat(office.column(person, "status")).isEqualTo("RETIRED");
    }

    @Test
    void who_leaves_on_a_coming_day_is_told_of_when_the_day_comes_and_once() {
        var last = TODAY.plusDays(30);
        become(EmployeeStatus.RETIRED, last.plusDays(1), 201);
        assertThat(CareerListener.left(person)).isEmpty();
        TestClock.on(last, this::renew);
        assertThat(CareerListener.left(person)).isEmpty();
        TestClock.on(last.plusDays(1), this::renew);
        TestClock.on(last.plusDays(2), this::renew);
        assertThat(CareerListener.left(person))
                .containsExactly(new PersonLeft(office.agency.code, person, EmployeeStatus.RETIRED, last.plusDays(1)));
        assertThat(office.column(person, "status")).isEqualTo("RETIRED");
    }

    @Test
    void a_position_that_is_held_today_is_told_of_once() {
        office.add(person, "positions", holding(office.analyst, "2020-01-01", ""));
        var entry = UUID.fromString(office.agency
                .as(id.karier.kernel.Role.SDM)
                .get(Office.below(person, "positions"))
                .path("items[0].id"));
        assertThat(CareerListener.taken(person))
                .containsExactly(new PositionTaken(
                        office.agency.code,
                        person,
                        entry,
                        office.analyst,
                        office.division,
                        Assignment.DEFINITIVE,
                        LocalDate.of(2020, 1, 1),
                        null));
        office.add(person, "ranks", Office.rank("III/a", "2005-01-01"));
        office.patch(Office.below(person, "positions/" + entry), 0, "{\"decreeNumber\": \"821/2\"}")
                .statusCode(200);
        assertThat(CareerListener.taken(person)).hasSize(1);
    }

    @Test
    void acting_duty_is_told_of_and_what_is_over_is_not() {
        office.add(person, "positions", holding(office.analyst, "2019-01-01", until("2019-12-31")));
        office.add(
                person,
                "positions",
                holding(office.senior, "2020-01-01", until(TODAY.minusDays(1).toString())));
        assertThat(CareerListener.taken(person)).isEmpty();
        office.add(person, "positions", held("PLT", office.head, "2021-01-01", until(TODAY.toString())));
        assertThat(CareerListener.taken(person))
                .extracting(PositionTaken::assignment)
                .containsExactly(Assignment.PLT);
    }

    @Test
    void what_is_decreed_for_later_is_told_of_when_its_day_comes() {
        var start = TODAY.plusDays(10);
        office.add(person, "positions", holding(office.head, start.toString(), ""));
        TestClock.on(start.minusDays(1), this::renew);
        assertThat(CareerListener.taken(person)).isEmpty();
        TestClock.on(start, this::renew);
        TestClock.on(start.plusDays(1), this::renew);
        assertThat(CareerListener.taken(person))
                .extracting(PositionTaken::positionId)
                .containsExactly(office.head);
    }

    @Test
    void a_listener_that_refuses_leaves_no_position_behind_and_is_told_again() {
        var body = holding(office.analyst, "2020-01-01", "");
        CareerListener.refusing(
                person, () -> office.post(person, "positions", body).statusCode(409));
        assertThat(office.column(person, "coalesce(position_title, 'none')")).isEqualTo("none");
        office.post(person, "positions", body).statusCode(201);
        assertThat(CareerListener.taken(person)).hasSize(2);
    }
}
