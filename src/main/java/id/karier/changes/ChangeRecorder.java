package id.karier.changes;

import id.karier.changes.Change.Action;
import id.karier.changes.Change.Difference;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.Interceptor;
import org.hibernate.Transaction;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Listens to one Hibernate session and writes what its {@link Recorded} entities went through, in one batch, before the
 * transaction completes. A write that goes past Hibernate notes itself in {@link ChangeLog}.
 */
@PersistenceUnitExtension
@Dependent
public class ChangeRecorder implements Interceptor {
    private static final Set<String> UNTOLD = Set.of("version", "agency", "updatedAt");
    private static final Map<Class<?>, Set<String>> SECRETS = new ConcurrentHashMap<>();

    private final transient Instance<ChangeLog> log;
    private final transient Map<Object, Change> changes = new LinkedHashMap<>();

    ChangeRecorder(Instance<ChangeLog> log) {
        this.log = log;
    }

    @Override
    public boolean onPersist(Object entity, Object id, Object[] state, String[] names, Type[] types) {
        if (entity instanceof Recorded recorded) {
            note(entity, recorded, Action.CREATED, differences(entity, null, state, names));
        }
        return false;
    }

    @Override
    public boolean onFlushDirty(
            Object entity, Object id, Object[] current, Object[] previous, String[] names, Type[] types) {
        if (entity instanceof Recorded recorded) {
            var differences = differences(entity, previous, current, names);
            if (!differences.isEmpty()) {
                note(entity, recorded, Action.UPDATED, differences);
            }
        }
        return false;
    }

    @Override
    public void onRemove(Object entity, Object id, Object[] state, String[] names, Type[] types) {
        if (entity instanceof Recorded recorded) {
            note(entity, recorded, Action.DELETED, differences(entity, state, null, names));
        }
    }

    @Override
    public void beforeTransactionCompletion(Transaction transaction) {
        if (!changes.isEmpty()) {
            var noted = List.copyOf(changes.values());
            changes.clear();
            log.get().note(noted);
        }
    }

    /** Several flushes of one object in one transaction are one change: the first before, the last after. */
    private void note(Object entity, Recorded recorded, Action action, Map<String, Difference> fields) {
        changes.merge(
                entity,
                new Change(
                        agency(recorded),
                        recorded.objectType(),
                        recorded.id(),
                        recorded.subject(),
                        action,
                        fields,
                        null),
                ChangeRecorder::joined);
    }

    private static Change joined(Change earlier, Change later) {
        var fields = new LinkedHashMap<>(earlier.fields());
        later.fields()
                .forEach((name, difference) ->
                        fields.merge(name, difference, (a, b) -> new Difference(a.before(), b.after())));
        var action = later.action() == Action.DELETED ? Action.DELETED : earlier.action();
        return new Change(later.agency(), later.objectType(), later.objectId(), later.subject(), action, fields, null);
    }

    /** On insert Hibernate has not put the tenant into the entity yet. */
    private String agency(Recorded recorded) {
        var agency = recorded.agency();
        return agency == null ? log.get().agency() : agency;
    }

    private static Map<String, Difference> differences(
            Object entity, Object @Nullable [] before, Object @Nullable [] after, String[] names) {
        var secrets = SECRETS.computeIfAbsent(entity.getClass(), ChangeRecorder::secretsOf);
        var differences = new LinkedHashMap<String, Difference>();
        for (int i = 0; i < names.length; i++) {
            var old = before == null ? null : before[i];
            var now = after == null ? null : after[i];
            if (!UNTOLD.contains(names[i]) && !same(old, now)) {
                boolean secret = secrets.contains(names[i]);
                differences.put(names[i], secret ? new Difference(hidden(old), hidden(now)) : new Difference(old, now));
            }
        }
        return differences;
    }

    private static boolean same(@Nullable Object old, @Nullable Object now) {
        if (old instanceof BigDecimal a && now instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        if (old instanceof byte[] a && now instanceof byte[] b) {
            return java.util.Arrays.equals(a, b);
        }
        return Objects.equals(old, now);
    }

    private static @Nullable String hidden(@Nullable Object value) {
        return value == null ? null : "***";
    }

    private static Set<String> secretsOf(Class<?> entity) {
        var secrets = new HashSet<String>();
        for (Class<?> type = entity; type != null; type = type.getSuperclass()) {
            for (Field field : new ArrayList<>(List.of(type.getDeclaredFields()))) {
                if (field.isAnnotationPresent(Secret.class)) {
                    secrets.add(field.getName());
                }
            }
        }
        return secrets;
    }
}
