package id.karier.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The application's clock in tests: the machine's, unless a test has moved it for the length of some work. */
public final class TestClock {
    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

    private TestClock() {}

    /** Runs the work at nine in the morning in Jakarta of a day; nothing else should run meanwhile. */
    public static void on(LocalDate day, Runnable work) {
        ahead(Duration.between(Instant.now(), day.atTime(2, 0).toInstant(ZoneOffset.UTC)), work);
    }

    /** Runs the work so much later than now; nothing else should run meanwhile. */
    public static void ahead(Duration later, Runnable work) {
        AHEAD.set(later);
        try {
            work.run();
        } finally {
            AHEAD.set(Duration.ZERO);
        }
    }

    /** Takes the place of the clock that the application makes for itself. */
    @ApplicationScoped
    static class Maker {
        @Produces
        @Alternative
        @Priority(1)
        @ApplicationScoped
        Clock clock() {
            return new Moved(ZoneOffset.UTC);
        }
    }

    private static final class Moved extends Clock {
        private final ZoneId zone;

        Moved(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Moved(other);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(AHEAD.get()).truncatedTo(ChronoUnit.MILLIS);
        }
    }
}
