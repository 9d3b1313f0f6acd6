package id.karier.identity;

import id.karier.kernel.data.Transactions;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Does not start with an issuer of an agency that does not exist: the last of {@link IssuerChecks}, which needs the register. */
@ApplicationScoped
class OutsideAgencies {
    private static final Logger LOG = Logger.getLogger(OutsideAgencies.class);
    private static final int REFUSED = 2;

    private final TokenConfig config;
    private final IdentityQueries queries;
    private final Transactions transactions;

    OutsideAgencies(TokenConfig config, IdentityQueries queries, Transactions transactions) {
        this.config = config;
        this.queries = queries;
        this.transactions = transactions;
    }

    void check(@Observes StartupEvent started) {
        if (config.issuers().isEmpty() || LaunchMode.current() != LaunchMode.NORMAL) {
            return;
        }
        var served = config.issuers().entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey(), e -> e.getValue().agency()));
        var faults = IssuerChecks.unknownAgencies(served, transactions.run(queries::agencies));
        if (!faults.isEmpty()) {
            LOG.error("Refusing to start: " + String.join("; ", faults));
            Quarkus.asyncExit(REFUSED);
        }
    }
}
