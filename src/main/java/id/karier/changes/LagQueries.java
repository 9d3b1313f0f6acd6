package id.karier.changes;

import id.karier.kernel.Published;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far the positions are behind what was committed, for whoever measures it. */
@Published
@ApplicationScoped
public class LagQueries {
    private static final SqlText LOOK =
            SqlText.ofNode("select count(*), min(occurred_at) from change_log where position is null");

    private final AgencySql sql;

    LagQueries(AgencySql sql) {
        this.sql = sql;
    }

    /** Changes without a position, and when the oldest of them happened; null when there is none. */
    public record Lag(long waiting, @Nullable Instant oldest) {
        static Lag of(Row row) throws SQLException {
            return new Lag(row.number(), row.optionalInstant());
        }
    }

    /** How it is now. */
    public Lag look() {
        return sql.first(LOOK, Map.of(), Lag::of).orElseThrow();
    }
}
