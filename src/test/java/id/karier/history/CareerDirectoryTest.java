package id.karier.history;

import static id.karier.history.Office.held;
import static id.karier.history.Office.holding;
import static id.karier.history.Office.rank;
import static id.karier.history.Office.until;
import static org.assertj.core.api.Assertions.assertThat;

import id.karier.kernel.Caller;
import id.karier.testing.TestAgency;
import id.karier.testing.TestDatabase;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CareerDirectoryTest {
    private static final LocalDate DAY = LocalDate.of(2021, 6, 30);

    @Inject
    CareerDirectory careers;

    private Office office;
    private UUID person;

    @BeforeEach
    void a_career() {
        office = Office.called("career");
        person = office.person();
        office.add(person, "ranks", rank("III/a", "2005-01-01"));
        office.add(person, "ranks", rank("III/b", "2009-04-01"));
        office.add(person, "positions", holding(office.analyst, "2010-01-01", until("2020-02-29")));
        office.add(person, "positions", holding(office.senior, "2020-03-01", ""));
        office.add(person, "positions", held("PLT", office.head, "2021-01-01", until("2021-06-30")));
        office.add(person, "educations", """
            {"level": "S2", "field": "Ilmu Pemerintahan", "graduatedOn": "2016-02-29"}""");
        office.add(person, "credits", """
            {"level": "JF_AHLI_MUDA", "basis": "CONVERSION", "startsOn": "2021-01-01", "endsOn": "2021-06-30",
             "credit": 37.5, "decreeNumber": "800/PAK", "decreeDate": "2021-07-20"}""");
        office.add(person, "disciplines", """
            {"level": "SEDANG", "penalty": "S1", "startsOn": "2022-05-11", "endsOn": "2022-11-10",
             "decreeNumber": "862/1", "decreeDate": "2022-05-10"}""");
    }

    private static <T> T in(Office office, Supplier<T> work) {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            Arc.container().instance(Caller.class).get().actForJob(office.agency.code, new UUID(0, 0), "test");
            return work.get();
        } finally {
            context.terminate();
        }
    }

    @Test
    void a_career_on_a_day_has_all_its_parts() {
        var career = in(office, () -> careers.on(person, DAY));
        assertThat(career.position().span().title()).isEqualTo("Pranata Komputer Ahli Muda");
        assertThat(career.position().span().unitId()).isEqualTo(office.otherDivision);
        assertThat(career.position().since()).isEqualTo("2020-03-01");
        assertThat(career.acting()).extracting(Career.PositionSpan::ledUnitId).containsExactly(office.division);
        assertThat(career.rank().span().code()).isEqualTo("III/b");
        assertThat(career.rank().span().order()).isEqualTo(10);
        assertThat(career.rank().since()).isEqualTo("2009-04-01");
        assertThat(career.education().field()).isEqualTo("Ilmu Pemerintahan");
        assertThat(career.creditTotal()).isEqualByComparingTo("37.5");
    }

    @Test
    void the_day_after_the_last_and_the_day_before_the_first_are_others() {
        var after = in(office, () -> careers.on(person, DAY.plusDays(1)));
        assertThat(after.acting()).isEmpty();
        var before = in(office, () -> careers.on(person, LocalDate.of(2020, 2, 29)));
        assertThat(before.position().span().positionId()).isEqualTo(office.analyst);
        assertThat(before.credits()).isEmpty();
        assertThat(in(office, () -> careers.on(person, LocalDate.of(2009, 12, 31))))
                .extracting(Career::position)
                .isNull();
    }

    @Test
    void many_are_read_at_once_with_an_entry_for_everybody() {
        var people = new ArrayList<UUID>();
        for (int i = 0; i < 501; i++) {
            people.add(UUID.randomUUID());
        }
        people.add(person);
        var found = in(office, () -> careers.on(people, DAY));
        assertThat(found).containsOnlyKeys(people);
        assertThat(found.get(person).rank().span().code()).isEqualTo("III/b");
        assertThat(found.get(people.get(0))).isEqualTo(Career.NONE);
        assertThat(in(office, () -> careers.positions(people, DAY))).containsOnlyKeys(person);
    }

    @Test
    void another_agency_finds_nothing() {
        var other = Office.called("career-other");
        assertThat(in(other, () -> careers.on(person, DAY))).isEqualTo(Career.NONE);
        assertThat(in(other, () -> careers.positions(List.of(person), DAY))).isEmpty();
        var spans = in(other, () -> careers.spans(person));
        assertThat(spans.positions()).isEmpty();
        assertThat(spans.ranks()).isEmpty();
        assertThat(spans.penalties()).isEmpty();
    }

    @Test
    void spans_are_all_that_was_oldest_first() {
        var spans = in(office, () -> careers.spans(person));
        assertThat(spans.positions())
                .extracting(span -> span.startsOn().toString())
                .containsExactly("2010-01-01", "2020-03-01", "2021-01-01");
        assertThat(spans.ranks())
                .extracting(rank -> rank.code() + " until " + rank.endsOn())
                .containsExactly("III/a until 2009-03-31", "III/b until null");
        assertThat(spans.penalties())
                .extracting(penalty -> penalty.penalty() + " until " + penalty.endsOn())
                .containsExactly("S1 until 2022-11-10");
    }

    @Test
    void a_position_is_called_as_the_register_calls_it_now() {
        TestAgency.sql("update positions set name = 'Analis Data', retirement_age = 60 where id = x'"
                + TestAgency.hex(office.senior) + "'");
        var span = in(office, () -> careers.on(person, DAY)).position().span();
        assertThat(span.title()).isEqualTo("Analis Data");
        assertThat(span.retirementAge()).isEqualTo(60);
    }

    @Test
    void trainings_are_those_within_the_two_days() {
        for (var days : List.of(
                "2020-12-31/2021-01-02", "2021-01-01/2021-01-02", "2021-06-29/2021-06-30", "2021-06-30/2021-07-01")) {
            var ends = days.split("/");
            office.add(person, "trainings", """
                {"form": "KL_TEKNIS", "name": "Analisis", "startsOn": "%s", "endsOn": "%s", "hours": 8}""".formatted(ends[0], ends[1]));
        }
        assertThat(in(office, () -> careers.trainings(List.of(person), LocalDate.of(2021, 1, 1), DAY))
                        .get(person))
                .extracting(training -> training.startsOn().toString())
                .containsExactly("2021-01-01", "2021-06-29");
    }
}
