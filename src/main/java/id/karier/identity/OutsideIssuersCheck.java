package id.karier.identity;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells which issuers outside answer. It is never down: everybody else can sign in, and whoever comes with a known key of
 * the silent one can, too.
 */
@Readiness
@ApplicationScoped
class OutsideIssuersCheck implements HealthCheck {
    private final OutsideIssuers issuers;

    OutsideIssuersCheck(OutsideIssuers issuers) {
        this.issuers = issuers;
    }

    @Override
    public HealthCheckResponse call() {
        var check = HealthCheckResponse.named("outside issuers").up();
        for (var issuer : issuers.all()) {
            var since = issuer.keys().silentSince();
            var keys = issuer.keys().count();
            check.withData(
                    issuer.name(), since == null ? keys + " keys" : "silent since " + since + ", " + keys + " keys");
        }
        return check.build();
    }
}
