package id.karier.app;

import id.karier.kernel.web.ClientAddress;
import io.netty.channel.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many connections one network may hold (an address of IPv4, a /64 of IPv6), so that nobody takes them all from
 * everybody else. Our own proxies bring everybody and are exempt.
 */
@ApplicationScoped
class NetworkShare {
    private final ClientAddress clients;
    private final int most;
    private final ConcurrentMap<String, Integer> open = new ConcurrentHashMap<>();

    NetworkShare(ClientAddress clients, @ConfigProperty(name = "karier.limits.connections-per-network") int most) {
        this.clients = clients;
        this.most = most;
    }

    /** Takes a connection that was just accepted, until it closes; false for one too many. */
    boolean takes(Channel connection) {
        if (!(connection.remoteAddress() instanceof InetSocketAddress peer) || peer.getAddress() == null) {
            return true;
        }
        var network = clients.networkOf(peer.getAddress().getHostAddress());
        if (network == null) {
            return true;
        }
        if (open.merge(network, 1, Integer::sum) > most) {
            giveBack(network);
            return false;
        }
        connection.closeFuture().addListener(closed -> giveBack(network));
        return true;
    }

    private void giveBack(String network) {
        open.computeIfPresent(network, (of, count) -> count > 1 ? count - 1 : null);
    }
}
