package id.karier.integration.bulk.load;

import id.karier.changes.Change;
import id.karier.changes.Change.Action;
import id.karier.changes.Change.Difference;
import id.karier.changes.ChangeLog;
import id.karier.changes.Differences;
import id.karier.integration.bulk.load.HistoryRow.State;
import id.karier.kernel.access.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a batch does to each object, for the change log: the same as if it had been typed in. */
final class NotedChanges {
    private final String agency;
    private final String reason;
    private final List<Change> changes = new ArrayList<>();

    NotedChanges(String agency, UUID job) {
        this.agency = agency;
        this.reason = "import " + job;
    }

    /** @param properties property → value */
    void created(ObjectKind kind, UUID id, @Nullable UUID about, Map<String, ? extends @Nullable Object> properties) {
        note(kind, id, about, Action.CREATED, Differences.of(kind, Map.of(), properties));
    }

    /** @param fields what changed, by the names of the contract */
    void updated(ObjectKind kind, UUID id, @Nullable UUID about, Map<String, Difference> fields) {
        note(kind, id, about, Action.UPDATED, fields);
    }

    /** A row of a history that is to be written. */
    void row(HistoryRow row) {
        var action = row.state == State.NEW ? Action.CREATED : Action.UPDATED;
        note(row.table.objectKind(), row.id, row.employee, action, row.differences());
    }

    private void note(ObjectKind kind, UUID id, @Nullable UUID about, Action action, Map<String, Difference> fields) {
        changes.add(new Change(agency, kind, id, about, action, fields, reason));
    }

    void write(ChangeLog log) {
        if (!changes.isEmpty()) {
            log.note(changes);
        }
    }
}
