package id.karier.kernel.data;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbc.JdbcLockProvider;

/** Lets work that is due on every node run on one of them, through table {@code shedlock}. */
@ApplicationScoped
public class NodeLock {
    /** Takes the row's lock until the transaction ends, whether or not the row was there. */
    private static final String HOLD = """
            insert into shedlock (name, lock_until, locked_at, locked_by) values (?, ?, ?, 'transaction')
            on duplicate key update locked_at = ?""";

    private final LockProvider locks;
    private final DataSource database;
    private final Clock clock;

    NodeLock(DataSource database, Clock clock) {
        this.database = database;
        this.locks = new JdbcLockProvider(database, "shedlock");
        this.clock = clock;
    }

    /**
     * Runs the work unless another node is at it.
     *
     * @param name of the work, at most 64 characters
     * @param atMost after this time another node may take over, because this one must have died
     * @return whether it ran here
     */
    public boolean runAlone(String name, Duration atMost, Runnable work) {
        var lock = locks.lock(new LockConfiguration(clock.instant(), name, atMost, Duration.ZERO));
        if (lock.isEmpty()) {
            return false;
        }
        try {
            work.run();
        } finally {
            lock.get().unlock();
        }
        return true;
    }

    /**
     * Waits for whoever else holds the name, and holds it until the running transaction ends, however it ends.
     *
     * @param name of the work, none that {@link #runAlone} uses
     */
    public void hold(String name) {
        var now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(HOLD)) {
            statement.setString(1, name);
            for (int i = 2; i <= 4; i++) {
                statement.setObject(i, now);
            }
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new SqlFailedException(failed);
        }
    }
}
