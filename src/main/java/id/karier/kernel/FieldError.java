package id.karier.kernel;

import java.util.List;
import java.util.Locale;

/**
 * One place in a request that is wrong.
 *
 * @param pointer JSON pointer into the body ({@code /startsOn}), or the name of a query parameter or header
 * @param code stable code of what is wrong
 * @param sentence the key of the sentence in the bundle that it names ({@code employee.error.NIP_MISMATCH})
 * @param figures the sentence's arguments
 */
public record FieldError(String pointer, String code, String sentence, List<Object> figures) {
    public FieldError {
        figures = List.copyOf(figures);
    }

    /** A field error whose sentence is {@code error.CODE} of the kernel's own {@code problem} bundle. */
    public static FieldError of(String pointer, String code, Object... figures) {
        return in("problem", pointer, code, figures);
    }

    /** A field error whose sentence is {@code error.CODE} in the bundle of a slice. */
    public static FieldError in(String bundle, String pointer, String code, Object... figures) {
        return new FieldError(pointer, code, bundle + ".error." + code, List.of(figures));
    }

    /** The sentence in the reader's language. */
    public String detail(Locale locale) {
        return Messages.text(locale, sentence, figures.toArray());
    }
}
