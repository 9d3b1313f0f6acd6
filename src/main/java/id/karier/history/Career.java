package id.karier.history;

import id.karier.employee.EmployeeStatus;
import id.karier.history.entry.Assignment;
import id.karier.history.entry.CreditBasis;
import id.karier.kernel.Published;
import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.PenaltyLevel;
import id.karier.rules.terms.PositionLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's career as it stood, or will stand, on a day.
 *
 * @param position the definitive position, null for none
 * @param acting the positions in which the person acts (Plt, Plh)
 * @param education the highest, of equals the latest
 * @param credits what counts towards the balance within the functional level of the day; empty outside the functional levels
 */
@Published
public record Career(
        @Nullable Holding position,
        List<PositionSpan> acting,
        @Nullable HeldRank rank,
        @Nullable Education education,
        List<Credit> credits) {
    /** The career of a person without any entry. */
    public static final Career NONE = new Career(null, List.of(), null, null, List.of());

    public Career {
        acting = List.copyOf(acting);
        credits = List.copyOf(credits);
    }

    /** The credit balance within the level of the day. */
    public BigDecimal creditTotal() {
        return CareerRules.total(credits);
    }

    /**
     * One entry of the positions. A position or unit that the registers know is called as they call it now, and has the
     * level of the register.
     *
     * @param ledUnitId the unit that its holder is the head of
     * @param retirementAge only where the position has an age of its own
     * @param endsOn the last day, null while it is open
     */
    public record PositionSpan(
            UUID id,
            Assignment assignment,
            @Nullable UUID positionId,
            String title,
            PositionLevel level,
            @Nullable UUID unitId,
            @Nullable String unitName,
            @Nullable UUID ledUnitId,
            @Nullable Integer retirementAge,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {
        public boolean isDefinitive() {
            return assignment == Assignment.DEFINITIVE;
        }

        /** The day is not past the last one. */
        public boolean lastsOn(LocalDate day) {
            return endsOn == null || !endsOn.isBefore(day);
        }

        public boolean isHeldOn(LocalDate day) {
            return !startsOn.isAfter(day) && lastsOn(day);
        }
    }

    /**
     * A definitive position, and since when without a break.
     *
     * @param since the position is held, whatever decrees renewed it
     * @param unitSince the person is in the unit, in whatever positions
     * @param levelSince the person has the level
     */
    public record Holding(PositionSpan span, LocalDate since, LocalDate unitSince, LocalDate levelSince) {}

    /**
     * A rank of a PNS or a grade of a PPPK.
     *
     * @param order its place on its own ladder, from 1
     * @param endsOn the day before the next rank, null for the last
     */
    public record RankSpan(
            UUID id,
            String code,
            int order,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    /** @param since the first decree of this rank, when it was decreed more than once in a row (CPNS, then PNS) */
    public record HeldRank(RankSpan span, LocalDate since) {}

    /** @param countsFrom the day on which it was completed; of a year alone its first day */
    public record Education(UUID id, EducationLevel level, String field, LocalDate countsFrom) {}

    /** @param level null when the decree names none */
    public record Credit(
            UUID id,
            @Nullable PositionLevel level,
            CreditBasis basis,
            LocalDate startsOn,
            LocalDate endsOn,
            BigDecimal amount) {}

    /** @param cancelledOn first day on which it no longer counts, null when it was not cancelled */
    public record PenaltySpan(
            UUID id,
            PenaltyLevel level,
            @Nullable String penalty,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable LocalDate cancelledOn) {}

    /** A legal standing; on a day without one the person is active. */
    public record StatusSpan(
            UUID id,
            EmployeeStatus status,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    /** A training that was attended; one of which only the year is known lies somewhere between its first and last day. */
    public record Training(UUID id, String form, LocalDate startsOn, LocalDate endsOn, BigDecimal hours) {}

    /** All that was and will be, each oldest first. */
    public record Spans(List<PositionSpan> positions, List<RankSpan> ranks, List<PenaltySpan> penalties) {
        public Spans {
            positions = List.copyOf(positions);
            ranks = List.copyOf(ranks);
            penalties = List.copyOf(penalties);
        }
    }
}
