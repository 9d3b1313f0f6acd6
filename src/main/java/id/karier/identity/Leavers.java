package id.karier.identity;

import com.fasterxml.jackson.databind.json.JsonMapper;
import id.karier.kernel.access.Restriction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is left to whoever does not serve, or is in service no more: the list of legal standings says it of each. The
 * register's status of today decides, whatever wrote it: an officer, an import, or a status that was dated ahead and begins
 * today. It is asked for at every sign-in and with every token.
 */
final class Leavers {
    private static final String FULL = "FULL";
    private static final String NONE = "NONE";

    /** By standing; the list of the contract is read here as well, because the register is above this slice. */
    private static final Map<String, String> ACCESS = access();

    private Leavers() {}

    private static Map<String, String> access() {
        try (var list = Leavers.class.getResourceAsStream("/reference/employee-statuses.json")) {
            var access = new HashMap<String, String>();
            for (var item : new JsonMapper().readTree(list).path("items")) {
                access.put(
                        item.path("code").asText(),
                        item.path("standing").path("access").asText());
            }
            return Map.copyOf(access);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** @param status as the register of people names it, or null for whoever is not in it; one that the list has not opens nothing */
    static Restriction restriction(@Nullable String status) {
        return status == null || FULL.equals(ACCESS.get(status)) ? Restriction.NONE : Restriction.OWN_FILE;
    }

    /**
     * As {@link #restriction(String)}, for an account that was bound to others before: whoever lost her rights does not get
     * them back by losing her person.
     *
     * @param earlier standings of those others
     */
    static Restriction restriction(@Nullable String status, Collection<String> earlier) {
        return earlier.stream().allMatch(one -> restriction(one) == Restriction.NONE)
                ? restriction(status)
                : Restriction.OWN_FILE;
    }

    /** Nobody signs in for the dead, or for who is missing. */
    static boolean isGone(@Nullable String status) {
        return status != null && NONE.equals(ACCESS.get(status));
    }
}
