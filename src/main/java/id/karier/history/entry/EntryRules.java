package id.karier.history.entry;

import id.karier.employee.EmployeeKind;
import id.karier.employee.EmployeeStatus;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules on single entries of a history for whoever writes them without the register's requests: an import refuses what
 * the register refuses, under the same codes.
 */
@Published
public final class EntryRules {
    private EntryRules() {}

    /** The days of a person between which her histories lie, and the agency's today. */
    public record Days(LocalDate birthDate, LocalDate firstAppointmentOn, LocalDate today) {
        private PersonDates dates() {
            return new PersonDates(birthDate, firstAppointmentOn, today);
        }
    }

    /**
     * A rank that begins on a day.
     *
     * @param kind as what the person served on that day
     */
    public static List<FieldError> rank(String rank, LocalDate startsOn, EmployeeKind kind, Days days) {
        var facts = new RankFacts(rank, null, startsOn, null, null, null, null);
        return reasons(HistoryRules.rank(facts, days.dates(), kind, List.of()));
    }

    /** A position that begins on a day. */
    public static List<FieldError> position(LocalDate startsOn, @Nullable LocalDate swornInOn, Days days) {
        var facts = new PositionFacts(
                Assignment.DEFINITIVE, null, null, null, null, null, startsOn, null, swornInOn, null, null, false);
        return reasons(PositionHistoryRules.dates(facts, days.dates()));
    }

    /** An education that was finished on a day. */
    public static List<FieldError> education(EducationLevel level, String field, LocalDate graduatedOn, Days days) {
        var facts = new EducationFacts(level, field, null, graduatedOn, null, null, null, false, null, null);
        return reasons(HistoryRules.education(facts, days.dates()));
    }

    /** A training between two days. */
    public static List<FieldError> training(LocalDate startsOn, LocalDate endsOn, BigDecimal hours, Days days) {
        var facts = new TrainingFacts("", null, "", null, null, startsOn, endsOn, hours, null, null);
        return reasons(HistoryRules.training(facts, days.dates()));
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

    /** A penalty between two days. */
    public static List<FieldError> discipline(
            PenaltyLevel level,
            @Nullable String penalty,
            @Nullable String penaltyName,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            Days days) {
        var facts =
                new DisciplineFacts(level, penalty, penaltyName, startsOn, endsOn, null, null, null, null, null, null);
        return reasons(HistoryRules.discipline(facts, days.dates()));
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
            @Nullable PositionLevel level, LocalDate startsOn, LocalDate endsOn, BigDecimal credit, Days days) {
        var facts = new CreditFacts(level, null, CreditBasis.CONVERSION, startsOn, endsOn, credit, null, null);
        return reasons(HistoryRules.credit(facts, days.dates()));
    }

    private static List<FieldError> reasons(HistoryOutcome outcome) {
        return outcome instanceof HistoryOutcome.Refused refused ? refused.reasons() : List.of();
    }
}
