package id.karier.calculation;

import static id.karier.calculation.TestCalculators.assertRefused;
import static id.karier.calculation.TestCalculators.call;
import static id.karier.calculation.TestCalculators.callUnder;
import static id.karier.calculation.TestCalculators.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import id.karier.kernel.ProblemException;
import id.karier.rules.RuleSetKind;
import id.karier.rules.terms.PerformanceRating;
import id.karier.rules.terms.PotentialBand;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TalentRulesTest {
    private static final String ZEROS =
            "'competency': 0, 'development': 0, 'experience': 0, 'potential': 0, 'fieldFit': 0, 'discipline': 0";

    private static JsonNode box(String request) {
        return call("nine-box", json(request));
    }

    private static JsonNode talent(String members) {
        return call("talent-score", json("{" + members + "}"));
    }

    @ParameterizedTest
    @CsvSource({
        "DI_ATAS, RENDAH, 4", "DI_ATAS, MENENGAH, 7", "DI_ATAS, TINGGI, 9",
        "SESUAI, RENDAH, 2", "SESUAI, MENENGAH, 5", "SESUAI, TINGGI, 8",
        "DI_BAWAH, RENDAH, 1", "DI_BAWAH, MENENGAH, 3", "DI_BAWAH, TINGGI, 6",
    })
    void each_pair_of_bands_has_its_box(String rating, String potential, int box) {
        var answer = box("{'rating': '%s', 'potential': '%s'}".formatted(rating, potential));
        assertThat(answer.path("box").asInt()).isEqualTo(box);
        assertThat(answer.path("inTalentPool").asBoolean()).isEqualTo(box >= 7);
        assertThat(answer.has("needsReview")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "100:100:9:PROMOTE RETAIN INSTANSI_SUCCESSION NATIONAL_SUCCESSION REWARD",
                "70:100:8:RETAIN INSTANSI_SUCCESSION ROTATION JOB_ENLARGEMENT PERFORMANCE_COACHING",
                "100:70:7:RETAIN INSTANSI_SUCCESSION ROTATION JOB_ENRICHMENT COMPETENCY_DEVELOPMENT STUDY_ASSIGNMENT",
                "10:100:6:SUITABLE_PLACEMENT PERFORMANCE_COACHING PERFORMANCE_COUNSELLING",
                "70:70:5:SUITABLE_PLACEMENT PERFORMANCE_COACHING COMPETENCY_DEVELOPMENT",
                "100:10:4:ROTATION COMPETENCY_DEVELOPMENT",
                "10:70:3:PERFORMANCE_COACHING PERFORMANCE_COUNSELLING COMPETENCY_DEVELOPMENT SUITABLE_PLACEMENT",
                "70:10:2:PERFORMANCE_COACHING COMPETENCY_DEVELOPMENT SUITABLE_PLACEMENT",
                "10:10:1:BY_REGULATION",
            })
    void each_box_has_its_follow_up(String y, String x, int box, String followUp) {
        var answer = box("{'y': %s, 'x': %s}".formatted(y, x));
        assertThat(answer.path("box").asInt()).isEqualTo(box);
        var codes = new ArrayList<String>();
        answer.path("followUp").forEach(code -> codes.add(code.asText()));
        assertThat(codes).containsExactlyInAnyOrder(followUp.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "100, DI_ATAS, TINGGI", "80, DI_ATAS, TINGGI", "79.995, DI_ATAS, TINGGI", "79.994, SESUAI, MENENGAH",
        "60, SESUAI, MENENGAH", "59.995, SESUAI, MENENGAH", "59.99, DI_BAWAH, RENDAH", "0, DI_BAWAH, RENDAH",
    })
    void bands_compare_the_rounded_score_with_an_inclusive_bound(String score, String y, String x) {
        var answer = box("{'y': %s, 'x': %s}".formatted(score, score));
        assertThat(answer.path("yBand").asText()).isEqualTo(y);
        assertThat(answer.path("xBand").asText()).isEqualTo(x);
        assertThat(answer.path("bands").asText()).isEqualTo("KEPKA_411");
    }

    @ParameterizedTest
    @CsvSource({"90, DI_ATAS, TINGGI", "89.99, SESUAI, MENENGAH", "78, SESUAI, MENENGAH", "77.99, DI_BAWAH, RENDAH"})
    void the_older_bands_are_selectable_and_were_the_default_before_2025(String score, String y, String x) {
        for (var choice : List.of("'bands': 'MAPPING_90_78'", "'asOf': '2024-12-31'")) {
            var answer = box("{'y': %s, 'x': %s, %s}".formatted(score, score, choice));
            assertThat(answer.path("yBand").asText()).isEqualTo(y);
            assertThat(answer.path("xBand").asText()).isEqualTo(x);
            assertThat(answer.path("bands").asText()).isEqualTo("MAPPING_90_78");
        }
    }

    @Test
    void the_grid_is_total_and_never_names_a_box_twice() {
        var boxes = new HashSet<Integer>();
        for (var rating : PerformanceRating.values()) {
            for (var potential : PotentialBand.values()) {
                boxes.add(box("{'rating': '%s', 'potential': '%s'}".formatted(rating, potential))
                        .path("box")
                        .asInt());
            }
        }
        assertThat(boxes).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @ParameterizedTest
    @MethodSource("id.karier.calculation.Seeds#all")
    void every_score_falls_into_exactly_one_band_and_a_higher_one_never_into_a_lower(long seed) {
        var random = Seeds.random(seed);
        int y = random.nextInt(10001);
        int higher = y + random.nextInt(10001 - y);
        int x = random.nextInt(10001);
        var low = box("{'y': %s, 'x': %s}".formatted(BigDecimal.valueOf(y, 2), BigDecimal.valueOf(x, 2)));
        var high = box("{'y': %s, 'x': %s}".formatted(BigDecimal.valueOf(higher, 2), BigDecimal.valueOf(x, 2)));
        assertThat(PerformanceRating.valueOf(low.path("yBand").asText()))
                .isLessThanOrEqualTo(
                        PerformanceRating.valueOf(high.path("yBand").asText()));
        assertThat(low.path("xBand")).isEqualTo(high.path("xBand"));
    }

    @Test
    void a_recorded_box_that_agrees_needs_no_review() {
        assertThat(box("{'y': 100, 'x': 100, 'recordedBox': 9}")
                        .path("needsReview")
                        .asBoolean(true))
                .isFalse();
        assertThat(box("{'y': 100, 'x': 100, 'recordedBox': 8}")
                        .path("needsReview")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "predicatePoints, 60",
        "award, 15",
        "team, 15",
        "feedback360, 10",
    })
    void the_full_formula_weighs_the_performance_axis(String component, BigDecimal weight) {
        var members = new ArrayList<String>();
        for (var name : List.of("predicatePoints", "award", "team", "feedback360")) {
            members.add("'%s': %d".formatted(name, name.equals(component) ? 100 : 0));
        }
        var answer =
                talent("'yMode': 'FULL_411', 'education': 'SLTA', %s, %s".formatted(String.join(", ", members), ZEROS));
        assertThat(answer.path("y").decimalValue()).isEqualByComparingTo(weight);
    }

    @ParameterizedTest
    @CsvSource({
        "competency, 20, 40",
        "development, 10, 5",
        "experience, 10, 5",
        "potential, 25, 25",
        "fieldFit, 10, 5",
        "discipline, 15, 15",
    })
    void the_potential_axis_is_weighed_by_the_chosen_tree(String component, BigDecimal weight, BigDecimal other) {
        var one = ZEROS.replace("'" + component + "': 0", "'" + component + "': 100");
        var base = talent("'predicate': 'BAIK', 'feedback360': 0, 'education': 'S3', " + ZEROS);
        var answer = talent("'predicate': 'BAIK', 'feedback360': 0, 'education': 'S3', " + one);
        assertThat(answer.path("x").decimalValue().subtract(base.path("x").decimalValue()))
                .isEqualByComparingTo(weight);
        assertThat(answer.path("xTree").asText()).isEqualTo("GROUPS_40_25_20_15");
        var tree = ", 'xTree': 'GROUPS_65_20_15'";
        var otherBase = talent("'predicate': 'BAIK', 'feedback360': 0, 'education': 'S3', " + ZEROS + tree);
        var otherAnswer = talent("'predicate': 'BAIK', 'feedback360': 0, 'education': 'S3', " + one + tree);
        assertThat(otherAnswer
                        .path("x")
                        .decimalValue()
                        .subtract(otherBase.path("x").decimalValue()))
                .isEqualByComparingTo(other);
        assertThat(otherBase.path("x").decimalValue()).isEqualByComparingTo("5");
    }

    @ParameterizedTest
    @CsvSource({"S3, 10", "S2, 9", "S1, 8", "D4, 8", "D3, 7", "D2, 6", "D1, 6", "SLTA, 6"})
    void education_has_its_points(String education, BigDecimal x) {
        var answer = talent(
                "'yMode': 'PREDICATE_ONLY', 'predicate': 'BAIK', 'education': '%s', %s".formatted(education, ZEROS));
        assertThat(answer.path("x").decimalValue()).isEqualByComparingTo(x);
    }

    @ParameterizedTest
    @CsvSource({
        "SANGAT_BAIK, 100, DI_ATAS, DI_ATAS",
        "BAIK, 80, DI_ATAS, SESUAI",
        "BUTUH_PERBAIKAN, 60, SESUAI, DI_BAWAH",
        "KURANG, 40, DI_BAWAH, DI_BAWAH",
        "SANGAT_KURANG, 20, DI_BAWAH, DI_BAWAH",
    })
    void a_predicate_has_points_and_stands_for_a_rating(
            String predicate, BigDecimal y, String byPoints, String byRating) {
        var only = talent(
                "'yMode': 'PREDICATE_ONLY', 'predicate': '%s', 'education': 'S1', %s".formatted(predicate, ZEROS));
        assertThat(only.path("y").decimalValue()).isEqualByComparingTo(y);
        assertThat(only.path("yBand").asText()).isEqualTo(byPoints);
        var rating = talent("'yMode': 'RATING', 'predicate': '%s', 'education': 'S1', %s".formatted(predicate, ZEROS));
        assertThat(rating.path("y").decimalValue()).isEqualByComparingTo(y);
        assertThat(rating.path("yBand").asText()).isEqualTo(byRating);
    }

    @Test
    void a_rating_that_exists_decides_unless_another_mode_is_asked_for() {
        var byRating = talent("'rating': 'SESUAI', 'education': 'S1', " + ZEROS);
        assertThat(byRating.path("yMode").asText()).isEqualTo("RATING");
        assertThat(byRating.path("yBand").asText()).isEqualTo("SESUAI");
        assertThat(byRating.has("y")).isFalse();
        assertThat(byRating.has("talent")).isFalse();
        var asked = talent(
                "'yMode': 'PREDICATE_ONLY', 'rating': 'SESUAI', 'predicate': 'BAIK', 'education': 'S1', " + ZEROS);
        assertThat(asked.path("yBand").asText()).isEqualTo("DI_ATAS");
        var plain = talent("'predicate': 'BAIK', 'feedback360': 80, 'education': 'S1', " + ZEROS);
        assertThat(plain.path("yMode").asText()).isEqualTo("FULL_411");
        assertThat(plain.path("y").decimalValue()).isEqualByComparingTo("56");
    }

    @ParameterizedTest
    @CsvSource({"JPT_MADYA, 80", "JPT_PRATAMA, 70", "ADMINISTRATOR, 60", "PENGAWAS, 50"})
    void a_technical_score_is_added_by_level(String level, BigDecimal share) {
        var all = ZEROS.replace(": 0", ": 100");
        var answer = talent(
                "'yMode': 'PREDICATE_ONLY', 'predicate': 'SANGAT_BAIK', 'education': 'S3', 'technical': 0, 'postLevel': '%s', %s"
                        .formatted(level, all));
        assertThat(answer.path("talent").decimalValue()).isEqualByComparingTo("100");
        assertThat(answer.path("talentWithTechnical").decimalValue()).isEqualByComparingTo(share);
    }

    @Test
    void the_technical_score_fills_the_rest_of_the_share() {
        var members = "'predicate': 'SANGAT_BAIK', 'education': 'S3', 'technical': 45.5, 'postLevel': 'JPT_PRATAMA', ";
        var all = members + ZEROS.replace(": 0", ": 100");
        var answer = talent("'yMode': 'PREDICATE_ONLY', " + all);
        assertThat(answer.path("talentWithTechnical").decimalValue()).isEqualByComparingTo("83.65");
        var withoutScore =
                talent("'yMode': 'RATING', 'rating': 'SESUAI', " + all.replace("'predicate': 'SANGAT_BAIK', ", ""));
        assertThat(withoutScore.path("box").asInt()).isEqualTo(8);
        assertThat(withoutScore.has("talentWithTechnical")).isFalse();
    }

    @Test
    void a_mode_that_an_agency_has_dropped_is_neither_taken_nor_assumed() {
        Function<String, JsonNode> score = members -> callUnder(
                RuleSetKind.TALENT_SCORE,
                body -> body.putArray("yModes").add("PREDICATE_ONLY"),
                "talent-score",
                "{%s 'predicate': 'BAIK', 'education': 'S1', %s}".formatted(members, ZEROS));
        assertThat(score.apply("'rating': 'SESUAI', ").path("yMode").asText()).isEqualTo("PREDICATE_ONLY");
        assertThat(score.apply("'yMode': 'PREDICATE_ONLY', ").path("y").decimalValue())
                .isEqualByComparingTo("80");
        assertRefused("/yMode", "CODE_UNKNOWN", () -> score.apply("'yMode': 'RATING', "));
    }

    @Test
    void a_half_cent_is_rounded_up() {
        var answer = talent("'yMode': 'PREDICATE_ONLY', 'predicatePoints': 28.125, 'education': 'SLTA', " + ZEROS);
        assertThat(answer.path("y").decimalValue()).isEqualByComparingTo("28.13");
    }

    @Test
    void both_rule_sets_are_named() {
        var answer = talent("'yMode': 'PREDICATE_ONLY', 'predicate': 'BAIK', 'education': 'S1', " + ZEROS);
        assertThat(answer.path("ruleSet").path("kind").asText()).isEqualTo("TALENT_SCORE");
        assertThat(answer.path("alsoUsed").path(0).path("kind").asText()).isEqualTo("NINE_BOX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"competency", "development", "experience", "potential", "fieldFit", "discipline"})
    void a_component_must_be_there_and_on_the_scale(String component) {
        var start = "'yMode': 'PREDICATE_ONLY', 'predicate': 'BAIK', 'education': 'S1', ";
        var without = ZEROS.replace("'" + component + "': 0", "'" + component + "': null");
        assertRefused("/" + component, "MEMBER_REQUIRED", () -> talent(start + without));
        var above = ZEROS.replace("'" + component + "': 0", "'" + component + "': 100.01");
        assertRefused("/" + component, "NUMBER_OUT_OF_RANGE", () -> talent(start + above));
        var below = ZEROS.replace("'" + component + "': 0", "'" + component + "': -0.01");
        assertRefused("/" + component, "NUMBER_OUT_OF_RANGE", () -> talent(start + below));
    }

    @Test
    void input_that_no_rule_can_take_is_refused() {
        assertRefused("/y", "ONE_OF_REQUIRED", () -> box("{'x': 1}"));
        assertRefused("/x", "ONE_OF_REQUIRED", () -> box("{'y': 1}"));
        assertThatThrownBy(() -> box("{'x': 1}"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors().get(0).detail(Locale.ENGLISH))
                                .contains("y, rating"));
        assertThatThrownBy(() -> box("{'y': 1}"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors().get(0).detail(Locale.ENGLISH))
                                .contains("x, potential"));
        assertRefused("/y", "ONLY_ONE_OF", () -> box("{'y': 1, 'rating': 'SESUAI', 'x': 1}"));
        assertRefused("/x", "ONLY_ONE_OF", () -> box("{'y': 1, 'potential': 'TINGGI', 'x': 1}"));
        assertRefused("/y", "NUMBER_OUT_OF_RANGE", () -> box("{'y': -1, 'x': 1}"));
        assertRefused("/x", "NUMBER_OUT_OF_RANGE", () -> box("{'y': 1, 'x': 100.01}"));
        assertRefused("/bands", "CODE_UNKNOWN", () -> box("{'y': 1, 'x': 1, 'bands': 'X'}"));
        assertRefused(
                "/xTree",
                "CODE_UNKNOWN",
                () -> talent("'predicate': 'BAIK', 'feedback360': 0, 'education': 'S1', 'xTree': 'X'"));
        assertRefused("/predicate", "ONE_OF_REQUIRED", () -> talent("'education': 'S1', " + ZEROS));
        assertRefused(
                "/feedback360", "MEMBER_REQUIRED", () -> talent("'predicate': 'BAIK', 'education': 'S1', " + ZEROS));
        assertRefused(
                "/rating",
                "ONE_OF_REQUIRED",
                () -> talent("'yMode': 'RATING', 'predicatePoints': 80, 'education': 'S1', " + ZEROS));
        assertRefused(
                "/predicatePoints",
                "ONLY_ONE_OF",
                () -> talent("'predicate': 'BAIK', 'predicatePoints': 80, 'education': 'S1', " + ZEROS));
        assertRefused(
                "/education",
                "LEVEL_NOT_COVERED",
                () -> talent("'yMode': 'PREDICATE_ONLY', 'predicate': 'BAIK', 'education': 'SD', " + ZEROS));
        assertRefused(
                "/postLevel",
                "LEVEL_NOT_COVERED",
                () -> talent(
                        "'yMode': 'PREDICATE_ONLY', 'predicate': 'BAIK', 'education': 'S1', 'technical': 1, 'postLevel': 'PELAKSANA', "
                                + ZEROS));
        assertRefused(
                "/postLevel",
                "MEMBER_REQUIRED",
                () -> talent(
                        "'yMode': 'PREDICATE_ONLY', 'predicate': 'BAIK', 'education': 'S1', 'technical': 1, " + ZEROS));
    }

    /** DOMAIN 6.2: points of the record of discipline. */
    @ParameterizedTest
    @CsvSource({"NONE, 100", "RINGAN, 75", "SEDANG, 50", "BERAT, 25", "SERVING, 0"})
    void a_record_of_discipline_has_points(String record, int points) {
        var rest = "{'yMode': 'PREDICATE_ONLY', 'predicate': 'BAIK', 'competency': 70, 'development': 50, "
                + "'experience': 60, 'potential': 65, 'education': 'S1', 'fieldFit': 100, %s}";
        var byRecord = call("talent-score", json(rest.formatted("'disciplineRecord': '" + record + "'")));
        var byPoints = call("talent-score", json(rest.formatted("'discipline': " + points)));
        assertThat(byRecord.path("x")).isEqualTo(byPoints.path("x"));
        assertThat(byRecord.path("steps"))
                .anyMatch(step -> step.path("code").asText().equals("TALENT_DISCIPLINE")
                        && step.path("value").asInt() == points);
        assertRefused(
                "/disciplineRecord",
                "ONLY_ONE_OF",
                "talent-score",
                rest.formatted("'discipline': 100, 'disciplineRecord': '" + record + "'"));
    }
}
