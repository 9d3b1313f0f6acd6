package id.karier.kernel.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The database itself ends a statement of a request that takes too long, also one that waits for a lock, and also when the
 * client has left. Set on the connection when it changes between requests and jobs, which costs the others nothing.
 */
@ApplicationScoped
public class StatementLimits implements AgroalPoolInterceptor {
    private final RequestTime time;
    private final String limit;
    private final String unlimited;

    /** The connections that have the limit of requests. */
    private final Cache<Connection, Boolean> limited =
            Caffeine.newBuilder().weakKeys().build();

    StatementLimits(RequestTime time, @ConfigProperty(name = "karier.limits.statement-time") Duration statementTime) {
        this.time = time;
        this.limit = statement(String.valueOf(statementTime.toSeconds()), String.valueOf(statementTime.toMillis()));
        this.unlimited = statement("default", "default");
    }

    /** MariaDB alone reads the first comment, MySQL alone the second: each has its own variable, in its own unit. */
    private static String statement(String seconds, String millis) {
        return "set session innodb_lock_wait_timeout = " + seconds //
                + " /*M!100101 , session max_statement_time = " + seconds + " */"
                + " /*!50708 , session max_execution_time = " + millis + " */";
    }

    /** Whether the database ended a statement because it took too long; MariaDB and MySQL say so in their own numbers. */
    public static boolean hasEnded(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && (sql.getErrorCode() == 1969 || sql.getErrorCode() == 3024)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void onConnectionAcquire(Connection lent) {
        boolean wanted = Arc.container().requestContext().isActive() && time.isLimited();
        try {
            // the pool lends in a new wrapper each time
            var connection = lent.unwrap(Connection.class);
            if (wanted == (limited.getIfPresent(connection) != null)) {
                return;
            }
            try (var statement = lent.createStatement()) {
                statement.execute(wanted ? limit : unlimited);
            }
            if (wanted) {
                limited.put(connection, true);
            } else {
                limited.invalidate(connection);
            }
        } catch (SQLException broken) {
            // whoever has borrowed it will find out; it gets the limit with its next loan
        }
    }
}
