package id.karier.app;

import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is measured of the tables that all nodes share. */
@ApplicationScoped
class MeasureQueries {
    private static final SqlText LOOK = SqlText.ofNode("""
            select (select count(*) from jobs where status = 'QUEUED'),
                   (select count(*) from jobs where status = 'RUNNING'),
                   (select count(*) from change_log where position is null),
                   (select min(occurred_at) from change_log where position is null)""");

    private final AgencySql sql;

    MeasureQueries(AgencySql sql) {
        this.sql = sql;
    }

    /** @param oldest when the oldest change happened that has no position yet; null when every one has */
    record Seen(
            long queued,
            long running,
            long waiting,
            @Nullable Instant oldest) {
        static Seen of(Row row) throws SQLException {
            return new Seen(row.number(), row.number(), row.number(), row.optionalInstant());
        }
    }

    Seen look() {
        return sql.first(LOOK, Map.of(), Seen::of).orElseThrow();
    }
}
