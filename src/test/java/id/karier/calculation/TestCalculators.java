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
import id.karier.rules.AgencyRuleSets;
import id.karier.rules.RuleSetDocuments;
import id.karier.rules.RuleSetKind;
import id.karier.rules.RuleSets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** The calculators of the national rule sets on one day, called with Java or JSON. */
final class TestCalculators {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final Case CASE = new Case(TODAY, null);

    /** Mutation testing of the bodies reads the rule sets anew for every case: no mutant may meet another's. */
    private static final boolean ANEW = Boolean.getBoolean("karier.test.rules-anew");

    private static @Nullable Calculators kept;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private TestCalculators() {}

    static synchronized Calculators calculators() {
        var calculators = kept;
        if (calculators == null || ANEW) {
            calculators = new Calculators(RuleSets.national());
            kept = calculators;
        }
        return calculators;
    }

    /** The names of all calculators are those of the operation registry. */
    static JsonNode call(String calculator, JsonNode request) {
        return call(calculator, request, CASE);
    }

    static JsonNode call(String calculator, JsonNode request, Case of) {
        return call(calculators(), calculator, request, of);
    }

    /** Calls for an agency whose own version differs from the newest national one in its body. */
    static JsonNode callUnder(RuleSetKind kind, Consumer<ObjectNode> change, String calculator, String request) {
        var documents = new RuleSetDocuments();
        var base = RuleSets.national().all(kind, null).get(0);
        var document = (ObjectNode) RuleSetDocuments.document(base);
        change.accept((ObjectNode) document.path("body"));
        var own = documents.restore(document.put("version", "OWN").put("agency", "lampung"));
        Assertions.assertThat(own.body().violations()).isEmpty();
        var ruleSets = new RuleSets(
                documents.national(),
                (agency, of) -> of == kind ? List.of(new AgencyRuleSets.Own(own, base.version())) : List.of());
        return call(new Calculators(ruleSets), calculator, json(request), new Case(TODAY, "lampung"));
    }

    static JsonNode call(Calculators calculators, String calculator, JsonNode request, Case of) {
        var named = CalculatorNames.of(calculator).orElseThrow();
        return JSON.valueToTree(answer(calculators, named, request, of));
    }

    private static <Q extends CalculationRequest, A extends Explained<A>> A answer(
            Calculators calculators, CalculatorNames.Named<Q, A> named, JsonNode request, Case of) {
        try {
            var answer = named.calculation().apply(calculators, JSON.treeToValue(request, named.requestType()), of);
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
