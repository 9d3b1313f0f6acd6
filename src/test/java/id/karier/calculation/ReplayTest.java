package id.karier.calculation;

import static id.karier.calculation.TestCalculators.assertRefused;
import static id.karier.calculation.TestCalculators.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.karier.rules.RuleSet;
import id.karier.rules.RuleSetDocuments;
import id.karier.rules.RuleSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Results keep the documents that gave them: under those of before ADR 0110, everything is answered as it was. */
class ReplayTest {
    private static final RuleSetDocuments DOCUMENTS = new RuleSetDocuments();

    private static JsonNode then(String calculator, String request) {
        var kept = new ArrayList<RuleSet<?>>();
        try (var files = Files.list(Path.of("src/test/resources/rules-mended"))) {
            for (var file : files.toList()) {
                kept.add(DOCUMENTS.restore(RuleSetDocuments.tree(Files.readString(file))));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        var calculators = new Calculators(new RuleSets(kept, (agency, kind) -> List.of()));
        return TestCalculators.call(calculators, calculator, json(request), TestCalculators.CASE);
    }

    private static List<String> codes(JsonNode answer) {
        return answer.path("checks").findValuesAsText("code");
    }

    @Test
    void an_examination_was_not_asked_of_who_did_not_state_it() {
        var request = "{'kind': 'REGULER', 'rank': '%s', 'rankSince': '2019-02-01', 'education': '%s', %s"
                + "'asOf': '2026-06-01', 'predicates': {'2024': 'BAIK', '2025': 'BAIK'}}";
        var silent = then("rank-promotion", request.formatted("II/d", "SLTA", ""));
        assertThat(silent.path("eligible").asBoolean()).isTrue();
        assertThat(silent.path("ruleSet").path("revision").asInt()).isEqualTo(1);
        assertThat(silent.path("steps").findValuesAsText("code")).contains("RANK_SERVICE_EXAM");
        assertThat(codes(silent))
                .containsExactly(
                        "EMPLOYEE_KIND", "NEXT_RANK", "YEARS_IN_RANK", "EDUCATION_CEILING", "PERFORMANCE", "PENALTY");
        var failed = then("rank-promotion", request.formatted("II/d", "SLTA", "'serviceExamPassed': false, "));
        assertThat(failed.path("eligible").asBoolean(true)).isFalse();
        assertThat(codes(failed)).contains("SERVICE_EXAM");
        var exempt = then("rank-promotion", request.formatted("II/d", "S1", "'serviceExamPassed': false, "));
        assertThat(codes(exempt)).doesNotContain("SERVICE_EXAM");
        var within = then("rank-promotion", request.formatted("II/c", "SLTA", "'serviceExamPassed': false, "));
        assertThat(codes(within)).doesNotContain("SERVICE_EXAM");
    }

    @Test
    void a_rank_below_the_level_needed_credit() {
        var request = "{'kind': 'FUNGSIONAL', 'level': 'PENYELIA', 'rank': '%s', 'rankSince': '2020-04-01', "
                + "'inPostSince': '2030-01-01', 'balance': 100, 'asOf': '2026-02-01', "
                + "'predicates': {'2024': 'BAIK', '2025': 'BAIK'}}";
        var below = then("rank-promotion", request.formatted("III/b"));
        assertThat(below.path("eligible").asBoolean(true)).isFalse();
        assertThat(codes(below)).containsSubsequence("YEARS_IN_RANK", "CREDIT", "RANK_WITHIN_LEVEL");
        var within = then("rank-promotion", request.formatted("III/c"));
        assertThat(within.path("eligible").asBoolean()).isTrue();
        assertThat(codes(within)).doesNotContain("LEVEL_SINCE");
        var top = then("rank-promotion", request.formatted("III/d"));
        assertThat(top.path("eligible").asBoolean(true)).isFalse();
    }

    @Test
    void a_principal_post_began_at_the_top_rank() {
        var answer = then(
                "rank-promotion",
                "{'kind': 'STRUKTURAL', 'postLevel': 'JPT_UTAMA', 'echelon': 'I.a', 'rank': 'IV/c', "
                        + "'rankSince': '2020-04-01', 'inPostSince': '2021-01-20', 'asOf': '2026-02-01'}");
        assertThat(codes(answer)).contains("RANK_BELOW_POST");
        assertThat(answer.path("steps").findValuesAsText("lowest")).contains("IV/e");
    }

    @Test
    void no_match_was_asked_of_anybody_and_no_rank() {
        var answer = then(
                "appointment",
                "{'postLevel': 'PENGAWAS', 'education': 'D3', 'currentLevel': 'PELAKSANA', 'inLevelSince': '2020-01-01', "
                        + "'rank': 'I/a', 'predicates': {'2024': 'BAIK', '2025': 'BAIK'}}");
        assertThat(answer.path("eligible").asBoolean()).isTrue();
        assertThat(codes(answer)).doesNotContain("RANK_FLOOR", "COMPETENCY");
    }

    @Test
    void credit_points_knew_no_rank_above_the_level_and_no_predicate_for_a_diploma() {
        assertRefused(
                "/transfer/rank",
                "RANK_NOT_OF_LEVEL",
                () -> then(
                        "credit-points",
                        "{'level': 'AHLI_PERTAMA', 'predicate': 'BAIK', 'transfer': {'rank': 'III/c', 'yearsInRank': 7}}"));
        assertThat(then("credit-points", "{'level': 'AHLI_PERTAMA', 'balance': 0, 'higherDiploma': true}")
                        .path("credit")
                        .decimalValue())
                .isEqualByComparingTo("12.5");
    }

    @Test
    void figures_that_were_added_since_are_missed_by_none() {
        assertThat(then("nip", "{'number': '196311302024212004'}").path("warnings"))
                .isEmpty();
        assertThat(then("functional-test", "{'level': 'AHLI_MUDA', 'technicalJpm': 60, 'managerialSocialJpm': 80}")
                        .path("jpm")
                        .asInt())
                .isEqualTo(70);
        assertRefused(
                "/post",
                "CODE_UNKNOWN",
                () -> then("functional-test", "{'post': 'ANALIS_KEBIJAKAN', 'level': 'AHLI_MUDA', 'score': 80}"));
        var hours = then(
                "learning-hours",
                "{'employeeKind': 'PPPK', 'year': 2026, 'postLevel': 'JPT_MADYA', "
                        + "'activities': [{'form': 'KL_TEKNIS', 'certificateJp': 30}]}");
        assertThat(hours.path("jp").asInt()).isEqualTo(24);
    }
}
