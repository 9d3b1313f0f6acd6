package id.karier.history.entry;

import id.karier.employee.EmployeeKind;
import id.karier.history.entry.HistoryJson.AwardFacts;
import id.karier.history.entry.HistoryJson.CreditFacts;
import id.karier.history.entry.HistoryJson.DisciplineFacts;
import id.karier.history.entry.HistoryJson.EducationFacts;
import id.karier.history.entry.HistoryJson.RankFacts;
import id.karier.history.entry.HistoryJson.TrainingFacts;
import id.karier.kernel.FieldError;
import id.karier.rules.terms.PenaltyLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Pure rules on single entries: what can be true of a person, and the words that an entry uses. */
final class HistoryRules {
    private static final int YOUNGEST_PUPIL = 5;
    private static final int HOURS_OF_A_DAY = 24;
    private static final String FUNCTIONAL = "JF_";

    private HistoryRules() {}

    /**
     * A rank stands on the ladder of the person's kind on its first day, and no two ranks begin on one day.
     *
     * @param kind as what the person served on the rank's first day
     * @param others the other ranks of the person
     */
    static HistoryOutcome rank(RankFacts rank, PersonDates dates, EmployeeKind kind, List<RankFacts> others) {
        var reasons = new ArrayList<FieldError>();
        DayRules.serving(reasons, dates, "/startsOn", rank.startsOn());
        DayRules.careerDecree(reasons, dates, rank);
        if (RankLadder.of(rank.rank()) != RankLadder.of(kind)) {
            reasons.add(refused("/rank", "RANK_OF_OTHER_KIND", kind.name()));
        }
        for (var other : others) {
            if (other.startsOn().equals(rank.startsOn())) {
                reasons.add(refused("/startsOn", "RANK_ON_SAME_DAY", other.rank(), told(other.decreeNumber())));
            }
        }
        return HistoryOutcome.of(reasons);
    }

    /** Nobody graduates before the age of five, or in the future. */
    static HistoryOutcome education(EducationFacts education, PersonDates dates) {
        var reasons = new ArrayList<FieldError>();
        var earliest = dates.birthDate().plusYears(YOUNGEST_PUPIL);
        var graduated = education.graduatedOn();
        var year = education.graduatedYear();
        if ((graduated == null) == (year == null)) {
            reasons.add(refused("/graduatedOn", "DAY_OR_YEAR", "graduatedOn", "graduatedYear"));
        } else {
            var pointer = year == null ? "/graduatedOn" : "/graduatedYear";
            var last = year == null ? education.countsFrom() : LocalDate.of(year, 12, 31);
            if (last.isBefore(earliest)) {
                reasons.add(refused(pointer, "GRADUATED_TOO_YOUNG", earliest));
            }
            if (education.countsFrom().isAfter(dates.today())) {
                reasons.add(refused(pointer, "IN_FUTURE", dates.today()));
            }
        }
        DayRules.decree(reasons, dates, education);
        return HistoryOutcome.of(reasons);
    }

    /** A training has no more hours than its days. */
    static HistoryOutcome training(TrainingFacts training, PersonDates dates) {
        var reasons = new ArrayList<FieldError>();
        var starts = training.startsOn();
        var ends = training.endsOn();
        var year = training.heldYear();
        var youngest = dates.birthDate().plusYears(YOUNGEST_PUPIL);
        if ((starts == null) == (year == null) || (starts == null) != (ends == null)) {
            reasons.add(refused("/startsOn", "DAY_OR_YEAR", "startsOn, endsOn", "heldYear"));
        } else if (starts == null || ends == null) {
            if (year != null && year < dates.birthDate().getYear()) {
                reasons.add(refused("/heldYear", "BEFORE_BIRTH"));
            } else if (year != null) {
                DayRules.notBefore(reasons, "/heldYear", LocalDate.of(year, 12, 31), youngest, "TRAINED_TOO_YOUNG");
            }
            DayRules.notFarAhead(reasons, dates, "/heldYear", training.countsFrom());
        } else {
            DayRules.living(reasons, dates, "/startsOn", starts, youngest, "TRAINED_TOO_YOUNG");
            DayRules.ending(reasons, starts, ends);
            var latest = (starts.isAfter(dates.today()) ? starts : dates.today()).plusYears(1);
            if (ends.isAfter(latest)) {
                reasons.add(refused("/endsOn", "TOO_FAR_AHEAD", latest));
            }
            long days = ChronoUnit.DAYS.between(starts, ends) + 1;
            var most = BigDecimal.valueOf(days * HOURS_OF_A_DAY);
            if (days > 0 && training.hours().compareTo(most) > 0) {
                reasons.add(refused("/hours", "HOURS_IMPLAUSIBLE", most.toPlainString()));
            }
        }
        DayRules.decree(reasons, dates, training);
        return HistoryOutcome.of(reasons);
    }

    static HistoryOutcome award(AwardFacts award, PersonDates dates) {
        var reasons = new ArrayList<FieldError>();
        DayRules.living(reasons, dates, "/grantedOn", award.grantedOn(), dates.employableFrom(), "BEFORE_EMPLOYABLE");
        DayRules.careerDecree(reasons, dates, award);
        return HistoryOutcome.of(reasons);
    }

    /**
     * The penalty's code says its level and length (PP 94/2021: R1 to R3, S1 to S3, B1 to B3); older law has names only.
     */
    static HistoryOutcome discipline(DisciplineFacts discipline, PersonDates dates) {
        var reasons = new ArrayList<FieldError>();
        DayRules.serving(reasons, dates, "/startsOn", discipline.startsOn());
        DayRules.lasting(reasons, dates, discipline.startsOn(), discipline.endsOn());
        var level = discipline.level();
        if (level == PenaltyLevel.NONE) {
            reasons.add(refused("/level", "LEVEL_IS_NO_PENALTY"));
        } else if (discipline.penalty() != null
                && discipline.penalty().charAt(0) != level.name().charAt(0)) {
            reasons.add(refused("/penalty", "PENALTY_OF_OTHER_LEVEL", level.name()));
        } else {
            length(reasons, discipline);
        }
        if (discipline.penalty() == null && discipline.penaltyName() == null) {
            reasons.add(refused("/penalty", "PENALTY_MISSING"));
        }
        if ((discipline.cancelledBy() == null) != (discipline.cancelledOn() == null)) {
            reasons.add(refused(
                    discipline.cancelledBy() == null ? "/cancelledBy" : "/cancelledOn", "CANCELLATION_INCOMPLETE"));
        }
        if (discipline.cancelledOn() != null && discipline.cancelledOn().isBefore(discipline.startsOn())) {
            reasons.add(refused("/cancelledOn", "CANCELLED_BEFORE_START", discipline.startsOn()));
        }
        DayRules.notFarAhead(reasons, dates, "/cancelledOn", discipline.cancelledOn());
        DayRules.careerDecree(reasons, dates, discipline);
        return HistoryOutcome.of(reasons);
    }

    /** A penalty with a legal length ends when that is over: nothing is reckoned here, the decree says the day. */
    private static void length(List<FieldError> reasons, DisciplineFacts discipline) {
        var law = DisciplinePenalties.of(discipline.penalty());
        var endsOn = discipline.endsOn();
        if (law != null && law.isDismissal() && endsOn != null) {
            reasons.add(refused("/endsOn", "DISMISSAL_HAS_NO_END"));
        }
        var months = law == null ? null : law.months();
        if (law != null && months != null && (endsOn == null || !law.mayEndOn(discipline.startsOn(), endsOn))) {
            var code = endsOn == null ? "PENALTY_NEEDS_END" : "PENALTY_OTHER_LENGTH";
            reasons.add(refused("/endsOn", code, months, law.lastDay(discipline.startsOn())));
        }
    }

    /** Credit is given for a time that has been served, at a functional level. */
    static HistoryOutcome credit(CreditFacts credit, PersonDates dates) {
        var reasons = new ArrayList<FieldError>();
        DayRules.serving(reasons, dates, "/startsOn", credit.startsOn());
        DayRules.ending(reasons, credit.startsOn(), credit.endsOn());
        if (credit.endsOn().isAfter(dates.today())) {
            reasons.add(refused("/endsOn", "IN_FUTURE", dates.today()));
        }
        if (credit.level() != null && !credit.level().name().startsWith(FUNCTIONAL)) {
            reasons.add(refused("/level", "LEVEL_NOT_FUNCTIONAL"));
        }
        DayRules.careerDecree(reasons, dates, credit);
        return HistoryOutcome.of(reasons);
    }

    static FieldError refused(String pointer, String code, Object... figures) {
        return FieldError.in("history", pointer, code, figures);
    }

    /** A decree in a sentence; rows that were loaded may lack it. */
    static String told(@Nullable String decreeNumber) {
        return Objects.requireNonNullElse(decreeNumber, "–");
    }
}
