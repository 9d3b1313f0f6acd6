package id.karier.changes;

import id.karier.kernel.Published;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change, before it is written.
 *
 * @param subject the person whom the object is about, or null
 * @param fields member → its values before and after; empty for what has no fields
 */
@Published
public record Change(
        String agency,
        String objectType,
        UUID objectId,
        @Nullable UUID subject,
        Action action,
        Map<String, Difference> fields,
        @Nullable String reason) {
    public Change {
        fields = Map.copyOf(fields);
    }

    /** What happened to the object. {@code VIEWED} is an unmasked reading of personal data. */
    public enum Action {
        CREATED,
        UPDATED,
        DELETED,
        VIEWED,
        LOADED
    }

    /** A member's value before and after, as JSON would show it; {@code null} where there was none. */
    public record Difference(
            @Nullable Object before, @Nullable Object after) {}
}
