package id.karier.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.kernel.FieldError;
import id.karier.organisation.UnitRules.Blockers;
import id.karier.organisation.UnitRules.Chain;
import id.karier.organisation.UnitRules.Stay;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UnitRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate OPENED = LocalDate.of(2020, 1, 1);
    private static final Blockers NOTHING = new Blockers(false, false, false, false, false);

    private final UUID here = UUID.randomUUID();
    private final UUID there = UUID.randomUUID();
    private final UnitDirectory.Facts unit = unit(UUID.randomUUID(), here, null);
    private final Stay first = new Stay(UUID.randomUUID(), here, OPENED, null);

    private static UnitDirectory.Facts unit(UUID id, UUID parent, LocalDate closedOn) {
        return new UnitDirectory.Facts(id, "lampung", "X", "Unit", "DINAS", parent, OPENED, closedOn);
    }

    private static String refusal(OrganisationOutcome outcome) {
        if (outcome instanceof OrganisationOutcome.Conflicting conflict) {
            return "409 " + conflict.reason().pointer() + " "
                    + conflict.reason().code();
        }
        if (outcome instanceof OrganisationOutcome.Forbidden forbidden) {
            return "422 " + forbidden.reason().pointer() + " "
                    + forbidden.reason().code();
        }
        if (outcome instanceof OrganisationOutcome.StillUsed used) {
            return used.reasons().stream().map(FieldError::code).toList().toString();
        }
        return "accepted";
    }

    @Nested
    class Opening {
        @Test
        void at_the_top_is_always_possible() {
            assertThat(refusal(UnitRules.open(OPENED, null, 0))).isEqualTo("accepted");
        }

        @Test
        void the_parent_must_be_open_on_the_first_day() {
            var parent = unit(there, null, OPENED.plusYears(1));
            assertThat(refusal(UnitRules.open(OPENED.plusYears(1), parent, 1))).isEqualTo("accepted");
            assertThat(refusal(UnitRules.open(OPENED.plusYears(1).plusDays(1), parent, 1)))
                    .isEqualTo("422 /parentId PARENT_NOT_OPEN");
            assertThat(refusal(UnitRules.open(OPENED.minusDays(1), parent, 1)))
                    .isEqualTo("422 /parentId PARENT_NOT_OPEN");
        }

        @Test
        void the_tree_has_a_deepest_level() {
            var parent = unit(there, null, null);
            assertThat(refusal(UnitRules.open(OPENED, parent, UnitRules.DEEPEST - 1)))
                    .isEqualTo("accepted");
            assertThat(refusal(UnitRules.open(OPENED, parent, UnitRules.DEEPEST)))
                    .isEqualTo("422 /parentId TREE_TOO_DEEP");
        }
    }

    @Nested
    class Moving {
        private String move(LocalDate startsOn, Chain chain, List<Stay> stays) {
            return refusal(UnitRules.move(unit, unit(there, null, null), startsOn, TODAY, stays, chain, 0));
        }

        @Test
        void to_another_parent_is_accepted() {
            assertThat(move(TODAY, new Chain(null, 1), List.of(first))).isEqualTo("accepted");
        }

        @Test
        void to_the_top_is_accepted() {
            assertThat(refusal(UnitRules.move(unit, null, TODAY, TODAY, List.of(first), Chain.NONE, 3)))
                    .isEqualTo("accepted");
        }

        @Test
        void a_closed_unit_does_not_move() {
            var closed = unit(unit.id(), here, TODAY);
            assertThat(refusal(UnitRules.move(closed, null, TODAY, TODAY, List.of(first), Chain.NONE, 0)))
                    .isEqualTo("409  UNIT_CLOSED");
        }

        @Test
        void under_itself_is_refused() {
            assertThat(refusal(UnitRules.move(unit, unit, TODAY, TODAY, List.of(first), new Chain(TODAY, 1), 0)))
                    .isEqualTo("422 /parentId UNIT_UNDER_ITSELF");
        }

        @Test
        void under_a_unit_below_it_is_refused_also_when_that_is_so_only_later() {
            assertThat(move(TODAY, new Chain(TODAY.plusMonths(2), 2), List.of(first)))
                    .isEqualTo("422 /parentId UNIT_UNDER_ITSELF");
        }

        @Test
        void the_parent_must_be_open_on_the_day() {
            var closed = unit(there, null, TODAY.minusDays(1));
            assertThat(refusal(UnitRules.move(unit, closed, TODAY, TODAY, List.of(first), new Chain(null, 1), 0)))
                    .isEqualTo("422 /parentId PARENT_NOT_OPEN");
        }

        @Test
        void what_is_past_stays() {
            var second = new Stay(UUID.randomUUID(), here, TODAY.minusYears(1), null);
            var stays = List.of(
                    new Stay(first.id(), there, OPENED, TODAY.minusYears(1).minusDays(1)), second);
            assertThat(move(TODAY.minusYears(1).minusDays(1), new Chain(null, 1), stays))
                    .isEqualTo("422 /startsOn MOVE_BEFORE_PLACEMENT");
            assertThat(move(TODAY.minusYears(1), new Chain(null, 1), stays)).isEqualTo("accepted");
        }

        @Test
        void a_move_to_where_it_stands_is_a_conflict() {
            var stays = List.of(new Stay(first.id(), there, OPENED, null));
            assertThat(move(TODAY, new Chain(null, 1), stays)).isEqualTo("409 /parentId ALREADY_THERE");
        }

        @Test
        void a_planned_move_may_be_put_back() {
            var stays = List.of(
                    new Stay(first.id(), there, OPENED, TODAY),
                    new Stay(UUID.randomUUID(), here, TODAY.plusDays(1), null));
            assertThat(move(TODAY.plusDays(1), new Chain(null, 1), stays)).isEqualTo("accepted");
        }

        @Test
        void a_subtree_must_fit_under_the_deepest_level() {
            var parent = unit(there, null, null);
            assertThat(refusal(UnitRules.move(unit, parent, TODAY, TODAY, List.of(first), new Chain(null, 400), 99)))
                    .isEqualTo("accepted");
            assertThat(refusal(UnitRules.move(unit, parent, TODAY, TODAY, List.of(first), new Chain(null, 400), 100)))
                    .isEqualTo("422 /parentId TREE_TOO_DEEP");
        }
    }

    @Nested
    class Fitting {
        @Test
        void a_later_stay_ends_the_new_one_the_day_before() {
            var planned = new Stay(UUID.randomUUID(), there, TODAY.plusMonths(2), null);
            var fit = UnitRules.fit(List.of(first, planned), TODAY);
            assertThat(fit.before()).isEqualTo(first);
            assertThat(fit.corrected()).isNull();
            assertThat(fit.endsOn()).isEqualTo(TODAY.plusMonths(2).minusDays(1));
        }

        @Test
        void a_stay_of_the_same_day_is_corrected() {
            var planned = new Stay(UUID.randomUUID(), there, TODAY, null);
            var fit = UnitRules.fit(List.of(first, planned), TODAY);
            assertThat(fit.before()).isEqualTo(first);
            assertThat(fit.corrected()).isEqualTo(planned);
            assertThat(fit.endsOn()).isNull();
        }
    }

    @Nested
    class Closing {
        private String close(LocalDate lastDay, Blockers blockers) {
            return refusal(UnitRules.close(unit, lastDay, TODAY, List.of(first), blockers));
        }

        @Test
        void an_empty_unit_may_end_today_or_earlier() {
            assertThat(close(TODAY, NOTHING)).isEqualTo("accepted");
            assertThat(close(OPENED, NOTHING)).isEqualTo("accepted");
        }

        @Test
        void neither_in_the_future_nor_before_it_opened() {
            assertThat(close(TODAY.plusDays(1), NOTHING)).isEqualTo("422 /closedOn CLOSED_ON_OUT_OF_RANGE");
            assertThat(close(OPENED.minusDays(1), NOTHING)).isEqualTo("422 /closedOn CLOSED_ON_OUT_OF_RANGE");
        }

        @Test
        void only_once() {
            var closed = unit(unit.id(), here, TODAY);
            assertThat(refusal(UnitRules.close(closed, TODAY, TODAY, List.of(first), NOTHING)))
                    .isEqualTo("409  UNIT_CLOSED");
        }

        @Test
        void all_that_hangs_on_it_is_told() {
            assertThat(close(TODAY, new Blockers(true, true, true, true, true)))
                    .isEqualTo("[UNIT_HAS_PEOPLE, UNIT_HAS_POSITIONS, UNIT_HAS_SUBUNITS, UNIT_HAS_PLANNED_MOVES,"
                            + " UNIT_HAS_LATER_NAMES]");
        }
    }

    @Nested
    class Positions {
        @Test
        void a_closed_unit_takes_none() {
            assertThat(refusal(PositionRules.place(TODAY, false))).isEqualTo("422 /unitId UNIT_CLOSED");
        }

        @Test
        void a_unit_has_one_leading_position() {
            assertThat(refusal(PositionRules.place(null, true))).isEqualTo("409 /leadsUnit UNIT_LED_ALREADY");
            assertThat(refusal(PositionRules.place(null, false))).isEqualTo("accepted");
        }

        @Test
        void a_position_ends_when_nobody_holds_it() {
            assertThat(refusal(PositionRules.close(null, TODAY, TODAY, false))).isEqualTo("accepted");
            assertThat(refusal(PositionRules.close(null, TODAY, TODAY, true))).isEqualTo("[POSITION_HELD]");
            assertThat(refusal(PositionRules.close(null, TODAY.plusDays(1), TODAY, false)))
                    .isEqualTo("422 /closedOn CLOSED_ON_IN_FUTURE");
            assertThat(refusal(PositionRules.close(TODAY, TODAY, TODAY, false))).isEqualTo("409  POSITION_CLOSED");
        }
    }
}
