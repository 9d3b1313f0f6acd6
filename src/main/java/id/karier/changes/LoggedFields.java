package id.karier.changes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.changes.Change.Difference;
import id.karier.kernel.Published;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.access.ObjectRegistry;
import id.karier.kernel.data.FieldCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The differences of a change as the log stores them: JSON, in which the members that their kind seals are ciphertext. A
 * seal is bound to the object's table, column and id, in the log as in the table itself.
 */
@Published
@ApplicationScoped
public class LoggedFields {
    private static final TypeReference<LinkedHashMap<String, Difference>> FIELDS = new TypeReference<>() {};

    private final ObjectRegistry kinds;
    private final FieldCipher cipher;
    private final ObjectMapper json;

    LoggedFields(ObjectRegistry kinds, FieldCipher cipher, ObjectMapper json) {
        this.kinds = kinds;
        this.cipher = cipher;
        this.json = json;
    }

    private interface Turn {
        String turn(String place, UUID object, String text);
    }

    String write(Change change) {
        return write(turned(change.kind(), change.objectId(), change.fields(), cipher::sealTextOnce));
    }

    /** The differences in the clear. */
    public Map<String, Difference> read(String kind, UUID object, String stored) {
        var differences = parse(stored);
        return kinds.named(kind)
                .map(known -> turned(known, object, differences, cipher::openText))
                .orElse(differences);
    }

    /** The JSON in the clear, as it was written. */
    public String open(String kind, UUID object, String stored) {
        return seals(kind) ? write(read(kind, object, stored)) : stored;
    }

    /** The JSON with what its kind seals sealed; rows of older versions have it in the clear. */
    String seal(String kind, UUID object, String stored) {
        return kinds.named(kind)
                .filter(known -> !known.sealed().isEmpty())
                .map(known -> turned(known, object, parse(stored), cipher::sealTextOnce))
                .map(this::write)
                .orElse(stored);
    }

    /** Whether a member that its kind seals stands there in the clear. */
    boolean isOpen(String kind, UUID object, String stored) {
        var known = kinds.named(kind).orElse(null);
        if (known == null) {
            return false;
        }
        var differences = parse(stored);
        for (var sealed : known.sealed().entrySet()) {
            var difference = differences.get(sealed.getKey());
            if (difference != null
                    && (isOpen(difference.before(), sealed.getValue(), object)
                            || isOpen(difference.after(), sealed.getValue(), object))) {
                return true;
            }
        }
        return false;
    }

    private boolean isOpen(@Nullable Object value, String place, UUID object) {
        return value instanceof String text && !cipher.isSealed(place, object, text);
    }

    /** Whether changes of a kind may hold ciphertext. */
    boolean seals(String kind) {
        return kinds.named(kind).map(known -> !known.sealed().isEmpty()).orElse(false);
    }

    private static Map<String, Difference> turned(
            ObjectKind kind, UUID object, Map<String, Difference> differences, Turn turn) {
        if (kind.sealed().isEmpty()) {
            return differences;
        }
        var turned = new LinkedHashMap<>(differences);
        kind.sealed()
                .forEach((member, place) -> turned.computeIfPresent(
                        member,
                        (name, difference) -> new Difference(
                                turned(difference.before(), place, object, turn),
                                turned(difference.after(), place, object, turn))));
        return turned;
    }

    private static @Nullable Object turned(@Nullable Object value, String place, UUID object, Turn turn) {
        return value instanceof String text ? turn.turn(place, object, text) : value;
    }

    private Map<String, Difference> parse(String stored) {
        try {
            return json.readValue(stored, FIELDS);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a change is unreadable", damaged);
        }
    }

    private String write(Map<String, Difference> differences) {
        try {
            return json.writeValueAsString(differences);
        } catch (JsonProcessingException failed) {
            throw new IllegalStateException("cannot write a change", failed);
        }
    }
}
