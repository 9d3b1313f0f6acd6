package id.karier.integration.bulk.load;

import id.karier.calculation.Calculators;
import id.karier.calculation.person.RetirementJson.RetirementRequest;
import id.karier.employee.Source;
import id.karier.kernel.ProblemException;
import id.karier.rules.terms.PositionLevel;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The current state of people whom a file has just brought, so that their rows are written once. */
final class FirstStates {
    /** Retirement dates are kept in memory up to so many. */
    private static final int REMEMBERED = 20_000;

    private final Calculators calculators;
    private final Calculators.Case now;
    private final Map<RetirementRequest, LocalDate> retirements = new HashMap<>();

    FirstStates(Calculators calculators, Calculators.Case now) {
        this.calculators = calculators;
        this.now = now;
    }

    /** What a file's row makes of a new person today; payloads tell more than this can weigh, and are asked later. */
    NewPerson.State of(PersonPlan plan) {
        if (plan.dossier.source() == Source.SIASN) {
            return NewPerson.State.UNKNOWN;
        }
        var today = now.today();
        var ranks = plan.histories.of(HistoryTable.RANKS);
        var positions = plan.histories.of(HistoryTable.POSITIONS);
        var educations = plan.histories.of(HistoryTable.EDUCATIONS);
        var position = begun(positions, "starts_on", today);
        var rank = begun(ranks, "starts_on", today);
        return new NewPerson.State(
                position,
                plan.held,
                rank,
                rank == null ? null : since(ranks, rank),
                begun(educations, "graduated_on", today),
                position == null ? NewPerson.NEVER : retirement(plan, position),
                earliest(
                        coming(ranks, "starts_on", today),
                        coming(positions, "starts_on", today),
                        coming(educations, "graduated_on", today)));
    }

    /** A rank that only goes on began with the first row that named it. */
    private static LocalDate since(List<HistoryRow> ranks, HistoryRow rank) {
        var since = NewPerson.day(rank, "starts_on");
        for (var row : ranks) {
            var starts = NewPerson.day(row, "starts_on");
            if (starts.isBefore(since) && String.valueOf(row.get("rank_code")).equals(rank.get("rank_code"))) {
                since = starts;
            }
        }
        return since;
    }

    private LocalDate retirement(PersonPlan plan, HistoryRow position) {
        var age = plan.held == null ? null : plan.held.retirementAge();
        var level = PositionLevel.valueOf(String.valueOf(position.get("level")));
        var request = new RetirementRequest(plan.person.birthDate(), level, age, null, null, null);
        if (retirements.size() > REMEMBERED) {
            retirements.clear();
        }
        return retirements.computeIfAbsent(request, this::retirement);
    }

    /** An age by hand that the rules do not believe gives no date. */
    private LocalDate retirement(RetirementRequest request) {
        try {
            return calculators.retirement(request, now).effectiveOn();
        } catch (ProblemException notComputable) {
            return NewPerson.NEVER;
        }
    }

    private static @Nullable LocalDate earliest(@Nullable LocalDate... days) {
        LocalDate earliest = null;
        for (var day : days) {
            if (day != null && (earliest == null || day.isBefore(earliest))) {
                earliest = day;
            }
        }
        return earliest;
    }

    /** The latest row that has begun. */
    private static @Nullable HistoryRow begun(List<HistoryRow> rows, String column, LocalDate today) {
        HistoryRow latest = null;
        for (var row : rows) {
            boolean started = !NewPerson.day(row, column).isAfter(today);
            if (started && (latest == null || NewPerson.day(row, column).isAfter(NewPerson.day(latest, column)))) {
                latest = row;
            }
        }
        return latest;
    }

    /** The first row that is still to begin. */
    private static @Nullable LocalDate coming(List<HistoryRow> rows, String column, LocalDate today) {
        LocalDate next = null;
        for (var row : rows) {
            var day = NewPerson.day(row, column);
            if (day.isAfter(today) && (next == null || day.isBefore(next))) {
                next = day;
            }
        }
        return next;
    }
}
