package id.karier.rules;

import id.karier.kernel.Published;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a kind a case asks for.
 *
 * @param asOf the day whose law applies, when no version is named
 * @param version a version by name, whatever its dates; null for the one in force
 * @param agency the agency whose own versions come first; null for the national ones only
 */
@Published
public record Selection(
        LocalDate asOf, @Nullable String version, @Nullable String agency) {
    /** The national rule set in force on a day. */
    public static Selection on(LocalDate asOf) {
        return new Selection(asOf, null, null);
    }

    /** The same case for a second kind of rule set: the version's name belongs to the first. */
    public Selection inForce() {
        return version == null ? this : new Selection(asOf, null, agency);
    }
}
