package id.karier.integration.bulk.load;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The units, posts and heads that a batch is the first to name, and how many rows name each. */
public final class PlaceNotes {
    private final Map<UUID, PlaceNote> fresh = new LinkedHashMap<>();
    private final Map<UUID, Integer> people = new LinkedHashMap<>();

    /** All that this import has noted, also in batches that another node has loaded. */
    private final Set<UUID> known = new HashSet<>();

    PlaceNotes(Collection<UUID> known) {
        this.known.addAll(known);
    }

    /**
     * What came since the last taking.
     *
     * @param fresh noted for the first time
     * @param people how many further rows name an object, by its id
     */
    public record Taken(List<PlaceNote> fresh, Map<UUID, Integer> people) {
        public Taken {
            fresh = List.copyOf(fresh);
            people = Map.copyOf(people);
        }
    }

    void add(PlaceNote note) {
        fresh.put(note.object(), note);
        known.add(note.object());
    }

    /** One more row names the object; what was there before the import is not counted. */
    void count(UUID object) {
        if (known.contains(object)) {
            people.merge(object, 1, Integer::sum);
        }
    }

    Taken take() {
        var taken = new Taken(List.copyOf(fresh.values()), people);
        fresh.clear();
        people.clear();
        return taken;
    }
}
