package id.karier.kernel.data;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Reads much in one state of the database: what others write meanwhile is not seen. The work runs once and never again,
 * because what it has read may have left the house already.
 */
@ApplicationScoped
public class Snapshot {
    /** Of the transaction that follows, and of no later one on this connection. */
    private static final SqlText REPEATABLE = SqlText.ofNode("set transaction isolation level repeatable read");

    private final AgencySql sql;

    Snapshot(AgencySql sql) {
        this.sql = sql;
    }

    /** @param seconds how long the transaction may take */
    public <T> T read(int seconds, Supplier<T> work) {
        return QuarkusTransaction.requiringNew().timeout(seconds).call(() -> {
            sql.change(REPEATABLE, Map.of());
            return work.get();
        });
    }
}
