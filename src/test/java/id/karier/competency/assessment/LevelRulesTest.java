package id.karier.competency.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.rules.body.AssessmentBody;
import id.karier.rules.body.JpmBody.Purpose;
import id.karier.rules.terms.AssessmentMethod;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelRulesTest {
    private static final AssessmentBody LAW = ShippedLaw.assessment();

    private static Map<LevelSource, BigDecimal> told(String self, String superior, String peers, String subordinates) {
        var told = new EnumMap<LevelSource, BigDecimal>(LevelSource.class);
        put(told, LevelSource.SELF, self);
        put(told, LevelSource.SUPERIOR, superior);
        put(told, LevelSource.PEER, peers);
        put(told, LevelSource.SUBORDINATE, subordinates);
        return told;
    }

    private static void put(Map<LevelSource, BigDecimal> told, LevelSource source, String mean) {
        if (!mean.equals("-")) {
            told.put(source, new BigDecimal(mean));
        }
    }

    /** By 0.1, 0.4, 0.25, 0.25; what is missing takes its weight with it. */
    @ParameterizedTest
    @CsvSource({
        "4, 3, 3, 3, 3.10, 3",
        "4, 3, 3.3333, 3.5, 3.31, 3",
        "5, 5, 5, 5, 5.00, 5",
        "1, 1, 1, 1, 1.00, 1",
        "-, 3, -, -, 3.00, 3", // a weight of 0.4 is enough
        "4, -, 2.5, -, , ", // 0.35 is not
        "4, -, -, -, , ",
        "-, -, -, -, , ",
        "3, 2, 3, 3, 2.60, 3",
        "2, 2, 3, 3, 2.50, 3", // half goes up
        "1, 2, 3, 3, 2.40, 2",
        "-, 2, 2.995, -, 2.38, 2"
    })
    void a_level_is_the_weighted_mean_of_what_is_known(
            String self, String superior, String peers, String subordinates, BigDecimal score, Integer level) {
        var scored = LevelRules.score(
                LAW,
                LevelRules.weights(LAW, Purpose.PEMETAAN, null),
                told(self, superior, peers, subordinates),
                Map.of());
        assertThat(scored.score()).isEqualTo(score);
        assertThat(scored.level()).isEqualTo(level);
        assertThat(scored.parts()).hasSize(4);
    }

    @Test
    void a_joint_group_has_the_weights_of_both() {
        var scored = LevelRules.score(
                LAW,
                LevelRules.weights(LAW, Purpose.PEMETAAN, null),
                Map.of(
                        LevelSource.SUPERIOR,
                        new BigDecimal("3"),
                        LevelSource.PEER_AND_SUBORDINATE,
                        new BigDecimal("4")),
                Map.of());
        // (0.4 × 3 + 0.5 × 4) ÷ 0.9
        assertThat(scored.score()).isEqualTo("3.56");
        assertThat(scored.level()).isEqualTo(4);
        assertThat(LevelRules.formula(scored)).isEqualTo("(0.4 × 3 + 0.5 × 4) ÷ 0.9 = 3.56 → 4");
    }

    @Test
    void an_earlier_finding_is_a_part_of_a_selection() {
        var scored = LevelRules.score(
                LAW,
                LevelRules.weights(LAW, Purpose.SELEKSI, null),
                Map.of(LevelSource.SUPERIOR, new BigDecimal("4")),
                Map.of(AssessmentMethod.ASSESSMENT_CENTRE, 2, AssessmentMethod.CERTIFICATE, 5));
        // the certificate has no weight in a selection: (0.2 × 4 + 0.6 × 2) ÷ 0.8
        assertThat(scored.score()).isEqualTo("2.50");
        assertThat(scored.level()).isEqualTo(3);
    }

    @Test
    void a_round_may_have_weights_of_its_own() {
        var weights = LevelRules.weights(LAW, Purpose.PEMETAAN, Map.of(AssessmentMethod.SELF, BigDecimal.ONE));
        var scored = LevelRules.score(LAW, weights, told("2", "5", "5", "5"), Map.of());
        assertThat(scored.level()).isEqualTo(2);
        assertThat(LevelRules.formula(scored)).isEqualTo("(1 × 2) ÷ 1 = 2 → 2");
    }

    @Test
    void without_a_score_there_is_no_formula() {
        var scored = LevelRules.score(LAW, LAW.weights().get(Purpose.PEMETAAN), Map.of(), Map.of());
        assertThat(LevelRules.formula(scored)).isNull();
        assertThat(scored.parts()).allMatch(part -> part.value() == null);
    }
}
