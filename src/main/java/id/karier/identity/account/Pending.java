package id.karier.identity.account;

import id.karier.kernel.Published;
import java.util.Map;

/**
 * What a slice has for the signed-in person on {@code /me}: one bean a slice, asked within a read of the person's own
 * request, so it must be cheap. Keys are names of the contract in camelCase, prefixed by nothing, and never clash:
 * {@code changeRequestsToDecide}, {@code unreadNotifications}.
 */
@Published
public interface Pending {
    /** Things that wait for this person to act, by kind. */
    default Map<String, Long> tasks() {
        return Map.of();
    }

    /** Figures that a first screen shows, by kind. */
    default Map<String, Long> counters() {
        return Map.of();
    }
}
