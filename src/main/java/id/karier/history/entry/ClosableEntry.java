package id.karier.history.entry;

import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row with a first and a last day that another row may end. It remembers which row did so, so that taking that one back
 * gives this one its days again. Its table has {@code closed_by}, {@code closed_until} and {@code ended_before}.
 *
 * @param <F> the members that an officer may change
 */
@MappedSuperclass
abstract class ClosableEntry<F extends Record & Decreed> extends HistoryEntry<F> {
    LocalDate startsOn;

    /** The last day; null while it is open. */
    @Nullable
    LocalDate endsOn;

    /** The row, of this history or another one of the person, that ended this one. */
    private @Nullable UUID closedBy;

    /** The last day that it got from that row. */
    private @Nullable LocalDate closedUntil;

    /** The last day that it had before. */
    private @Nullable LocalDate endedBefore;

    protected ClosableEntry() {}

    ClosableEntry(UUID id, UUID employeeId, LocalDate startsOn) {
        super(id, employeeId);
        this.startsOn = startsOn;
    }

    /** Another row ends this one; the given day is the last. */
    final void closeBy(UUID other, LocalDate lastDay) {
        if (!other.equals(closedBy)) {
            endedBefore = endsOn;
        }
        closedBy = other;
        closedUntil = lastDay;
        endsOn = lastDay;
    }

    /** The last day that another row gave it; null when none did. */
    final @Nullable LocalDate closedUntil() {
        return closedUntil;
    }

    /** Nobody has given it another last day since a row ended it. */
    final boolean isAsClosed() {
        return closedBy != null && Objects.equals(endsOn, closedUntil);
    }

    /** Whether it was ended by a row, and nobody has given it another last day since. */
    final boolean isClosedBy(UUID other) {
        return other.equals(closedBy) && isAsClosed();
    }

    /** It has the last day again that it had before another row ended it. */
    final void reopen() {
        endsOn = endedBefore;
        closedBy = null;
        closedUntil = null;
        endedBefore = null;
    }

    /**
     * The row that ended it is taken back. What had ended that row of the same history in its turn ends this one now, as if
     * the row had never been there.
     */
    final void reopen(HistoryEntry<?> takenBack) {
        reopen();
        boolean sameHistory = takenBack.getClass() == getClass();
        if (sameHistory
                && takenBack instanceof ClosableEntry<?> next
                && next.isAsClosed()
                && next.closedBy != null
                && next.endsOn != null
                && (endsOn == null || endsOn.isAfter(next.endsOn))) {
            closeBy(next.closedBy, next.endsOn);
        }
    }
}
