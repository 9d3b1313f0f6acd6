package id.karier.integration.bulk.load;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the row of which a dossier says everything but the day: the same rank since another day, the same degree in another
 * year. Such a row is corrected, and no second one is made. A rank is held twice in a career only as a candidate and then
 * for good, or after a penalty took it away; both are left alone.
 */
final class Corrections {
    /** For what is matched by its own key alone. */
    static final Corrections NONE = new Corrections(LocalDate.MIN, Set.of(), List.of());

    private final LocalDate firstAppointmentOn;
    private final Set<LocalDate> said;
    private final List<LocalDate> setbacks;

    /**
     * @param said the days since when the dossier says ranks
     * @param setbacks days on which a rank may have been taken away
     */
    Corrections(LocalDate firstAppointmentOn, Set<LocalDate> said, List<LocalDate> setbacks) {
        this.firstAppointmentOn = firstAppointmentOn;
        this.said = Set.copyOf(said);
        this.setbacks = List.copyOf(setbacks);
    }

    /** The row that is meant, of those that are stored; null for none. */
    @Nullable
    HistoryRow find(HistoryRow meant, List<HistoryRow> rows) {
        HistoryRow found = null;
        for (var row : rows) {
            boolean fits = row.state != HistoryRow.State.NEW && !contradict(row, meant) && isSame(row, meant, rows);
            if (fits && found != null) {
                return null;
            }
            found = fits ? row : found;
        }
        return found;
    }

    /** Two national ids, two decrees or two certificates are two things. */
    private static boolean contradict(HistoryRow row, HistoryRow meant) {
        boolean ids = row.siasnId != null && meant.siasnId != null;
        return ids || differ(row.decreeNumber, meant.decreeNumber);
    }

    private static boolean differ(@Nullable Object one, @Nullable Object other) {
        return one != null && other != null && !HistoryTable.same(one, other);
    }

    private boolean isSame(HistoryRow row, HistoryRow meant, List<HistoryRow> rows) {
        return switch (row.table) {
            case RANKS -> isSameRank(row, meant, rows);
            case EDUCATIONS ->
                HistoryTable.same(row.get("level"), meant.get("level"))
                        && HistoryTable.same(row.get("field"), meant.get("field"))
                        && !differ(row.get("institution"), meant.get("institution"))
                        && !differ(row.get("certificate_number"), meant.get("certificate_number"));
            default -> false;
        };
    }

    private boolean isSameRank(HistoryRow row, HistoryRow meant, List<HistoryRow> rows) {
        var stored = row.day("starts_on");
        var now = meant.day("starts_on");
        if (!HistoryTable.same(row.get("rank_code"), meant.get("rank_code"))
                || said.contains(stored)
                || stored.equals(firstAppointmentOn)) {
            return false;
        }
        boolean parted = rows.stream().anyMatch(other -> other != row && isBetween(other.day("starts_on"), stored, now))
                || setbacks.stream().anyMatch(day -> isBetween(day, stored, now) || day.equals(now));
        return !parted;
    }

    private static boolean isBetween(LocalDate day, LocalDate one, LocalDate other) {
        return (day.isAfter(one) && day.isBefore(other)) || (day.isAfter(other) && day.isBefore(one));
    }
}
