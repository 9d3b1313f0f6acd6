package id.karier.kernel.data;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** {@code ready} is down while no write can succeed; it answers at once, by what the watch knows. */
@Readiness
@Singleton
class WritableCheck implements HealthCheck {
    private final PrimaryWatch watch;

    WritableCheck(PrimaryWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("database takes writes");
        return watch.takesWrites()
                ? answer.up().build()
                : answer.down().withData("why", watch.why()).build();
    }
}
