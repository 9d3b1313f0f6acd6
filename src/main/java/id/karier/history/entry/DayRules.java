package id.karier.history.entry;

import static id.karier.history.entry.HistoryRules.refused;

import id.karier.kernel.FieldError;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pure rules on the days of entries, the same for every history: between which days of a life each kind of day lies. A rule
 * that finds a day outside adds why.
 */
final class DayRules {
    private DayRules() {}

    /** A day on which the person served, or will within a year. */
    static void serving(List<FieldError> reasons, PersonDates dates, String pointer, @Nullable LocalDate day) {
        if (day != null && day.isBefore(dates.firstAppointmentOn())) {
            reasons.add(refused(pointer, "BEFORE_APPOINTMENT", dates.firstAppointmentOn()));
        }
        notFarAhead(reasons, dates, pointer, day);
    }

    /** A day of her life that is not before the earliest on which such a thing can be. */
    static void living(
            List<FieldError> reasons,
            PersonDates dates,
            String pointer,
            LocalDate day,
            LocalDate earliest,
            String tooEarly) {
        if (!day.isAfter(dates.birthDate())) {
            reasons.add(refused(pointer, "BEFORE_BIRTH"));
        } else {
            notBefore(reasons, pointer, day, earliest, tooEarly);
        }
        notFarAhead(reasons, dates, pointer, day);
    }

    static void notBefore(List<FieldError> reasons, String pointer, LocalDate day, LocalDate earliest, String code) {
        if (day.isBefore(earliest)) {
            reasons.add(refused(pointer, code, earliest));
        }
    }

    static void notFarAhead(List<FieldError> reasons, PersonDates dates, String pointer, @Nullable LocalDate day) {
        var latest = dates.today().plusYears(1);
        if (day != null && day.isAfter(latest)) {
            reasons.add(refused(pointer, "TOO_FAR_AHEAD", latest));
        }
    }

    static void ending(List<FieldError> reasons, LocalDate startsOn, @Nullable LocalDate endsOn) {
        if (endsOn != null && endsOn.isBefore(startsOn)) {
            reasons.add(refused("/endsOn", "ENDS_BEFORE_START", startsOn));
        }
    }

    /** The last day of something that only somebody in service has; null while it is open. */
    static void lasting(List<FieldError> reasons, PersonDates dates, LocalDate startsOn, @Nullable LocalDate endsOn) {
        ending(reasons, startsOn, endsOn);
        if (endsOn != null && endsOn.isAfter(dates.serviceUntil())) {
            reasons.add(refused("/endsOn", "AFTER_SERVICE_AGE", dates.serviceUntil()));
        }
    }

    /** A decree about the career: nobody signs one before the person could be employed. */
    static void careerDecree(List<FieldError> reasons, PersonDates dates, Decreed entry) {
        decree(reasons, dates, entry);
        var date = entry.decreeDate();
        if (date != null && date.isAfter(dates.birthDate())) {
            notBefore(reasons, "/decreeDate", date, dates.decreesFrom(), "DECREE_TOO_EARLY");
        }
    }

    /** A decree has a number and a date, and has been signed. */
    static void decree(List<FieldError> reasons, PersonDates dates, Decreed entry) {
        var date = entry.decreeDate();
        if ((entry.decreeNumber() == null) != (date == null)) {
            reasons.add(refused(date == null ? "/decreeDate" : "/decreeNumber", "DECREE_INCOMPLETE"));
        }
        if (date != null && date.isAfter(dates.today())) {
            reasons.add(refused("/decreeDate", "IN_FUTURE", dates.today()));
        }
        if (date != null && !date.isAfter(dates.birthDate())) {
            reasons.add(refused("/decreeDate", "BEFORE_BIRTH"));
        }
    }
}
