package id.karier.app;

import id.karier.identity.FirstOfficers.Officer;
import id.karier.kernel.PlainText;
import id.karier.kernel.Role;
import id.karier.organisation.AgencyFounding.NewAgency;
import id.karier.organisation.AgencyRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** {@code karier.bootstrap.*}: what the first day is to make in an empty database, and whom an operator adds later. */
record BootstrapSettings(Config config) {
    static final String PREFIX = "karier.bootstrap.";

    /** Without these there is no first agency. */
    static final List<String> REQUIRED = List.of("agency", "name", "zone", "admin");

    static final Set<String> KEYS = Set.of(
            "agency",
            "name",
            "zone",
            "kind",
            "admin",
            "admin-subject",
            "second",
            "second-subject",
            "national",
            "national-subject",
            "replacement",
            "replacement-subject",
            "issuer",
            "password-file");

    /** What most of them are, where neither the key nor the name says it; an administrator changes it. */
    private static final String COMMON_KIND = "REGENCY";

    String text(String key) {
        return StartupChecks.text(config, PREFIX + key);
    }

    boolean has(String key) {
        return !text(key).isEmpty();
    }

    /** Nothing is to be made; where passwords would go makes nothing. */
    boolean isEmpty() {
        return KEYS.stream().filter(key -> !key.equals("password-file")).noneMatch(this::has);
    }

    /** Required keys that have no value, by their whole names. */
    List<String> missing() {
        return REQUIRED.stream().filter(key -> !has(key)).map(PREFIX::concat).toList();
    }

    String agency() {
        return text("agency");
    }

    NewAgency facts() {
        return new NewAgency(agency(), PlainText.tidy(text("name")), kind(), text("zone"));
    }

    private String kind() {
        return has("kind") ? text("kind") : AgencyRules.kindOf(text("name")).orElse(COMMON_KIND);
    }

    /** The second administrator has a name of her own, or the first one's with a number. */
    String second() {
        return has("second") ? text("second") : text("admin") + "-2";
    }

    List<Officer> administrators() {
        return List.of(
                officer(text("admin"), Role.ADMIN, "admin-subject"), officer(second(), Role.ADMIN, "second-subject"));
    }

    /** Single accounts that are made whenever nobody has their name, in a database of any age. */
    List<Officer> singles() {
        var singles = new ArrayList<Officer>();
        if (has("national")) {
            singles.add(officer(text("national"), Role.NASIONAL, "national-subject"));
        }
        if (has("replacement")) {
            singles.add(officer(text("replacement"), Role.ADMIN, "replacement-subject"));
        }
        return singles;
    }

    private Officer officer(String username, Role role, String subject) {
        return new Officer(username, username, role, optional("issuer"), optional(subject));
    }

    @Nullable
    String optional(String key) {
        return has(key) ? text(key) : null;
    }

    /** The names of all accounts that are to be made. */
    Set<String> usernames() {
        var names = new TreeSet<String>();
        for (var key : List.of("admin", "second", "national", "replacement")) {
            if (has(key)) {
                names.add(text(key));
            }
        }
        return names;
    }
}
