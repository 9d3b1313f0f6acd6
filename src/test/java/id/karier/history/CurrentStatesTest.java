package id.karier.history;

import static id.karier.history.Office.held;
import static id.karier.history.Office.holding;
import static id.karier.history.Office.rank;
import static id.karier.history.Office.until;
import static org.assertj.core.api.Assertions.assertThat;

import id.karier.kernel.Caller;
import id.karier.kernel.data.Transactions;
import id.karier.testing.TestAgency;
import id.karier.testing.TestClock;
import id.karier.testing.TestDatabase;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CurrentStatesTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Jakarta"));

    private Office office;
    private UUID person;

    @BeforeEach
    void own_agency() {
        office = Office.called("state");
        person = office.person();
    }

    private int refresh(List<UUID> people, LocalDate today) {
        return bound(() -> bean(CurrentStates.class).refresh(office.agency.code, people, today));
    }

    /** Runs work in a transaction, as a job of the agency does. */
    private <T> T bound(Supplier<T> work) {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            bean(Caller.class).actForJob(office.agency.code, new UUID(0, 0), "test");
            return bean(Transactions.class).run(work);
        } finally {
            context.terminate();
        }
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }

    private String state() {
        return office.column(
                person,
                "concat_ws('|', position_title, position_since, unit_name, leads_unit, rank_code, next_change_on)");
    }

    @Test
    void a_renewed_decree_does_not_break_the_holding() {
        office.add(person, "positions", holding(office.analyst, "2015-01-01", until("2018-12-31")));
        office.add(person, "positions", holding(office.senior, "2019-01-01", until("2019-12-31")));
        office.add(person, "positions", holding(office.analyst, "2020-01-01", until("2021-12-31")));
        office.add(person, "positions", holding(office.analyst, "2022-01-01", ""));
        assertThat(office.column(person, "position_since")).isEqualTo("2020-01-01");
    }

    @Test
    void a_gap_of_one_day_breaks_the_holding() {
        office.add(person, "positions", holding(office.analyst, "2020-01-01", until("2021-12-30")));
        office.add(person, "positions", holding(office.analyst, "2022-01-01", ""));
        assertThat(office.column(person, "position_since")).isEqualTo("2022-01-01");
    }

    @Test
    void a_rank_decreed_twice_is_held_since_the_first() {
        office.add(person, "ranks", rank("III/a", "2005-01-01"));
        office.add(person, "ranks", rank("III/a", "2006-01-01"));
        assertThat(office.column(person, "rank_since")).isEqualTo("2005-01-01");
        office.add(person, "ranks", rank("III/b", "2009-01-01"));
        assertThat(office.column(person, "rank_since")).isEqualTo("2009-01-01");
    }

    @Test
    void a_position_that_has_ended_is_not_the_current_one() {
        office.add(person, "positions", holding(office.analyst, "2020-01-01", until("2021-12-31")));
        assertThat(state()).isEqualTo("0");
        assertThat(office.column(person, "retirement_on")).isEqualTo("9999-12-31");
        assertThat(office.column(person, "position_id")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2021-12-30, true", "2021-12-31, true", "2022-01-01, false"})
    void a_position_and_an_acting_duty_last_until_their_last_day(LocalDate day, boolean held) {
        office.add(person, "positions", holding(office.analyst, "2020-01-01", until("2021-12-31")));
        office.add(person, "positions", held("PLT", office.head, "2021-01-01", until("2021-12-31")));
        refresh(List.of(person), day);
        assertThat(office.column(person, "position_title"))
                .as("position")
                .isEqualTo(held ? "Pranata Komputer Ahli Pertama" : null);
        assertThat(office.column(person, "unit_name"))
                .as("unit")
                .isEqualTo(held ? "Bidang Aplikasi Informatika" : null);
        assertThat(office.column(person, "leads_unit")).as("leads a unit").isEqualTo(held ? "1" : "0");
        assertThat(office.column(person, "next_change_on")).as("next change").isEqualTo(held ? "2022-01-01" : null);
        assertThat(acting(day)).as("who holds the position").isEqualTo(held ? List.of(person) : List.of());
    }

    @ParameterizedTest
    @CsvSource({"2021-12-31, false", "2022-01-01, true", "2022-01-02, true"})
    void a_position_a_rank_and_a_degree_begin_on_their_first_day(LocalDate day, boolean begun) {
        office.add(person, "positions", holding(office.analyst, "2022-01-01", ""));
        office.add(person, "ranks", rank("III/b", "2022-01-01"));
        office.add(person, "educations", """
            {"level": "S2", "field": "Hukum", "graduatedOn": "2022-01-01"}""");
        refresh(List.of(person), day);
        assertThat(office.column(person, "position_since")).as("position").isEqualTo(begun ? "2022-01-01" : null);
        assertThat(office.column(person, "rank_since")).as("rank").isEqualTo(begun ? "2022-01-01" : null);
        assertThat(office.column(person, "education_level")).as("degree").isEqualTo(begun ? "S2" : null);
        assertThat(office.column(person, "next_change_on")).as("next change").isEqualTo(begun ? null : "2022-01-01");
    }

    /** Who holds the head's position, now or later. */
    private List<UUID> acting(LocalDate day) {
        return bound(() -> bean(CurrentStateQueries.class).inPosition(office.head, day));
    }

    @Test
    void the_position_s_own_retirement_age_goes_first() {
        TestAgency.sql("update positions set retirement_age = 60 where id = x'" + TestAgency.hex(office.analyst) + "'");
        office.add(person, "positions", holding(office.analyst, "2020-01-01", ""));
        assertThat(office.column(person, "retirement_on")).isEqualTo("2040-03-01");
    }

    @Test
    void a_refresh_that_finds_nothing_new_writes_nothing() {
        office.add(person, "positions", holding(office.analyst, "2020-01-01", ""));
        var version = office.column(person, "version");
        assertThat(refresh(List.of(person), TODAY)).isZero();
        assertThat(office.column(person, "version")).isEqualTo(version);
    }

    @Test
    void what_a_write_changes_of_today_is_a_version_and_a_change_of_the_person() {
        office.add(person, "positions", holding(office.analyst, "2020-01-01", ""));
        assertThat(office.column(person, "version")).isEqualTo("1");
        assertThat(office.changes(person, "employee", "UPDATED")).isOne();
        assertThat(TestAgency.query(
                        "select json_extract(fields, '$.\"position.title\".after') from change_log where agency = '"
                                + office.agency.code + "' and object_type = 'employee' and action = 'UPDATED'"))
                .isEqualTo("\"Pranata Komputer Ahli Pertama\"");
    }

    @Test
    void what_is_decreed_for_later_is_no_new_version_but_a_day_to_look_again() {
        office.add(person, "ranks", rank("III/a", "2005-01-01"));
        var version = office.column(person, "version");
        var later = TODAY.plusDays(20);
        office.add(person, "ranks", rank("III/b", later.toString()));
        assertThat(office.column(person, "version")).isEqualTo(version);
        assertThat(office.column(person, "next_change_on")).isEqualTo(later.toString());
    }

    @Test
    void the_day_after_the_last_is_a_day_of_change() {
        office.add(person, "positions", holding(office.analyst, "2020-01-01", until(TODAY.toString())));
        assertThat(state())
                .isEqualTo(
                        "Pranata Komputer Ahli Pertama|2020-01-01|Bidang Aplikasi Informatika|0|" + TODAY.plusDays(1));
    }

    @Test
    void the_job_renews_who_changes_today_and_nobody_else() {
        var start = TODAY.plusDays(10);
        office.add(
                person,
                "positions",
                holding(office.analyst, "2020-01-01", until(start.minusDays(1).toString())));
        office.add(person, "positions", holding(office.head, start.toString(), ""));
        office.add(
                person,
                "positions",
                held("PLT", office.otherHead, TODAY.plusDays(40).toString(), ""));
        TestClock.on(start.minusDays(1), () -> bean(CurrentStateService.class).renewDue());
        assertThat(office.column(person, "position_title")).isEqualTo("Pranata Komputer Ahli Pertama");
        TestClock.on(start, () -> bean(CurrentStateService.class).renewDue());
        assertThat(state())
                .isEqualTo("Kepala Bidang Aplikasi|%s|Bidang Aplikasi Informatika|1|%s"
                        .formatted(start, TODAY.plusDays(40)));
        assertThat(office.column(person, "retirement_on")).isEqualTo("2038-03-01");
        assertThat(office.changes(person, "employee", "UPDATED")).isEqualTo(2);
    }

    @Test
    void a_renamed_unit_is_renamed_for_its_people() {
        office.add(person, "positions", holding(office.analyst, "2020-01-01", ""));
        TestAgency.sql("update units set name = 'Bidang Layanan Digital' where id = x'"
                + TestAgency.hex(office.division) + "'");
        assertThat(refresh(List.of(person), TODAY)).isOne();
        assertThat(office.column(person, "unit_name")).isEqualTo("Bidang Layanan Digital");
    }

    /** As an import does: many people at once, more than one batch, and one of another agency among them. */
    @Test
    void a_batch_is_refreshed_set_wise() {
        var people = new ArrayList<UUID>();
        for (int i = 0; i < 1203; i++) {
            var id = UUID.randomUUID();
            people.add(id);
            TestAgency.sql(
                    "insert into employees (id, agency, identity_number, kind, status, name, birth_date, sex, first_appointment_on, source, updated_at) values (x'%s', '%s', '%018d', 'PNS', 'ACTIVE', 'Sari', '1980-01-31', 'F', '2005-01-01', 'IMPORT', '2026-01-01')"
                            .formatted(TestAgency.hex(id), office.agency.code, i));
            TestAgency.sql(
                    "insert into employee_positions (id, agency, employee_id, assignment, position_id, title, level, unit_id, unit_name, starts_on, source) values (x'%s', '%s', x'%s', 'DEFINITIVE', x'%s', 'Lama', 'JF_AHLI_PERTAMA', x'%s', 'Lama', '2020-01-01', 'IMPORT')"
                            .formatted(
                                    TestAgency.hex(UUID.randomUUID()),
                                    office.agency.code,
                                    TestAgency.hex(id),
                                    TestAgency.hex(office.analyst),
                                    TestAgency.hex(office.division)));
        }
        var foreign = Office.called("state-foreign").person();
        people.add(foreign);
        assertThat(refresh(people, TODAY)).isEqualTo(1203);
        assertThat(
                        TestAgency.query(
                                "select count(*) from employees where agency = '" + office.agency.code
                                        + "' and position_title = 'Pranata Komputer Ahli Pertama' and retirement_on = '2038-02-01' and version = 1"))
                .isEqualTo("1203");
        assertThat(refresh(people, TODAY)).isZero();
    }
}
