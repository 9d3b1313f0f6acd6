package id.karier.changes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.kernel.Caller;
import id.karier.kernel.Ids;
import id.karier.kernel.Published;
import id.karier.kernel.data.IdColumns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Appends to the change log within the running transaction; what is not an entity's own write is noted through this. */
@Published
@ApplicationScoped
public class ChangeLog {
    private static final String INSERT = """
            insert into change_log (id, agency, occurred_at, actor_id, operation, request_id, object_type, object_id,
                employee_id, action, fields, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Caller caller;
    private final EntityManager entities;
    private final ObjectMapper json;
    private final Ids ids;
    private final Clock clock;

    ChangeLog(Caller caller, EntityManager entities, ObjectMapper json, Ids ids, Clock clock) {
        this.caller = caller;
        this.entities = entities;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** Notes changes that no entity tells of: a bulk load, an unmasked reading, a token that was revoked. */
    public void note(List<Change> changes) {
        entities.unwrap(Session.class).doWork(connection -> write(connection, changes));
    }

    /** The agency in whose name the running transaction writes. */
    String agency() {
        return caller.agency();
    }

    private void write(Connection connection, List<Change> changes) throws SQLException {
        try (var statement = connection.prepareStatement(INSERT)) {
            var now = Timestamp.from(clock.instant());
            var actor = caller.isSignedIn() ? bytes(caller.accountId()) : null;
            for (var change : changes) {
                statement.setBytes(1, bytes(ids.next()));
                statement.setString(2, change.agency());
                statement.setTimestamp(3, now);
                statement.setBytes(4, actor);
                statement.setString(5, caller.operation());
                statement.setString(6, caller.requestId());
                statement.setString(7, change.objectType());
                statement.setBytes(8, bytes(change.objectId()));
                statement.setBytes(9, bytes(change.subject()));
                statement.setString(10, change.action().name());
                statement.setString(11, fields(change));
                statement.setString(12, change.reason());
                if (changes.size() == 1) {
                    // A batch of one would be prepared anew at every write.
                    statement.executeUpdate();
                    return;
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private String fields(Change change) {
        try {
            return json.writeValueAsString(change.fields());
        } catch (JsonProcessingException failed) {
            throw new IllegalStateException("cannot write a change of " + change.objectType(), failed);
        }
    }

    private static byte @Nullable [] bytes(@Nullable UUID id) {
        return id == null ? null : IdColumns.bytes(id);
    }
}
