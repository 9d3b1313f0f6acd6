package id.karier.changes;

import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements that give committed changes their positions and chain them to one another. */
@ApplicationScoped
class ChangeQueries {
    private static final String HEAD =
            "select last_position, chained_position, chain_mac, chain_seal from change_sequence" + " where id = 1";
    private static final SqlText HEAD_LOCKED = SqlText.ofNode(HEAD + " for update skip locked");
    private static final SqlText HEAD_READ = SqlText.ofNode(HEAD);

    private static final String COLUMNS = "id, agency, occurred_at, actor_id, operation, request_id, object_type,"
            + " object_id, employee_id, action, fields, reason";
    private static final SqlText UNPLACED =
            SqlText.ofNode("select " + COLUMNS + " from change_log where position is null order by id limit :most");
    private static final SqlText AFTER = SqlText.ofNode("select " + COLUMNS + ", position, mac from change_log"
            + " where position > :after and position <= :until order by position limit :most");
    private static final SqlText AT = SqlText.ofNode("select mac from change_log where position = :position");

    private static final SqlText PLACE =
            SqlText.ofNode("update change_log set position = :position, mac = :mac where id = :id");
    private static final SqlText SEAL = SqlText.ofNode("update change_log set fields = :fields where id = :id");
    private static final SqlText ADVANCE = SqlText.ofNode("""
            update change_sequence set last_position = :last, chained_position = :chained, chain_mac = :mac,
                chain_seal = :seal
            where id = 1""");

    private final AgencySql sql;

    ChangeQueries(AgencySql sql) {
        this.sql = sql;
    }

    /**
     * How far positions and chain have come.
     *
     * @param last the last position that was given out
     * @param chained the last position whose change is chained
     * @param mac of that change, null before the first
     * @param seal digest of the two, so that nobody without the key sets them back
     */
    record Head(long last, long chained, byte @Nullable [] mac, byte @Nullable [] seal) {}

    /** A change as it is stored. */
    record Stored(
            UUID id,
            String agency,
            Instant occurredAt,
            @Nullable UUID actor,
            String operation,
            String request,
            String kind,
            UUID object,
            @Nullable UUID about,
            String action,
            String fields,
            @Nullable String reason) {}

    /** A change with its place. */
    record Placed(Stored change, long position, byte @Nullable [] mac) {}

    /** Locked for this transaction; nothing when another node is at it. */
    Optional<Head> lockHead() {
        return sql.first(HEAD_LOCKED, Map.of(), ChangeQueries::head);
    }

    Head head() {
        return sql.first(HEAD_READ, Map.of(), ChangeQueries::head).orElseThrow();
    }

    private static Head head(Row row) throws SQLException {
        return new Head(row.number(), row.number(), row.optionalBytes(), row.optionalBytes());
    }

    /** The first changes that have been committed without a position. */
    List<Stored> unplaced(int most) {
        return sql.rows(UNPLACED, Map.of("most", most), ChangeQueries::stored);
    }

    /** The next changes behind a position. */
    List<Placed> after(long position, long until, int most) {
        return sql.rows(
                AFTER,
                Map.of("after", position, "until", until, "most", most),
                row -> new Placed(stored(row), row.number(), row.optionalBytes()));
    }

    /** The digest of the change at a position; null for one that has none, or is not there. */
    byte @Nullable [] macAt(long position) {
        return sql.rows(AT, Map.of("position", position), row -> Optional.ofNullable(row.optionalBytes())).stream()
                .findFirst()
                .flatMap(mac -> mac)
                .orElse(null);
    }

    private static Stored stored(Row row) throws SQLException {
        return new Stored(
                row.id(),
                row.text(),
                row.instant(),
                row.optionalId(),
                row.text(),
                row.text(),
                row.text(),
                row.id(),
                row.optionalId(),
                row.text(),
                row.text(),
                row.optionalText());
    }

    void place(List<Placed> changes) {
        sql.batch(PLACE, changes, change -> {
            var values = new HashMap<String, @Nullable Object>();
            values.put("position", change.position());
            values.put("mac", change.mac());
            values.put("id", change.change().id());
            return values;
        });
    }

    /** @param fields what is stored from now on, by the change's id */
    void seal(Map<UUID, String> fields) {
        sql.batch(SEAL, fields.entrySet(), entry -> Map.of("fields", entry.getValue(), "id", entry.getKey()));
    }

    void advance(Head head) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("last", head.last());
        values.put("chained", head.chained());
        values.put("mac", head.mac());
        values.put("seal", head.seal());
        sql.change(ADVANCE, values);
    }
}
