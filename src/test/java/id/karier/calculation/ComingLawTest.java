package id.karier.calculation;

import static id.karier.calculation.TestCalculators.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.rules.RuleSet;
import id.karier.rules.RuleSetDocuments;
import id.karier.rules.RuleSetKind;
import id.karier.rules.RuleSets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DOMAIN 7.1: a coming day follows the rule in force on that day, if it was enacted by the day of asking. */
class ComingLawTest {
    private static final RuleSetDocuments DOCUMENTS = new RuleSetDocuments();

    /** The national rule sets, and from 2027 on another one of a kind, enacted on 1 November 2026. */
    private static List<RuleSet<?>> ahead(RuleSetKind kind, Consumer<ObjectNode> change) {
        var all = new ArrayList<RuleSet<?>>();
        var newest = RuleSets.national().all(kind, null).get(0);
        for (var ruleSet : DOCUMENTS.national()) {
            var isReplaced = ruleSet.kind() == kind && ruleSet.version().equals(newest.version());
            var document = (ObjectNode) RuleSetDocuments.document(ruleSet);
            all.add(isReplaced ? DOCUMENTS.restore(document.put("effectiveTo", "2026-12-31")) : ruleSet);
        }
        var next = (ObjectNode) RuleSetDocuments.document(newest);
        next.put("version", "NEXT").put("effectiveFrom", "2027-01-01").put("enactedOn", "2026-11-01");
        change.accept((ObjectNode) next.path("body"));
        all.add(DOCUMENTS.restore(next));
        return all;
    }

    private static JsonNode call(RuleSetKind kind, Consumer<ObjectNode> change, String calculator, String request) {
        var calculators = new Calculators(new RuleSets(ahead(kind, change), (agency, of) -> List.of()));
        return TestCalculators.call(calculators, calculator, json(request), TestCalculators.CASE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, 2025-03-01, 2028-03-01, 2032-03-02, 1", "2026-11-22, 2024-11-30, 2026-11-30, 2031-12-01, 1",
        "2026-11-22, 2025-01-01, 2028-01-01, 2032-01-02, 1", "2026-11-22, 2024-12-31, 2026-12-31, 2032-01-01, 1",
        "2026-10-31, 2025-03-01, 2027-03-01, 2030-03-02, 0", "2026-11-22, 2021-06-01, 2023-06-01, 2026-06-02, 0",
    })
    void a_transfer(String asOf, String since, String eligible, String overdue, int ahead) {
        var answer = call(
                RuleSetKind.TRANSFER,
                body -> body.put("minimumYears", 3).put("maximumYears", 7),
                "transfer",
                "{'inUnitSince': '%s', 'asOf': '%s'}".formatted(since, asOf));
        assertThat(answer.path("eligibleFrom").asText()).isEqualTo(eligible);
        assertThat(answer.path("overdueFrom").asText()).isEqualTo(overdue);
        assertThat(answer.path("alsoUsed")).hasSize(ahead);
        assertThat(answer.path("ruleSet").path("version").asText()).isEqualTo("BKN_5_2019");
    }

    @ParameterizedTest
    @CsvSource({
        "60, 2026-11-22, 1969-05-10, 2029-05-10, 2029-06-01, 60, 1",
                "60, 2026-11-22, 1968-12-20, 2026-12-20, 2027-01-01, 58, 0",
        "60, 2026-10-31, 1969-05-10, 2027-05-10, 2027-06-01, 58, 0",
                "56, 2026-11-22, 1970-01-15, 2027-01-01, 2027-02-01, 56, 1",
        "56, 2026-11-22, 1972-01-15, 2028-01-15, 2028-02-01, 56, 1",
    })
    void a_retirement(int years, String asOf, String birth, String reached, String effective, int age, int ahead) {
        var answer = call(
                RuleSetKind.RETIREMENT,
                body -> ((ObjectNode) body.path("ages")).put("PENGAWAS", years),
                "retirement",
                "{'birthDate': '%s', 'postLevel': 'PENGAWAS', 'asOf': '%s'}".formatted(birth, asOf));
        assertThat(answer.path("reachedOn").asText()).isEqualTo(reached);
        assertThat(answer.path("effectiveOn").asText()).isEqualTo(effective);
        assertThat(answer.path("retirementAge").asInt()).isEqualTo(age);
        assertThat(answer.path("alsoUsed")).hasSize(ahead);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22, 2027-03-01, 1", "2026-10-31,, 0"})
    void an_appointment(String asOf, String from, int ahead) {
        var answer = call(
                RuleSetKind.APPOINTMENT,
                body -> ((ObjectNode) body.at("/requirements/JPT_PRATAMA")).put("maximumAge", 58),
                "appointment",
                ("{'postLevel': 'JPT_PRATAMA', 'birthDate': '1970-06-01', 'education': 'S2', "
                                + "'currentLevel': 'ADMINISTRATOR', 'inLevelSince': '2025-03-01', "
                                + "'relatedExperienceYears': 9, 'asOf': '%s'}")
                        .formatted(asOf));
        assertThat(answer.path("eligible").asBoolean(true)).isFalse();
        assertThat(answer.path("eligibleFrom").asText("")).isEqualTo(from == null ? "" : from);
        assertThat(answer.path("alsoUsed")).hasSize(ahead);
    }

    /** Five years instead of four, and periods in June and December only. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-22, 2022-12-01, , 2026-12-01, 0", "2026-11-22, 2022-12-02, , 2028-06-01, 1",
        "2026-11-22, 2022-03-15, , 2026-04-01, 0", "2026-10-31, 2022-12-02, , 2027-01-01, 0",
        "2026-11-22, 2022-12-02, BKN_4_2025, 2027-01-01, 0", "2027-01-05, 2022-01-05, , 2027-06-01, 0",
    })
    void a_rank_promotion(String asOf, String since, String version, String from, int ahead) {
        var answer = call(
                RuleSetKind.RANK_PROMOTION,
                body -> {
                    body.putArray("periodMonths").add(6).add(12);
                    ((ObjectNode) body.path("regular")).put("yearsInRank", 5);
                },
                "rank-promotion",
                ("{'kind': 'REGULER', 'rank': 'III/a', 'rankSince': '%s', 'education': 'S1', 'asOf': '%s', %s"
                                + "'predicates': {'2024': 'BAIK', '2025': 'BAIK', '2026': 'BAIK'}}")
                        .formatted(since, asOf, version == null ? "" : "'ruleSet': '" + version + "', "));
        assertThat(answer.path("eligibleFrom").asText()).isEqualTo(from);
        assertThat(answer.path("alsoUsed")).hasSize(ahead);
        assertThat(java.util.stream.StreamSupport.stream(answer.path("steps").spliterator(), false)
                        .filter(step -> step.path("code").asText().equals("RANK_LAW_COMING"))
                        .count())
                .isEqualTo(ahead);
    }

    @Test
    void credit_points_too() {
        var answer = call(
                RuleSetKind.CREDIT_POINTS,
                body -> ((ObjectNode) body.at("/levels/5/ranks/0")).put("nextRankAt", 90),
                "rank-promotion",
                "{'kind': 'FUNGSIONAL', 'level': 'AHLI_MUDA', 'rank': 'III/c', 'rankSince': '2023-01-01', 'balance': 95, "
                        + "'asOf': '2026-11-22', 'predicates': {'2024': 'BAIK', '2025': 'BAIK'}}");
        assertThat(answer.path("eligibleFrom").asText()).isEqualTo("2027-01-01");
        assertThat(answer.path("alsoUsed")).hasSize(2);
        assertThat(answer.path("alsoUsed").path(1).path("version").asText()).isEqualTo("NEXT");
    }
}
