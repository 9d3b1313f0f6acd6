package id.karier.identity;

import id.karier.kernel.access.AccessTable;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Resource;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What names look like, which scopes there are, and how long somebody waits who guesses. */
public final class SignInRules {
    /** Names of people and machines: lower case, so that nobody has to remember how it was written. */
    public static final String NAME = "[a-z0-9][a-z0-9._-]{2,59}";

    /** A failure is forgotten when this long passed without another. */
    static final Duration MEMORY = Duration.ofHours(24);

    /** A network from which nobody has signed in for so long is no longer hers. */
    static final Duration KNOWN_FOR = Duration.ofDays(90);

    private static final Pattern NAME_PATTERN = Pattern.compile(NAME);
    private static final Set<String> SCOPES = scopes();

    private SignInRules() {}

    /**
     * A name as it is stored: without surrounding blanks, in lower case. Letters that no name has stay what they are:
     * elsewhere in Unicode there are some, like the Kelvin sign, whose lower case is a plain letter.
     */
    public static String normalised(String name) {
        var plain = new StringBuilder(name.strip());
        for (int i = 0; i < plain.length(); i++) {
            char letter = plain.charAt(i);
            if (letter >= 'A' && letter <= 'Z') {
                plain.setCharAt(i, (char) (letter + ('a' - 'A')));
            }
        }
        return plain.toString();
    }

    /** Whether anybody can have this name at all. */
    static boolean isName(String name) {
        return NAME_PATTERN.matcher(name).matches();
    }

    /**
     * Every scope that a machine may be given; nothing of a person's own is among them, no decision, and no right to
     * hand out rights. Calculating is one thing, so its
     * scope may go without the action.
     */
    public static Set<String> knownScopes() {
        return SCOPES;
    }

    /**
     * How long a name is locked after its nth failure in a row: not at all for the first few, then doubling.
     *
     * @param failures failures in a row, this one included
     * @param free failures that cost nothing
     * @param first the first lock
     * @param longest no lock is longer
     * @return zero when the name is not locked
     */
    static Duration lockAfter(int failures, int free, Duration first, Duration longest) {
        if (failures <= free) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - free - 1, 20);
        var lock = first.multipliedBy(1L << doublings);
        return lock.compareTo(longest) > 0 ? longest : lock;
    }

    private static Set<String> scopes() {
        var scopes = new TreeSet<String>();
        scopes.add(Resource.CALCULATION.scope());
        for (var resource : Resource.values()) {
            Arrays.stream(Action.values())
                    .filter(action -> AccessTable.isForMachines(resource, action))
                    .map(action -> AccessTable.scope(resource, action))
                    .forEach(scopes::add);
        }
        return Collections.unmodifiableSet(scopes);
    }
}
