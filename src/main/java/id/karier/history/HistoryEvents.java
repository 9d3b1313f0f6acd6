package id.karier.history;

import id.karier.history.entry.Assignment;
import id.karier.kernel.Published;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens in careers, fired as CDI events within the transaction that does it. */
@Published
public final class HistoryEvents {
    private HistoryEvents() {}

    /**
     * A person holds a position from now on: the entry was recorded, by hand or by an import, and has begun and not ended; or
     * the first day of an entry that was recorded earlier has come. Fired once for an entry.
     *
     * @param positionId null for a position that the registers do not know
     * @param endsOn the last day, null while it is open
     */
    public record PositionTaken(
            String agency,
            UUID employeeId,
            UUID entryId,
            @Nullable UUID positionId,
            @Nullable UUID unitId,
            Assignment assignment,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {}
}
