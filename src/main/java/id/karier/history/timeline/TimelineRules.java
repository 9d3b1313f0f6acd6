package id.karier.history.timeline;

import id.karier.employee.EmployeeDirectory;
import id.karier.employee.EmployeeKind;
import id.karier.history.timeline.TimelineJson.AwardOnDay;
import id.karier.history.timeline.TimelineJson.CreditOnDay;
import id.karier.history.timeline.TimelineJson.EducationOnDay;
import id.karier.history.timeline.TimelineJson.Kind;
import id.karier.history.timeline.TimelineJson.NumberOnDay;
import id.karier.history.timeline.TimelineJson.PenaltyOnDay;
import id.karier.history.timeline.TimelineJson.Point;
import id.karier.history.timeline.TimelineJson.PositionOnDay;
import id.karier.history.timeline.TimelineJson.RankOnDay;
import id.karier.history.timeline.TimelineJson.Span;
import id.karier.history.timeline.TimelineJson.Timeline;
import id.karier.history.timeline.TimelineJson.TrainingOnDay;
import id.karier.history.timeline.TimelineJson.UnitOnPath;
import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.PenaltyLevel;
import id.karier.rules.terms.PositionLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pure rules that tell from the entries of a life what held on a day. Entries come oldest first, and none begins after the
 * day.
 */
final class TimelineRules {
    static final int SHOWN = 50;
    static final int POINTS = 500;
    private static final String DEFINITIVE = "DEFINITIVE";
    private static final String FUNCTIONAL = "JF_";

    private TimelineRules() {}

    /** The definitive position of the day: of those that last on it the one that began last. */
    static @Nullable TimelineRow definitive(List<TimelineRow> entries, LocalDate day) {
        return last(entries.stream()
                .filter(row -> row.kind() == Kind.POSITION && row.code().equals(DEFINITIVE) && row.lastsOn(day))
                .toList());
    }

    /** The acting duties of the day. */
    static List<TimelineRow> acting(List<TimelineRow> entries, LocalDate day) {
        return entries.stream()
                .filter(row -> row.kind() == Kind.POSITION && !row.code().equals(DEFINITIVE) && row.lastsOn(day))
                .toList();
    }

    /**
     * The whole state of the day.
     *
     * @param paths where units stood on the day
     * @param penalties whether the reader may see penalties
     * @param retirementOn by the position of the day
     */
    static Timeline timeline(
            EmployeeDirectory.Facts person,
            LocalDate day,
            List<TimelineRow> entries,
            Map<UUID, List<UnitOnPath>> paths,
            boolean penalties,
            @Nullable LocalDate retirementOn) {
        var number = last(of(Kind.IDENTITY_NUMBER, entries).stream()
                .filter(row -> row.lastsOn(day))
                .toList());
        var definitive = definitive(entries, day);
        var trainings = of(Kind.TRAINING, entries);
        var awards = of(Kind.AWARD, entries);
        return new Timeline(
                person.id(),
                day,
                number == null ? person.kind() : EmployeeKind.valueOf(number.code()),
                number == null ? null : new NumberOnDay(number.what(), number.startsOn(), number.decree()),
                Period.between(person.birthDate(), day).getYears(),
                day.isBefore(person.firstAppointmentOn()) ? null : span(person.firstAppointmentOn(), day),
                rank(of(Kind.RANK, entries), day),
                definitive == null ? null : position(definitive, since(definitive, entries), paths),
                acting(entries, day).stream()
                        .map(row -> position(row, row.startsOn(), paths))
                        .toList(),
                education(of(Kind.EDUCATION, entries)),
                newest(trainings).stream().map(TimelineRules::training).toList(),
                total(trainings),
                newest(awards).stream()
                        .map(row -> new AwardOnDay(row.what(), row.startsOn(), row.decree()))
                        .toList(),
                total(awards),
                penalties ? running(of(Kind.DISCIPLINE, entries), day) : null,
                credit(definitive, entries),
                retirementOn,
                points(entries),
                entries.size() - trainings.size() + total(trainings) - awards.size() + total(awards));
    }

    private static List<TimelineRow> of(Kind kind, List<TimelineRow> entries) {
        return entries.stream().filter(row -> row.kind() == kind).toList();
    }

    private static @Nullable TimelineRow last(List<TimelineRow> rows) {
        return rows.isEmpty() ? null : rows.get(rows.size() - 1);
    }

    private static Span span(LocalDate from, LocalDate until) {
        var period = Period.between(from, until);
        return new Span(period.getYears(), period.getMonths());
    }

    /** A rank that was decreed twice in a row (as CPNS and as PNS) is held since the first. */
    private static @Nullable RankOnDay rank(List<TimelineRow> ranks, LocalDate day) {
        var current = last(ranks);
        if (current == null) {
            return null;
        }
        var since = current.startsOn();
        for (int i = ranks.size() - 1; i >= 0 && ranks.get(i).code().equals(current.code()); i--) {
            since = ranks.get(i).startsOn();
        }
        return new RankOnDay(current.code(), since, span(since, day), current.decree(), current.source());
    }

    private static PositionOnDay position(TimelineRow row, LocalDate since, Map<UUID, List<UnitOnPath>> paths) {
        return new PositionOnDay(
                row.id(),
                row.code(),
                row.positionId(),
                row.what(),
                PositionLevel.valueOf(Objects.requireNonNull(row.level())),
                row.detail(),
                row.unitId() == null ? List.of() : paths.getOrDefault(row.unitId(), List.of()),
                since,
                row.endsOn(),
                row.leadsUnit(),
                row.decree(),
                row.source());
    }

    /** The first day of the unbroken holding of a definitive position. */
    private static LocalDate since(TimelineRow held, List<TimelineRow> entries) {
        var since = held.startsOn();
        var earlier = of(Kind.POSITION, entries).stream()
                .filter(row -> row.code().equals(DEFINITIVE))
                .toList();
        for (int i = earlier.indexOf(held) - 1; i >= 0; i--) {
            var before = earlier.get(i);
            if (!isSamePosition(before, held) || !before.lastsOn(since.minusDays(1))) {
                break;
            }
            since = before.startsOn();
        }
        return since;
    }

    private static boolean isSamePosition(TimelineRow one, TimelineRow other) {
        return Objects.equals(one.positionId(), other.positionId())
                && (one.positionId() != null
                        || (one.what().equals(other.what()) && Objects.equals(one.unitId(), other.unitId())));
    }

    /** The highest, of equals the latest; D4 and S1 are equals. */
    private static @Nullable EducationOnDay education(List<TimelineRow> educations) {
        return educations.stream()
                .max(Comparator.comparing((TimelineRow row) -> height(EducationLevel.valueOf(row.code())))
                        .thenComparing(TimelineRow::date))
                .map(row -> new EducationOnDay(
                        EducationLevel.valueOf(row.code()), row.what(), row.detail(), row.date(), row.decree()))
                .orElse(null);
    }

    private static EducationLevel height(EducationLevel level) {
        return level == EducationLevel.D4 ? EducationLevel.S1 : level;
    }

    private static List<TimelineRow> newest(List<TimelineRow> rows) {
        var newest = new ArrayList<>(rows.subList(Math.max(0, rows.size() - SHOWN), rows.size()));
        java.util.Collections.reverse(newest);
        return newest;
    }

    private static long total(List<TimelineRow> rows) {
        return rows.isEmpty() ? 0 : rows.get(0).total();
    }

    private static TrainingOnDay training(TimelineRow row) {
        return new TrainingOnDay(row.code(), row.what(), row.startsOn(), row.endsOn(), row.amount());
    }

    /** A light penalty without an end is over when it is spoken; a heavier one lasts until its end, if it has one. */
    private static List<PenaltyOnDay> running(List<TimelineRow> penalties, LocalDate day) {
        return penalties.stream()
                .filter(row -> row.cancelledOn() == null || row.cancelledOn().isAfter(day))
                .filter(row -> row.lastsOn(day))
                .filter(row -> row.endsOn() != null || PenaltyLevel.valueOf(row.code()) != PenaltyLevel.RINGAN)
                .map(row -> new PenaltyOnDay(
                        PenaltyLevel.valueOf(row.code()), row.level(), row.startsOn(), row.endsOn(), row.decree()))
                .toList();
    }

    /**
     * The balance restarts with a level (DOMAIN 7.3): credit of the level of the day, and credit of no named level from
     * the time since that level is held.
     */
    private static @Nullable CreditOnDay credit(@Nullable TimelineRow definitive, List<TimelineRow> entries) {
        if (definitive == null
                || definitive.level() == null
                || !definitive.level().startsWith(FUNCTIONAL)) {
            return null;
        }
        var level = definitive.level();
        var since = definitive.startsOn();
        var positions = of(Kind.POSITION, entries).stream()
                .filter(row -> row.code().equals(DEFINITIVE))
                .toList();
        for (int i = positions.indexOf(definitive);
                i >= 0 && level.equals(positions.get(i).level());
                i--) {
            since = positions.get(i).startsOn();
        }
        var sum = BigDecimal.ZERO;
        for (var row : of(Kind.CREDIT, entries)) {
            boolean counts = row.level() == null
                    ? !row.startsOn().isBefore(since)
                    : row.level().equals(level);
            sum = counts && row.amount() != null ? sum.add(row.amount()) : sum;
        }
        return new CreditOnDay(PositionLevel.valueOf(level), sum);
    }

    private static List<Point> points(List<TimelineRow> entries) {
        return entries.subList(Math.max(0, entries.size() - POINTS), entries.size()).stream()
                .map(row -> new Point(
                        row.kind(),
                        row.id(),
                        row.date(),
                        row.what(),
                        row.detail(),
                        row.decreeNumber(),
                        row.decreeDate(),
                        row.source()))
                .toList();
    }
}
