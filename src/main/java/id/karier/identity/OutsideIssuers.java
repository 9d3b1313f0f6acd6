package id.karier.identity;

import id.karier.identity.TokenConfig.ExternalIssuer;
import io.quarkus.runtime.Startup;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The issuers outside that are trusted, each with its keys. */
@Startup
@ApplicationScoped
public class OutsideIssuers {
    /** {@code karier.issuer-keys.*}: how the keys of issuers outside are fetched. */
    @ConfigMapping(prefix = "karier.issuer-keys")
    public interface KeySettings {
        /** The keys are fetched so often: a key that is withdrawn is believed no longer than this, and a fetch. */
        @WithDefault("30S")
        Duration refresh();

        /** After a failure they are fetched again so soon. */
        @WithDefault("3S")
        Duration retry();

        /** A token with an unknown key asks the issuer no sooner than this after it was asked last. */
        @WithDefault("2S")
        Duration spacing();

        /** The longest that one fetch takes, its answer's body included. */
        @WithDefault("3S")
        Duration fetchTimeout();

        /** The longest that a request with an unknown key waits. */
        @WithDefault("2S")
        Duration patience();

        /** How many requests wait for the keys of one issuer; the others are told at once to come again. */
        @WithDefault("8")
        int waiting();

        /** How many wait for the keys of all issuers. */
        @WithDefault("32")
        int waitingInAll();

        /** The last keys of an issuer that is silent are believed for so long. */
        @WithDefault("24H")
        Duration believedFor();
    }

    /** An issuer under our name for it. */
    record Outside(String name, ExternalIssuer config, IssuerKeys keys) {
        boolean servesEveryAgency() {
            return config.agency().equals(EVERY_AGENCY);
        }

        /** Whether an administrator of the agency may link accounts and machines to it. */
        boolean serves(String agency) {
            return servesEveryAgency() || config.agency().equals(agency);
        }
    }

    /** The agency of an issuer that signs in people of every agency: the national one. */
    static final String EVERY_AGENCY = "*";

    private static final Logger LOG = Logger.getLogger(OutsideIssuers.class);

    private final Map<String, Outside> byAddress = new LinkedHashMap<>();
    private final ScheduledExecutorService timer;

    OutsideIssuers(TokenConfig config, KeySettings settings, Clock clock) {
        timer = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "issuer-keys");
            thread.setDaemon(true);
            return thread;
        });
        // HTTP/1.1, because a connection that hangs ends with its fetch then; redirects could lead anywhere
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.fetchTimeout())
                .build();
        var places = new Semaphore(settings.waitingInAll());
        new TreeMap<>(config.issuers()).forEach((name, issuer) -> {
            var keys = new IssuerKeys(name, URI.create(issuer.jwksUrl()), settings, http, timer, places, clock);
            byAddress.put(issuer.issuer(), new Outside(name, issuer, keys));
        });
    }

    @PostConstruct
    void begin() {
        if (!byAddress.isEmpty()) {
            var unused = timer.scheduleWithFixedDelay(this::tick, 0, 500, TimeUnit.MILLISECONDS);
        }
    }

    @PreDestroy
    void end() {
        timer.shutdownNow();
    }

    private void tick() {
        for (var issuer : byAddress.values()) {
            try {
                issuer.keys().tick();
            } catch (RuntimeException failed) {
                LOG.errorf(failed, "the keys of issuer %s are not fetched", issuer.name());
            }
        }
    }

    /** The issuer of this {@code iss}, or null when it is none that we trust. */
    @Nullable
    Outside at(@Nullable String address) {
        return address == null ? null : byAddress.get(address);
    }

    /** By name. */
    Collection<Outside> all() {
        return byAddress.values();
    }

    /** Whether an issuer of the agency finds accounts by their names, which need no link then. */
    public boolean signInByName(String agency) {
        return byAddress.values().stream()
                .anyMatch(issuer ->
                        issuer.serves(agency) && issuer.config().usernameClaim().isPresent());
    }

    /** Names of the issuers that an administrator of an agency may link accounts and machines to. */
    public List<String> servingAgency(String agency) {
        return byAddress.values().stream()
                .filter(issuer -> issuer.serves(agency))
                .map(Outside::name)
                .toList();
    }
}
