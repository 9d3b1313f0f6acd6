package id.karier.history.entry;

import id.karier.employee.EmployeeKind;
import id.karier.employee.EmployeeStatus;
import id.karier.employee.ServiceAges.Span;
import id.karier.history.entry.HistoryJson.AwardFacts;
import id.karier.history.entry.HistoryJson.CreditFacts;
import id.karier.history.entry.HistoryJson.DisciplineFacts;
import id.karier.history.entry.HistoryJson.EducationFacts;
import id.karier.history.entry.HistoryJson.PositionFacts;
import id.karier.history.entry.HistoryJson.RankFacts;
import id.karier.history.entry.HistoryJson.TrainingFacts;
import id.karier.history.entry.StatusJson.StatusFacts;
import id.karier.kernel.FieldError;
import id.karier.kernel.Published;
import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.PenaltyLevel;
import id.karier.rules.terms.PositionLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules on single entries of a history for whoever writes them without the register's requests: an import refuses what
 * the register refuses, under the same codes.
 */
@Published
public final class EntryRules {
    private EntryRules() {}

    /**
     * The days of a person between which her histories lie, and the agency's today.
     *
     * @param span between which days she can serve
     */
    public record Days(LocalDate birthDate, LocalDate firstAppointmentOn, Span span, LocalDate today) {
        private PersonDates dates() {
            return new PersonDates(birthDate, firstAppointmentOn, span.from(), span.until(), today);
        }
    }

    /** A legal standing of a person from a day to a day; the last day is null while it is open. */
    public record Standing(
            EmployeeStatus status,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {
        private StatusFacts facts() {
            return new StatusFacts(status, startsOn, endsOn, null, null, null, null, null, null);
        }
    }

    /**
     * A rank that begins on a day.
     *
     * @param kind as what the person served on that day
     */
    public static List<FieldError> rank(
            String rank,
            @Nullable String promotionKind,
            LocalDate startsOn,
            EmployeeKind kind,
            Days days,
            List<Standing> standings) {
        var facts = new RankFacts(rank, promotionKind, startsOn, null, null, null, null);
        return reasons(
                HistoryOutcome.both(HistoryRules.rank(facts, days.dates(), kind, List.of()), served(facts, standings)));
    }

    /** The date of the decree behind an entry of the career. */
    public static List<FieldError> decree(LocalDate decreeDate, Days days) {
        var reasons = new ArrayList<FieldError>();
        DayRules.careerDecree(reasons, days.dates(), new RankFacts("", null, decreeDate, null, null, "-", decreeDate));
        return reasons;
    }

    private static HistoryOutcome served(Served entry, List<Standing> standings) {
        return StatusRules.served(entry, standings.stream().map(Standing::facts).toList());
    }

    /** A position that begins on a day. */
    public static List<FieldError> position(LocalDate startsOn, @Nullable LocalDate swornInOn, Days days) {
        var facts = new PositionFacts(
                Assignment.DEFINITIVE,
                null,
                null,
                null,
                null,
                null,
                startsOn,
                null,
                swornInOn,
                null,
                null,
                null,
                false);
        return reasons(PositionHistoryRules.dates(facts, days.dates()));
    }

    /**
     * An education that was finished on a day, or in a year.
     *
     * @param year null when the day is known
     */
    public static List<FieldError> education(
            EducationLevel level, String field, @Nullable LocalDate graduatedOn, @Nullable Integer year, Days days) {
        var facts = new EducationFacts(level, field, null, graduatedOn, year, null, null, null, false, null, null);
        return reasons(HistoryRules.education(facts, days.dates()));
    }

    /**
     * A training between two days, or in a year.
     *
     * @param year null when the days are known
     */
    public static List<FieldError> training(
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Integer year,
            BigDecimal hours,
            Days days,
            List<Standing> standings) {
        var facts = new TrainingFacts("", null, "", null, null, startsOn, endsOn, year, hours, null, null);
        return reasons(HistoryOutcome.both(HistoryRules.training(facts, days.dates()), served(facts, standings)));
    }

    /** An award that was granted on a day. */
    public static List<FieldError> award(LocalDate grantedOn, Days days) {
        return reasons(HistoryRules.award(new AwardFacts(null, "", grantedOn, null, null), days.dates()));
    }

    /**
     * A penalty beside the legal standing of its first day.
     *
     * @param standing of that day
     */
    public static List<FieldError> dismissal(@Nullable String penalty, LocalDate startsOn, EmployeeStatus standing) {
        var law = DisciplinePenalties.of(penalty);
        boolean contradicts = law != null && law.isDismissal() && !StatusRules.isDismissal(standing);
        return contradicts ? List.of(HistoryRules.refused("/penalty", "PENALTY_NEEDS_DISMISSAL", startsOn)) : List.of();
    }

    /** A penalty between two days, that may be cancelled. */
    public static List<FieldError> discipline(
            PenaltyLevel level,
            @Nullable String penalty,
            @Nullable String penaltyName,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable LocalDate cancelledOn,
            Days days,
            List<Standing> standings) {
        var cancelledBy = cancelledOn == null ? null : "-";
        var facts = new DisciplineFacts(
                level, penalty, penaltyName, startsOn, endsOn, null, null, cancelledBy, cancelledOn, null, null);
        return reasons(HistoryOutcome.both(HistoryRules.discipline(facts, days.dates()), served(facts, standings)));
    }

    /**
     * A legal standing from a day on; one that rests on no decree is taken as one whose first day is not known.
     *
     * @param endsOn the last day, null while it is open
     */
    public static List<FieldError> status(
            EmployeeStatus status,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable String decreeNumber,
            @Nullable LocalDate decreeDate,
            Days days) {
        var facts = new StatusFacts(
                status, startsOn, endsOn, decreeNumber == null, null, null, decreeNumber, decreeDate, null);
        return reasons(StatusRules.facts(facts, days.dates()));
    }

    /** Credit for the time between two days. */
    public static List<FieldError> credit(
            @Nullable PositionLevel level,
            LocalDate startsOn,
            LocalDate endsOn,
            BigDecimal credit,
            Days days,
            List<Standing> standings) {
        var facts = new CreditFacts(level, null, CreditBasis.CONVERSION, startsOn, endsOn, credit, null, null);
        return reasons(HistoryOutcome.both(HistoryRules.credit(facts, days.dates()), served(facts, standings)));
    }

    private static List<FieldError> reasons(HistoryOutcome outcome) {
        return outcome instanceof HistoryOutcome.Refused refused ? refused.reasons() : List.of();
    }
}
