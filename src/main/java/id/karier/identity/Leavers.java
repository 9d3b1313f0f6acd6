package id.karier.identity;

import id.karier.kernel.access.Restriction;
import org.jspecify.annotations.Nullable;

/**
 * What is left to whoever is in service no more. The register's status of today decides, whatever wrote it: an officer, an
 * import, or a status that was dated ahead and begins today. It is asked for at every sign-in and with every token.
 */
final class Leavers {
    private Leavers() {}

    /** @param status as the register of people names it, or null for whoever is not in it */
    static Restriction restriction(@Nullable String status) {
        if (status == null) {
            return Restriction.NONE;
        }
        return switch (status) {
            case "RETIRED", "DISMISSED", "MOVED", "DECEASED", "SUSPENDED" -> Restriction.OWN_FILE;
            default -> Restriction.NONE;
        };
    }

    /** Nobody signs in for the dead. */
    static boolean isGone(@Nullable String status) {
        return "DECEASED".equals(status);
    }
}
