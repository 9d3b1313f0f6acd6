package id.karier.history.entry;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.history.entry.HistoryOutcome.Admitted;
import id.karier.history.entry.HistoryOutcome.Refused;
import id.karier.history.entry.PositionHistoryRules.Holding;
import id.karier.kernel.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PositionHistoryRulesTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private static Holding holding(Assignment assignment, UUID position, String startsOn, String endsOn) {
        return new Holding(
                UUID.randomUUID(),
                assignment,
                position,
                "Jabatan",
                null,
                LocalDate.parse(startsOn),
                endsOn == null || endsOn.isEmpty() ? null : LocalDate.parse(endsOn),
                "821/1");
    }

    private static List<String> codes(HistoryOutcome outcome) {
        return outcome instanceof Refused refused
                ? refused.reasons().stream().map(FieldError::code).toList()
                : List.of();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-01, 2024-06-30, 2024-07-01, , true",
        "2024-01-01, 2024-06-30, 2024-06-30, , false",
        "2024-01-01, , 2023-01-01, 2023-12-31, true",
        "2024-01-01, , 2023-01-01, 2024-01-01, false",
        "2024-01-01, , 2025-01-01, , false",
        "2023-03-01, 2024-02-29, 2024-03-01, , true",
        "2023-03-01, 2024-02-29, 2024-02-29, , false",
        "2024-01-01, 2024-12-31, 2024-05-05, 2024-05-05, false"
    })
    void definitive_positions_share_no_day(String from, String until, String newFrom, String newUntil, boolean fits) {
        var standing = holding(Assignment.DEFINITIVE, ONE, from, until);
        var candidate = holding(Assignment.DEFINITIVE, OTHER, newFrom, newUntil);
        assertThat(PositionHistoryRules.beside(candidate, List.of(standing)) instanceof Admitted)
                .isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "DEFINITIVE, PLT, true, ''",
        "DEFINITIVE, PLH, false, ''",
        "PLT, DEFINITIVE, true, ''",
        "PLT, PLT, false, ''",
        "PLT, PLT, true, ACTING_TWICE",
        "PLT, PLH, true, ACTING_TWICE",
        "DEFINITIVE, DEFINITIVE, true, DEFINITIVE_OVERLAP"
    })
    void acting_duty_overlaps_with_all_but_itself(
            Assignment standing, Assignment candidate, boolean samePosition, String code) {
        var outcome = PositionHistoryRules.beside(
                holding(candidate, samePosition ? ONE : OTHER, "2024-02-01", null),
                List.of(holding(standing, ONE, "2024-01-01", null)));
        assertThat(codes(outcome)).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    }

    @Test
    void positions_elsewhere_are_the_same_by_title_and_unit() {
        var outcome = PositionHistoryRules.beside(
                holding(Assignment.PLT, null, "2024-02-01", null),
                List.of(holding(Assignment.PLT, null, "2024-01-01", null)));
        assertThat(codes(outcome)).containsExactly("ACTING_TWICE");
    }

    @Test
    void only_the_open_earlier_definitive_position_is_ended() {
        var open = holding(Assignment.DEFINITIVE, ONE, "2022-01-01", null);
        var ended = holding(Assignment.DEFINITIVE, ONE, "2020-01-01", "2021-12-31");
        var acting = holding(Assignment.PLT, ONE, "2021-01-01", null);
        var all = List.of(ended, acting, open);
        assertThat(PositionHistoryRules.endedBy(holding(Assignment.DEFINITIVE, OTHER, "2023-01-01", null), all))
                .contains(open);
        assertThat(PositionHistoryRules.endedBy(holding(Assignment.DEFINITIVE, OTHER, "2022-01-01", null), all))
                .isEmpty();
        assertThat(PositionHistoryRules.endedBy(holding(Assignment.PLT, OTHER, "2023-01-01", null), all))
                .isEmpty();
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    /** Whatever is offered in whatever order, a day never has two definitive positions. */
    @ParameterizedTest
    @MethodSource("seeds")
    void no_accepted_sequence_overlaps(int seed) {
        var random = new SplittableRandom(seed);
        var accepted = new ArrayList<Holding>();
        for (int i = 0; i < 40; i++) {
            var start = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(400));
            var end = random.nextInt(5) == 0 ? null : start.plusDays(random.nextInt(60));
            var candidate = new Holding(new UUID(seed, i), Assignment.DEFINITIVE, null, "J", null, start, end, null);
            if (PositionHistoryRules.beside(candidate, accepted) instanceof Admitted) {
                accepted.add(candidate);
            }
        }
        for (var day = LocalDate.of(2020, 1, 1); day.getYear() < 2022; day = day.plusDays(1)) {
            var at = day;
            assertThat(accepted.stream()
                            .filter(h -> !h.startsOn().isAfter(at)
                                    && (h.endsOn() == null || !h.endsOn().isBefore(at)))
                            .count())
                    .as("seed %d, %s", seed, at)
                    .isLessThanOrEqualTo(1);
        }
    }
}
