package id.karier.changes;

import id.karier.changes.Change.Party;
import id.karier.kernel.Caller;
import id.karier.kernel.Ids;
import id.karier.kernel.Published;
import id.karier.kernel.access.ObjectRegistry;
import id.karier.kernel.access.OwnRecord;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;

/** Appends to the change log within the running transaction; what is not an entity's own write is noted through this. */
@Published
@ApplicationScoped
public class ChangeLog {
    /** Of the node, because a sign-in is noted before anybody has signed in. */
    private static final SqlText INSERT = SqlText.ofNode("""
            insert into change_log (id, agency, occurred_at, actor_id, operation, request_id, object_type, object_id,
                employee_id, action, fields, reason)
            values (:id, :owner, :at, :actor, :operation, :request, :kind, :object, :about, :action, :fields, :reason)""");

    private static final SqlText INSERT_PARTY = SqlText.ofNode("""
            insert into change_parties (change_id, employee_id, object_id, part) values (:change, :person, :object, :part)""");

    private final Caller caller;
    private final AgencySql sql;
    private final EntityManager entities;
    private final ObjectRegistry kinds;
    private final OwnRecord own;
    private final LoggedFields fields;
    private final Ids ids;
    private final Clock clock;

    ChangeLog(
            Caller caller,
            AgencySql sql,
            EntityManager entities,
            ObjectRegistry kinds,
            OwnRecord own,
            LoggedFields fields,
            Ids ids,
            Clock clock) {
        this.caller = caller;
        this.sql = sql;
        this.entities = entities;
        this.kinds = kinds;
        this.own = own;
        this.fields = fields;
        this.ids = ids;
        this.clock = clock;
    }

    private record PartyOfChange(UUID change, UUID person, UUID object, Party part) {}

    /**
     * Notes changes that no entity tells of: a bulk load, an unmasked reading, a token that was revoked.
     *
     * @throws id.karier.kernel.ProblemException 403 for a write about the caller herself that its kind does not let her do
     */
    public void note(List<Change> changes) {
        changes.forEach(this::requireOther);
        append(changes);
    }

    /** Notes what follows by itself from another write, as the current state does: about whom it is does not matter. */
    public void noteConsequences(List<Change> changes) {
        append(changes);
    }

    private void requireOther(Change change) {
        switch (change.action()) {
            case UPDATED ->
                own.requireOtherFor(
                        change.kind(), change.about(), change.fields().keySet());
            case CREATED, DELETED, LOADED -> own.requireOtherForWhole(change.kind(), change.about());
            case VIEWED -> {
                // reading is no write
            }
        }
    }

    private void append(List<Change> changes) {
        var now = clock.instant();
        var actor = caller.isSignedIn() ? caller.accountId() : null;
        var rows = new ArrayList<Map<String, ?>>();
        var parties = new ArrayList<PartyOfChange>();
        for (var change : changes) {
            kinds.requireKnown(change.kind());
            var id = ids.next();
            var row = new HashMap<String, @Nullable Object>();
            row.put("id", id);
            row.put("owner", change.agency());
            row.put("at", now);
            row.put("actor", actor);
            row.put("operation", caller.operation());
            row.put("request", caller.requestId());
            row.put("kind", change.kind().name());
            row.put("object", change.objectId());
            row.put("about", change.about());
            row.put("action", change.action());
            row.put("fields", fields.write(change));
            row.put("reason", change.reason());
            rows.add(row);
            change.parties()
                    .forEach((person, part) -> parties.add(new PartyOfChange(id, person, change.objectId(), part)));
        }
        sql.batch(INSERT, rows, row -> row);
        sql.batch(
                INSERT_PARTY,
                parties,
                party -> Map.of(
                        "change", party.change(),
                        "person", party.person(),
                        "object", party.object(),
                        "part", party.part()));
    }

    /**
     * Runs work when the transaction completes, as part of it: a failure rolls the transaction back. What an interceptor
     * throws there, Hibernate only logs, and commits.
     */
    void atCompletion(Runnable work) {
        entities.unwrap(SessionImplementor.class).getActionQueue().registerCallback(session -> work.run());
    }

    /** The agency in whose name the running transaction writes. */
    String agency() {
        return caller.agency();
    }

    /** Asked while an entity is written, before anything of it reaches the database. */
    OwnRecord own() {
        return own;
    }
}
