package id.karier.kernel.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from: the other end of its connection, or, when that is one of our own proxies, what the proxies say.
 * Only what they added themselves counts: the beginning of {@code X-Forwarded-For} is whatever the client wrote there. The
 * framework's own forwarding believes that beginning, so it stays off.
 */
@ApplicationScoped
public class ClientAddress {
    private static final String FORWARDED = "X-Forwarded-For";
    private static final int MOST_HOPS = 20;
    private static final Pattern PREFIX = Pattern.compile("(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,59}){1,5}");

    private final List<Network> proxies;

    ClientAddress(@ConfigProperty(name = "karier.proxies") Optional<List<String>> proxies) {
        this.proxies = proxies.orElse(List.of()).stream()
                .map(String::strip)
                .map(Network::parse)
                .toList();
    }

    /** Whether a text of the configuration can name a proxy. */
    public static boolean isProxy(String written) {
        try {
            Network.parse(written);
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** Nothing to do: that this bean is there shows that every proxy could be read, so that a wrong one ends the start. */
    void requireReadable() {}

    /** The network of the other end of a connection; null for one of our own proxies, which bring everybody. */
    public @Nullable String networkOf(String peer) {
        return isOneOf(proxies, peer) ? null : Network.of(peer);
    }

    /** The address of the client, or {@code -} when the connection is gone. */
    public String of(HttpServerRequest request) {
        var peer =
                request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
        if (peer == null) {
            return "-";
        }
        return isOneOf(proxies, peer)
                ? behind(proxies, peer, String.join(",", request.headers().getAll(FORWARDED)))
                : peer;
    }

    /**
     * Under which path our addresses are found by whoever asks the proxy in front; empty without one. Scheme and host need
     * not be known, because every address that we give is relative to them.
     */
    String prefix(HttpServerRequest request) {
        var said = request.getHeader("X-Forwarded-Prefix");
        var peer =
                request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
        if (said == null || peer == null || !isOneOf(proxies, peer)) {
            return "";
        }
        var prefix = said.strip().replaceAll("/+$", "");
        return PREFIX.matcher(prefix).matches() ? prefix : "";
    }

    /** From the last hop back to the first that is none of ours. */
    static String behind(List<Network> proxies, String proxy, String forwarded) {
        var hops = forwarded.split(",");
        var nearest = proxy;
        for (int i = hops.length - 1; i >= Math.max(0, hops.length - MOST_HOPS); i--) {
            var hop = withoutPort(hops[i].strip());
            if (!Network.isAddress(hop)) {
                return nearest;
            }
            nearest = hop;
            if (!isOneOf(proxies, hop)) {
                return hop;
            }
        }
        return nearest;
    }

    private static boolean isOneOf(List<Network> proxies, String address) {
        return proxies.stream().anyMatch(proxy -> proxy.holds(address));
    }

    /** {@code 203.0.113.7:4711}, {@code [2001:db8::1]:4711}, {@code [2001:db8::1]}. */
    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            int end = hop.indexOf(']');
            return end < 0 ? hop : hop.substring(1, end);
        }
        int colon = hop.indexOf(':');
        return colon > 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }
}
