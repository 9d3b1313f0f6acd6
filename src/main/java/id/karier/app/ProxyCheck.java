package id.karier.app;

import id.karier.kernel.web.ClientAddress;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Whether production knows through whom its requests come: else all clients are one, and one locks everybody out. */
final class ProxyCheck {
    private ProxyCheck() {}

    /** Proxies that are neither an address nor a network, a sentence each. */
    static List<String> unreadable(Config config) {
        return config.getOptionalValues("karier.proxies", String.class).orElse(List.of()).stream()
                .map(String::strip)
                .filter(proxy -> !ClientAddress.isProxy(proxy))
                .map(proxy -> "karier.proxies: " + proxy + " is no address and no network such as 10.0.0.0/8")
                .toList();
    }

    /** What is missing, as a sentence with the switch for it; nothing when it is said. */
    static Optional<String> fault(Config config) {
        boolean said = config.getOptionalValue("karier.proxies", String.class)
                .filter(proxies -> !proxies.isBlank())
                .isPresent();
        boolean meant =
                config.getOptionalValue("karier.allow.no-proxy", Boolean.class).orElse(false);
        return said || meant
                ? Optional.empty()
                : Optional.of(
                        "no proxies are named (karier.proxies, addresses or networks such as 10.0.0.0/8); when clients"
                                + " connect without any, set karier.allow.no-proxy=true");
    }
}
