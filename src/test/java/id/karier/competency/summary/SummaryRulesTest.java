package id.karier.competency.summary;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.competency.summary.SummaryRules.Cell;
import id.karier.competency.summary.SummaryRules.Count;
import id.karier.rules.terms.PositionLevel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryRulesTest {
    private static final Map<PositionLevel, Integer> STANDARD =
            Map.of(PositionLevel.ADMINISTRATOR, 3, PositionLevel.PELAKSANA, 1);

    private static Count count(PositionLevel level, Integer own, Integer held, int people) {
        return SummaryRules.count(new Cell(null, level, own, held, people), STANDARD);
    }

    @Test
    void people_are_held_against_their_own_standard_or_that_of_their_level() {
        assertThat(count(PositionLevel.ADMINISTRATOR, null, 2, 4)).isEqualTo(new Count(4, 4, 4, 0, 0, 4));
        assertThat(count(PositionLevel.ADMINISTRATOR, null, 3, 4)).isEqualTo(new Count(4, 4, 0, 4, 0, 0));
        assertThat(count(PositionLevel.ADMINISTRATOR, null, 5, 4)).isEqualTo(new Count(4, 4, 0, 0, 4, -8));
        assertThat(count(PositionLevel.ADMINISTRATOR, 5, 3, 1)).isEqualTo(new Count(1, 1, 1, 0, 0, 2));
    }

    @Test
    void who_was_not_assessed_counts_as_a_person_and_never_as_zero() {
        assertThat(count(PositionLevel.ADMINISTRATOR, null, null, 4)).isEqualTo(new Count(4, 0, 0, 0, 0, 0));
        var figures = SummaryRules.figures(Count.sum(List.of(
                count(PositionLevel.ADMINISTRATOR, null, null, 4), count(PositionLevel.ADMINISTRATOR, null, 2, 2))));
        assertThat(figures.meanGap()).isEqualByComparingTo("1.00");
        assertThat(figures.shareAssessed()).isEqualByComparingTo("33.33");
        assertThat(SummaryRules.figures(count(PositionLevel.ADMINISTRATOR, null, null, 6))
                        .meanGap())
                .isNull();
    }

    @Test
    void of_whom_nothing_is_required_nothing_is_counted() {
        assertThat(count(PositionLevel.JPT_UTAMA, null, 3, 4)).isEqualTo(Count.NONE);
        assertThat(SummaryRules.count(new Cell(null, PositionLevel.ADMINISTRATOR, null, 3, 4), Map.of()))
                .isEqualTo(Count.NONE);
    }
}
