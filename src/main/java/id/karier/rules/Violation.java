package id.karier.rules;

import java.util.List;

/**
 * One place where a rule-set document contradicts its schema or its invariants.
 *
 * @param pointer JSON pointer into the document
 * @param code stable code ({@code WEIGHTS_NOT_ONE}, {@code BANDS_INCOMPLETE}, {@code SCHEMA} …)
 * @param figures what was found, for the sentence
 */
public record Violation(String pointer, String code, List<String> figures) {
    public Violation {
        figures = List.copyOf(figures);
    }

    public static Violation at(String pointer, String code, Object... figures) {
        return new Violation(
                pointer, code, List.of(figures).stream().map(String::valueOf).toList());
    }
}
