package id.karier.history.timeline;

import id.karier.employee.EmployeeDirectory;
import id.karier.employee.EmployeeKind;
import id.karier.history.Career.Credit;
import id.karier.history.Career.Education;
import id.karier.history.Career.Holding;
import id.karier.history.Career.RankSpan;
import id.karier.history.CareerRules;
import id.karier.history.entry.CreditBasis;
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
import id.karier.rules.terms.RankCodes;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pure rules that make a timeline of a person's entries. Entries come oldest first, and none begins after the day. */
final class TimelineRules {
    static final int SHOWN = 50;
    static final int POINTS = 500;
    private static final String DEFINITIVE = "DEFINITIVE";

    private TimelineRules() {}

    /** The definitive position of the day, and its entry. */
    record Held(TimelineRow row, Holding holding) {}

    static @Nullable Held definitive(List<TimelineRow> entries, LocalDate day) {
        var positions = of(Kind.POSITION, entries);
        var holding = CareerRules.position(
                positions.stream().map(TimelineRow::position).toList(), day);
        return holding == null ? null : new Held(row(holding.span().id(), positions), holding);
    }

    private static TimelineRow row(UUID id, List<TimelineRow> rows) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
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
     * @param definitive the position of the day
     * @param paths where units stood on the day
     * @param penalties whether the reader may see penalties
     * @param retirementOn by the position of the day
     */
    static Timeline timeline(
            EmployeeDirectory.Facts person,
            LocalDate day,
            List<TimelineRow> entries,
            @Nullable Held definitive,
            Map<UUID, List<UnitOnPath>> paths,
            boolean penalties,
            @Nullable LocalDate retirementOn) {
        var number = last(of(Kind.IDENTITY_NUMBER, entries).stream()
                .filter(row -> row.lastsOn(day))
                .toList());
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
                definitive == null
                        ? null
                        : position(definitive.row(), definitive.holding().since(), paths),
                acting(entries, day).stream()
                        .map(row -> position(row, row.startsOn(), paths))
                        .toList(),
                education(of(Kind.EDUCATION, entries), day),
                newest(trainings).stream().map(TimelineRules::training).toList(),
                total(trainings),
                newest(awards).stream()
                        .map(row -> new AwardOnDay(row.what(), row.startsOn(), row.decree()))
                        .toList(),
                total(awards),
                penalties ? running(of(Kind.DISCIPLINE, entries), day) : null,
                credit(definitive, of(Kind.CREDIT, entries), day),
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

    private static @Nullable RankOnDay rank(List<TimelineRow> ranks, LocalDate day) {
        var spans = ranks.stream()
                .map(row -> new RankSpan(row.id(), row.code(), RankCodes.order(row.code()), row.startsOn(), null))
                .toList();
        var held = CareerRules.rank(spans, day);
        if (held == null) {
            return null;
        }
        var row = row(held.span().id(), ranks);
        return new RankOnDay(row.code(), held.since(), span(held.since(), day), row.decree(), row.source());
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

    private static @Nullable EducationOnDay education(List<TimelineRow> educations, LocalDate day) {
        var completed = educations.stream()
                .map(row -> new Education(row.id(), EducationLevel.valueOf(row.code()), row.what(), row.date()))
                .toList();
        var highest = CareerRules.education(completed, day);
        if (highest == null) {
            return null;
        }
        var row = row(highest.id(), educations);
        return new EducationOnDay(
                highest.level(), row.what(), row.detail(), row.knownDate(), row.knownYear(), row.decree());
    }

    private static List<TimelineRow> newest(List<TimelineRow> rows) {
        var newest = new ArrayList<>(rows.subList(Math.max(0, rows.size() - SHOWN), rows.size()));
        Collections.reverse(newest);
        return newest;
    }

    private static long total(List<TimelineRow> rows) {
        return rows.isEmpty() ? 0 : rows.get(0).total();
    }

    private static TrainingOnDay training(TimelineRow row) {
        return new TrainingOnDay(row.code(), row.what(), row.knownDate(), row.endsOn(), row.knownYear(), row.amount());
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

    private static @Nullable CreditOnDay credit(@Nullable Held definitive, List<TimelineRow> credits, LocalDate day) {
        if (definitive == null || !CareerRules.isFunctional(definitive.holding())) {
            return null;
        }
        var decreed = credits.stream()
                .map(row -> new Credit(
                        row.id(),
                        row.level() == null ? null : PositionLevel.valueOf(row.level()),
                        CreditBasis.valueOf(row.code()),
                        row.startsOn(),
                        row.date(),
                        Objects.requireNonNull(row.amount())))
                .toList();
        var holding = definitive.holding();
        return new CreditOnDay(holding.span().level(), CareerRules.total(CareerRules.credits(holding, decreed, day)));
    }

    private static List<Point> points(List<TimelineRow> entries) {
        return entries.subList(Math.max(0, entries.size() - POINTS), entries.size()).stream()
                .map(row -> new Point(
                        row.kind(),
                        row.id(),
                        row.knownDate(),
                        row.knownYear(),
                        row.what(),
                        row.detail(),
                        row.decreeNumber(),
                        row.decreeDate(),
                        row.source()))
                .toList();
    }
}
