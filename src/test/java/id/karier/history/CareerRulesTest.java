package id.karier.history;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.history.Career.Credit;
import id.karier.history.Career.Education;
import id.karier.history.Career.PositionSpan;
import id.karier.history.Career.RankSpan;
import id.karier.history.entry.Assignment;
import id.karier.history.entry.CreditBasis;
import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.PositionLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CareerRulesTest {
    private static final UUID ANALYST = UUID.randomUUID();
    private static final UUID SENIOR = UUID.randomUUID();
    private static final UUID DIVISION = UUID.randomUUID();
    private static final UUID OTHER_DIVISION = UUID.randomUUID();
    private static final PositionLevel FIRST = PositionLevel.JF_AHLI_PERTAMA;
    private static final PositionLevel SECOND = PositionLevel.JF_AHLI_MUDA;

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static PositionSpan held(UUID position, PositionLevel level, UUID unit, String from, String until) {
        return span(Assignment.DEFINITIVE, position, level, unit, from, until);
    }

    private static PositionSpan span(
            Assignment assignment, UUID position, PositionLevel level, UUID unit, String from, String until) {
        return new PositionSpan(
                UUID.randomUUID(),
                assignment,
                position,
                "Analis",
                level,
                unit,
                null,
                null,
                null,
                day(from),
                until == null ? null : day(until));
    }

    private static RankSpan rank(String code, String from) {
        return new RankSpan(UUID.randomUUID(), code, 1, day(from), null);
    }

    private static Education education(EducationLevel level, String on) {
        return new Education(UUID.randomUUID(), level, "Hukum", day(on));
    }

    private static Credit credit(PositionLevel level, CreditBasis basis, String from, String until, int amount) {
        return new Credit(UUID.randomUUID(), level, basis, day(from), day(until), BigDecimal.valueOf(amount));
    }

    @ParameterizedTest
    @CsvSource({"2019-12-31, false", "2020-01-01, true", "2021-06-30, true", "2021-07-01, false"})
    void a_position_is_held_from_its_first_to_its_last_day(String on, boolean holds) {
        var positions = List.of(held(ANALYST, FIRST, DIVISION, "2020-01-01", "2021-06-30"));
        assertThat(CareerRules.position(positions, day(on)) != null).isEqualTo(holds);
    }

    @Test
    void a_renewed_decree_does_not_break_a_holding_and_a_day_between_does() {
        var before = held(ANALYST, FIRST, DIVISION, "2018-01-01", "2019-12-31");
        var renewed = held(ANALYST, FIRST, DIVISION, "2020-01-01", null);
        var late = held(ANALYST, FIRST, DIVISION, "2020-01-02", null);
        assertThat(CareerRules.position(List.of(before, renewed), day("2024-01-01"))
                        .since())
                .isEqualTo(day("2018-01-01"));
        assertThat(CareerRules.position(List.of(before, late), day("2024-01-01"))
                        .since())
                .isEqualTo(day("2020-01-02"));
    }

    @Test
    void the_stay_in_a_unit_goes_on_in_another_position_and_not_over_a_gap() {
        var analyst = held(ANALYST, FIRST, DIVISION, "2018-01-01", "2019-12-31");
        var senior = held(SENIOR, SECOND, DIVISION, "2020-01-01", null);
        var late = held(SENIOR, SECOND, DIVISION, "2020-01-02", null);
        var elsewhere = held(SENIOR, SECOND, OTHER_DIVISION, "2020-01-01", null);
        var on = day("2024-01-01");
        assertThat(CareerRules.position(List.of(analyst, senior), on).unitSince())
                .isEqualTo(day("2018-01-01"));
        assertThat(CareerRules.position(List.of(analyst, senior), on).since()).isEqualTo(day("2020-01-01"));
        assertThat(CareerRules.position(List.of(analyst, late), on).unitSince()).isEqualTo(day("2020-01-02"));
        assertThat(CareerRules.position(List.of(analyst, elsewhere), on).unitSince())
                .isEqualTo(day("2020-01-01"));
    }

    @Test
    void a_level_goes_on_in_another_position_of_that_level_also_over_a_gap() {
        var analyst = held(ANALYST, SECOND, DIVISION, "2018-01-01", "2019-06-30");
        var senior = held(SENIOR, SECOND, OTHER_DIVISION, "2020-01-01", null);
        assertThat(CareerRules.position(List.of(analyst, senior), day("2024-01-01"))
                        .levelSince())
                .isEqualTo(day("2018-01-01"));
    }

    @Test
    void acting_duty_is_no_definitive_position() {
        var acting = span(Assignment.PLT, SENIOR, SECOND, DIVISION, "2021-01-01", "2021-06-30");
        var entries = new CareerEntries(List.of(acting), List.of(), List.of(), List.of(), List.of());
        assertThat(CareerRules.career(entries, day("2021-06-30")).acting()).containsExactly(acting);
        assertThat(CareerRules.career(entries, day("2021-06-30")).position()).isNull();
        assertThat(CareerRules.career(entries, day("2021-07-01")).acting()).isEmpty();
        assertThat(CareerRules.career(entries, day("2020-12-31")).acting()).isEmpty();
    }

    @Test
    void a_rank_begins_on_its_day_and_is_held_since_its_first_decree_in_a_row() {
        var ranks = List.of(rank("III/a", "2005-01-01"), rank("III/a", "2006-01-01"), rank("III/b", "2009-04-01"));
        assertThat(CareerRules.rank(ranks, day("2004-12-31"))).isNull();
        assertThat(CareerRules.rank(ranks, day("2009-03-31")).since()).isEqualTo(day("2005-01-01"));
        assertThat(CareerRules.rank(ranks, day("2009-04-01")).span().code()).isEqualTo("III/b");
        assertThat(CareerRules.rank(ranks, day("2009-04-01")).since()).isEqualTo(day("2009-04-01"));
    }

    @Test
    void of_equal_educations_the_latest_counts_and_d4_equals_s1() {
        var bachelor = education(EducationLevel.S1, "2003-08-30");
        var applied = education(EducationLevel.D4, "2005-08-30");
        var diploma = education(EducationLevel.D3, "2010-08-30");
        var educations = List.of(bachelor, applied, diploma);
        assertThat(CareerRules.education(educations, day("2003-08-29"))).isNull();
        assertThat(CareerRules.education(educations, day("2005-08-29"))).isEqualTo(bachelor);
        assertThat(CareerRules.education(educations, day("2024-01-01"))).isEqualTo(applied);
        assertThat(CareerRules.education(
                                List.of(applied, education(EducationLevel.S1, "2006-01-01")), day("2024-01-01"))
                        .level())
                .isEqualTo(EducationLevel.S1);
    }

    @Test
    void credit_counts_within_the_level_of_the_day_and_from_its_last_day_on() {
        var position = CareerRules.position(
                List.of(
                        held(ANALYST, FIRST, DIVISION, "2018-01-01", "2019-12-31"),
                        held(SENIOR, SECOND, DIVISION, "2020-01-01", null)),
                day("2024-01-01"));
        var credits = List.of(
                credit(FIRST, CreditBasis.CONVERSION, "2019-01-01", "2019-12-31", 1),
                credit(null, CreditBasis.CONVERSION, "2019-12-31", "2020-06-30", 2),
                credit(null, CreditBasis.CONVERSION, "2020-01-01", "2020-12-31", 4),
                credit(SECOND, CreditBasis.CONVERSION, "2021-01-01", "2021-12-31", 8));
        assertThat(CareerRules.total(CareerRules.credits(position, credits, day("2021-12-30"))))
                .isEqualByComparingTo("4");
        assertThat(CareerRules.total(CareerRules.credits(position, credits, day("2021-12-31"))))
                .isEqualByComparingTo("12");
    }

    @Test
    void credit_of_the_old_way_is_not_counted_beside_what_was_carried_over() {
        var old = credit(FIRST, CreditBasis.CONVENTIONAL, "2019-01-01", "2019-12-31", 10);
        var carried = credit(FIRST, CreditBasis.INTEGRATION, "2022-12-31", "2022-12-31", 7);
        assertThat(CareerRules.total(List.of(old))).isEqualByComparingTo("10");
        assertThat(CareerRules.total(List.of(old, carried))).isEqualByComparingTo("7");
    }

    @Test
    void outside_the_functional_levels_there_is_no_credit() {
        var head = CareerRules.position(
                List.of(held(ANALYST, PositionLevel.ADMINISTRATOR, DIVISION, "2018-01-01", null)), day("2024-01-01"));
        var credits =
                List.of(credit(PositionLevel.ADMINISTRATOR, CreditBasis.CONVERSION, "2019-01-01", "2019-12-31", 1));
        assertThat(CareerRules.credits(head, credits, day("2024-01-01"))).isEmpty();
        assertThat(CareerRules.credits(null, credits, day("2024-01-01"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2019-12-31, 2020-01-01",
        "2020-01-01, 2021-07-01",
        "2021-06-30, 2021-07-01",
        "2021-07-01, 2023-04-01",
        "2023-04-01, 2024-08-30",
        "2024-08-30, "
    })
    void the_next_change_is_the_first_day_on_which_a_history_says_something_else(String today, LocalDate next) {
        var entries = new CareerEntries(
                List.of(span(Assignment.PLH, SENIOR, SECOND, DIVISION, "2020-01-01", "2021-06-30")),
                List.of(rank("III/b", "2023-04-01")),
                List.of(education(EducationLevel.S2, "2024-08-30")),
                List.of(),
                List.of());
        assertThat(CareerRules.nextChange(entries, day(today))).isEqualTo(next);
    }
}
