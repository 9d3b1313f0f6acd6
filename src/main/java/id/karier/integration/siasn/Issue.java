package id.karier.integration.siasn;

import id.karier.kernel.Published;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place of a payload that cannot be read or contradicts another.
 *
 * @param column as the payload names it
 * @param value what stands there, personal data masked
 * @param code the sentence is {@code error.CODE} of the bundle {@code imports}
 */
@Published
public record Issue(@Nullable String column, @Nullable String value, String code, List<Object> figures) {
    public Issue {
        figures = List.copyOf(figures);
    }

    public static Issue at(@Nullable String column, @Nullable String value, String code, Object... figures) {
        return new Issue(column, value, code, List.of(figures));
    }

    /** The same issue inside of something that holds it. */
    public Issue within(String place) {
        return new Issue(column == null ? place : place + '.' + column, value, code, figures);
    }
}
