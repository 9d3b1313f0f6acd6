package id.karier.calculation;

import static id.karier.calculation.TestCalculators.assertRefused;
import static id.karier.calculation.TestCalculators.call;
import static id.karier.calculation.TestCalculators.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.karier.rules.RuleSets;
import id.karier.rules.Selection;
import id.karier.rules.body.Band;
import id.karier.rules.body.IpAsnBody;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpAsnRulesTest {
    private static JsonNode index(String members) {
        return call("ip-asn", json("{'jobGroup': 'PELAKSANA', 'education': 'S1', " + members + "}"));
    }

    private static BigDecimal competency(String group, String members) {
        return call("ip-asn", json("{'jobGroup': '%s', 'education': 'S1' %s}".formatted(group, members)))
                .path("competency")
                .decimalValue();
    }

    @ParameterizedTest
    @CsvSource({"S3, 25", "S2, 20", "S1, 15", "D4, 15", "D3, 10", "D2, 5", "D1, 5", "SLTA, 5", "SLTP, 1", "SD, 1"})
    void education_scores(String education, BigDecimal score) {
        var answer = call("ip-asn", json("{'jobGroup': 'JF', 'education': '%s'}".formatted(education)));
        assertThat(answer.path("qualification").decimalValue()).isEqualByComparingTo(score);
    }

    @ParameterizedTest
    @CsvSource({
        "JPT, IPASN_LEADERSHIP IPASN_TECHNICAL IPASN_SEMINAR",
        "JF, IPASN_FUNCTIONAL IPASN_TECHNICAL IPASN_SEMINAR",
        "PELAKSANA, IPASN_TECHNICAL IPASN_SEMINAR",
    })
    void the_explanation_names_what_counts_for_the_group(String group, String items) {
        var answer = call("ip-asn", json("{'jobGroup': '%s', 'education': 'S1'}".formatted(group)));
        assertThat(answer.path("steps"))
                .extracting(step -> step.path("code").asText())
                .containsExactly(("IPASN_QUALIFICATION " + items
                                + " IPASN_COMPETENCY IPASN_PERFORMANCE_NONE IPASN_DISCIPLINE IPASN_TOTAL IPASN_CATEGORY")
                        .split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "JPT, PKN_I, 15",
        "JPT, PKN_II, 15",
        "JPT, PKA, 0",
        "JPT, PKP, 0",
        "ADMINISTRATOR, PKA, 15",
        "ADMINISTRATOR, PKN_II, 0",
        "ADMINISTRATOR, PKP, 0",
        "PENGAWAS, PKP, 15",
        "PENGAWAS, PKA, 0",
        "JF, PKA, 0",
        "PELAKSANA, PKP, 0",
    })
    void leadership_training_counts_for_the_own_level_only(String group, String training, BigDecimal score) {
        assertThat(competency(group, ", 'leadershipTraining': '%s'".formatted(training)))
                .isEqualByComparingTo(score);
    }

    @ParameterizedTest
    @CsvSource({
        "JPT, 0, 15, 10",
        "ADMINISTRATOR, 0, 15, 10",
        "PENGAWAS, 0, 15, 10",
        "JF, 15, 15, 10",
        "PELAKSANA, 0, 22.5, 17.5",
    })
    void the_other_items_score_by_group(String group, BigDecimal functional, BigDecimal technical, BigDecimal seminar) {
        assertThat(competency(group, ", 'functionalTraining': true")).isEqualByComparingTo(functional);
        assertThat(competency(group, ", 'technical20Jp': true")).isEqualByComparingTo(technical);
        assertThat(competency(group, ", 'seminar': true")).isEqualByComparingTo(seminar);
        assertThat(competency(group, "")).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource({"19.99, 0", "20, 22.5", "24, 22.5"})
    void a_technical_training_of_20_hours_counts(String jp, BigDecimal score) {
        assertThat(competency("PELAKSANA", ", 'technicalJp': " + jp)).isEqualByComparingTo(score);
    }

    @Test
    void what_is_said_outright_goes_before_the_hours() {
        assertThat(competency("PELAKSANA", ", 'technicalJp': 24, 'technical20Jp': false"))
                .isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource({"SANGAT_BAIK, 30", "BAIK, 25", "BUTUH_PERBAIKAN, 15", "KURANG, 5", "SANGAT_KURANG, 1"})
    void a_predicate_scores(String predicate, BigDecimal score) {
        assertThat(index("'predicate': '%s'".formatted(predicate))
                        .path("performance")
                        .decimalValue())
                .isEqualByComparingTo(score);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 30",
        "91, 30",
        "90.99, 25",
        "76, 25",
        "75.99, 15",
        "61, 15",
        "60.99, 5",
        "51, 5",
        "50.99, 1",
        "0, 1",
    })
    void a_numeric_result_scores_by_lower_bounds(String result, BigDecimal score) {
        assertThat(index("'performanceScore': " + result).path("performance").decimalValue())
                .isEqualByComparingTo(score);
    }

    @ParameterizedTest
    @CsvSource({"NONE, 5", "RINGAN, 3", "SEDANG, 2", "BERAT, 1"})
    void a_penalty_scores(String penalty, BigDecimal score) {
        assertThat(index("'worstPenalty5y': '%s'".formatted(penalty))
                        .path("discipline")
                        .decimalValue())
                .isEqualByComparingTo(score);
    }

    @Test
    void what_is_absent_is_no_result_and_no_penalty() {
        var answer = call("ip-asn", json("{'jobGroup': 'PELAKSANA', 'education': 'S1'}"));
        assertThat(answer.path("performance").decimalValue()).isEqualByComparingTo("0");
        assertThat(answer.path("discipline").decimalValue()).isEqualByComparingTo("5");
        assertThat(answer.path("total").decimalValue()).isEqualByComparingTo("20");
    }

    @ParameterizedTest
    @CsvSource({
        "100, SANGAT_TINGGI",
        "91, SANGAT_TINGGI",
        "90.99, TINGGI",
        "81, TINGGI",
        "80.5, SEDANG",
        "71, SEDANG",
        "70.5, RENDAH",
        "61, RENDAH",
        "60.99, SANGAT_RENDAH",
        "0, SANGAT_RENDAH",
    })
    void categories_have_lower_bounds(BigDecimal total, String category) {
        var body = RuleSets.national()
                .find(IpAsnBody.class, Selection.on(TestCalculators.TODAY))
                .orElseThrow()
                .body();
        assertThat(Band.of(body.categories(), total).orElseThrow().label()).isEqualTo(category);
    }

    @Test
    void contract_civil_servants_are_measured_since_2024() {
        assertThat(index("'employeeKind': 'PPPK'")
                        .path("ruleSet")
                        .path("version")
                        .asText())
                .isEqualTo("IPASN_2024");
        assertRefused("/employeeKind", "KIND_NOT_COVERED", () -> index("'employeeKind': 'PPPK', 'asOf': '2023-12-31'"));
        assertThat(index("'asOf': '2023-12-31'").path("ruleSet").path("version").asText())
                .isEqualTo("IPASN_2019");
        assertThat(index("'asOf': '2024-01-01'").path("ruleSet").path("version").asText())
                .isEqualTo("IPASN_2024");
    }

    @Test
    void the_conflicting_competence_table_of_2024_is_selectable() {
        var answer = call(
                "ip-asn",
                json(
                        "{'jobGroup': 'JPT', 'education': 'S2', 'technical20Jp': true, 'competencyTable': 'ALL_GROUPS_2024'}"));
        assertThat(answer.path("competency").decimalValue()).isEqualByComparingTo("22.5");
        assertThat(answer.path("competencyTable").asText()).isEqualTo("ALL_GROUPS_2024");
        assertThat(index("'seminar': true").path("competencyTable").asText()).isEqualTo("PER_JOB_GROUP_2019");
        assertRefused(
                "/competencyTable",
                "CODE_UNKNOWN",
                () -> index("'competencyTable': 'ALL_GROUPS_2024', 'asOf': '2023-12-31'"));
    }

    @Test
    void evidence_windows_are_data() {
        var body = RuleSets.national()
                .find(IpAsnBody.class, Selection.on(LocalDate.of(2020, 1, 1)))
                .orElseThrow()
                .body();
        assertThat(body.evidence().seminarWindowYears()).isEqualTo(2);
        assertThat(body.evidence().disciplineWindowYears()).isEqualTo(5);
    }

    @Test
    void input_that_no_rule_can_take_is_refused() {
        assertRefused("/jobGroup", "MEMBER_REQUIRED", "ip-asn", "{'education': 'S1'}");
        assertRefused("/education", "MEMBER_REQUIRED", "ip-asn", "{'jobGroup': 'JPT'}");
        assertRefused("/performanceScore", "NUMBER_OUT_OF_RANGE", () -> index("'performanceScore': -1"));
        assertRefused("/performanceScore", "NUMBER_OUT_OF_RANGE", () -> index("'performanceScore': 100.01"));
        assertRefused("/performanceScore", "ONLY_ONE_OF", () -> index("'performanceScore': 80, 'predicate': 'BAIK'"));
        assertRefused("/technicalJp", "NUMBER_NEGATIVE", () -> index("'technicalJp': -1"));
        assertRefused("/asOf", "NO_RULE_SET_IN_FORCE", () -> index("'asOf': '2018-12-31'"));
    }
}
