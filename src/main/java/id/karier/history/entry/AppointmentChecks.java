package id.karier.history.entry;

import id.karier.employee.EmployeeDirectory;
import id.karier.history.entry.Appointments.Seats;
import id.karier.history.entry.HistoryJson.PositionFacts;
import id.karier.history.entry.HolderRules.Candidate;
import id.karier.history.entry.HolderRules.Days;
import id.karier.history.entry.HolderRules.Holder;
import id.karier.history.entry.HolderRules.Objection;
import id.karier.history.entry.HolderRules.Post;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.ProblemException;
import id.karier.organisation.AgencyDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks whether a person may hold the position of an entry that an officer writes. */
@ApplicationScoped
class AppointmentChecks {
    private final Appointments appointments;
    private final EmployeeDirectory people;
    private final AgencyDirectory agencies;

    AppointmentChecks(Appointments appointments, EmployeeDirectory people, AgencyDirectory agencies) {
        this.appointments = appointments;
        this.people = people;
        this.agencies = agencies;
    }

    /** Whether a change puts somebody elsewhere, or there for more days: less is never refused. */
    static boolean isMore(PositionFacts before, PositionFacts after) {
        boolean samePlace = Objects.equals(before.positionId(), after.positionId())
                && Objects.equals(before.unitId(), after.unitId())
                && before.level() == after.level()
                && before.assignment() == after.assignment();
        boolean earlier = after.startsOn().isBefore(before.startsOn());
        boolean later = before.endsOn() != null
                && (after.endsOn() == null || after.endsOn().isAfter(before.endsOn()));
        boolean reasonGone = before.reason() != null && after.reason() == null;
        return !samePlace || earlier || later || reasonGone;
    }

    /** @throws ProblemException 422 for what the law forbids, or discourages and no reason is given for */
    void check(EmployeePosition entry) {
        var person = people.require(entry.employeeId);
        var today = agencies.today(person.agency());
        var days = new Days(entry.startsOn, entry.endsOn);
        var seats = seats(entry);
        var kind = Appointments.kind(people.kindOn(person, days.from()));
        var candidate = new Candidate(person.id(), kind, appointments.rankOn(person.id(), days.judgedOn(today)));
        var law = appointments.law(days, today, person.agency());
        refuse(
                entry,
                HolderRules.check(
                        candidate,
                        post(entry, seats),
                        days,
                        entry.holding().isDefinitive(),
                        law,
                        holders(entry, seats),
                        heads(entry, seats),
                        days.from(),
                        today));
    }

    /**
     * Only whether the post has room: who gets days back held it before.
     *
     * @throws ProblemException 422 when the place is somebody else's by now
     */
    void checkRoom(EmployeePosition entry) {
        var seats = seats(entry);
        if (seats == null || !entry.holding().isDefinitive()) {
            return;
        }
        var person = people.require(entry.employeeId);
        var today = agencies.today(person.agency());
        var days = new Days(entry.startsOn, entry.endsOn);
        refuse(
                entry,
                HolderRules.room(
                        post(entry, seats),
                        days,
                        appointments.law(days, today, person.agency()),
                        holders(entry, seats),
                        heads(entry, seats),
                        days.from(),
                        today));
    }

    private @Nullable Seats seats(EmployeePosition entry) {
        var position = entry.positionId();
        return position == null ? null : appointments.lock(List.of(position), List.of(), entry.startsOn);
    }

    private static List<Holder> holders(EmployeePosition entry, @Nullable Seats seats) {
        var position = entry.positionId();
        return seats == null || position == null ? List.of() : seats.holders(position, entry.employeeId);
    }

    private static List<Holder> heads(EmployeePosition entry, @Nullable Seats seats) {
        var position = entry.positionId();
        return seats == null || position == null ? List.of() : seats.heads(seats.ledUnit(position), entry.employeeId);
    }

    private static Post post(EmployeePosition entry, @Nullable Seats seats) {
        var position = entry.positionId();
        var known = seats == null || position == null ? null : seats.post(position);
        return known == null ? new Post(entry.place().title(), entry.place().level(), false, null) : known;
    }

    private static void refuse(EmployeePosition entry, List<Objection> objections) {
        var errors = objections.stream()
                .filter(objection -> objection.isForbidden() || entry.reason() == null)
                .map(Objection::error)
                .toList();
        if (!errors.isEmpty()) {
            throw new ProblemException(ErrorCode.RULE_REFUSED, errors);
        }
    }
}
