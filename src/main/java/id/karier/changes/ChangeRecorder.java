package id.karier.changes;

import id.karier.changes.Change.Action;
import id.karier.kernel.access.ObjectKind;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Interceptor;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Listens to one Hibernate session and writes what its {@link Recorded} entities went through, in one batch, before the
 * transaction completes. A write that goes past Hibernate notes itself in {@link ChangeLog}.
 */
@PersistenceUnitExtension
@Dependent
public class ChangeRecorder implements Interceptor {
    private static final int[] NOTHING = {};

    private final transient Instance<ChangeLog> log;
    private final transient Map<Object, Recording> recordings = new LinkedHashMap<>();

    ChangeRecorder(Instance<ChangeLog> log) {
        this.log = log;
    }

    /** An object's state before the transaction and now; several flushes of one object are one change. */
    private record Recording(
            Recorded object,
            Action action,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after) {
        Recording followedBy(Recording later) {
            var joined = later.action == Action.DELETED ? Action.DELETED : action;
            return new Recording(object, joined, before, later.after);
        }
    }

    @Override
    public boolean onPersist(Object entity, Object id, Object[] state, String[] names, Type[] types) {
        record(entity, Action.CREATED, null, values(names, state));
        return false;
    }

    /**
     * A change that changes nothing writes nothing, so the version stays as well: Hibernate alone takes another scale of a
     * number, or the time of the attempt, for a change.
     */
    @Override
    public int @Nullable [] findDirty(
            Object entity, Object id, Object[] current, Object @Nullable [] previous, String[] names, Type[] types) {
        return entity instanceof Recorded object
                        && previous != null
                        && Differences.of(object.objectKind(), values(names, previous), values(names, current))
                                .isEmpty()
                ? NOTHING
                : null;
    }

    @Override
    public boolean onFlushDirty(
            Object entity, Object id, Object[] current, Object[] previous, String[] names, Type[] types) {
        record(entity, Action.UPDATED, values(names, previous), values(names, current));
        return false;
    }

    @Override
    public void onRemove(Object entity, Object id, Object[] state, String[] names, Type[] types) {
        record(entity, Action.DELETED, values(names, state), null);
    }

    private void record(
            Object entity, Action action, @Nullable Map<String, Object> before, @Nullable Map<String, Object> after) {
        if (entity instanceof Recorded object) {
            requireOther(object, action, before, after);
            if (recordings.isEmpty()) {
                log.get().atCompletion(this::write);
            }
            recordings.merge(entity, new Recording(object, action, before, after), Recording::followedBy);
        }
    }

    /** Before the statement is made, and for whom it is about before and after. */
    private void requireOther(
            Recorded object, Action action, @Nullable Map<String, Object> before, @Nullable Map<String, Object> after) {
        var kind = object.objectKind();
        requireOtherHolder(object, before, after);
        if (kind.about() == null) {
            return;
        }
        var own = log.get().own();
        for (var state : Arrays.asList(before, after)) {
            var about = state == null ? null : about(kind, object, state);
            if (!own.is(about)) {
                continue;
            }
            if (action == Action.UPDATED && before != null && after != null) {
                own.requireOtherFor(
                        kind, about, Differences.of(kind, before, after).keySet());
            } else {
                own.requireOtherForWhole(kind, about);
            }
        }
    }

    /** What acts on the holders of a post is written by none of them. */
    private void requireOtherHolder(
            Recorded object, @Nullable Map<String, Object> before, @Nullable Map<String, Object> after) {
        var kind = object.objectKind();
        if (kind.post() == null) {
            return;
        }
        Map<String, Object> was = before == null ? Map.of() : before;
        Map<String, Object> is = after == null ? Map.of() : after;
        var members = Differences.of(kind, was, is).keySet();
        for (var state : List.of(was, is)) {
            var post = kind.post().equals("id") ? object.id() : (UUID) state.get(kind.post());
            log.get().own().requireOtherHolder(kind, post, members);
        }
    }

    private static Map<String, Object> values(String[] names, Object @Nullable [] state) {
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; state != null && i < names.length; i++) {
            values.put(names[i], state[i]);
        }
        return values;
    }

    private void write() {
        var changes = new ArrayList<Change>();
        for (var recording : recordings.values()) {
            var change = change(recording);
            if (change != null) {
                changes.add(change);
            }
        }
        recordings.clear();
        if (!changes.isEmpty()) {
            log.get().note(changes);
        }
    }

    /** Nothing for an update that left every member as it was, and for what came and went in one transaction. */
    private @Nullable Change change(Recording recording) {
        var kind = recording.object().objectKind();
        Map<String, Object> before = recording.before() == null ? Map.of() : recording.before();
        Map<String, Object> after = recording.after() == null ? Map.of() : recording.after();
        if (before.isEmpty() && after.isEmpty()) {
            return null;
        }
        var fields = Differences.of(kind, before, after);
        if (recording.action() == Action.UPDATED && fields.isEmpty()) {
            return null;
        }
        return new Change(
                agency(recording.object()),
                kind,
                recording.object().id(),
                about(kind, recording.object(), after.isEmpty() ? before : after),
                Differences.parties(kind, before::get, after::get),
                recording.action(),
                fields,
                null);
    }

    private static @Nullable UUID about(ObjectKind kind, Recorded object, Map<String, Object> state) {
        if (kind.about() == null) {
            return null;
        }
        return kind.about().equals("id") ? object.id() : (UUID) state.get(kind.about());
    }

    /** On insert Hibernate has not put the tenant into the entity yet. */
    private String agency(Recorded recorded) {
        var agency = recorded.agency();
        return agency == null ? log.get().agency() : agency;
    }
}
