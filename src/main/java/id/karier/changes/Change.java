package id.karier.changes;

import id.karier.kernel.Published;
import id.karier.kernel.access.ObjectKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change, before it is written.
 *
 * @param about the person whom the object is about, or null
 * @param parties the other persons to whom the object is or was their own, each with what the change made of that
 * @param fields member by its name in the contract → its values before and after; empty for what has no fields
 */
@Published
public record Change(
        String agency,
        ObjectKind kind,
        UUID objectId,
        @Nullable UUID about,
        Map<UUID, Party> parties,
        Action action,
        Map<String, Difference> fields,
        @Nullable String reason) {
    public Change {
        parties = Map.copyOf(parties);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** A change of an object without parties. */
    public Change(
            String agency,
            ObjectKind kind,
            UUID objectId,
            @Nullable UUID about,
            Action action,
            Map<String, Difference> fields,
            @Nullable String reason) {
        this(agency, kind, objectId, about, Map.of(), action, fields, reason);
    }

    /** What happened to the object. {@code VIEWED} is an unmasked reading of personal data. */
    public enum Action {
        CREATED,
        UPDATED,
        DELETED,
        VIEWED,
        LOADED
    }

    /** What a change made of a person's part in an object. */
    public enum Party {
        /** She has become a party. */
        JOINED,
        /** She was one and still is. */
        STAYED,
        /** She was one until now. */
        LEFT
    }

    /** A member's value before and after, as JSON would show it; {@code null} where there was none. */
    public record Difference(
            @Nullable Object before, @Nullable Object after) {}
}
