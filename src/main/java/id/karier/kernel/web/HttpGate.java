package id.karier.kernel.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.Ids;
import id.karier.kernel.ProblemException;
import io.netty.buffer.Unpooled;
import io.netty.handler.ssl.SslHandler;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What comes before anything else at a request, on the event loop, so that it costs no worker: methods that nobody knows
 * are turned away, everything is when the node ends, and bodies must arrive in time. A small body is read whole before a worker is taken; a large one is
 * read by a worker, and given up when its sender is too slow.
 */
@ApplicationScoped
public class HttpGate {
    /** Larger ones are read as a stream. */
    static final int SMALL = 65_536;

    /** Before the limits of networks, too, whose answers would be measured by the address that was asked. */
    private static final int FIRST = 10_500;

    /** After the origin was checked and the token was taken from its header. */
    private static final int BEFORE_ROUTES = 50;

    /** An address that {@code quarkus.micrometer.binder.http-server.ignore-patterns} leaves out. */
    private static final String NOT_MEASURED = "unknown-method";

    private static final String SIGN_IN = "/auth/";
    private static final int SIGN_IN_LIMIT = 16_384;
    private static final long BYTES_PER_SECOND = 8_192;
    private static final int PATIENCE_OF_STREAMS = 3;
    private static final long LOOK_EVERY_MILLIS = 1_000;

    /** Whoever still sends must read the answer before the connection ends beneath it. */
    private static final long FAREWELL_MILLIS = 250;

    /** Another node is asked meanwhile, or this one is there again. */
    private static final String RETRY_AFTER_SECONDS = "5";

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    private final ObjectMapper json;
    private final Ids ids;
    private final Draining draining;
    private final Duration patience;

    HttpGate(
            ObjectMapper json,
            Ids ids,
            Draining draining,
            @ConfigProperty(name = "karier.limits.body-patience") Duration patience) {
        this.json = json;
        this.ids = ids;
        this.draining = draining;
        this.patience = patience;
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, FIRST);
        filters.register(this::read, BEFORE_ROUTES);
    }

    private void admit(RoutingContext http) {
        boolean known = METHODS.contains(http.request().method());
        // the name of what is measured until a route is found: an address that nobody answers must not become a metric
        if (http.request() instanceof HttpServerRequestInternal request) {
            request.context().putLocal("UrlPathTemplate", known ? "unmatched" : NOT_MEASURED);
        }
        if (draining.refuses()) {
            http.response().putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            refuse(http, ErrorCode.UNAVAILABLE);
            return;
        }
        if (known) {
            http.next();
            return;
        }
        http.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        refuse(http, ErrorCode.METHOD_NOT_ALLOWED);
    }

    private void read(RoutingContext http) {
        var request = http.request();
        long announced = announced(request);
        if (announced == 0 || request.isEnded()) {
            http.next();
            return;
        }
        boolean signIn = http.normalizedPath().contains(SIGN_IN);
        if (signIn && announced > SIGN_IN_LIMIT) {
            refuse(http, ErrorCode.BODY_TOO_LARGE);
        } else if (signIn) {
            readWhole(http, SIGN_IN_LIMIT);
        } else if (announced > 0 && announced <= SMALL && request.headers().contains(HttpHeaders.AUTHORIZATION)) {
            readWhole(http, SMALL);
        } else {
            watch(http);
            http.next();
        }
    }

    private void readWhole(RoutingContext http, int limit) {
        var request = http.request();
        var body = Buffer.buffer();
        long timer = http.vertx().setTimer(patience.toMillis(), late -> {
            if (!request.isEnded()) {
                refuse(http, ErrorCode.REQUEST_TIMEOUT);
            }
        });
        request.handler(part -> {
            if (http.response().ended()) {
                return;
            }
            if (body.length() + part.length() <= limit) {
                body.appendBuffer(part);
            } else {
                http.vertx().cancelTimer(timer);
                refuse(http, ErrorCode.BODY_TOO_LARGE);
            }
        });
        request.exceptionHandler(gone -> http.vertx().cancelTimer(timer));
        request.endHandler(whole -> {
            http.vertx().cancelTimer(timer);
            if (!http.response().ended()) {
                ((RoutingContextInternal) http).setBody(body);
                http.next();
            }
        });
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            http.response().writeContinue();
        }
        request.resume();
    }

    /** Whoever sends too slowly for a while is answered here; the worker that reads then finds the connection closed. */
    private void watch(RoutingContext http) {
        var request = http.request();
        long begin = System.nanoTime();
        long free = patience.toMillis() * PATIENCE_OF_STREAMS;
        http.vertx().setPeriodic(Math.min(LOOK_EVERY_MILLIS, free), timer -> {
            if (request.isEnded() || http.response().ended() || http.response().closed()) {
                http.vertx().cancelTimer(timer);
                return;
            }
            long allowed = free + TimeUnit.SECONDS.toMillis(request.bytesRead() / BYTES_PER_SECOND);
            if (TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) > allowed) {
                http.vertx().cancelTimer(timer);
                giveUp(http);
            }
        });
    }

    /** The length of the body: 0 for none, -1 when it is not announced. */
    private static long announced(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) ? -1 : 0;
        }
        try {
            return Long.parseLong(length.strip());
        } catch (NumberFormatException unreadable) {
            return -1;
        }
    }

    private void refuse(RoutingContext http, ErrorCode code) {
        var response = http.response();
        var connection = http.request().connection();
        if (response.ended() || response.headWritten()) {
            connection.close();
            return;
        }
        var locale = locale(http);
        var requestId = ids.next().toString();
        var problem = Problem.of(new ProblemException(code), locale, requestId);
        response.setStatusCode(code.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Request-Id", requestId)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(text(problem))
                .onComplete(sent -> {
                    if (announced(http.request()) == 0) {
                        connection.close();
                    } else {
                        http.vertx().setTimer(FAREWELL_MILLIS, farewell -> connection.close());
                    }
                });
    }

    /**
     * Answers below the response, which belongs to the worker that still reads: were it ended here, the worker's own answer
     * would fail. The worker finds the connection closed and is let go.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // whether it arrives changes nothing: the connection ends
    private void giveUp(RoutingContext http) {
        var connection = http.request().connection();
        if (!http.response().headWritten()
                && connection instanceof ConnectionBase below
                && below.channel().pipeline().get(SslHandler.class) == null) {
            var problem = Problem.of(
                    new ProblemException(ErrorCode.REQUEST_TIMEOUT),
                    locale(http),
                    ids.next().toString());
            var body = text(problem).getBytes(StandardCharsets.UTF_8);
            var head = "HTTP/1.1 408 Request Timeout\r\nContent-Type: " + Problem.MEDIA_TYPE + "\r\nContent-Length: "
                    + body.length + "\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n";
            below.channel()
                    .pipeline()
                    .firstContext()
                    .writeAndFlush(Unpooled.wrappedBuffer(head.getBytes(StandardCharsets.US_ASCII), body));
        }
        http.vertx().setTimer(FAREWELL_MILLIS, farewell -> connection.close());
    }

    private static Locale locale(RoutingContext http) {
        return Languages.preferred(http.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private String text(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
