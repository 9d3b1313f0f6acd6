package id.karier.calculation;

import static id.karier.calculation.TestCalculators.assertRefused;
import static id.karier.calculation.TestCalculators.callUnder;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.karier.rules.RuleSetDocuments;
import id.karier.rules.RuleSetKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DOMAIN 3.4: weights, pass mark and validity are those of the post, by its level, else the general ones. */
class FunctionalTestRulesTest {
    /** Two posts beside the general test: one by level with weights, one with a single score. */
    private static final String POSTS = """
            [{"post": "PENGADAAN", "level": "AHLI_MUDA", "passAt": 75, "weights": {"technical": 0.8, "managerialSocial": 0.2}, "validYears": 3, "clause": "A"},
             {"post": "PENGADAAN", "passAt": 60, "clause": "B"}]""";

    private static JsonNode test(String members) {
        return callUnder(
                RuleSetKind.JPM,
                body -> ((com.fasterxml.jackson.databind.node.ObjectNode) body.path("functionalTest"))
                        .set("posts", RuleSetDocuments.tree(POSTS)),
                "functional-test",
                "{" + members + "}");
    }

    @ParameterizedTest
    @CsvSource({"74.99, 74.98, false", "75, 75, true", "80, 55, true", "80, 54.97, false"})
    void a_post_has_weights_and_a_pass_mark_of_its_own(String technical, String managerial, boolean passed) {
        var answer = test("'post': 'PENGADAAN', 'level': 'AHLI_MUDA', 'technicalJpm': %s, 'managerialSocialJpm': %s"
                .formatted(technical, managerial));
        assertThat(answer.path("passed").asBoolean()).isEqualTo(passed);
        assertThat(answer.path("category").asText()).isEqualTo(passed ? "KOMPETEN" : "TIDAK_KOMPETEN");
        assertThat(answer.path("passAt").asInt()).isEqualTo(75);
        assertThat(answer.path("clause").asText()).isEqualTo("A");
    }

    @Test
    void the_other_levels_of_the_post_have_their_own() {
        var answer = test("'post': 'PENGADAAN', 'level': 'AHLI_PERTAMA', 'score': 59.995");
        assertThat(answer.path("jpm").decimalValue()).isEqualByComparingTo("60");
        assertThat(answer.path("passed").asBoolean()).isTrue();
        assertThat(answer.path("clause").asText()).isEqualTo("B");
        assertThat(test("'post': 'PENGADAAN', 'level': 'AHLI_PERTAMA', 'score': 59.99")
                        .path("passed")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void the_general_test_stays_as_it_is() {
        var answer = test("'level': 'AHLI_MUDA', 'technicalJpm': 60, 'managerialSocialJpm': 80");
        assertThat(answer.path("jpm").asInt()).isEqualTo(70);
        assertThat(answer.path("passAt").asInt()).isEqualTo(68);
        assertThat(answer.has("clause")).isFalse();
        assertThat(answer.has("validUntil")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"80, 2026-05-04, 2029-05-03", "80, , ", "70, 2026-05-04, "})
    void a_certificate_counts_for_the_years_of_its_post(String match, String testedOn, String until) {
        var answer = test("'post': 'PENGADAAN', 'level': 'AHLI_MUDA', 'technicalJpm': %s, 'managerialSocialJpm': %s%s"
                .formatted(match, match, testedOn == null ? "" : ", 'testedOn': '" + testedOn + "'"));
        assertThat(answer.path("validUntil").asText("")).isEqualTo(until == null ? "" : until);
        assertThat(test("'post': 'PENGADAAN', 'level': 'AHLI_MADYA', 'score': 90, 'testedOn': '2026-05-04'")
                        .has("validUntil"))
                .isFalse();
    }

    @Test
    void input_that_no_rule_can_take_is_refused() {
        assertRefused("/post", "CODE_UNKNOWN", () -> test("'post': 'GURU', 'level': 'AHLI_MUDA', 'score': 80"));
        assertRefused("/score", "MEMBER_REQUIRED", () -> test("'post': 'PENGADAAN', 'level': 'AHLI_PERTAMA'"));
        assertRefused(
                "/score", "NUMBER_NEGATIVE", () -> test("'post': 'PENGADAAN', 'level': 'AHLI_PERTAMA', 'score': -1"));
        assertRefused(
                "/technicalJpm",
                "MEMBER_REQUIRED",
                () -> test("'post': 'PENGADAAN', 'level': 'AHLI_MUDA', 'score': 80"));
        assertRefused("/level", "MEMBER_REQUIRED", () -> test("'post': 'PENGADAAN', 'score': 80"));
    }
}
