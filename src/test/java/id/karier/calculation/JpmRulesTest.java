package id.karier.calculation;

import static id.karier.calculation.TestCalculators.assertRefused;
import static id.karier.calculation.TestCalculators.call;
import static id.karier.calculation.TestCalculators.callUnder;
import static id.karier.calculation.TestCalculators.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.karier.rules.RuleSetKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpmRulesTest {
    private static final String ALL_THREE = "[3,3,3,3,3,3,3,3,3]";

    private static JsonNode jpm(String request) {
        return call("jpm", json(request));
    }

    private static JsonNode functionalTest(String level, String technical, String managerial) {
        return call(
                "functional-test",
                json("{'level': '%s', 'technicalJpm': %s, 'managerialSocialJpm': %s}"
                        .formatted(level, technical, managerial)));
    }

    @Test
    void a_cap_that_an_agency_has_dropped_is_refused() {
        Function<String, JsonNode> match = member -> callUnder(
                RuleSetKind.JPM,
                body -> body.putArray("capModes").add("NONE"),
                "jpm",
                "{'required': 2, 'achieved': %s %s}".formatted(ALL_THREE, member));
        assertThat(match.apply("").path("jpm").decimalValue()).isEqualByComparingTo("150");
        assertThat(match.apply(", 'capMode': 'NONE'").path("jpm").decimalValue())
                .isEqualByComparingTo("150");
        assertRefused("/capMode", "CODE_UNKNOWN", () -> match.apply(", 'capMode': 'TOTAL'"));
    }

    @ParameterizedTest
    @CsvSource({
        "JPT_UTAMA, 5",
        "JPT_MADYA, 5",
        "JPT_PRATAMA, 4",
        "ADMINISTRATOR, 3",
        "PENGAWAS, 2",
        "PELAKSANA, 1",
        "JF_AHLI_UTAMA, 5",
        "JF_AHLI_MADYA, 4",
        "JF_AHLI_MUDA, 3",
        "JF_AHLI_PERTAMA, 2",
        "JF_PENYELIA, 3",
        "JF_MAHIR, 2",
        "JF_TERAMPIL, 2",
        "JF_PEMULA, 1",
    })
    void a_level_of_position_has_a_general_standard(String level, int standard) {
        var answer = jpm("{'postLevel': '%s', 'achieved': %s}".formatted(level, ALL_THREE));
        assertThat(answer.path("gaps")).hasSize(9);
        for (var gap : answer.path("gaps")) {
            assertThat(gap.path("required").asInt()).isEqualTo(standard);
            assertThat(gap.path("achieved").asInt()).isEqualTo(3);
            assertThat(gap.path("gap").asInt()).isEqualTo(standard - 3);
        }
    }

    @Test
    void the_conflicting_standard_of_a_jpt_madya_is_selectable() {
        var four = jpm("{'postLevel': 'JPT_MADYA', 'jptMadyaLevel': 4, 'achieved': %s}".formatted(ALL_THREE));
        assertThat(four.path("jpm").decimalValue()).isEqualByComparingTo("75");
        var other = jpm("{'postLevel': 'PENGAWAS', 'jptMadyaLevel': 4, 'achieved': %s}".formatted(ALL_THREE));
        assertThat(other.path("jpmRaw").decimalValue()).isEqualByComparingTo("150");
        assertRefused(
                "/jptMadyaLevel",
                "CODE_UNKNOWN",
                "jpm",
                "{'postLevel': 'JPT_MADYA', 'jptMadyaLevel': 3, 'achieved': %s}".formatted(ALL_THREE));
    }

    @ParameterizedTest
    @CsvSource({"NONE, 103.7", "TOTAL, 100", "PER_COMPETENCY, 92.59"})
    void the_conflicting_caps_are_selectable(String capMode, BigDecimal expected) {
        var answer = jpm("{'required': 3, 'achieved': [4,4,4,3,3,3,3,3,1], 'capMode': '%s'}".formatted(capMode));
        assertThat(answer.path("jpmRaw").decimalValue()).isEqualByComparingTo("103.7");
        assertThat(answer.path("jpm").decimalValue()).isEqualByComparingTo(expected);
        assertThat(answer.path("capMode").asText()).isEqualTo(capMode);
    }

    @Test
    void total_is_the_default_cap_and_selection_the_default_purpose() {
        var answer = jpm("{'required': 3, 'achieved': [4,4,3,3,3,3,3,3,3]}");
        assertThat(answer.path("capMode").asText()).isEqualTo("TOTAL");
        assertThat(answer.path("purpose").asText()).isEqualTo("SELEKSI");
        assertThat(answer.path("jpm").decimalValue()).isEqualByComparingTo("100");
    }

    @Test
    void nine_required_levels_are_matched_one_by_one() {
        var answer = jpm("{'required': [1,2,3,4,5,1,2,3,4], 'achieved': [1,1,3,5,4,1,2,3,4]}");
        var gaps = new ArrayList<Integer>();
        var names = new ArrayList<String>();
        answer.path("gaps").forEach(gap -> {
            gaps.add(gap.path("gap").asInt());
            names.add(gap.path("competency").asText());
        });
        assertThat(gaps).containsExactly(0, 1, 0, -1, 1, 0, 0, 0, 0);
        assertThat(names).containsExactly("INT", "KJSM", "KOM", "OPH", "PP", "PDOL", "MP", "PK", "PB");
        assertThat(answer.path("jpmRaw").decimalValue()).isEqualByComparingTo("96");
    }

    @ParameterizedTest
    @CsvSource({
        "AHLI_MADYA, 100, 0, 40.00",
        "AHLI_MADYA, 0, 100, 60.00",
        "AHLI_MUDA, 100, 0, 50.00",
        "AHLI_MUDA, 0, 100, 50.00",
        "AHLI_PERTAMA, 100, 0, 60.00",
        "AHLI_PERTAMA, 0, 100, 40.00",
    })
    void a_functional_test_weighs_by_level(String level, String technical, String managerial, BigDecimal jpm) {
        assertThat(functionalTest(level, technical, managerial).path("jpm").decimalValue())
                .isEqualByComparingTo(jpm);
    }

    @ParameterizedTest
    @CsvSource({
        "79.995, MEMENUHI_SYARAT, true",
        "79.994, MASIH_MEMENUHI_SYARAT, true",
        "68, MASIH_MEMENUHI_SYARAT, true",
        "67.995, MASIH_MEMENUHI_SYARAT, true",
        "67.994, KURANG_MEMENUHI_SYARAT, false",
        "0, KURANG_MEMENUHI_SYARAT, false",
    })
    void the_rounded_match_is_compared_with_an_inclusive_bound(String match, String category, boolean passed) {
        var answer = functionalTest("AHLI_MUDA", match, match);
        assertThat(answer.path("category").asText()).isEqualTo(category);
        assertThat(answer.path("passed").asBoolean()).isEqualTo(passed);
    }

    @ParameterizedTest
    @CsvSource({"35, KURANG_OPTIMAL", "36, CUKUP_OPTIMAL", "40, CUKUP_OPTIMAL", "41, OPTIMAL"})
    void mapping_has_its_own_bounds(int sum, String category) {
        var levels = new ArrayList<Integer>();
        for (int i = 0; i < 9; i++) {
            levels.add(sum / 9 + (i < sum % 9 ? 1 : 0));
        }
        var answer = jpm("{'required': 5, 'achieved': %s, 'purpose': 'PEMETAAN'}".formatted(levels));
        assertThat(answer.path("category").asText()).isEqualTo(category);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[3,3,3,3,3,3,3,3]", "[3,3,3,3,3,3,3,3,3,3]", "[]"})
    void nine_levels_it_must_be(String achieved) {
        assertRefused("/achieved", "LEVEL_COUNT_INVALID", "jpm", "{'required': 3, 'achieved': %s}".formatted(achieved));
    }

    @Test
    void input_that_no_rule_can_take_is_refused() {
        assertRefused("/achieved", "MEMBER_REQUIRED", "jpm", "{'required': 3}");
        assertRefused("/required", "ONE_OF_REQUIRED", "jpm", "{'achieved': %s}".formatted(ALL_THREE));
        assertRefused(
                "/required", "LEVEL_COUNT_INVALID", "jpm", "{'required': [3,3], 'achieved': %s}".formatted(ALL_THREE));
        assertRefused(
                "/required", "NUMBER_OUT_OF_RANGE", "jpm", "{'required': 0, 'achieved': %s}".formatted(ALL_THREE));
        assertRefused(
                "/required", "NUMBER_OUT_OF_RANGE", "jpm", "{'required': 6, 'achieved': %s}".formatted(ALL_THREE));
        assertRefused("/achieved/8", "NUMBER_OUT_OF_RANGE", "jpm", "{'required': 3, 'achieved': [3,3,3,3,3,3,3,3,6]}");
        assertRefused("/achieved/4", "MEMBER_REQUIRED", "jpm", "{'required': 3, 'achieved': [3,3,3,3,null,3,3,3,3]}");
        assertRefused("/level", "LEVEL_NOT_COVERED", () -> functionalTest("PEMULA", "60", "60"));
        assertRefused("/technicalJpm", "NUMBER_NEGATIVE", () -> functionalTest("AHLI_MUDA", "-0.01", "60"));
        assertRefused("/managerialSocialJpm", "NUMBER_NEGATIVE", () -> functionalTest("AHLI_MUDA", "60", "-1"));
        assertRefused("/level", "MEMBER_REQUIRED", "functional-test", "{'technicalJpm': 1, 'managerialSocialJpm': 1}");
    }

    @ParameterizedTest
    @MethodSource("id.karier.calculation.Seeds#all")
    void the_match_is_the_rounded_share_and_never_falls_when_a_level_rises(long seed) {
        var random = Seeds.random(seed);
        var required = new ArrayList<Integer>();
        var achieved = new ArrayList<Integer>();
        for (int i = 0; i < 9; i++) {
            required.add(1 + random.nextInt(5));
            achieved.add(1 + random.nextInt(4));
        }
        int place = random.nextInt(9);
        var better = new ArrayList<>(achieved);
        better.set(place, achieved.get(place) + 1);
        for (var capMode : List.of("NONE", "TOTAL", "PER_COMPETENCY")) {
            var low = jpm("{'required': %s, 'achieved': %s, 'capMode': '%s'}".formatted(required, achieved, capMode));
            var high = jpm("{'required': %s, 'achieved': %s, 'capMode': '%s'}".formatted(required, better, capMode));
            assertThat(low.path("jpm").decimalValue())
                    .isLessThanOrEqualTo(high.path("jpm").decimalValue());
            var share = BigDecimal.valueOf(
                            achieved.stream().mapToInt(Integer::intValue).sum() * 100L)
                    .divide(
                            BigDecimal.valueOf(required.stream()
                                    .mapToInt(Integer::intValue)
                                    .sum()),
                            2,
                            RoundingMode.HALF_UP);
            assertThat(low.path("jpmRaw").decimalValue()).isEqualByComparingTo(share);
        }
    }
}
