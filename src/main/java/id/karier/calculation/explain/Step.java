package id.karier.calculation.explain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was computed: in a code and its figures by the rules, in a sentence by the edge.
 *
 * @param code stable code of the step; its sentence is {@code step.CODE} of the {@code calculation} bundle
 * @param text the sentence in the reader's language; empty until the edge has worded it
 * @param figures every figure that went in, by name, in the order of the sentence's arguments
 * @param value what came out; null when the step only states something
 */
public record Step(
        String code,
        String text,
        Map<String, @Nullable Object> figures,
        @Nullable Object value) {
    public Step {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /**
     * A step before it is worded.
     *
     * @param namesAndFigures name, figure, name, figure …
     */
    public static Step of(String code, @Nullable Object value, @Nullable Object... namesAndFigures) {
        var figures = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < namesAndFigures.length; i += 2) {
            figures.put(String.valueOf(namesAndFigures[i]), namesAndFigures[i + 1]);
        }
        return new Step(code, "", figures, value);
    }

    /** The same step with its sentence. */
    public Step saying(String sentence) {
        return new Step(code, sentence, figures, value);
    }
}
