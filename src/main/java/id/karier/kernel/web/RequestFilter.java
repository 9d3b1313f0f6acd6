package id.karier.kernel.web;

import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.Ids;
import id.karier.kernel.ProblemException;
import id.karier.kernel.access.AccessFilter;
import id.karier.kernel.data.RequestTime;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * First and last at every request: its id, trace and language, its size and rate, and one line of log that says what
 * was asked by its template, never by its address, and never names a person.
 */
@ApplicationScoped
public class RequestFilter {
    private static final Logger LOG = Logger.getLogger("karier.request");
    /** Who was refused what, for whoever watches over the door. */
    private static final Logger SECURITY = Logger.getLogger("karier.security");

    private static final String STARTED = "karier.started";
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9-]{8,64}");
    private static final Pattern TRACE_PARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private final Caller caller;
    private final Ids ids;
    private final RateLimiter rates;
    private final HttpServerRequest http;
    private final ClientAddress clients;
    private final RequestTime time;
    private final CurrentIdentityAssociation identities;
    private final Addresses addresses;
    private final long bodyLimit;

    RequestFilter(
            Caller caller,
            Ids ids,
            RateLimiter rates,
            HttpServerRequest http,
            ClientAddress clients,
            RequestTime time,
            CurrentIdentityAssociation identities,
            Addresses addresses,
            @ConfigProperty(name = "karier.limits.body-bytes") long bodyLimit) {
        this.caller = caller;
        this.ids = ids;
        this.rates = rates;
        this.http = http;
        this.clients = clients;
        this.time = time;
        this.identities = identities;
        this.addresses = addresses;
        this.bodyLimit = bodyLimit;
    }

    @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION - 100)
    public void begin(ContainerRequestContext request) {
        request.setProperty(STARTED, System.nanoTime());
        var requestId = requestId(request.getHeaderString("X-Request-Id"));
        time.begin();
        caller.describe(requestId, Languages.preferred(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
        // on the connection's own answer, because a stream of events is sent past the filters of answers
        http.response().putHeader("X-Request-Id", requestId);
        MDC.put("requestId", requestId);
        var trace = traceId(request.getHeaderString("traceparent"));
        if (trace != null) {
            MDC.put("traceId", trace);
        }
    }

    /**
     * Before anything else can refuse the request, so that every answer tells of the allowance and no request is free: by
     * the account of a valid token, whatever it may do here, and by the network of everybody else.
     */
    @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION - 90)
    public Uni<Void> limitRate() {
        return identities
                .getDeferredIdentity()
                .onItem()
                .transform(this::take)
                .onFailure(RequestFilter::isRefusedToken)
                .recoverWithItem(() -> rates.ofAddress(address()))
                .invoke(this::answerFor)
                .replaceWithVoid();
    }

    private RateLimiter.Allowance take(SecurityIdentity identity) {
        Caller.Identity who = identity.getAttribute(AccessFilter.IDENTITY);
        return who == null ? rates.ofAddress(address()) : rates.ofAccount(who.accountId());
    }

    private static boolean isRefusedToken(Throwable failure) {
        return failure instanceof SecurityException;
    }

    private void answerFor(RateLimiter.Allowance allowance) {
        allowance.headers().forEach(http.response()::putHeader);
        if (!allowance.granted()) {
            throw ProblemException.retryLater(ErrorCode.RATE_LIMITED, allowance.resetSeconds(), null);
        }
    }

    /** Which methods an address has, asked without any right; a browser's own question was answered before. */
    @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION - 85)
    public @Nullable Response tellMethods(ContainerRequestContext request) {
        if (!request.getMethod().equals(HttpMethod.OPTIONS)) {
            return null;
        }
        var methods = addresses.methods(request.getUriInfo().getPath());
        if (methods.isEmpty()) {
            throw ProblemException.notFound();
        }
        return Response.noContent()
                .header(HttpHeaders.ALLOW, String.join(", ", methods))
                .build();
    }

    /** A body that is compressed is refused for that, and not for being no JSON (RFC 9110, section 15.5.16). */
    @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION - 82)
    public void refuseCompressed(ContainerRequestContext request) {
        var encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
            http.response().putHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
            throw ProblemException.saying(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "problem.refusal.BODY_COMPRESSED");
        }
    }

    @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION - 80)
    public void limitSize(ContainerRequestContext request) {
        if (!request.getUriInfo().getPath().startsWith("/api/v1/imports")) {
            limitBody(request);
        }
    }

    /** What an answer does not say of itself: it is kept by nobody, and differs with the origin that asks. */
    @ServerResponseFilter
    public void guard(ContainerResponseContext response) {
        var headers = response.getHeaders();
        if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "private, no-store");
        }
        headers.add(HttpHeaders.VARY, "Origin");
    }

    @ServerResponseFilter
    public void end(ContainerRequestContext request, ContainerResponseContext response) {
        if (LOG.isInfoEnabled()) {
            long micros =
                    request.getProperty(STARTED) instanceof Long started ? (System.nanoTime() - started) / 1000 : 0;
            LOG.infof("%s %s %d %dus", request.getMethod(), caller.operation(), response.getStatus(), micros);
        }
        if (response.getStatus() == 401 || response.getStatus() == 403) {
            SECURITY.warnf(
                    "refused %s %s %d account=%s network=%s",
                    request.getMethod(),
                    caller.operation(),
                    response.getStatus(),
                    caller.isSignedIn() ? caller.accountId() : "-",
                    address());
        }
        MDC.remove("requestId");
        MDC.remove("traceId");
    }

    /** Ours first, because anybody may send what a colleague's request was called; behind it, the client's own. */
    private String requestId(@Nullable String given) {
        var ours = ids.next().toString();
        return given != null && REQUEST_ID.matcher(given).matches() ? ours + '/' + given : ours;
    }

    private void limitBody(ContainerRequestContext request) {
        if (request.getLength() > bodyLimit) {
            throw new ProblemException(ErrorCode.BODY_TOO_LARGE);
        }
        if (request.getLength() < 0 && request.hasEntity()) {
            request.setEntityStream(new LimitedStream(request.getEntityStream(), bodyLimit));
        }
    }

    private String address() {
        return clients.of(http);
    }

    private static @Nullable String traceId(@Nullable String traceParent) {
        if (traceParent == null) {
            return null;
        }
        var parts = TRACE_PARENT.matcher(traceParent);
        return parts.matches() ? parts.group(1) : null;
    }
}
