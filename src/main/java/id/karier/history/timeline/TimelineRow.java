package id.karier.history.timeline;

import id.karier.employee.Source;
import id.karier.history.Career.PositionSpan;
import id.karier.history.entry.Assignment;
import id.karier.history.timeline.TimelineJson.Decree;
import id.karier.history.timeline.TimelineJson.Kind;
import id.karier.rules.terms.PositionLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of any history, as the timeline reads it.
 *
 * @param date the day of the event: a credit counts from the end of its time, everything else from its beginning
 * @param endsOn last day, where an entry has one
 * @param code what the history classifies by: kind of number, rank, assignment, level of education or penalty, form
 * @param what what people call it
 * @param level level of a position or credit, penalty code of a penalty
 * @param cancelledOn first day of a cancelled penalty's cancellation
 * @param amount hours of a training, points of a credit
 * @param total how many entries the history has up to the day, where not all are read
 */
record TimelineRow(
        Kind kind,
        UUID id,
        LocalDate date,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        String code,
        String what,
        @Nullable String detail,
        @Nullable String level,
        @Nullable UUID positionId,
        @Nullable UUID unitId,
        boolean leadsUnit,
        @Nullable Integer retirementAge,
        @Nullable LocalDate cancelledOn,
        @Nullable Integer knownYear,
        @Nullable BigDecimal amount,
        @Nullable String decreeNumber,
        @Nullable LocalDate decreeDate,
        Source source,
        long total) {
    /** The day that is known; null where only the year is. */
    @Nullable
    LocalDate knownDate() {
        return knownYear == null ? date : null;
    }

    /** The same entry as the rules on careers look at it; for a position only, called as its decree called it. */
    PositionSpan position() {
        return new PositionSpan(
                id,
                Assignment.valueOf(code),
                positionId,
                what,
                PositionLevel.valueOf(Objects.requireNonNull(level)),
                unitId,
                detail,
                leadsUnit ? unitId : null,
                retirementAge,
                startsOn,
                endsOn);
    }

    /** The day is not past the last one. */
    boolean lastsOn(LocalDate day) {
        return endsOn == null || !endsOn.isBefore(day);
    }

    @Nullable
    Decree decree() {
        return decreeNumber == null && decreeDate == null ? null : new Decree(decreeNumber, decreeDate);
    }
}
