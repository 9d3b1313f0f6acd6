package id.karier.integration.bulk.export;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** How many exports run on this node. What never gives its place back loses it when its time is over. */
@ApplicationScoped
class ExportSlots {
    /** Between the order and its first row. */
    private static final Duration TO_BEGIN = Duration.ofSeconds(30);

    private static final int SECONDS_TO_WAIT = 10;

    private final ExportConfig config;
    private final Clock clock;
    private final Map<UUID, Slot> taken = new HashMap<>();

    ExportSlots(ExportConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    private record Slot(String agency, Instant until) {}

    /** @throws ProblemException 429 when the agency has enough of them, 503 when the node has */
    synchronized void take(UUID export, String agency) {
        var now = clock.instant();
        taken.values().removeIf(slot -> slot.until().isBefore(now));
        long own = taken.values().stream()
                .filter(slot -> slot.agency().equals(agency))
                .count();
        if (own >= config.ofAgency()) {
            throw ProblemException.waitFor(
                    ErrorCode.RATE_LIMITED, SECONDS_TO_WAIT, FieldError.in("imports", "", "EXPORTS_RUNNING", own));
        }
        if (taken.size() >= config.ofNode()) {
            throw ProblemException.waitFor(
                    ErrorCode.UNAVAILABLE,
                    SECONDS_TO_WAIT,
                    FieldError.in("imports", "", "EXPORTS_EVERYWHERE", taken.size()));
        }
        taken.put(export, new Slot(agency, now.plus(TO_BEGIN)));
    }

    /** Rows begin to leave. */
    synchronized void begin(UUID export, String agency) {
        taken.put(
                export, new Slot(agency, clock.instant().plus(config.longest()).plus(TO_BEGIN)));
    }

    synchronized void release(UUID export) {
        taken.remove(export);
    }

    /** How many there are. */
    synchronized int running() {
        return taken.size();
    }
}
