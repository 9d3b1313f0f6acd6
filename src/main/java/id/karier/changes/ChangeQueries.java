package id.karier.changes;

import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;

/** The statements that give committed changes their positions. */
@ApplicationScoped
class ChangeQueries {
    private static final SqlText LAST =
            SqlText.ofNode("select last_position from change_sequence where id = 1 for update skip locked");
    private static final SqlText UNPLACED =
            SqlText.ofNode("select id from change_log where position is null order by id limit :most");
    private static final SqlText PLACE = SqlText.ofNode("update change_log set position = :position where id = :id");
    private static final SqlText ADVANCE =
            SqlText.ofNode("update change_sequence set last_position = :last where id = 1");

    private final AgencySql sql;

    ChangeQueries(AgencySql sql) {
        this.sql = sql;
    }

    private record Placed(UUID id, long position) {}

    /**
     * Gives the next positions to changes that have been committed without one.
     *
     * @return how many; 0 also when another node is at it
     */
    int place(int atMost) {
        var found = sql.first(LAST, Map.of(), Row::number);
        if (found.isEmpty()) {
            return 0;
        }
        long last = found.get();
        var placed = new ArrayList<Placed>();
        for (var id : sql.rows(UNPLACED, Map.of("most", atMost), Row::id)) {
            placed.add(new Placed(id, ++last));
        }
        if (!placed.isEmpty()) {
            sql.batch(PLACE, placed, change -> Map.of("id", change.id(), "position", change.position()));
            sql.change(ADVANCE, Map.of("last", last));
        }
        return placed.size();
    }
}
