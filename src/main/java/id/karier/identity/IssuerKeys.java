package id.karier.identity;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * The public keys of one issuer outside, fetched in the background, one fetch at a time for everybody. A request never
 * fetches: one with a key that is not known yet waits a moment for the fetch that is under way or begins then, and only a
 * few wait, so that a silent issuer and a thousand forged tokens hold up nobody else. While the issuer is silent its last
 * keys are believed on; as soon as it answers, a key that it no longer publishes is none.
 */
final class IssuerKeys {
    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);
    private static final VerificationJwkSelector SELECTOR = new VerificationJwkSelector();
    private static final int LARGEST = 200_000;
    private static final int DEPTH = 16;

    private final String name;
    private final HttpRequest request;
    private final OutsideIssuers.KeySettings settings;
    private final HttpClient http;
    private final ScheduledExecutorService timer;
    private final Clock clock;
    /** Who may wait for a key of this issuer, and of all of them together. */
    private final Semaphore places;

    private final Semaphore placesOfAll;

    private volatile @Nullable Published published;
    private volatile @Nullable Instant silentSince;
    /** Guarded by this; null before the first one. */
    private @Nullable CompletableFuture<?> fetch;

    private long fetchBeganAt;

    /** @param at when they came, on the machine's own clock ({@link System#nanoTime}) */
    private record Published(List<JsonWebKey> jwks, Set<Key> keys, long at) {}

    /** A key that may be one of the issuer's, but the issuer does not answer: come back later. */
    static final class SilentException extends Exception {
        private static final long serialVersionUID = 1L;

        SilentException(String issuer) {
            super("issuer " + issuer + " does not answer");
        }
    }

    IssuerKeys(
            String name,
            URI address,
            OutsideIssuers.KeySettings settings,
            HttpClient http,
            ScheduledExecutorService timer,
            Semaphore placesOfAll,
            Clock clock) {
        this.name = name;
        this.settings = settings;
        this.http = http;
        this.timer = timer;
        this.clock = clock;
        this.request = HttpRequest.newBuilder(address)
                .timeout(settings.fetchTimeout())
                .header("Accept", "application/jwk-set+json, application/json")
                .build();
        this.places = new Semaphore(settings.waiting());
        this.placesOfAll = placesOfAll;
    }

    /** Since when the issuer has not answered, or null when it did the last time. */
    @Nullable
    Instant silentSince() {
        return silentSince;
    }

    int count() {
        return current().size();
    }

    /** Whether the issuer publishes this key still. */
    boolean holds(Key key) {
        var now = published;
        return now != null && isBelieved(now) && now.keys().contains(key);
    }

    /**
     * The key that signed a token.
     *
     * @return null when the issuer answered and publishes no such key
     * @throws SilentException when the key is not known and the issuer cannot be asked now
     */
    @Nullable
    Key find(JsonWebSignature token) throws JoseException, SilentException {
        var key = among(current(), token);
        if (key != null) {
            return key;
        }
        if (!ask()) {
            throw new SilentException(name);
        }
        return among(current(), token);
    }

    /** Begins a fetch when one is due: for the timer. */
    void tick() {
        var pause = silentSince == null ? settings.refresh() : settings.retry();
        if (beganBefore(pause.toNanos())) {
            var unused = begun(settings.retry().toNanos());
        }
    }

    /** Waits for an answer that is no older than a moment. @return whether there is one */
    private boolean ask() {
        var running = begun(settings.spacing().toNanos());
        if (running == null) {
            return silentSince == null;
        }
        if (!placesOfAll.tryAcquire()) {
            return false;
        }
        try {
            return places.tryAcquire() && await(running);
        } finally {
            placesOfAll.release();
        }
    }

    private boolean await(CompletableFuture<?> running) {
        try {
            running.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
            return silentSince == null;
        } catch (ExecutionException | TimeoutException silent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            places.release();
        }
    }

    private synchronized boolean beganBefore(long nanos) {
        return fetch == null || System.nanoTime() - fetchBeganAt >= nanos;
    }

    /** The fetch that is under way, or a new one, or null when the last one began less than so long ago. */
    private synchronized @Nullable CompletableFuture<?> begun(long spacing) {
        if (fetch != null && !fetch.isDone()) {
            return fetch;
        }
        if (!beganBefore(spacing)) {
            return null;
        }
        fetchBeganAt = System.nanoTime();
        var answer = http.sendAsync(request, info -> new LimitedBody(LARGEST));
        // the request's own timeout ends with the answer's head; a body that drips must end too
        var unused = timer.schedule(
                () -> answer.cancel(true), settings.fetchTimeout().toMillis(), TimeUnit.MILLISECONDS);
        fetch = answer.handle(this::take);
        return fetch;
    }

    private boolean take(@Nullable HttpResponse<byte[]> answer, @Nullable Throwable failure) {
        if (answer == null) {
            silent(failure == null ? "no answer" : cause(failure));
            return false;
        }
        if (answer.statusCode() != 200) {
            silent("status " + answer.statusCode());
            return false;
        }
        try {
            published = read(new String(answer.body(), StandardCharsets.UTF_8));
        } catch (JoseException | RuntimeException unreadable) {
            silent("no set of keys");
            return false;
        }
        var since = silentSince;
        silentSince = null;
        if (since != null) {
            LOG.infof("issuer %s answers again; it was silent since %s", name, since);
        }
        return true;
    }

    /** One line when it begins, however often it is tried. */
    private void silent(String why) {
        if (silentSince == null) {
            silentSince = clock.instant();
            var rest = published == null ? "no key of it is known" : "its last keys are believed on";
            LOG.warnf("issuer %s does not answer at %s: %s; %s", name, request.uri(), why, rest);
        }
    }

    private static Published read(String json) throws JoseException {
        if (TokenShape.isDeeper(json, DEPTH)) {
            throw new JoseException("nested too deep");
        }
        var jwks = new ArrayList<JsonWebKey>();
        var keys = new HashSet<Key>();
        for (var jwk : new JsonWebKeySet(json).getJsonWebKeys()) {
            if (jwk.getKey() != null) {
                jwks.add(jwk);
                keys.add(jwk.getKey());
            }
        }
        return new Published(jwks, keys, System.nanoTime());
    }

    private List<JsonWebKey> current() {
        var now = published;
        return now == null || !isBelieved(now) ? List.of() : now.jwks();
    }

    private boolean isBelieved(Published keys) {
        return System.nanoTime() - keys.at() < settings.believedFor().toNanos();
    }

    private static @Nullable Key among(List<JsonWebKey> keys, JsonWebSignature token) throws JoseException {
        var chosen = keys.isEmpty() ? null : SELECTOR.selectWithVerifySignatureDisambiguate(token, keys);
        return chosen == null ? null : chosen.getKey();
    }

    private static String cause(Throwable failure) {
        if (failure instanceof CancellationException) {
            return "its answer takes too long";
        }
        var told = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        var word = told.getMessage();
        return told.getClass().getSimpleName() + (word == null ? "" : " " + word);
    }
}
