package id.karier.kernel.access;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What stands in the properties of an object, whatever its class. */
final class ObjectProperties {
    private static final Map<String, Field> FIELDS = new ConcurrentHashMap<>();

    private ObjectProperties() {}

    /** @throws IllegalArgumentException for a property that the object has not */
    static @Nullable Object value(Object object, String property) {
        var field =
                FIELDS.computeIfAbsent(object.getClass().getName() + '#' + property, key -> field(object, property));
        try {
            return field.get(object);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Field field(Object object, String property) {
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                if (field.getName().equals(property)) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        throw new IllegalArgumentException(object.getClass() + " has no property " + property);
    }
}
