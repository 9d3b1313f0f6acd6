package id.karier.integration.bulk.load;

import id.karier.employee.EmployeeStatus;
import id.karier.employee.Source;
import id.karier.history.entry.EntryRules.Standing;
import id.karier.integration.siasn.Issue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a word for the legal standing of today does to the standings on record, and what those do to positions. The word has
 * no day: the row begins on the day of the load, and says so. A standing that rests on a decree is not undone by a word.
 */
final class Standings {
    private static final String COLUMN = "kedudukan_hukum_nama";
    private static final String STARTS_ON = "starts_on";
    private static final String ENDS_ON = "ends_on";

    private final Histories histories;
    private final LocalDate today;

    Standings(Histories histories, LocalDate today) {
        this.histories = histories;
        this.today = today;
    }

    /** Writes a row whose first day is not known, until a day. */
    interface Writer {
        void say(EmployeeStatus status, LocalDate startsOn, @Nullable LocalDate endsOn);
    }

    /** The standing of the day as the rows have it. */
    EmployeeStatus present() {
        return on(today);
    }

    EmployeeStatus on(LocalDate day) {
        var running = running(day);
        return running == null ? EmployeeStatus.ACTIVE : status(running);
    }

    /** The standings on record as the register's rules look at them. */
    List<Standing> all() {
        return histories.of(HistoryTable.STATUSES).stream()
                .map(row -> new Standing(status(row), row.day(STARTS_ON), (LocalDate) row.get(ENDS_ON)))
                .toList();
    }

    /** Why a word may not take back the end of a service: a row of the register ended it, and only there it is undone. */
    @Nullable
    Issue refusal(EmployeeStatus said) {
        var running = running(today);
        return running == null || !status(running).hasLeft() || said.hasLeft()
                ? null
                : Issue.at(COLUMN, said.name(), "SERVICE_ENDED", status(running), running.day(STARTS_ON));
    }

    /** A standing of the national system beside one that ended the service on the same day; null for nothing wrong. */
    @Nullable
    Issue beside(EmployeeStatus said, LocalDate startsOn) {
        for (var row : histories.of(HistoryTable.STATUSES)) {
            if (row.day(STARTS_ON).equals(startsOn) && status(row).hasLeft() && status(row) != said) {
                return Issue.at(COLUMN, said.name(), "STATUS_OVERLAP", status(row), startsOn);
            }
        }
        return null;
    }

    /** @return a warning of what was taken over otherwise than somebody may think; null for none */
    @Nullable
    Issue take(EmployeeStatus said, Writer writer) {
        var running = running(today);
        var present = present();
        if (said == present) {
            return null;
        }
        boolean kept = running != null
                && (running.decreeNumber != null
                        || running.source == Source.LOCAL
                        || present == EmployeeStatus.DECEASED);
        if (running != null && kept) {
            var decree = running.decreeNumber == null ? "–" : running.decreeNumber;
            return Issue.at(COLUMN, said.name(), "STATUS_AGAINST_DECREE", present, running.day(STARTS_ON), decree);
        }
        if (running != null && running.day(STARTS_ON).equals(today)) {
            running.set("status", said.name());
        } else {
            if (running != null) {
                running.set(ENDS_ON, today.minusDays(1));
            }
            if (said != EmployeeStatus.ACTIVE) {
                writer.say(said, today, dayBeforeNext());
            }
        }
        return Issue.at(COLUMN, said.name(), "STATUS_DAY_UNKNOWN", today);
    }

    /** Two standings of one day, as rows of the national system may say them. */
    List<Issue> overlaps() {
        var rows = histories.of(HistoryTable.STATUSES).stream()
                .sorted(Comparator.comparing((HistoryRow row) -> row.day(STARTS_ON)))
                .toList();
        var issues = new ArrayList<Issue>();
        for (int i = 1; i < rows.size(); i++) {
            var starts = rows.get(i).day(STARTS_ON);
            if (lasts(rows.get(i - 1), starts)) {
                issues.add(Issue.at(
                        COLUMN,
                        status(rows.get(i)).name(),
                        "STATUS_OVERLAP",
                        status(rows.get(i - 1)),
                        rows.get(i - 1).day(STARTS_ON)));
            }
        }
        return issues;
    }

    /** Whoever has left holds positions until the day before. */
    List<Issue> endPositions() {
        var issues = new ArrayList<Issue>();
        for (var row : histories.of(HistoryTable.STATUSES)) {
            var left = row.day(STARTS_ON);
            if (!status(row).hasLeft()) {
                continue;
            }
            for (var position : histories.of(HistoryTable.POSITIONS)) {
                var starts = position.day(STARTS_ON);
                var ends = (LocalDate) position.get(ENDS_ON);
                if (!starts.isBefore(left) && lasts(row, starts)) {
                    issues.add(Issue.at(
                            "jabatan_nama", String.valueOf(position.get("title")), "HAS_LEFT", status(row), left));
                } else if (starts.isBefore(left) && (ends == null || !ends.isBefore(left))) {
                    position.set(ENDS_ON, left.minusDays(1));
                }
            }
        }
        return issues;
    }

    /** What of her service was on record for days after the one on which a word says that she has left. */
    List<Issue> begunLater() {
        var issues = new ArrayList<Issue>();
        for (var row : histories.of(HistoryTable.STATUSES)) {
            if (!status(row).hasLeft() || row.state == HistoryRow.State.STORED) {
                continue;
            }
            var left = row.day(STARTS_ON);
            for (var table : List.of(HistoryTable.RANKS, HistoryTable.DISCIPLINES, HistoryTable.CREDITS)) {
                for (var entry : histories.of(table)) {
                    var starts = entry.day(STARTS_ON);
                    if (entry.state == HistoryRow.State.STORED && starts.isAfter(left) && lasts(row, starts)) {
                        issues.add(Issue.at(COLUMN, status(row).name(), "ENTRY_AFTER_SERVICE", table.word(), starts));
                    }
                }
            }
        }
        return issues;
    }

    private @Nullable HistoryRow running(LocalDate day) {
        for (var row : histories.of(HistoryTable.STATUSES)) {
            if (!row.day(STARTS_ON).isAfter(day) && lasts(row, day)) {
                return row;
            }
        }
        return null;
    }

    private @Nullable LocalDate dayBeforeNext() {
        LocalDate next = null;
        for (var row : histories.of(HistoryTable.STATUSES)) {
            var starts = row.day(STARTS_ON);
            if (starts.isAfter(today) && (next == null || starts.isBefore(next))) {
                next = starts;
            }
        }
        return next == null ? null : next.minusDays(1);
    }

    private static boolean lasts(HistoryRow row, LocalDate day) {
        var ends = (LocalDate) row.get(ENDS_ON);
        return ends == null || !ends.isBefore(day);
    }

    private static EmployeeStatus status(HistoryRow row) {
        return EmployeeStatus.valueOf(String.valueOf(row.get("status")));
    }
}
