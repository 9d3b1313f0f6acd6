package id.karier.integration.bulk.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The histories of one person in memory: what is stored, and what a dossier adds. */
final class Histories {
    private final Map<HistoryTable, List<HistoryRow>> rows = new EnumMap<>(HistoryTable.class);

    /** A row as the database has it. */
    void stored(HistoryRow row) {
        of(row.table).add(row);
    }

    List<HistoryRow> of(HistoryTable table) {
        return rows.computeIfAbsent(table, t -> new ArrayList<>());
    }

    /**
     * What came of something that was said.
     *
     * @param row that is about the same thing now
     * @param differing columns in which the register keeps what it has
     * @param correctedFrom the day or year that the row had until it was corrected; null when it was not
     */
    record Said(
            HistoryRow row,
            List<HistoryTable.Column> differing,
            @Nullable Object correctedFrom) {}

    /**
     * Takes over what a dossier says.
     *
     * @param corrections finds the row of which only the day was corrected
     */
    Said say(HistoryRow said, Corrections corrections) {
        var known = match(said);
        var corrected = known == null ? corrections.find(said, of(said.table)) : null;
        var row = known == null ? corrected : known;
        if (row == null) {
            of(said.table).add(said);
            return new Said(said, List.of(), null);
        }
        if (row.isKept(said)) {
            return new Said(row, row.complete(said), null);
        }
        var before = said.table.dated(row.values);
        if (said.table == HistoryTable.POSITIONS && !start(row).equals(start(said))) {
            reopen(start(row).minusDays(1));
        }
        if (corrected != null) {
            corrected.forgetDay();
        }
        row.merge(said);
        boolean moved = said.table == HistoryTable.RANKS || corrected != null;
        boolean other = moved && !Objects.equals(before, said.table.dated(row.values));
        return new Said(row, List.of(), other && row.state != HistoryRow.State.NEW ? before : null);
    }

    /** The row that an officer has typed in, or that rests on a decree, where one like it is said; null for none. */
    @Nullable
    HistoryRow kept(HistoryRow said) {
        var known = match(said);
        return known != null && known.isKept(said) ? known : null;
    }

    /** A position that ended because another began after it, which now begins on another day. */
    private void reopen(LocalDate ended) {
        for (var row : of(HistoryTable.POSITIONS)) {
            if (ended.equals(row.get("ends_on"))) {
                row.open();
            }
        }
    }

    /** Two ranks cannot begin on one day, so there the day goes before the national id. */
    private @Nullable HistoryRow match(HistoryRow said) {
        var siasnId = said.siasnId;
        var byId = siasnId == null ? null : first(said.table, row -> siasnId.equalsIgnoreCase(row.siasnId));
        var byKey = first(said.table, row -> said.table.sameRow(row.values, said.values));
        if (said.table == HistoryTable.RANKS) {
            return byKey == null ? byId : byKey;
        }
        return byId == null ? byKey : byId;
    }

    private @Nullable HistoryRow first(HistoryTable table, java.util.function.Predicate<HistoryRow> fits) {
        return of(table).stream().filter(fits).findFirst().orElse(null);
    }

    /**
     * A definitive position ends the day before the next begins; what was ended before that stays so.
     *
     * @return a day on which two begin, so that they would overlap; null when there is none
     */
    @Nullable
    LocalDate closeDefinitivePositions() {
        var definitive = of(HistoryTable.POSITIONS).stream()
                .filter(row -> "DEFINITIVE".equals(row.get("assignment")))
                .sorted(Comparator.comparing(Histories::start))
                .toList();
        for (int i = 0; i < definitive.size(); i++) {
            var row = definitive.get(i);
            var next = i + 1 < definitive.size() ? start(definitive.get(i + 1)) : null;
            if (start(row).equals(next)) {
                return next;
            }
            var ends = (LocalDate) row.get("ends_on");
            boolean holds =
                    ends == null ? next == null : !ends.isBefore(start(row)) && (next == null || ends.isBefore(next));
            if (!holds && next != null) {
                row.closeBy(definitive.get(i + 1), next.minusDays(1));
            } else if (!holds) {
                row.open();
            }
        }
        return null;
    }

    private static LocalDate start(HistoryRow row) {
        return row.day("starts_on");
    }

    /** The rows that are to be written, new and changed. */
    List<HistoryRow> different() {
        var found = new ArrayList<HistoryRow>();
        for (var table : rows.values()) {
            for (var row : table) {
                if (row.differs()) {
                    found.add(row);
                }
            }
        }
        return found;
    }
}
