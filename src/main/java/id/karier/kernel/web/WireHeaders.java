package id.karier.kernel.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Set;

/**
 * The last word on the headers of every answer, whoever made it: what is worth compressing is, and then its strong tag
 * becomes a weak one, because other bytes are sent; addresses are those that the proxy in front is asked by; one
 * {@code Vary} says all that an answer depends on.
 */
@ApplicationScoped
public class WireHeaders {
    /** After the connection's clock, before all that could answer. */
    private static final int FIRST = 10_900;

    /** Below this an answer fits into one packet as it is. */
    static final int WORTH_COMPRESSING = 1_400;

    private static final Set<String> TEXTS = Set.of(
            "application/json",
            "application/problem+json",
            "application/schema+json",
            "application/x-ndjson",
            "application/yaml",
            "text/css",
            "text/csv",
            "text/html",
            "text/javascript",
            "text/plain");

    private static final CharSequence IDENTITY = HttpHeaders.IDENTITY;

    private final ClientAddress clients;

    WireHeaders(ClientAddress clients) {
        this.clients = clients;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, FIRST);
    }

    private void watch(RoutingContext http) {
        http.addHeadersEndHandler(ready -> complete(http));
        http.next();
    }

    private void complete(RoutingContext http) {
        var headers = http.response().headers();
        compress(http.request(), http.response().getStatusCode(), headers);
        prefix(clients.prefix(http.request()), headers);
        if (headers.contains(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)) {
            headers.add(HttpHeaders.VARY, "Origin");
        }
        joinVary(headers);
    }

    private static void compress(HttpServerRequest request, int status, MultiMap headers) {
        boolean text = isText(headers);
        if (text) {
            headers.add(HttpHeaders.VARY, "Accept-Encoding");
        }
        var encoding = headers.get(HttpHeaders.CONTENT_ENCODING);
        boolean plain = encoding == null || IDENTITY.toString().equals(encoding);
        if (!plain || status == 304 || status == 206) {
            return;
        }
        boolean worth = text && (length(headers) < 0 || length(headers) >= WORTH_COMPRESSING);
        if (worth && accepts(request)) {
            headers.remove(HttpHeaders.CONTENT_ENCODING);
            weaken(headers);
        } else if (request.headers().contains(HttpHeaders.ACCEPT_ENCODING)) {
            // what says that it is not compressed is left alone by what compresses
            headers.set(HttpHeaders.CONTENT_ENCODING, IDENTITY);
        } else {
            headers.remove(HttpHeaders.CONTENT_ENCODING);
        }
    }

    private static void weaken(MultiMap headers) {
        var tag = headers.get(HttpHeaders.ETAG);
        if (tag != null && !tag.startsWith("W/")) {
            headers.set(HttpHeaders.ETAG, "W/" + tag);
        }
    }

    private static boolean isText(MultiMap headers) {
        var type = headers.get(HttpHeaders.CONTENT_TYPE);
        return type != null && TEXTS.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    /** Of an answer that is sent as it is made, -1. */
    private static long length(MultiMap headers) {
        var said = headers.get(HttpHeaders.CONTENT_LENGTH);
        return said == null ? -1 : Long.parseLong(said);
    }

    /** As what compresses reads it: gzip by name or by the asterisk, unless its weight is zero. */
    private static boolean accepts(HttpServerRequest request) {
        boolean any = false;
        for (var part : String.join(",", request.headers().getAll(HttpHeaders.ACCEPT_ENCODING))
                .split(",")) {
            var words = part.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*", -1);
            boolean refused = words.length > 1 && words[1].matches("q\\s*=\\s*0(\\.0*)?");
            if (words[0].equals("gzip") || words[0].equals("x-gzip")) {
                return !refused;
            }
            any |= words[0].equals("*") && !refused;
        }
        return any;
    }

    private static void prefix(String prefix, MultiMap headers) {
        if (prefix.isEmpty()) {
            return;
        }
        var location = headers.get(HttpHeaders.LOCATION);
        if (location != null && location.startsWith("/")) {
            headers.set(HttpHeaders.LOCATION, prefix + location);
        }
        var link = headers.get("Link");
        if (link != null && link.startsWith("</")) {
            headers.set("Link", "<" + prefix + link.substring(1));
        }
    }

    private static void joinVary(MultiMap headers) {
        var said = headers.getAll(HttpHeaders.VARY);
        if (said.isEmpty()) {
            return;
        }
        var names = new LinkedHashMap<String, String>();
        for (var name : String.join(",", said).split(",")) {
            names.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), name.strip());
        }
        headers.set(HttpHeaders.VARY, String.join(", ", names.values()));
    }
}
