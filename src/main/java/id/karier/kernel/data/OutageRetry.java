package id.karier.kernel.data;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Scheduled work that is seldom due and met an outage: it is done when the database is back, not at its next hour. */
@ApplicationScoped
public class OutageRetry {
    private static final Logger LOG = Logger.getLogger(OutageRetry.class);
    private static final int SECONDS = 10;

    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "karier-outage-retry");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Runs the work now, and again every few seconds as long as it fails for a reason that passes.
     *
     * @param name of the work, which waits once only
     * @param work finds out by itself what is still to be done
     */
    public void run(String name, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            if (!Transactions.isPassing(failed)) {
                throw failed;
            }
            LOG.warnf("%s waits for the database: %s", name, failed.getMessage());
            if (waiting.add(name)) {
                again(name, work);
            }
        }
    }

    private void again(String name, Runnable work) {
        Runnable attempt = () -> {
            try {
                work.run();
                waiting.remove(name);
            } catch (RuntimeException failed) {
                if (Transactions.isPassing(failed)) {
                    again(name, work);
                } else {
                    waiting.remove(name);
                    LOG.errorf(failed, "%s failed", name);
                }
            }
        };
        try {
            var unused = later.schedule(attempt, SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException stopped) {
            LOG.debugf("%s is left to another node", name);
        }
    }

    void end(@Observes ShutdownEvent event) {
        later.shutdownNow();
    }
}
