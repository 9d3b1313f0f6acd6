package id.karier.history;

import id.karier.employee.EmployeeStatus;
import id.karier.history.Career.Credit;
import id.karier.history.Career.Education;
import id.karier.history.Career.HeldRank;
import id.karier.history.Career.Holding;
import id.karier.history.Career.PositionSpan;
import id.karier.history.Career.RankSpan;
import id.karier.history.Career.StatusSpan;
import id.karier.history.entry.CreditBasis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pure rules on what a career is on a day, once for all who ask. Entries come oldest first, and may begin after the day. */
public final class CareerRules {
    private static final String FUNCTIONAL = "JF_";

    private CareerRules() {}

    static Career career(CareerEntries entries, LocalDate day) {
        var position = position(entries.positions(), day);
        return new Career(
                position,
                entries.positions().stream()
                        .filter(span -> !span.isDefinitive() && span.isHeldOn(day))
                        .toList(),
                rank(entries.ranks(), day),
                education(entries.educations(), day),
                credits(position, entries.credits(), day));
    }

    /** The definitive position of the day: of those that are held on it the one that began last. */
    public static @Nullable Holding position(List<PositionSpan> positions, LocalDate day) {
        var begun = positions.stream()
                .filter(span -> span.isDefinitive() && !span.startsOn().isAfter(day))
                .toList();
        int index = begun.size() - 1;
        while (index >= 0 && !begun.get(index).lastsOn(day)) {
            index--;
        }
        return index < 0
                ? null
                : new Holding(begun.get(index), since(begun, index), unitSince(begun, index), levelSince(begun, index));
    }

    /** A renewed decree does not break the holding of a position, a day between two decrees does. */
    private static LocalDate since(List<PositionSpan> begun, int index) {
        var held = begun.get(index);
        var since = held.startsOn();
        for (int i = index - 1; i >= 0; i--) {
            var before = begun.get(i);
            if (!isSamePosition(before, held) || !before.lastsOn(since.minusDays(1))) {
                break;
            }
            since = before.startsOn();
        }
        return since;
    }

    /** One position in the registers, or one that is called alike in the same unit. */
    private static boolean isSamePosition(PositionSpan one, PositionSpan other) {
        return Objects.equals(one.positionId(), other.positionId())
                && (one.positionId() != null
                        || (one.title().equals(other.title()) && Objects.equals(one.unitId(), other.unitId())));
    }

    private static LocalDate unitSince(List<PositionSpan> begun, int index) {
        var held = begun.get(index);
        var since = held.startsOn();
        for (int i = index - 1; i >= 0; i--) {
            var before = begun.get(i);
            if (!Objects.equals(before.unitId(), held.unitId()) || !before.lastsOn(since.minusDays(1))) {
                break;
            }
            since = before.startsOn();
        }
        return since;
    }

    /** A gap between two positions of one level does not end the level. */
    private static LocalDate levelSince(List<PositionSpan> begun, int index) {
        var level = begun.get(index).level();
        var since = begun.get(index).startsOn();
        for (int i = index - 1; i >= 0 && begun.get(i).level() == level; i--) {
            since = begun.get(i).startsOn();
        }
        return since;
    }

    /** A rank that was decreed twice in a row (as CPNS and as PNS) is held since the first. */
    public static @Nullable HeldRank rank(List<RankSpan> ranks, LocalDate day) {
        var begun = ranks.stream().filter(rank -> !rank.startsOn().isAfter(day)).toList();
        if (begun.isEmpty()) {
            return null;
        }
        var held = begun.get(begun.size() - 1);
        var since = held.startsOn();
        for (int i = begun.size() - 1; i >= 0 && begun.get(i).code().equals(held.code()); i--) {
            since = begun.get(i).startsOn();
        }
        return new HeldRank(held, since);
    }

    /** The highest, of equals the latest; D4 and S1 are equals. */
    public static @Nullable Education education(List<Education> educations, LocalDate day) {
        Education highest = null;
        for (var education : educations) {
            boolean completed = !education.countsFrom().isAfter(day);
            if (completed
                    && (highest == null
                            || education.level().height() >= highest.level().height())) {
                highest = education;
            }
        }
        return highest;
    }

    /**
     * The balance restarts with a level (DOMAIN 7.3): credit of the level of the day, and credit of no named level from the
     * time since that level is held.
     */
    public static List<Credit> credits(@Nullable Holding held, List<Credit> credits, LocalDate day) {
        if (held == null || !isFunctional(held)) {
            return List.of();
        }
        var level = held.span().level();
        return credits.stream()
                .filter(credit -> !credit.endsOn().isAfter(day))
                .filter(credit -> credit.level() == null
                        ? !credit.startsOn().isBefore(held.levelSince())
                        : credit.level() == level)
                .toList();
    }

    /** The legal standing of the day: active where nothing else is on record. */
    static EmployeeStatus status(List<StatusSpan> statuses, LocalDate day) {
        return statusSpan(statuses, day).map(StatusSpan::status).orElse(EmployeeStatus.ACTIVE);
    }

    static Optional<StatusSpan> statusSpan(List<StatusSpan> statuses, LocalDate day) {
        return statuses.stream()
                .filter(span -> !span.startsOn().isAfter(day)
                        && (span.endsOn() == null || !span.endsOn().isBefore(day)))
                .reduce((earlier, later) -> later);
    }

    /** Only functional levels have a credit balance. */
    public static boolean isFunctional(Holding held) {
        return held.span().level().name().startsWith(FUNCTIONAL);
    }

    /** Credit of the old way is within the balance that was carried over from it, and not counted twice. */
    public static BigDecimal total(List<Credit> credits) {
        boolean integrated = credits.stream().anyMatch(credit -> credit.basis() == CreditBasis.INTEGRATION);
        return credits.stream()
                .filter(credit -> !integrated || credit.basis() != CreditBasis.CONVENTIONAL)
                .map(Credit::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The first later day on which positions, ranks, educations or standings say something else; null for none. */
    static @Nullable LocalDate nextChange(CareerEntries entries, LocalDate today) {
        var days = new ArrayList<LocalDate>();
        for (var span : entries.positions()) {
            days.add(span.startsOn());
            if (span.endsOn() != null) {
                days.add(span.endsOn().plusDays(1));
            }
        }
        for (var span : entries.statuses()) {
            days.add(span.startsOn());
            if (span.endsOn() != null) {
                days.add(span.endsOn().plusDays(1));
            }
        }
        entries.ranks().forEach(rank -> days.add(rank.startsOn()));
        entries.educations().forEach(education -> days.add(education.countsFrom()));
        return days.stream()
                .filter(day -> day.isAfter(today))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
