package id.karier.calculation;

import static id.karier.calculation.TestCalculators.assertRefused;
import static id.karier.calculation.TestCalculators.call;
import static id.karier.calculation.TestCalculators.json;
import static org.assertj.core.api.Assertions.assertThat;

import id.karier.rules.terms.PerformancePredicate;
import id.karier.rules.terms.PerformanceRating;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PerformanceRulesTest {
    private static PerformancePredicate predicate(PerformanceRating workResult, PerformanceRating workBehaviour) {
        var answer = call(
                "performance-predicate",
                json("{'workResult': '%s', 'workBehaviour': '%s'}".formatted(workResult, workBehaviour)));
        return PerformancePredicate.valueOf(answer.path("predicate").asText());
    }

    private static List<String> violations(String organisation, String counts) {
        var answer = call(
                "performance-distribution",
                json("{'organisation': '%s', 'counts': %s}".formatted(organisation, counts)));
        var codes = new ArrayList<String>();
        answer.path("violations").forEach(code -> codes.add(code.asText()));
        assertThat(answer.path("conforms").asBoolean()).isEqualTo(codes.isEmpty());
        return codes;
    }

    private static String counts(int sangatBaik, int baik, int butuhPerbaikan, int kurang, int sangatKurang) {
        return "{'SANGAT_BAIK': %d, 'BAIK': %d, 'BUTUH_PERBAIKAN': %d, 'KURANG': %d, 'SANGAT_KURANG': %d}"
                .formatted(sangatBaik, baik, butuhPerbaikan, kurang, sangatKurang);
    }

    @ParameterizedTest
    @CsvSource({
        "DI_ATAS, DI_BAWAH, KURANG",
        "DI_ATAS, SESUAI, BAIK",
        "DI_ATAS, DI_ATAS, SANGAT_BAIK",
        "SESUAI, DI_BAWAH, KURANG",
        "SESUAI, SESUAI, BAIK",
        "SESUAI, DI_ATAS, BAIK",
        "DI_BAWAH, DI_BAWAH, SANGAT_KURANG",
        "DI_BAWAH, SESUAI, BUTUH_PERBAIKAN",
        "DI_BAWAH, DI_ATAS, BUTUH_PERBAIKAN",
    })
    void each_cell_has_its_predicate(
            PerformanceRating workResult, PerformanceRating workBehaviour, PerformancePredicate predicate) {
        assertThat(predicate(workResult, workBehaviour)).isEqualTo(predicate);
    }

    @Test
    void the_matrix_is_total_and_monotone() {
        for (var result : PerformanceRating.values()) {
            for (var behaviour : PerformanceRating.values()) {
                for (var higher : PerformanceRating.values()) {
                    if (higher.compareTo(result) >= 0) {
                        assertThat(predicate(higher, behaviour)).isGreaterThanOrEqualTo(predicate(result, behaviour));
                    }
                    if (higher.compareTo(behaviour) >= 0) {
                        assertThat(predicate(result, higher)).isGreaterThanOrEqualTo(predicate(result, behaviour));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-01-12, 2026-01-26", "2024-02-20, 2024-03-05", "2026-12-25, 2027-01-08"})
    void an_objection_may_be_raised_for_fourteen_days(String receivedOn, String until) {
        var answer = call(
                "performance-predicate",
                json("{'workResult': 'SESUAI', 'workBehaviour': 'SESUAI', 'receivedOn': '%s'}".formatted(receivedOn)));
        assertThat(answer.path("objectionUntil").asText()).isEqualTo(until);
    }

    @Test
    void without_a_receipt_there_is_no_day_of_objection() {
        var answer = call("performance-predicate", json("{'workResult': 'SESUAI', 'workBehaviour': 'SESUAI'}"));
        assertThat(answer.has("objectionUntil")).isFalse();
        assertThat(answer.path("steps")).hasSize(1);
    }

    @Test
    void an_outstanding_organisation_has_very_good_in_front_but_not_above_70_per_cent() {
        assertThat(violations("ISTIMEWA", counts(7, 3, 0, 0, 0))).isEmpty();
        assertThat(violations("ISTIMEWA", counts(701, 299, 0, 0, 0))).containsExactly("SANGAT_BAIK_ABOVE_70_PERCENT");
        assertThat(violations("ISTIMEWA", counts(4, 5, 1, 0, 0))).containsExactly("SANGAT_BAIK_NOT_LARGEST");
        assertThat(violations("ISTIMEWA", counts(5, 5, 0, 0, 0))).isEmpty();
    }

    @Test
    void a_good_organisation_has_good_in_front_and_somebody_behind() {
        assertThat(violations("BAIK", counts(2, 7, 1, 0, 0))).isEmpty();
        assertThat(violations("BAIK", counts(2, 7, 0, 1, 0))).isEmpty();
        assertThat(violations("BAIK", counts(2, 7, 0, 0, 1))).containsExactly("BUTUH_PERBAIKAN_OR_KURANG_MISSING");
        assertThat(violations("BAIK", counts(0, 8, 2, 0, 0))).containsExactly("BAIK_ABOVE_70_PERCENT");
        assertThat(violations("BAIK", counts(5, 4, 1, 0, 0))).containsExactly("BAIK_NOT_LARGEST");
    }

    @Test
    void an_organisation_to_improve_has_60_per_cent_to_improve_and_few_very_good() {
        assertThat(violations("BUTUH_PERBAIKAN", counts(1, 3, 6, 0, 0))).isEmpty();
        assertThat(violations("BUTUH_PERBAIKAN", counts(1, 4, 5, 0, 0)))
                .containsExactly("BUTUH_PERBAIKAN_BELOW_60_PERCENT");
        assertThat(violations("BUTUH_PERBAIKAN", counts(2, 2, 6, 0, 0)))
                .containsExactly("SANGAT_BAIK_ABOVE_10_PERCENT");
    }

    @Test
    void a_poor_organisation_has_60_per_cent_poor_and_10_per_cent_to_improve() {
        assertThat(violations("KURANG", counts(1, 2, 1, 6, 0))).isEmpty();
        assertThat(violations("KURANG", counts(1, 2, 2, 5, 0))).containsExactly("KURANG_BELOW_60_PERCENT");
        assertThat(violations("KURANG", counts(1, 3, 0, 6, 0))).containsExactly("BUTUH_PERBAIKAN_BELOW_10_PERCENT");
        assertThat(violations("KURANG", counts(2, 1, 1, 6, 0))).containsExactly("SANGAT_BAIK_ABOVE_10_PERCENT");
    }

    @Test
    void a_very_poor_organisation_has_60_per_cent_very_poor_and_nobody_very_good() {
        assertThat(violations("SANGAT_KURANG", counts(0, 3, 0, 1, 6))).isEmpty();
        assertThat(violations("SANGAT_KURANG", counts(0, 3, 1, 0, 6))).isEmpty();
        assertThat(violations("SANGAT_KURANG", counts(0, 18, 1, 1, 30)))
                .containsExactly("KURANG_OR_BUTUH_PERBAIKAN_BELOW_10_PERCENT");
        assertThat(violations("SANGAT_KURANG", counts(0, 4, 0, 1, 5)))
                .containsExactly("SANGAT_KURANG_BELOW_60_PERCENT");
        assertThat(violations("SANGAT_KURANG", counts(1, 2, 0, 1, 6))).containsExactly("SANGAT_BAIK_NOT_ALLOWED");
    }

    @ParameterizedTest
    @MethodSource("id.karier.calculation.Seeds#all")
    void a_distribution_depends_on_shares_not_on_size(long seed) {
        var random = Seeds.random(seed);
        var all = new int[5];
        for (int i = 0; i < all.length; i++) {
            all[i] = random.nextInt(6);
        }
        all[random.nextInt(5)]++;
        for (var organisation : List.of("ISTIMEWA", "BAIK", "BUTUH_PERBAIKAN", "KURANG", "SANGAT_KURANG")) {
            assertThat(violations(organisation, counts(all[0], all[1], all[2], all[3], all[4])))
                    .isEqualTo(violations(
                            organisation, counts(all[0] * 7, all[1] * 7, all[2] * 7, all[3] * 7, all[4] * 7)));
        }
    }

    @Test
    void input_that_no_rule_can_take_is_refused() {
        assertRefused("/workResult", "MEMBER_REQUIRED", "performance-predicate", "{'workBehaviour': 'SESUAI'}");
        assertRefused("/workBehaviour", "MEMBER_REQUIRED", "performance-predicate", "{'workResult': 'SESUAI'}");
        assertRefused("/organisation", "MEMBER_REQUIRED", "performance-distribution", "{'counts': {'BAIK': 1}}");
        assertRefused("/counts", "MEMBER_REQUIRED", "performance-distribution", "{'organisation': 'BAIK'}");
        assertRefused("/counts", "COUNTS_EMPTY", () -> violations("BAIK", "{}"));
        assertRefused("/counts", "COUNTS_EMPTY", () -> violations("BAIK", "{'BAIK': 0}"));
        assertRefused("/counts/BAIK", "NUMBER_NEGATIVE", () -> violations("BAIK", "{'BAIK': -1}"));
        assertRefused("/counts/BAIK", "MEMBER_REQUIRED", () -> violations("BAIK", "{'BAIK': null}"));
    }
}
