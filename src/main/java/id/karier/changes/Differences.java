package id.karier.changes;

import id.karier.changes.Change.Difference;
import id.karier.changes.Change.Party;
import id.karier.kernel.Published;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.access.ObjectKind.Visibility;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares two states of an object, and says it as the kind of object lets it be said. */
@Published
public final class Differences {
    private static final String HIDDEN = "***";

    private Differences() {}

    /**
     * The members whose values differ, by their names in the contract.
     *
     * @param before property → value, empty for an object that is new
     * @param after property → value, empty for an object that is gone
     * @throws IllegalArgumentException for a property of which the kind says nothing
     */
    public static Map<String, Difference> of(
            ObjectKind kind,
            Map<String, ? extends @Nullable Object> before,
            Map<String, ? extends @Nullable Object> after) {
        var differences = new LinkedHashMap<String, Difference>();
        var properties = new LinkedHashMap<String, Object>(before);
        properties.putAll(after);
        for (var property : properties.keySet()) {
            var old = before.get(property);
            var now = after.get(property);
            if (!ObjectKind.isTechnical(property) && !same(old, now)) {
                var member = kind.members().get(property);
                if (member == null) {
                    throw new IllegalArgumentException(
                            kind.name() + " says nothing of " + property + ": tells, logs or hides it");
                }
                boolean hidden = member.visibility() == Visibility.HIDDEN;
                differences.put(
                        member.name(), hidden ? new Difference(hidden(old), hidden(now)) : new Difference(old, now));
            }
        }
        return differences;
    }

    /** What becomes of the parties of an object between two states. */
    static Map<UUID, Party> parties(
            ObjectKind kind, Function<String, @Nullable Object> before, Function<String, @Nullable Object> after) {
        if (kind.parties().isEmpty()) {
            return Map.of();
        }
        var parties = new LinkedHashMap<UUID, Party>();
        for (var property : kind.parties()) {
            if (before.apply(property) instanceof UUID person) {
                parties.put(person, Party.LEFT);
            }
        }
        for (var property : kind.parties()) {
            if (after.apply(property) instanceof UUID person) {
                parties.merge(person, Party.JOINED, (was, now) -> was == Party.JOINED ? was : Party.STAYED);
            }
        }
        return parties;
    }

    private static boolean same(@Nullable Object old, @Nullable Object now) {
        if (old instanceof BigDecimal a && now instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        if (old instanceof byte[] a && now instanceof byte[] b) {
            return Arrays.equals(a, b);
        }
        return Objects.equals(old, now);
    }

    private static @Nullable String hidden(@Nullable Object value) {
        return value == null ? null : HIDDEN;
    }
}
