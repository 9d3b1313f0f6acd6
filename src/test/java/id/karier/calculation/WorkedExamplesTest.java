package id.karier.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.calculation.WorkedExamples.Row;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkedExamplesTest {
    static List<Row> rows() {
        return WorkedExamples.all();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void the_rules_give_what_the_worked_example_says(Row row) {
        var answer = TestCalculators.call(row.calculator(), row.request());
        assertThat(WorkedExamples.difference("", row.expect(), answer))
                .as("%s: %s", row.id(), answer.toPrettyString())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_answer_names_its_rule_set_and_explains_itself(Row row) {
        var answer = TestCalculators.call(row.calculator(), row.request());
        assertThat(answer.path("ruleSet").path("version").asText()).isNotEmpty();
        assertThat(answer.path("ruleSet").path("legalBasis")).isNotEmpty();
        assertThat(answer.path("steps")).isNotEmpty();
        for (var step : answer.path("steps")) {
            assertThat(step.path("text").asText()).isNotEmpty().doesNotContain("{");
        }
        for (var check : answer.path("checks")) {
            assertThat(check.path("clause").asText()).isNotEmpty();
            assertThat(check.path("text").asText()).isNotEmpty().doesNotContain("{");
        }
    }

    @Test
    void every_example_of_the_law_has_its_row() {
        var ids = rows().stream().map(row -> row.id().split(" ")[0]).collect(Collectors.toSet());
        assertThat(ids)
                .contains("1.a", "1.b", "1.c", "1.d", "1.e", "1.f", "1.g", "1.h", "1.i")
                .contains("2.a", "2.b", "2.c", "2.d", "2.e", "2.f")
                .contains("3.a", "3.b", "3.c", "3.d", "3.e", "3.f", "3.g", "3.h")
                .contains("4.a", "4.b", "4.c", "4.d", "4.e", "4.f", "4.g", "4.h", "4.i", "4.j", "4.k")
                .contains("5.a", "5.b", "5.c", "5.d", "5.e", "5.f", "5.g", "5.h")
                .contains("6.a", "6.b", "6.c", "6.d", "6.e", "6.f", "6.g", "6.h", "6.i")
                .contains("7.a", "7.b", "7.c", "7.d", "7.e", "7.f", "7.g", "7.h")
                .contains("7.i", "7.j", "7.k", "7.l", "7.m", "7.n", "7.o")
                .contains("7.p", "7.q", "7.r", "7.s", "7.t", "7.u", "7.v", "7.w", "7.x", "7.y")
                .contains("7.z", "7.aa", "7.ab")
                .contains("8.a", "8.b", "8.c", "8.d", "8.e", "8.f", "8.g")
                .contains("9.a", "9.b", "9.c", "9.d", "9.e", "9.f", "9.g", "9.h", "9.i")
                .contains("10.1");
    }
}
