package id.karier.kernel.access;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All kinds of object by their names. The application does not start with one that leaves something unsaid. */
@Startup
@ApplicationScoped
public class ObjectRegistry {
    private final Map<String, ObjectKind> kinds = new LinkedHashMap<>();

    public ObjectRegistry(@All List<ObjectKinds> slices) {
        var faults = new ArrayList<String>();
        for (var slice : slices) {
            for (var kind : slice.kinds()) {
                if (kinds.put(kind.name(), kind) != null) {
                    faults.add("two kinds of object are called " + kind.name());
                }
                faults.addAll(faults(kind));
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join("\n", faults));
        }
    }

    public Collection<ObjectKind> all() {
        return Collections.unmodifiableCollection(kinds.values());
    }

    public Optional<ObjectKind> named(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    /** @throws IllegalStateException for a kind that no slice lists */
    public void requireKnown(ObjectKind kind) {
        if (kinds.get(kind.name()) != kind) {
            throw new IllegalStateException(
                    "no slice lists the kind of object " + kind.name() + ": add it to its ObjectKinds bean");
        }
    }

    /** What a kind has left unsaid of its entity, or says of properties that are not there. */
    public static List<String> faults(ObjectKind kind) {
        var entity = kind.entity();
        if (entity == null) {
            return List.of();
        }
        var faults = new ArrayList<String>();
        var properties = properties(entity);
        for (var property : properties) {
            if (!kind.members().containsKey(property) && !ObjectKind.isTechnical(property)) {
                faults.add(kind.name() + " says nothing of " + property + ": tells, logs or hides it");
            }
        }
        var named = new ArrayList<>(kind.members().keySet());
        named.addAll(kind.parties());
        named.addAll(kind.sealed().keySet());
        if (kind.about() != null) {
            named.add(kind.about());
        }
        for (var property : named) {
            if (!properties.contains(property) && !ObjectKind.isTechnical(property)) {
                faults.add(kind.name() + " names " + property + ", which " + entity.getSimpleName() + " does not have");
            }
        }
        return faults;
    }

    private static List<String> properties(Class<?> entity) {
        var properties = new ArrayList<String>();
        for (Class<?> type = entity; type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                int modifiers = field.getModifiers();
                if (!Modifier.isStatic(modifiers)
                        && !Modifier.isTransient(modifiers)
                        && !field.isSynthetic()
                        && !field.getName().startsWith("$")) {
                    properties.add(field.getName());
                }
            }
        }
        return properties;
    }
}
