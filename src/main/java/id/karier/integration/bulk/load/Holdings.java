package id.karier.integration.bulk.load;

import id.karier.employee.Source;
import id.karier.history.entry.Appointments;
import id.karier.history.entry.Appointments.Hold;
import id.karier.history.entry.Appointments.Seats;
import id.karier.history.entry.HolderRules;
import id.karier.history.entry.HolderRules.Candidate;
import id.karier.history.entry.HolderRules.Days;
import id.karier.history.entry.HolderRules.Holder;
import id.karier.history.entry.HolderRules.Objection;
import id.karier.history.entry.HolderRules.Post;
import id.karier.integration.siasn.Issue;
import id.karier.rules.terms.PositionLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks the register's rules about who is to hold which post by a batch. Only what lasts today or is to come is asked about:
 * a history that is over was lawful by a map of posts that nobody knows any more. Who leaves a post in the same batch leaves
 * it before others come.
 */
final class Holdings {
    private final Appointments appointments;
    private final Places places;
    private final String agency;
    private final LocalDate today;

    Holdings(Appointments appointments, Places places, Loader.Agency agency) {
        this.appointments = appointments;
        this.places = places;
        this.agency = agency.code();
        this.today = agency.today();
    }

    /**
     * Refuses the plans that put somebody where she may not be. Of the national system's rows what is only discouraged is
     * told and taken: the decision was made there.
     */
    void check(Collection<PersonPlan> plans) {
        var positions = new HashSet<UUID>();
        var units = new HashSet<UUID>();
        for (var plan : plans) {
            for (var row : running(plan)) {
                if (row.get("position_id") instanceof UUID position && isMore(row)) {
                    positions.add(position);
                    var ledUnit = ledUnit(position);
                    if (ledUnit != null) {
                        units.add(ledUnit);
                    }
                }
            }
        }
        var seats = appointments.lock(positions, units, today);
        var refused = new HashSet<UUID>();
        plans.stream().filter(plan -> plan.isRefused).forEach(plan -> refused.add(plan.id));
        while (true) {
            var found = findOneToRefuse(plans, seats.copy(), refused);
            if (found == null) {
                return;
            }
            refused.add(found);
        }
    }

    /** Who is refused stays where she was, so that all others are asked again. */
    private @Nullable UUID findOneToRefuse(Collection<PersonPlan> plans, Seats seats, Set<UUID> refused) {
        var good = plans.stream().filter(plan -> !refused.contains(plan.id)).toList();
        for (var plan : good) {
            seats.replace(plan.id, holds(plan, false));
        }
        var warnings = new ArrayList<Runnable>();
        for (var plan : good) {
            for (var row : running(plan)) {
                if (isMore(row)) {
                    var objections = objections(plan, row, seats);
                    if (refuse(plan, row, objections, warnings)) {
                        return plan.id;
                    }
                }
            }
            seats.replace(plan.id, holds(plan, true));
        }
        warnings.forEach(Runnable::run);
        return null;
    }

    private boolean refuse(PersonPlan plan, HistoryRow row, List<Objection> objections, List<Runnable> warnings) {
        boolean isNational = plan.dossier.source() == Source.SIASN;
        boolean refused = false;
        for (var objection : objections) {
            var error = objection.error();
            var issue = new Issue(
                    isNational ? "rw-jabatan" : "jabatan_nama",
                    String.valueOf(row.get("title")),
                    error.code(),
                    error.figures());
            boolean told = isNational || objection.isToldInFiles();
            if (objection.isForbidden() || (!told && row.get("reason") == null)) {
                plan.rowIssues.add(issue);
                plan.isRefused = true;
                refused = true;
            } else if (told && row.get("reason") == null) {
                warnings.add(() -> plan.warnings.add(issue));
            }
        }
        return refused;
    }

    private List<Objection> objections(PersonPlan plan, HistoryRow row, Seats seats) {
        var from = row.day("starts_on");
        var days = new Days(from, (LocalDate) row.get("ends_on"));
        var position = (UUID) row.get("position_id");
        var ledUnit = position == null ? null : ledUnit(position);
        var candidate = new Candidate(
                plan.id, Appointments.kind(plan.kindOn(from)), Appointments.rank(plan.rankOn(days.judgedOn(today))));
        return HolderRules.check(
                candidate,
                post(row, position, seats),
                days,
                isDefinitive(row),
                appointments.law(days, today, agency),
                position == null ? List.of() : seats.holders(position, plan.id),
                seats.heads(ledUnit, plan.id),
                today,
                today);
    }

    /** A post whose headcount only imports have told gets room for all its holders in the end. */
    private Post post(HistoryRow row, @Nullable UUID position, Seats seats) {
        var stored = position == null ? null : seats.post(position);
        if (position != null && stored != null && !isMade(position)) {
            return stored;
        }
        return new Post(
                String.valueOf(row.get("title")),
                PositionLevel.valueOf(String.valueOf(row.get("level"))),
                position != null && ledUnit(position) != null,
                null);
    }

    private boolean isMade(UUID position) {
        var known = places.position(position);
        return known != null && known.made();
    }

    private @Nullable UUID ledUnit(UUID position) {
        var known = places.position(position);
        return known == null || !known.leadsUnit() ? null : known.unitId();
    }

    /** The person's definitive holdings of today and later; without those that the batch brings, when they are not asked. */
    private List<Hold> holds(PersonPlan plan, boolean brought) {
        var holds = new ArrayList<Hold>();
        for (var row : running(plan)) {
            var position = (UUID) row.get("position_id");
            if (position != null && isDefinitive(row) && (brought || !isMore(row))) {
                var days = new Days(row.day("starts_on"), (LocalDate) row.get("ends_on"));
                holds.add(new Hold(position, ledUnit(position), new Holder(plan.id, plan.person.name(), days)));
            }
        }
        return holds;
    }

    private List<HistoryRow> running(PersonPlan plan) {
        return plan.histories.of(HistoryTable.POSITIONS).stream()
                .filter(row -> {
                    var ends = (LocalDate) row.get("ends_on");
                    return ends == null || !ends.isBefore(today);
                })
                .toList();
    }

    private static boolean isDefinitive(HistoryRow row) {
        return "DEFINITIVE".equals(row.get("assignment"));
    }

    /** Whether the load puts the person elsewhere, or there for more days. */
    private static boolean isMore(HistoryRow row) {
        if (row.state != HistoryRow.State.CHANGED) {
            return row.state == HistoryRow.State.NEW;
        }
        var before = row.before();
        var now = row.properties();
        boolean samePlace = List.of("positionId", "unitId", "level", "assignment").stream()
                .allMatch(member -> Objects.equals(before.get(member), now.get(member)));
        var from = (LocalDate) before.get("startsOn");
        var until = (LocalDate) before.get("endsOn");
        var ends = (LocalDate) row.get("ends_on");
        boolean earlier = from != null && row.day("starts_on").isBefore(from);
        boolean later = until != null && (ends == null || ends.isAfter(until));
        return !samePlace || earlier || later;
    }
}
