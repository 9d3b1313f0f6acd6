package id.karier.integration.bulk.load;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit or post that a load makes, or would make if it were ordered to, or a head whom it puts in place.
 *
 * @param object the unit or post; of a head an id of its own
 * @param ordered whether the order lets it be made
 * @param name of the unit or post; of a head, her post
 * @param unit the unit in which it stands, or below which
 * @param level level of a post, kind of a unit
 * @param person the new head
 * @param displaced who led the unit before
 * @param line of the first row that names it
 */
public record PlaceNote(
        UUID object,
        PlaceKind what,
        boolean ordered,
        String name,
        @Nullable String unit,
        @Nullable String level,
        @Nullable String person,
        @Nullable String displaced,
        long line) {
    /** What the note tells of. */
    public enum PlaceKind {
        UNIT,
        POSITION,
        HEAD
    }
}
