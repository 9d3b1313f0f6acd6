package id.karier.calculation;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.karier.calculation.Calculators.Case;
import id.karier.calculation.explain.CalculationRequest;
import id.karier.calculation.explain.Explained;
import id.karier.kernel.FieldError;
import id.karier.kernel.Messages;
import id.karier.kernel.ProblemException;
import id.karier.rules.RuleSets;
import java.time.LocalDate;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The calculators of the national rule sets on one day, called with Java or JSON. */
final class TestCalculators {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final Case CASE = new Case(TODAY, null);
    static final Calculators CALCULATORS = new Calculators(RuleSets.national());

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private TestCalculators() {}

    /** The names of all calculators are those of the operation registry. */
    static JsonNode call(String calculator, JsonNode request) {
        return call(calculator, request, CASE);
    }

    static JsonNode call(String calculator, JsonNode request, Case of) {
        var named = CalculatorNames.of(calculator).orElseThrow();
        return JSON.valueToTree(answer(named, request, of));
    }

    private static <Q extends CalculationRequest, A extends Explained<A>> A answer(
            CalculatorNames.Named<Q, A> named, JsonNode request, Case of) {
        try {
            var answer = named.calculation().apply(CALCULATORS, JSON.treeToValue(request, named.requestType()), of);
            return new CalculationTexts(Messages.INDONESIAN).word(answer);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Asserts that a calculation is refused with one field error, whose sentence exists in both languages. */
    static void assertRefused(String pointer, String code, ThrowingCallable calculation) {
        Assertions.assertThatThrownBy(calculation).isInstanceOfSatisfying(ProblemException.class, problem -> {
            Assertions.assertThat(problem.code().status()).isEqualTo(422);
            Assertions.assertThat(problem.errors())
                    .extracting(FieldError::pointer, FieldError::code)
                    .containsExactly(Assertions.tuple(pointer, code));
            var error = problem.errors().get(0);
            Assertions.assertThat(error.detail(Messages.INDONESIAN)).doesNotContain("{");
            Assertions.assertThat(error.detail(java.util.Locale.ENGLISH)).doesNotContain("{");
        });
    }

    static void assertRefused(String pointer, String code, String calculator, String request) {
        assertRefused(pointer, code, () -> call(calculator, json(request)));
    }
}
