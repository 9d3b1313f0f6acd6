package id.karier.kernel.web;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Whether this node is about to end. From the signal on it says that it is not ready and streams end; after a short notice,
 * in which a balancer sees that, new requests are refused, so that those that run can be finished and the process ends.
 */
@ApplicationScoped
public class Draining {
    private final Duration notice;

    /** As {@link System#nanoTime} counts; null while nobody has asked the node to end. */
    volatile @Nullable Long since;

    Draining(@ConfigProperty(name = "quarkus.shutdown.delay", defaultValue = "0S") Duration notice) {
        this.notice = notice;
    }

    void begin(@Observes ShutdownDelayInitiatedEvent ending) {
        since = System.nanoTime();
    }

    /** The node is about to end: what lasts should not go on. */
    public boolean hasBegun() {
        return since != null;
    }

    /** The notice is over: nothing new is taken. */
    public boolean refuses() {
        var began = since;
        return began != null && System.nanoTime() - began >= notice.toNanos();
    }
}
