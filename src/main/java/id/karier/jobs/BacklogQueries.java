package id.karier.jobs;

import id.karier.kernel.Published;
import id.karier.kernel.data.AgencySql;
import id.karier.kernel.data.Row;
import id.karier.kernel.data.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;

/** How much work of all agencies waits and runs, for whoever measures it. */
@Published
@ApplicationScoped
public class BacklogQueries {
    private static final SqlText LOOK = SqlText.ofNode("""
            select (select count(*) from jobs where status = 'QUEUED'),
                   (select count(*) from jobs where status = 'RUNNING')""");

    private final AgencySql sql;

    BacklogQueries(AgencySql sql) {
        this.sql = sql;
    }

    /** Jobs that wait for a worker, and those that a node is at. */
    public record Backlog(long queued, long running) {
        static Backlog of(Row row) throws SQLException {
            return new Backlog(row.number(), row.number());
        }
    }

    /** What waits and runs now. */
    public Backlog look() {
        return sql.first(LOOK, Map.of(), Backlog::of).orElseThrow();
    }
}
