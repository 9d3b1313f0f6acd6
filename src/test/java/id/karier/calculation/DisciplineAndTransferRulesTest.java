package id.karier.calculation;

import static id.karier.calculation.TestCalculators.assertRefused;
import static id.karier.calculation.TestCalculators.call;
import static id.karier.calculation.TestCalculators.callUnder;
import static id.karier.calculation.TestCalculators.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.karier.rules.RuleSetKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DisciplineAndTransferRulesTest {
    private static JsonNode absence(String members) {
        return call("discipline-absence", json("{" + members + "}"));
    }

    private static JsonNode transfer(LocalDate since, LocalDate asOf) {
        return call("transfer", json("{'inUnitSince': '%s', 'asOf': '%s'}".formatted(since, asOf)));
    }

    @ParameterizedTest
    @CsvSource({
        "0,,,,",
        "2,,,,",
        "3, R1, RINGAN,,",
        "4, R2, RINGAN,,",
        "6, R2, RINGAN,,",
        "7, R3, RINGAN,,",
        "10, R3, RINGAN,,",
        "11, S1, SEDANG, 6, 25",
        "13, S1, SEDANG, 6, 25",
        "14, S2, SEDANG, 9, 25",
        "16, S2, SEDANG, 9, 25",
        "17, S3, SEDANG, 12, 25",
        "20, S3, SEDANG, 12, 25",
        "21, B1, BERAT, 12,",
        "24, B1, BERAT, 12,",
        "25, B2, BERAT, 12,",
        "27, B2, BERAT, 12,",
        "28, B3, BERAT,,",
        "366, B3, BERAT,,",
    })
    void days_of_a_year_bring_their_penalty(int days, String penalty, String level, Integer months, Integer percent) {
        var answer = absence("'cumulativeDays': %d, 'consecutiveDays': 0".formatted(days));
        assertThat(answer.path("penalty").asText(null)).isEqualTo(penalty);
        assertThat(answer.path("level").asText(null)).isEqualTo(level);
        assertThat(answer.has("months") ? answer.path("months").asInt() : null).isEqualTo(months);
        assertThat(
                        answer.has("allowanceCutPercent")
                                ? answer.path("allowanceCutPercent").asInt()
                                : null)
                .isEqualTo(percent);
    }

    @Test
    void ten_days_in_a_row_end_the_service_whatever_the_sum() {
        assertThat(absence("'cumulativeDays': 9, 'consecutiveDays': 9")
                        .path("penalty")
                        .asText())
                .isEqualTo("R3");
        assertThat(absence("'cumulativeDays': 10, 'consecutiveDays': 10")
                        .path("penalty")
                        .asText())
                .isEqualTo("B3");
        assertThat(absence("'cumulativeDays': 30, 'consecutiveDays': 10")
                        .path("penalty")
                        .asText())
                .isEqualTo("B3");
        assertThat(absence("'cumulativeDays': 4, 'consecutiveDays': 10")
                        .path("penalty")
                        .asText())
                .isEqualTo("B3");
    }

    @Test
    void a_run_alone_counts_as_the_sum_and_a_sum_alone_has_no_run() {
        assertThat(absence("'consecutiveDays': 5").path("penalty").asText()).isEqualTo("R2");
        assertThat(absence("'cumulativeDays': 12").path("penalty").asText()).isEqualTo("S1");
    }

    /** The run brings R3 in this version, so that the sum can be the lighter one, the same one, and the heavier one. */
    @ParameterizedTest
    @CsvSource({"0, R3", "4, R3", "7, R3", "11, S1", "28, B3"})
    void the_heavier_of_sum_and_run_counts(int days, String penalty) {
        var answer = callUnder(
                RuleSetKind.DISCIPLINE,
                body -> body.put("consecutivePenalty", "R3"),
                "discipline-absence",
                "{'cumulativeDays': %d, 'consecutiveDays': 10}".formatted(days));
        assertThat(answer.path("penalty").asText()).isEqualTo(penalty);
        assertThat(answer.path("steps"))
                .extracting(step -> step.path("code").asText())
                .containsExactly(days == 0 ? "ABSENCE_NONE" : "ABSENCE_SUM", "ABSENCE_RUN");
        assertThat(answer.path("steps").path(1).path("value").asText()).isEqualTo(penalty);
    }

    @Test
    void absence_that_no_rule_can_take_is_refused() {
        assertRefused("/cumulativeDays", "ONE_OF_REQUIRED", () -> absence(""));
        assertRefused("/cumulativeDays", "NUMBER_OUT_OF_RANGE", () -> absence("'cumulativeDays': -1"));
        assertRefused("/cumulativeDays", "NUMBER_OUT_OF_RANGE", () -> absence("'cumulativeDays': 367"));
        assertRefused("/consecutiveDays", "NUMBER_OUT_OF_RANGE", () -> absence("'consecutiveDays': -1"));
        assertRefused("/asOf", "NO_RULE_SET_IN_FORCE", () -> absence("'cumulativeDays': 3, 'asOf': '2021-08-30'"));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-01, 2026-02-28, TOO_EARLY", "2024-03-01, 2026-03-01, ELIGIBLE", "2024-03-01, 2029-03-01, ELIGIBLE",
        "2024-03-01, 2029-03-02, OVERDUE", "2024-02-29, 2026-02-27, TOO_EARLY", "2024-02-29, 2026-02-28, ELIGIBLE",
        "2024-02-29, 2029-02-28, ELIGIBLE", "2024-02-29, 2029-03-01, OVERDUE", "2024-03-01, 2024-03-01, TOO_EARLY",
    })
    void a_transfer_may_happen_from_two_years_to_five(LocalDate since, LocalDate asOf, String status) {
        assertThat(transfer(since, asOf).path("status").asText()).isEqualTo(status);
    }

    @ParameterizedTest
    @MethodSource("id.karier.calculation.Seeds#all")
    void the_status_only_moves_on_and_agrees_with_its_dates(long seed) {
        var random = Seeds.random(seed);
        var since = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(2000));
        var asOf = since.plusDays(random.nextInt(3000));
        var answer = transfer(since, asOf);
        var eligibleFrom = LocalDate.parse(answer.path("eligibleFrom").asText());
        var overdueFrom = LocalDate.parse(answer.path("overdueFrom").asText());
        var order = List.of("TOO_EARLY", "ELIGIBLE", "OVERDUE");
        int now = order.indexOf(answer.path("status").asText());
        assertThat(now).isEqualTo(asOf.isBefore(eligibleFrom) ? 0 : asOf.isBefore(overdueFrom) ? 1 : 2);
        var later = transfer(since, asOf.plusDays(random.nextInt(400)));
        assertThat(order.indexOf(later.path("status").asText())).isGreaterThanOrEqualTo(now);
    }

    @Test
    void a_transfer_that_no_rule_can_take_is_refused() {
        assertRefused("/inUnitSince", "MEMBER_REQUIRED", "transfer", "{}");
        assertRefused(
                "/inUnitSince", "DATE_IN_FUTURE", () -> transfer(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 1)));
    }
}
