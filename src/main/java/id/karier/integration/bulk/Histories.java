package id.karier.integration.bulk;

import id.karier.integration.bulk.HistoryRow.State;
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

    /** Takes over what a dossier says. */
    void say(HistoryRow said) {
        var known = match(said);
        if (known == null) {
            of(said.table).add(said);
        } else {
            known.merge(said);
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

    /** A definitive position ends the day before the next begins; what was ended before that stays so. */
    void closeDefinitivePositions() {
        var definitive = of(HistoryTable.POSITIONS).stream()
                .filter(row -> "DEFINITIVE".equals(row.get("assignment")))
                .sorted(Comparator.comparing(Histories::start))
                .toList();
        for (int i = 0; i + 1 < definitive.size(); i++) {
            var row = definitive.get(i);
            var next = start(definitive.get(i + 1));
            var ends = (LocalDate) row.get("ends_on");
            if ((ends == null || !ends.isBefore(next)) && start(row).isBefore(next)) {
                row.set("ends_on", next.minusDays(1));
            }
        }
    }

    private static LocalDate start(HistoryRow row) {
        return (LocalDate) Objects.requireNonNull(row.get("starts_on"));
    }

    List<HistoryRow> in(State state) {
        var found = new ArrayList<HistoryRow>();
        for (var table : rows.values()) {
            for (var row : table) {
                if (row.state == state) {
                    found.add(row);
                }
            }
        }
        return found;
    }
}
