package id.karier.rules;

import java.util.List;
import java.util.Set;

/**
 * One place where a rule-set document contradicts its schema or its invariants.
 *
 * @param pointer JSON pointer into the document
 * @param code stable code ({@code WEIGHTS_NOT_ONE}, {@code BANDS_INCOMPLETE}, {@code SCHEMA} …)
 * @param figures what was found, for the sentence; of a schema its keyword first
 */
public record Violation(String pointer, String code, List<String> figures) {
    public Violation {
        figures = List.copyOf(figures);
    }

    /** The code of what the published schema says. */
    public static final String SCHEMA = "SCHEMA";

    /** The keywords of JSON Schema that the published ones use; of another one it is only said that it was broken. */
    private static final Set<String> KEYWORDS = Set.of(
            "type",
            "required",
            "additionalProperties",
            "propertyNames",
            "enum",
            "const",
            "pattern",
            "minLength",
            "minimum",
            "maximum",
            "minItems",
            "maxItems",
            "uniqueItems");

    /** The key of its sentence in the bundle of the calculators. */
    public String sentence() {
        return code.equals(SCHEMA) && KEYWORDS.contains(figures.get(0))
                ? "calculation.schema." + figures.get(0)
                : "calculation.error." + code;
    }

    public static Violation at(String pointer, String code, Object... figures) {
        return new Violation(
                pointer, code, List.of(figures).stream().map(String::valueOf).toList());
    }
}
