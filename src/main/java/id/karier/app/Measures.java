package id.karier.app;

import id.karier.changes.LagQueries;
import id.karier.jobs.BacklogQueries;
import id.karier.kernel.data.Transactions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * What is measured beside requests, pool and memory: jobs, the lag of the feed, sign-ins that fail. No tag takes a value
 * that a client chooses freely, or the memory of this node would be the client's to fill.
 */
@ApplicationScoped
public class Measures {
    private static final Logger LOG = Logger.getLogger(Measures.class);
    private static final String REQUESTS = "http.server";
    private static final int MOST_ADDRESSES = 1_000;
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "UNKNOWN");

    private final MeterRegistry registry;
    private final BacklogQueries jobs;
    private final LagQueries lags;
    private final Transactions transactions;
    private final Clock clock;
    private final Map<String, Double> values = new ConcurrentHashMap<>();

    Measures(MeterRegistry registry, BacklogQueries jobs, LagQueries lags, Transactions transactions, Clock clock) {
        this.registry = registry;
        this.jobs = jobs;
        this.lags = lags;
        this.transactions = transactions;
        this.clock = clock;
        gauge("karier.jobs.queued", "jobs of all agencies that wait for a worker");
        gauge("karier.jobs.running", "jobs of all agencies that a node is at");
        gauge("karier.feed.waiting", "committed changes that have no position in the feed yet");
        gauge("karier.feed.lag", "age in seconds of the oldest change that has no position in the feed yet");
    }

    /** A method that nobody knows is not counted; folding it into another would still keep its name for the look-up. */
    @Produces
    @Singleton
    static MeterFilter knownMethods() {
        return new MeterFilter() {
            @Override
            public MeterFilterReply accept(Meter.Id id) {
                var method = id.getName().startsWith(REQUESTS) ? id.getTag("method") : null;
                return method == null || METHODS.contains(method) ? MeterFilterReply.NEUTRAL : MeterFilterReply.DENY;
            }
        };
    }

    /** The last resort, should an address ever become a tag: what is over the number is not counted. */
    @Produces
    @Singleton
    static MeterFilter fewAddresses() {
        return MeterFilter.maximumAllowableTags("http.server.requests", "uri", MOST_ADDRESSES, MeterFilter.deny());
    }

    @ServerResponseFilter
    public void countSignIns(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() >= 400 && request.getUriInfo().getPath().endsWith("/auth/token")) {
            registry.counter("karier.sign.in.failures", "status", String.valueOf(response.getStatus()))
                    .increment();
        }
    }

    @Scheduled(every = "${karier.measures.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        try {
            var backlog = transactions.run(jobs::look);
            values.put("karier.jobs.queued", (double) backlog.queued());
            values.put("karier.jobs.running", (double) backlog.running());
            var lag = transactions.run(lags::look);
            values.put("karier.feed.waiting", (double) lag.waiting());
            values.put("karier.feed.lag", secondsSince(lag.oldest()));
        } catch (RuntimeException failed) {
            values.clear();
            LOG.debugf("nothing measured: %s", failed.getMessage());
        }
    }

    private double secondsSince(@Nullable Instant moment) {
        if (moment == null) {
            return 0;
        }
        long millis = Duration.between(moment, clock.instant()).toMillis();
        return Math.max(0, millis / 1000.0);
    }

    private void gauge(String name, String description) {
        Gauge.builder(name, values, seen -> seen.getOrDefault(name, Double.NaN))
                .description(description)
                .strongReference(true)
                .register(registry);
    }
}
