package id.karier.calculation;

import static id.karier.calculation.TestCalculators.assertRefused;
import static id.karier.calculation.TestCalculators.call;
import static id.karier.calculation.TestCalculators.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.karier.rules.terms.FunctionalLevel;
import id.karier.rules.terms.PerformancePredicate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CreditPointRulesTest {
    private static JsonNode credit(String level, String members) {
        return call("credit-points", json("{'level': '%s', %s}".formatted(level, members)));
    }

    private static BigDecimal year(String level, String predicate) {
        return credit(level, "'predicate': '%s'".formatted(predicate))
                .path("credit")
                .decimalValue();
    }

    @ParameterizedTest
    @CsvSource({
        "AHLI_PERTAMA, 18.75, 12.5, 9.38, 6.25, 3.13",
        "AHLI_MUDA, 37.5, 25, 18.75, 12.5, 6.25",
        "AHLI_MADYA, 56.25, 37.5, 28.13, 18.75, 9.38",
        "AHLI_UTAMA, 75, 50, 37.5, 25, 12.5",
        "PEMULA, 5.63, 3.75, 2.81, 1.88, 0.94",
        "TERAMPIL, 7.5, 5, 3.75, 2.5, 1.25",
        "MAHIR, 18.75, 12.5, 9.38, 6.25, 3.13",
        "PENYELIA, 37.5, 25, 18.75, 12.5, 6.25",
    })
    void a_year_earns_by_level_and_predicate(
            String level, BigDecimal sb, BigDecimal b, BigDecimal bp, BigDecimal k, BigDecimal sk) {
        assertThat(year(level, "SANGAT_BAIK")).isEqualByComparingTo(sb);
        assertThat(year(level, "BAIK")).isEqualByComparingTo(b);
        assertThat(year(level, "BUTUH_PERBAIKAN")).isEqualByComparingTo(bp);
        assertThat(year(level, "KURANG")).isEqualByComparingTo(k);
        assertThat(year(level, "SANGAT_KURANG")).isEqualByComparingTo(sk);
    }

    @ParameterizedTest
    @CsvSource({
        "AHLI_PERTAMA, 0, III/a, 50, 100",
        "AHLI_PERTAMA, 49.99, III/a, 50, 100",
        "AHLI_PERTAMA, 50, III/b, 100, 100",
        "AHLI_MUDA, 0, III/c, 100, 200",
        "AHLI_MUDA, 100, III/d, 200, 200",
        "AHLI_MADYA, 0, IV/a, 150, 450",
        "AHLI_MADYA, 150, IV/b, 300, 450",
        "AHLI_MADYA, 300, IV/c, 450, 450",
        "AHLI_UTAMA, 0, IV/d, 200,",
        "AHLI_UTAMA, 200, IV/e,,",
        "PEMULA, 0, II/a, 15, 15",
        "TERAMPIL, 0, II/b, 20, 60",
        "TERAMPIL, 20, II/c, 40, 60",
        "TERAMPIL, 40, II/d, 60, 60",
        "MAHIR, 0, III/a, 50, 100",
        "MAHIR, 50, III/b, 100, 100",
        "PENYELIA, 0, III/c, 100,",
        "PENYELIA, 100, III/d,,",
    })
    void a_balance_has_a_rank_and_a_next_one(
            String level, String balance, String rank, BigDecimal nextRankAt, BigDecimal nextLevelAt) {
        var answer = credit(level, "'balance': " + balance);
        assertThat(answer.path("credit").decimalValue()).isEqualByComparingTo("0");
        assertThat(answer.path("rank").asText()).isEqualTo(rank);
        assertThat(answer.has("nextRankAt") ? answer.path("nextRankAt").decimalValue() : null)
                .isEqualTo(nextRankAt);
        assertThat(answer.has("nextLevelAt") ? answer.path("nextLevelAt").decimalValue() : null)
                .isEqualTo(nextLevelAt);
        assertThat(answer.path("nextRankReached").asBoolean(true)).isFalse();
        assertThat(answer.path("nextLevelReached").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "AHLI_PERTAMA, 0, CREDIT_BALANCE CREDIT_NEXT_RANK CREDIT_NEXT_LEVEL",
        "AHLI_UTAMA, 0, CREDIT_BALANCE CREDIT_NEXT_RANK",
        "AHLI_UTAMA, 200, CREDIT_BALANCE",
    })
    void the_explanation_names_the_thresholds_that_there_are(String level, String balance, String steps) {
        assertThat(credit(level, "'balance': " + balance).path("steps"))
                .extracting(step -> step.path("code").asText())
                .containsExactly(steps.split(" "));
    }

    @Test
    void a_rank_that_is_named_goes_before_the_balance() {
        var answer = credit("AHLI_MADYA", "'balance': 160, 'rank': 'IV/a'");
        assertThat(answer.path("nextRankAt").asInt()).isEqualTo(150);
        assertThat(answer.path("nextRankReached").asBoolean()).isTrue();
        assertThat(answer.path("nextLevelReached").asBoolean(true)).isFalse();
        assertThat(credit("AHLI_MADYA", "'balance': 150, 'rank': 'IV/a'")
                        .path("nextRankReached")
                        .asBoolean())
                .isTrue();
        assertThat(credit("AHLI_MADYA", "'balance': 450")
                        .path("nextLevelReached")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "AHLI_MADYA, BUTUH_PERBAIKAN, 12, 28.13", "AHLI_PERTAMA, BAIK, 1, 1.04", "AHLI_PERTAMA, BAIK, 2, 2.08",
        "AHLI_PERTAMA, BAIK, 6, 6.25", "AHLI_PERTAMA, BAIK, 11, 11.46", "AHLI_UTAMA, SANGAT_BAIK, 7, 43.75",
        "PEMULA, SANGAT_KURANG, 1, 0.08",
    })
    void months_earn_their_part_rounded_half_up(String level, String predicate, int months, BigDecimal credit) {
        assertThat(credit(level, "'predicate': '%s', 'months': %d".formatted(predicate, months))
                        .path("credit")
                        .decimalValue())
                .isEqualByComparingTo(credit);
    }

    @ParameterizedTest
    @CsvSource({
        "AHLI_PERTAMA, 100, 0",
        "AHLI_PERTAMA, 150, 50",
        "AHLI_MUDA, 264, 64",
        "AHLI_MUDA, 200, 0",
        "AHLI_MADYA, 550, 150",
        "AHLI_UTAMA, 1050, 200",
    })
    void a_conventional_balance_loses_the_base_of_its_level(String level, String conventional, BigDecimal balance) {
        assertThat(credit(level, "'conventional': " + conventional)
                        .path("balance")
                        .decimalValue())
                .isEqualByComparingTo(balance);
    }

    @Test
    void a_transfer_counts_years_in_rank_on_top_of_the_base() {
        var base =
                "'predicate': 'BAIK', 'transfer': {'rank': 'III/d', 'yearsInRank': %s, 'topOfAdministrativePost': %s}";
        assertThat(credit("AHLI_MUDA", base.formatted("5", "true"))
                        .path("balance")
                        .decimalValue())
                .isEqualByComparingTo("175");
        assertThat(credit("AHLI_MUDA", base.formatted("5", "false"))
                        .path("balance")
                        .decimalValue())
                .isEqualByComparingTo("225");
        assertThat(credit("AHLI_MUDA", base.formatted("2.5", "true"))
                        .path("balance")
                        .decimalValue())
                .isEqualByComparingTo("162.5");
        var none = credit("AHLI_MUDA", "'predicate': 'BAIK', 'transfer': {'rank': 'III/c', 'yearsInRank': 3}");
        assertThat(none.path("balance").decimalValue()).isEqualByComparingTo("75");
        assertThat(none.path("rank").asText()).isEqualTo("III/c");
    }

    @Test
    void a_higher_diploma_adds_a_quarter_of_the_step() {
        assertThat(credit("AHLI_PERTAMA", "'balance': 0, 'predicate': 'BAIK', 'higherDiploma': true")
                        .path("balance")
                        .decimalValue())
                .isEqualByComparingTo("25");
        assertThat(credit("AHLI_MADYA", "'balance': 150, 'predicate': 'BAIK', 'higherDiploma': true")
                        .path("credit")
                        .decimalValue())
                .isEqualByComparingTo("75");
        assertThat(credit("AHLI_MADYA", "'balance': 150, 'predicate': 'BAIK', 'higherDiploma': false")
                        .path("credit")
                        .decimalValue())
                .isEqualByComparingTo("37.5");
    }

    /** DOMAIN 7.3: once, with a predicate of at least Baik; silence is no proof of one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'balance': 0 | 0",
                "'balance': 0, 'predicate': 'BUTUH_PERBAIKAN' | 9.38",
                "'balance': 0, 'years': [{'predicate': 'BAIK'}, {'predicate': 'KURANG'}] | 18.75",
                "'balance': 0, 'years': [{'predicate': 'KURANG'}, {'predicate': 'BAIK'}] | 31.25",
                "'balance': 0, 'years': [] | 0",
                "'balance': 0, 'predicate': 'SANGAT_BAIK' | 31.25",
            },
            quoteCharacter = '`')
    void a_higher_diploma_needs_a_good_last_predicate(String members, BigDecimal credit) {
        var answer = credit("AHLI_PERTAMA", members + ", 'higherDiploma': true");
        assertThat(answer.path("credit").decimalValue()).isEqualByComparingTo(credit);
    }

    @ParameterizedTest
    @CsvSource({
        "AHLI_PERTAMA, III/c, 100, true",
        "AHLI_PERTAMA, IV/a, 100, true",
        "AHLI_MUDA, IV/a, 0, false",
    })
    void a_rank_above_the_level_brings_a_fixed_credit(String level, String rank, BigDecimal credit, boolean reached) {
        var transfer = "'transfer': {'rank': '%s', 'yearsInRank': %s}";
        for (var years : new String[] {"0", "12.5"}) {
            var answer = credit(level, transfer.formatted(rank, years));
            assertThat(answer.path("balance").decimalValue()).isEqualByComparingTo(credit);
            assertThat(answer.path("rank").asText()).isEqualTo(rank);
            assertThat(answer.has("nextRankAt")).isFalse();
            assertThat(answer.path("nextRankReached").asBoolean(true)).isFalse();
            assertThat(answer.path("nextLevelReached").asBoolean()).isEqualTo(reached);
        }
    }

    @Test
    void the_other_reading_of_the_fixed_credit_is_chosen_by_name() {
        var transfer = "'transfer': {'rank': 'IV/a', 'yearsInRank': 3, 'aboveRangeCredit': %s}";
        assertThat(credit("AHLI_MUDA", transfer.formatted("75")).path("balance").decimalValue())
                .isEqualByComparingTo("75");
        assertThat(credit("AHLI_MUDA", transfer.formatted("0.0"))
                        .path("balance")
                        .decimalValue())
                .isEqualByComparingTo("0");
        assertRefused(
                "/transfer/aboveRangeCredit", "CODE_UNKNOWN", () -> credit("AHLI_MUDA", transfer.formatted("50")));
    }

    @Test
    void a_rank_just_below_the_level_asks_for_no_further_credit() {
        var answer = credit("PENYELIA", "'balance': 8.33, 'rank': 'III/b'");
        assertThat(answer.path("rank").asText()).isEqualTo("III/b");
        assertThat(answer.path("balance").decimalValue()).isEqualByComparingTo("8.33");
        assertThat(answer.path("nextRankReached").asBoolean()).isTrue();
        assertThat(answer.has("nextRankAt")).isFalse();
        assertThat(answer.path("steps"))
                .anyMatch(step -> step.path("code").asText().equals("CREDIT_NOT_ASKED"));
        assertThat(credit("PENYELIA", "'balance': 8.33, 'rank': 'III/c'").path("steps"))
                .noneMatch(step -> step.path("code").asText().equals("CREDIT_NOT_ASKED"));
        assertRefused("/rank", "RANK_NOT_OF_LEVEL", () -> credit("PENYELIA", "'balance': 8.33, 'rank': 'III/a'"));
    }

    @ParameterizedTest
    @MethodSource("id.karier.calculation.Seeds#all")
    void credits_add_up_over_months_however_the_periods_are_grouped(long seed) {
        var random = Seeds.random(seed);
        var level = Seeds.pick(random, FunctionalLevel.values());
        var periods = new ArrayList<String>();
        for (int i = 0; i < 2 + random.nextInt(6); i++) {
            periods.add("{'predicate': '%s', 'months': %d}"
                    .formatted(Seeds.pick(random, PerformancePredicate.values()), 1 + random.nextInt(12)));
        }
        var start = BigDecimal.valueOf(random.nextInt(5000), 2);
        int cut = 1 + random.nextInt(periods.size() - 1);
        var whole = credit(level.name(), "'balance': %s, 'years': %s".formatted(start, periods));
        var first = credit(level.name(), "'balance': %s, 'years': %s".formatted(start, periods.subList(0, cut)));
        var second = credit(
                level.name(),
                "'balance': %s, 'years': %s"
                        .formatted(first.path("balance").decimalValue(), periods.subList(cut, periods.size())));
        assertThat(second.path("balance").decimalValue())
                .isEqualByComparingTo(whole.path("balance").decimalValue());
        assertThat(whole.path("balance").decimalValue())
                .isEqualByComparingTo(start.add(whole.path("credit").decimalValue()));
    }

    @ParameterizedTest
    @MethodSource("id.karier.calculation.Seeds#all")
    void months_split_differ_from_the_whole_by_rounding_only(long seed) {
        var random = Seeds.random(seed);
        var level = Seeds.pick(random, FunctionalLevel.values()).name();
        var predicate = Seeds.pick(random, PerformancePredicate.values());
        int months = 2 + random.nextInt(11);
        int part = 1 + random.nextInt(months - 1);
        var all = credit(level, "'predicate': '%s', 'months': %d".formatted(predicate, months))
                .path("credit")
                .decimalValue();
        var split = credit(
                        level,
                        "'years': [{'predicate': '%s', 'months': %d}, {'predicate': '%s', 'months': %d}]"
                                .formatted(predicate, part, predicate, months - part))
                .path("credit")
                .decimalValue();
        assertThat(all.subtract(split).abs()).isLessThanOrEqualTo(new BigDecimal("0.01"));
        assertThat(all).isEqualByComparingTo(all.setScale(2, RoundingMode.HALF_UP));
    }

    @Test
    void input_that_no_rule_can_take_is_refused() {
        assertRefused("/level", "MEMBER_REQUIRED", "credit-points", "{'predicate': 'BAIK'}");
        assertRefused("/months", "NUMBER_OUT_OF_RANGE", () -> credit("PEMULA", "'predicate': 'BAIK', 'months': 13"));
        assertRefused("/months", "NUMBER_OUT_OF_RANGE", () -> credit("PEMULA", "'predicate': 'BAIK', 'months': 0"));
        assertRefused("/predicate", "MEMBER_REQUIRED", () -> credit("PEMULA", "'months': 3"));
        assertRefused("/balance", "NUMBER_NEGATIVE", () -> credit("PEMULA", "'balance': -0.01"));
        assertRefused("/years", "ONLY_ONE_OF", () -> credit("PEMULA", "'predicate': 'BAIK', 'years': []"));
        assertRefused("/years", "ONLY_ONE_OF", () -> credit("PEMULA", "'months': 3, 'years': []"));
        assertRefused("/years/0", "MEMBER_REQUIRED", () -> credit("PEMULA", "'years': [null]"));
        assertRefused("/years/0/predicate", "MEMBER_REQUIRED", () -> credit("PEMULA", "'years': [{'months': 3}]"));
        assertRefused(
                "/years/1/months",
                "NUMBER_OUT_OF_RANGE",
                () -> credit("PEMULA", "'years': [{'predicate': 'BAIK'}, {'predicate': 'BAIK', 'months': 13}]"));
        assertRefused(
                "/years/0/level",
                "LEVEL_MIXED",
                () -> credit("PEMULA", "'years': [{'level': 'TERAMPIL', 'predicate': 'BAIK'}]"));
        assertThat(credit("PEMULA", "'years': [{'level': 'PEMULA', 'predicate': 'BAIK'}]")
                        .path("credit")
                        .decimalValue())
                .isEqualByComparingTo("3.75");
        assertRefused("/rank", "RANK_NOT_OF_LEVEL", () -> credit("TERAMPIL", "'balance': 0, 'rank': 'I/d'"));
        assertRefused("/conventional", "CONVENTIONAL_BELOW_BASE", () -> credit("AHLI_MUDA", "'conventional': 199.99"));
        assertRefused("/conventional", "ONLY_ONE_OF", () -> credit("AHLI_MUDA", "'conventional': 264, 'balance': 1"));
        assertRefused(
                "/conventional",
                "ONLY_ONE_OF",
                () -> credit(
                        "AHLI_MUDA",
                        "'conventional': 264, 'predicate': 'BAIK', 'transfer': {'rank': 'III/c', 'yearsInRank': 1}"));
        assertRefused("/level", "LEVEL_NOT_COVERED", () -> credit("TERAMPIL", "'conventional': 100"));
        assertRefused(
                "/higherDiploma", "NO_NEXT_RANK", () -> credit("AHLI_UTAMA", "'balance': 200, 'higherDiploma': true"));
        var transfer = "'transfer': {'rank': 'III/d', 'yearsInRank': 3}";
        assertRefused("/predicate", "MEMBER_REQUIRED", () -> credit("AHLI_MUDA", transfer));
        assertRefused(
                "/balance", "ONLY_ONE_OF", () -> credit("AHLI_MUDA", "'predicate': 'BAIK', 'balance': 1, " + transfer));
        assertRefused(
                "/transfer", "ONLY_ONE_OF", () -> credit("AHLI_MUDA", "'predicate': 'BAIK', 'months': 1, " + transfer));
        assertRefused(
                "/transfer", "ONLY_ONE_OF", () -> credit("AHLI_MUDA", "'predicate': 'BAIK', 'years': [], " + transfer));
        assertRefused(
                "/transfer/rank",
                "RANK_NOT_OF_LEVEL",
                () -> credit("AHLI_MADYA", "'predicate': 'BAIK', 'transfer': {'rank': 'IV/d', 'yearsInRank': 3}"));
        assertRefused(
                "/transfer/rank",
                "RANK_NOT_OF_LEVEL",
                () -> credit("AHLI_MUDA", "'predicate': 'BAIK', 'transfer': {'rank': 'III/b', 'yearsInRank': 3}"));
        assertRefused(
                "/transfer/rank",
                "MEMBER_REQUIRED",
                () -> credit("AHLI_MUDA", "'predicate': 'BAIK', 'transfer': {'yearsInRank': 3}"));
        assertRefused(
                "/transfer/yearsInRank",
                "MEMBER_REQUIRED",
                () -> credit("AHLI_MUDA", "'predicate': 'BAIK', 'transfer': {'rank': 'III/d'}"));
        assertRefused(
                "/transfer/yearsInRank",
                "NUMBER_NEGATIVE",
                () -> credit("AHLI_MUDA", "'predicate': 'BAIK', 'transfer': {'rank': 'III/d', 'yearsInRank': -1}"));
    }
}
