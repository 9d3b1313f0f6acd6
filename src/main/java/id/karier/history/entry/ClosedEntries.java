package id.karier.history.entry;

import static id.karier.history.entry.HistoryRules.refused;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a row has ended: it gets its days back when the row is taken back, and follows when the row begins on another day.
 * Every history whose entries are {@link ClosableEntry} and stand in {@link HistoryKinds#CLOSABLE} takes part.
 */
@ApplicationScoped
class ClosedEntries {
    /** The refusals whose advice is another one here. */
    private static final Set<String> REOPENED = Set.of(
            "STATUS_OVERLAP",
            "DEFINITIVE_OVERLAP",
            "ACTING_TWICE",
            "POSITION_CLOSED",
            "UNIT_CLOSED",
            "OUTLASTS_POSITION",
            "OUTLASTS_UNIT",
            "HEAD_TAKEN",
            "OVER_HEADCOUNT");

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
            check(other, "");
        }
        histories.flush();
    }

    /** What is written is not the row that is looked at: what would help there, a reason for instance, does not help here. */
    private void check(ClosableEntry<?> reopened, String place) {
        try {
            checks.forEach(check -> check.check(reopened));
        } catch (ProblemException refused) {
            throw new ProblemException(
                    refused.code(),
                    refused.errors().stream()
                            .map(error -> new FieldError(
                                    place,
                                    error.code(),
                                    REOPENED.contains(error.code())
                                            ? "history.reopened." + error.code()
                                            : error.sentence(),
                                    error.figures()))
                            .toList());
        }
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
                check(other, "/startsOn");
            }
        }
    }
}
