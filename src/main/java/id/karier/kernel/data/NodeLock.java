package id.karier.kernel.data;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbc.JdbcLockProvider;

/** Lets work that is due on every node run on one of them, through table {@code shedlock}. */
@ApplicationScoped
public class NodeLock {
    private final LockProvider locks;
    private final Clock clock;

    NodeLock(DataSource database, Clock clock) {
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
}
