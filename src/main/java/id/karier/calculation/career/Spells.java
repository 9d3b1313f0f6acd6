package id.karier.calculation.career;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times in posts of one level, which add up; a day that two of them cover counts once. */
record Spells(List<Spell> inOrder) {
    /** @param to last day; null while it lasts */
    record Spell(LocalDate from, @Nullable LocalDate to) {}

    Spells {
        inOrder = inOrder.stream().sorted(Comparator.comparing(Spell::from)).toList();
    }

    /** The day on which so many years are full; empty when these times never reach them. */
    Optional<LocalDate> due(int years) {
        var had = Period.ZERO;
        LocalDate counted = null;
        for (var spell : inOrder) {
            var from = later(spell.from(), counted);
            var end = spell.to() == null ? null : spell.to().plusDays(1);
            if (end != null && !end.isAfter(from)) {
                continue;
            }
            var start = from.minus(had);
            var due = start.plusYears(years);
            if (end == null || !due.isAfter(end)) {
                return Optional.of(later(due, from));
            }
            had = Period.between(start, end);
            counted = end;
        }
        return Optional.empty();
    }

    /** What had been spent when a day began. */
    Period until(LocalDate day) {
        var had = Period.ZERO;
        LocalDate counted = null;
        for (var spell : inOrder) {
            var from = later(spell.from(), counted);
            var end = spell.to() == null || !spell.to().isBefore(day)
                    ? day
                    : spell.to().plusDays(1);
            if (end.isAfter(from)) {
                had = Period.between(from.minus(had), end);
                counted = end;
            }
        }
        return had;
    }

    private static LocalDate later(LocalDate day, @Nullable LocalDate other) {
        return other == null || day.isAfter(other) ? day : other;
    }
}
