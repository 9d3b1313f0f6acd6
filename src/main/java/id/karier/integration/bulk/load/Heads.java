package id.karier.integration.bulk.load;

import id.karier.kernel.Ids;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who leads the units of an agency, and whom an import puts in their place. Grows with the organisation. */
final class Heads {
    private final Map<UUID, PlaceQueries.Head> byUnit = new HashMap<>();
    private final Ids ids;
    private final PlaceNotes notes;

    Heads(List<PlaceQueries.Head> heads, Ids ids, PlaceNotes notes) {
        heads.forEach(head -> byUnit.put(head.unit(), head));
        this.ids = ids;
        this.notes = notes;
    }

    /**
     * Somebody takes the leading post of a unit.
     *
     * @return the name of somebody else who leads it already, or null
     */
    @Nullable
    String take(Places.Position post, String unit, UUID person, String name, long line) {
        var before = byUnit.get(post.unitId());
        if (before != null && before.person().equals(person)) {
            return null;
        }
        byUnit.put(post.unitId(), new PlaceQueries.Head(post.unitId(), person, name));
        var displaced = before == null ? null : before.name();
        var id = ids.next();
        notes.add(new PlaceNote(
                id,
                PlaceNote.PlaceKind.HEAD,
                true,
                post.name(),
                unit,
                post.level().name(),
                name,
                displaced,
                line));
        notes.count(id);
        return displaced;
    }
}
