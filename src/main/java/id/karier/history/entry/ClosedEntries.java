package id.karier.history.entry;

import static id.karier.history.entry.HistoryRules.refused;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.ProblemException;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;

/**
 * What a row has ended: it gets its days back when the row is taken back, and follows when the row begins on another day.
 * Every history whose entries are {@link ClosableEntry} and stand in {@link HistoryKinds#CLOSABLE} takes part.
 */
@ApplicationScoped
class ClosedEntries {
    private final HistoryQueries histories;
    private final List<ReopenCheck> checks;

    ClosedEntries(HistoryQueries histories, @All List<ReopenCheck> checks) {
        this.histories = histories;
        this.checks = checks;
    }

    /**
     * Gives back what a row had ended; the row itself is removed.
     *
     * @throws ProblemException 409 when one of them has got another last day since
     */
    void takeBack(HistoryEntry<?> entry) {
        var closed = histories.closedBy(entry.employeeId, entry.id());
        for (var other : closed) {
            if (!other.isAsClosed()) {
                throw new ProblemException(
                        ErrorCode.STATE_CONFLICT,
                        refused(
                                "",
                                "CLOSED_CHANGED_SINCE",
                                other.startsOn,
                                other.endsOn == null ? "…" : other.endsOn,
                                Objects.requireNonNull(other.closedUntil())));
            }
        }
        histories.remove(entry);
        histories.flush();
        for (var other : closed) {
            other.reopen(entry);
        }
        for (var other : closed) {
            checks.forEach(check -> check.endAgain(other));
            checks.forEach(check -> check.check(other));
        }
        histories.flush();
    }

    /** A row begins on another day: what it had ended lasts until the day before. */
    void follow(ClosableEntry<?> entry) {
        var lastDay = entry.startsOn.minusDays(1);
        for (var other : histories.closedBy(entry.employeeId, entry.id())) {
            if (!other.isAsClosed() || lastDay.equals(other.endsOn)) {
                continue;
            }
            if (lastDay.isBefore(other.startsOn)) {
                throw new ProblemException(
                        ErrorCode.RULE_REFUSED, refused("/startsOn", "CLOSES_BEFORE_START", other.startsOn));
            }
            boolean longer = other.endsOn != null && lastDay.isAfter(other.endsOn);
            other.closeBy(entry.id(), lastDay);
            if (longer) {
                checks.forEach(check -> check.check(other));
            }
        }
    }
}
