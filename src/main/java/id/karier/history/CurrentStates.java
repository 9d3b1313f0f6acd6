package id.karier.history;

import id.karier.calculation.Calculators;
import id.karier.calculation.person.RetirementJson.RetirementRequest;
import id.karier.changes.Change;
import id.karier.changes.Change.Difference;
import id.karier.changes.ChangeLog;
import id.karier.employee.EmployeeEvents.PersonLeft;
import id.karier.employee.EmployeeObjects;
import id.karier.history.Career.PositionSpan;
import id.karier.history.CurrentStateQueries.Person;
import id.karier.history.CurrentStateQueries.Renewal;
import id.karier.history.HistoryEvents.PositionTaken;
import id.karier.kernel.Caller;
import id.karier.kernel.ProblemException;
import id.karier.kernel.Published;
import id.karier.organisation.UnitDirectory;
import id.karier.rules.Law;
import id.karier.rules.RuleSets;
import id.karier.rules.Selection;
import id.karier.rules.body.RetirementBody;
import id.karier.rules.terms.PositionLevel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps the columns of the current state in {@code employees} as the histories say them of today. */
@Published
@ApplicationScoped
public class CurrentStates {
    private static final Logger LOG = Logger.getLogger(CurrentStates.class);

    /** Below the number from which MariaDB would rewrite the list of ids as a join. */
    private static final int BATCH = 500;

    private final CurrentStateQueries queries;
    private final CareerDirectory careers;
    private final Calculators calculators;
    private final RuleSets ruleSets;
    private final UnitDirectory units;
    private final ChangeLog changes;
    private final Event<PositionTaken> taken;
    private final Event<PersonLeft> left;
    private final Caller caller;
    private final Clock clock;

    CurrentStates(
            CurrentStateQueries queries,
            CareerDirectory careers,
            Calculators calculators,
            RuleSets ruleSets,
            UnitDirectory units,
            ChangeLog changes,
            Event<PositionTaken> taken,
            Event<PersonLeft> left,
            Caller caller,
            Clock clock) {
        this.queries = queries;
        this.careers = careers;
        this.calculators = calculators;
        this.ruleSets = ruleSets;
        this.units = units;
        this.changes = changes;
        this.taken = taken;
        this.left = left;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Recomputes the current state of some people of an agency within the running transaction, and writes it where it
     * differs: a changed state is a new version of the person and an entry in the change log; what did not change is not
     * touched. Locks the people by id until the transaction ends, and sees what the transaction has written so far. To be
     * called after every write of a history, once for all people of a batch.
     *
     * @param today the day in the agency's time zone
     * @return how many people's state has changed
     */
    public int refresh(String agency, Collection<UUID> employees, LocalDate today) {
        if (!agency.equals(caller.tenant())) {
            throw new IllegalArgumentException(
                    "people of " + agency + " cannot be renewed in the name of " + caller.tenant());
        }
        var ids = employees.stream().distinct().sorted().toList();
        int changed = 0;
        for (int from = 0; from < ids.size(); from += BATCH) {
            changed += refresh(agency, ids.subList(from, Math.min(from + BATCH, ids.size())), today);
        }
        return changed;
    }

    private int refresh(String agency, List<UUID> ids, LocalDate today) {
        var people = queries.lock(ids);
        if (people.isEmpty()) {
            return 0;
        }
        var entries = careers.entries(people.keySet());
        var retirements = new Retirements(agency, today);
        var renewals = new ArrayList<Renewal>();
        var noted = new ArrayList<Change>();
        var leaving = new ArrayList<PersonLeft>();
        for (var person : people.values()) {
            var of = Objects.requireNonNull(entries.get(person.id()));
            var after = state(person, of, today, retirements);
            if (person.state().equals(after)) {
                continue;
            }
            if (after.status().hasLeft() && !person.state().status().hasLeft()) {
                var since = CareerRules.statusSpan(of.statuses(), today)
                        .orElseThrow()
                        .startsOn();
                leaving.add(new PersonLeft(agency, person.id(), after.status(), since));
            }
            var fields = person.state().differences(after);
            renewals.add(new Renewal(person.id(), after, !fields.isEmpty()));
            if (!fields.isEmpty()) {
                noted.add(new Change(
                        agency,
                        EmployeeObjects.EMPLOYEE,
                        person.id(),
                        person.id(),
                        Change.Action.UPDATED,
                        fields,
                        null));
            }
        }
        if (!renewals.isEmpty()) {
            queries.write(renewals, clock.instant());
        }
        int changed = noted.size();
        noted.addAll(moves(agency, renewals, people));
        if (!noted.isEmpty()) {
            changes.noteConsequences(noted);
        }
        announce(people.keySet(), today);
        leaving.forEach(left::fire);
        return changed;
    }

    private static CurrentState state(Person person, CareerEntries entries, LocalDate today, Retirements retirements) {
        var career = CareerRules.career(entries, today);
        var held = career.position();
        var rank = career.rank();
        var education = career.education();
        var led = ledUnits(entries.positions(), today);
        return new CurrentState(
                CareerRules.status(entries.statuses(), today),
                held == null ? null : held.span().unitId(),
                held == null ? null : held.span().unitName(),
                held == null ? null : held.span().positionId(),
                held == null ? null : held.span().title(),
                held == null ? null : held.span().level(),
                held == null ? null : held.since(),
                led != null,
                led,
                rank == null ? null : rank.span().code(),
                rank == null ? 0 : rank.span().order(),
                rank == null ? null : rank.since(),
                education == null ? null : education.level().name(),
                education == null ? null : education.field(),
                held == null
                        ? CurrentState.NEVER
                        : retirements.on(
                                person.birthDate(),
                                held.span().level(),
                                held.span().retirementAge()),
                retirements.rules,
                CareerRules.nextChange(entries, today));
    }

    /** The units that somebody is the head of, definitively or acting, as the column has them. */
    private static @Nullable String ledUnits(List<PositionSpan> positions, LocalDate today) {
        var led = new TreeSet<String>();
        for (var span : positions) {
            if (span.ledUnitId() != null && span.isHeldOn(today)) {
                led.add(span.ledUnitId().toString().replace("-", ""));
            }
        }
        return led.isEmpty() ? null : String.join(",", led);
    }

    /** Tells once of each position that it is held now: when it is recorded, or when its day has come. */
    private void announce(Collection<UUID> people, LocalDate today) {
        var begun = queries.notAnnounced(people, today);
        if (!begun.isEmpty()) {
            queries.setAnnounced(begun.stream().map(PositionTaken::entryId).toList());
            begun.forEach(taken::fire);
        }
    }

    /** Who is in another unit now, and so perhaps in somebody else's team. */
    private List<Change> moves(String agency, List<Renewal> renewals, Map<UUID, Person> people) {
        var moved = renewals.stream()
                .filter(renewal -> !Objects.equals(renewal.state().unitId(), unitOf(people, renewal.id())))
                .toList();
        var involved = new HashSet<UUID>();
        for (var renewal : moved) {
            addTo(involved, renewal.state().unitId());
            addTo(involved, unitOf(people, renewal.id()));
        }
        var paths = units.paths(involved);
        return moved.stream()
                .map(renewal -> place(
                        agency,
                        renewal.id(),
                        path(paths, unitOf(people, renewal.id())),
                        path(paths, renewal.state().unitId())))
                .toList();
    }

    /** The note that a person stands under other units than before. */
    static Change place(String agency, UUID person, List<UUID> before, List<UUID> after) {
        var fields = Map.of("unitPath", new Difference(before, after));
        return new Change(agency, EmployeeObjects.PLACE, person, person, Change.Action.UPDATED, fields, null);
    }

    private static @Nullable UUID unitOf(Map<UUID, Person> people, UUID person) {
        var found = people.get(person);
        return found == null ? null : found.state().unitId();
    }

    private static void addTo(Set<UUID> units, @Nullable UUID unit) {
        if (unit != null) {
            units.add(unit);
        }
    }

    private static List<UUID> path(Map<UUID, List<UUID>> paths, @Nullable UUID unit) {
        return unit == null ? List.of() : paths.getOrDefault(unit, List.of());
    }

    /** A mark of the law of retirement as an agency knows it on a day, with what is enacted for the days to come. */
    String retirementRules(String agency, LocalDate day) {
        return ruleSets.law(RetirementBody.class, new Selection(day, null, agency))
                .map(Law::mark)
                .orElse("");
    }

    /** The retirement dates of one batch: people of one birthday and one level retire on one day. */
    private final class Retirements {
        private final Calculators.Case of;
        private final String rules;
        private final Map<RetirementRequest, LocalDate> known = new HashMap<>();

        Retirements(String agency, LocalDate today) {
            this.of = new Calculators.Case(today, agency);
            this.rules = retirementRules(agency, today);
        }

        LocalDate on(LocalDate birthDate, PositionLevel level, @Nullable Integer age) {
            return known.computeIfAbsent(new RetirementRequest(birthDate, level, age, null, null, null), request -> {
                try {
                    return calculators.retirement(request, of).effectiveOn();
                } catch (ProblemException notComputable) {
                    // the register refuses such an age of a post, an import may have brought it
                    LOG.warnf("no retirement date for level %s with an own age of %s", level, age);
                    return CurrentState.NEVER;
                }
            });
        }
    }
}
