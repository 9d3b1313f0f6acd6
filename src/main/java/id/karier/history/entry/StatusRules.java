package id.karier.history.entry;

import static id.karier.history.entry.HistoryRules.refused;
import static id.karier.history.entry.HistoryRules.told;

import id.karier.employee.EmployeeStatus;
import id.karier.history.entry.HistoryJson.DisciplineFacts;
import id.karier.history.entry.StatusJson.StatusFacts;
import id.karier.kernel.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pure rules on the legal standings of one person: one a day, nothing after death, and no position once she has left. On a
 * day that no row covers she is active.
 */
final class StatusRules {
    private static final Set<EmployeeStatus> DISMISSED = Set.of(
            EmployeeStatus.DISMISSED, EmployeeStatus.DISMISSED_WITH_PENSION, EmployeeStatus.DISMISSED_WITHOUT_PENSION);

    private StatusRules() {}

    /** Whether a row can be true of the person, and has what its standing needs. */
    static HistoryOutcome facts(StatusFacts status, PersonDates dates) {
        var reasons = new ArrayList<FieldError>();
        DayRules.serving(reasons, dates, "/startsOn", status.startsOn());
        DayRules.careerDecree(reasons, dates, status);
        boolean unknown = Boolean.TRUE.equals(status.startUnknown());
        var standing = status.status();
        if (standing.hasLeft()) {
            DayRules.ending(reasons, status.startsOn(), status.endsOn());
            DayRules.notFarAhead(reasons, dates, "/endsOn", status.endsOn());
        } else {
            DayRules.lasting(reasons, dates, status.startsOn(), status.endsOn());
        }
        if (unknown && status.startsOn().isAfter(dates.today())) {
            reasons.add(refused("/startUnknown", "UNKNOWN_DAY_AHEAD", dates.today()));
        }
        if (!unknown && standing.needsDecree()) {
            missing(reasons, "/decreeNumber", status.decreeNumber(), "STATUS_NEEDS_DECREE");
        }
        if (!unknown && standing.needsReason()) {
            missing(reasons, "/reason", status.reason(), "STATUS_NEEDS_REASON");
        }
        if (!unknown && standing.needsDestination()) {
            missing(reasons, "/destination", status.destination(), "STATUS_NEEDS_DESTINATION");
        }
        if (standing == EmployeeStatus.DECEASED && status.endsOn() != null) {
            reasons.add(refused("/endsOn", "DEATH_HAS_NO_END"));
        }
        if (standing == EmployeeStatus.DECEASED && status.startsOn().isAfter(dates.today())) {
            reasons.add(refused("/startsOn", "IN_FUTURE", dates.today()));
        }
        return HistoryOutcome.of(reasons);
    }

    private static void missing(List<FieldError> reasons, String pointer, @Nullable Object value, String code) {
        if (value == null) {
            reasons.add(refused(pointer, code));
        }
    }

    /** Whether a row runs on the day before another one and would still run on that one's first day. */
    static boolean endsBefore(StatusFacts candidate, StatusFacts other) {
        var start = candidate.startsOn();
        return other.startsOn().isBefore(start) && other.status() != EmployeeStatus.DECEASED && lasts(other, start);
    }

    /** @param others the other rows of the person, the one that the candidate ends with its new end */
    static HistoryOutcome beside(StatusFacts candidate, List<StatusFacts> others) {
        var reasons = new ArrayList<FieldError>();
        for (var other : others) {
            if (!overlap(candidate, other.startsOn(), other.endsOn())) {
                continue;
            }
            if (other.status() == EmployeeStatus.DECEASED) {
                reasons.add(refused("/startsOn", "AFTER_DEATH", other.startsOn()));
            } else {
                reasons.add(new FieldError(
                        "/startsOn",
                        "STATUS_OVERLAP",
                        "history." + wayOut(candidate, other),
                        List.of(other.status(), other.startsOn(), until(other.endsOn()), told(other.decreeNumber()))));
            }
        }
        return HistoryOutcome.of(reasons);
    }

    /** What helps: closesPrevious ends what began before; a standing for good cannot end before another one begins. */
    private static String wayOut(StatusFacts candidate, StatusFacts other) {
        if (other.startsOn().isBefore(candidate.startsOn())) {
            return "error.STATUS_OVERLAP";
        }
        boolean mayEnd = other.startsOn().isAfter(candidate.startsOn()) && !isForGood(candidate.status());
        return mayEnd ? "overlap.STATUS_LATER" : "overlap.STATUS_IN_THE_WAY";
    }

    /** Whoever moved may come back; all others who have left do so by a standing that a decree gives. */
    private static boolean isForGood(EmployeeStatus standing) {
        return standing.hasLeft() && standing != EmployeeStatus.MOVED;
    }

    /**
     * A decree by which somebody leaves for good says no last day: one is there only where another standing follows, as
     * when a court has given her back her post.
     *
     * @param before what the row said until now, null for a new one
     */
    static HistoryOutcome end(@Nullable StatusFacts before, StatusFacts after, List<StatusFacts> others) {
        var endsOn = after.endsOn();
        boolean as = before != null && before.status() == after.status() && Objects.equals(before.endsOn(), endsOn);
        boolean stands = endsOn == null
                || as
                || !isForGood(after.status())
                || others.stream().anyMatch(other -> other.startsOn().equals(endsOn.plusDays(1)));
        return stands
                ? HistoryOutcome.of(List.of())
                : HistoryOutcome.of(List.of(refused("/endsOn", "LEAVING_HAS_NO_END", after.status())));
    }

    /**
     * A holding of a position beside the standings of its holder.
     *
     * @param endsOn its last day, null while it is open
     */
    static HistoryOutcome holding(LocalDate startsOn, @Nullable LocalDate endsOn, List<StatusFacts> statuses) {
        var reasons = new ArrayList<FieldError>();
        for (var status : statuses) {
            if (status.status().hasLeft() && overlap(status, startsOn, endsOn)) {
                boolean begins = !startsOn.isBefore(status.startsOn());
                reasons.add(refused(
                        begins ? "/startsOn" : "/endsOn",
                        begins ? "HAS_LEFT" : "OUTLASTS_SERVICE",
                        status.status(),
                        begins ? status.startsOn() : status.startsOn().minusDays(1)));
            }
        }
        return HistoryOutcome.of(reasons);
    }

    /** Nothing of service begins once the person has left it. */
    static HistoryOutcome served(Served entry, List<StatusFacts> statuses) {
        var beginning = entry.beginning();
        var left = leftBefore(beginning, statuses);
        return left == null
                ? HistoryOutcome.of(List.of())
                : HistoryOutcome.of(List.of(refused(beginning.pointer(), "HAS_LEFT", left.status(), left.startsOn())));
    }

    private static @Nullable StatusFacts leftBefore(Served.Beginning beginning, List<StatusFacts> statuses) {
        for (var status : statuses) {
            var on = beginning.on();
            boolean begun = beginning.mayEndService()
                    ? status.startsOn().isBefore(on)
                    : !status.startsOn().isAfter(on);
            if (status.status().hasLeft() && begun && lasts(status, on)) {
                return status;
            }
        }
        return null;
    }

    /** Whether leaving by a row leaves an entry of service behind it that did not lie behind what the row said before. */
    static boolean outlives(Served entry, StatusFacts status, @Nullable StatusFacts before) {
        var beginning = entry.beginning();
        return leftBefore(beginning, List.of(status)) != null
                && (before == null || leftBefore(beginning, List.of(before)) == null);
    }

    static FieldError entryAfterService(String history, LocalDate startsOn) {
        return refused("/startsOn", "ENTRY_AFTER_SERVICE", history, startsOn);
    }

    static FieldError entryBeforeAppointment(String history, LocalDate startsOn) {
        return refused("/firstAppointmentOn", "ENTRY_BEFORE_APPOINTMENT", history, startsOn);
    }

    /** Whoever is dismissed as a penalty is dismissed on that day: the standing is recorded first. */
    static HistoryOutcome dismissal(DisciplineFacts penalty, List<StatusFacts> statuses) {
        var law = DisciplinePenalties.of(penalty.penalty());
        var day = penalty.startsOn();
        boolean agrees = law == null
                || !law.isDismissal()
                || penalty.cancelledOn() != null
                || statuses.stream()
                        .anyMatch(status -> isDismissal(status.status())
                                && !status.startsOn().isAfter(day)
                                && lasts(status, day));
        return agrees
                ? HistoryOutcome.of(List.of())
                : HistoryOutcome.of(List.of(refused("/penalty", "PENALTY_NEEDS_DISMISSAL", day)));
    }

    static boolean isDismissal(EmployeeStatus status) {
        return DISMISSED.contains(status);
    }

    /** Whether a position that begins later stands in the way of leaving. */
    static boolean isAfterService(StatusFacts status, LocalDate startsOn) {
        return !startsOn.isBefore(status.startsOn()) && lasts(status, startsOn);
    }

    static FieldError positionAfterService(String title, LocalDate startsOn) {
        return refused("/startsOn", "POSITION_AFTER_SERVICE", title, startsOn);
    }

    private static boolean lasts(StatusFacts status, LocalDate day) {
        return status.endsOn() == null || !status.endsOn().isBefore(day);
    }

    private static boolean overlap(StatusFacts status, LocalDate startsOn, @Nullable LocalDate endsOn) {
        return lasts(status, startsOn) && (endsOn == null || !endsOn.isBefore(status.startsOn()));
    }

    private static String until(@Nullable LocalDate endsOn) {
        return endsOn == null ? "…" : endsOn.toString();
    }
}
