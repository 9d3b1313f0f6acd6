package id.karier.kernel.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.Ids;
import id.karier.kernel.ProblemException;
import id.karier.kernel.web.RateLimiter.Allowance;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The first limit: of a network, before anything is looked up or checked, for every path there is or is not. It is wide,
 * because an office of thousands may share an address; the account has its own, narrower one behind the sign-in.
 */
@ApplicationScoped
public class NetworkLimit {
    /** Before authentication, cross-origin checks and routes. */
    private static final int FIRST = 10_000;

    private final RateLimiter rates;
    private final ClientAddress clients;
    private final ObjectMapper json;
    private final Ids ids;

    NetworkLimit(RateLimiter rates, ClientAddress clients, ObjectMapper json, Ids ids) {
        this.rates = rates;
        this.clients = clients;
        this.json = json;
        this.ids = ids;
    }

    void register(@Observes Filters filters) {
        clients.requireReadable();
        filters.register(this::admit, FIRST);
    }

    private void admit(RoutingContext request) {
        var allowance = rates.ofNetwork(Network.of(clients.of(request.request())));
        if (allowance.granted()) {
            request.next();
        } else {
            refuse(request, allowance);
        }
    }

    private void refuse(RoutingContext request, Allowance allowance) {
        var requestId = ids.next().toString();
        var locale = Languages.preferred(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var problem = Problem.of(
                ProblemException.retryLater(ErrorCode.RATE_LIMITED, allowance.resetSeconds(), null), locale, requestId);
        var answer = request.response().setStatusCode(ErrorCode.RATE_LIMITED.status());
        allowance.headers().forEach(answer::putHeader);
        answer.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("Retry-After", String.valueOf(allowance.resetSeconds()))
                .putHeader("X-Request-Id", requestId)
                .end(written(problem));
    }

    private String written(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
