package id.karier.history;

import id.karier.calculation.Calculators;
import id.karier.calculation.person.RetirementJson.RetirementRequest;
import id.karier.changes.Change;
import id.karier.changes.Change.Difference;
import id.karier.changes.ChangeLog;
import id.karier.employee.EmployeeObjects;
import id.karier.history.CurrentStateQueries.Person;
import id.karier.history.CurrentStateQueries.Renewal;
import id.karier.kernel.ProblemException;
import id.karier.kernel.Published;
import id.karier.organisation.UnitDirectory;
import id.karier.rules.RuleSet;
import id.karier.rules.RuleSets;
import id.karier.rules.Selection;
import id.karier.rules.body.RetirementBody;
import id.karier.rules.terms.PositionLevel;
import jakarta.enterprise.context.ApplicationScoped;
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
    private final Calculators calculators;
    private final RuleSets ruleSets;
    private final UnitDirectory units;
    private final ChangeLog changes;
    private final Clock clock;

    CurrentStates(
            CurrentStateQueries queries,
            Calculators calculators,
            RuleSets ruleSets,
            UnitDirectory units,
            ChangeLog changes,
            Clock clock) {
        this.queries = queries;
        this.calculators = calculators;
        this.ruleSets = ruleSets;
        this.units = units;
        this.changes = changes;
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
        var ids = employees.stream().distinct().sorted().toList();
        int changed = 0;
        for (int from = 0; from < ids.size(); from += BATCH) {
            changed += refresh(agency, ids.subList(from, Math.min(from + BATCH, ids.size())), today);
        }
        return changed;
    }

    private int refresh(String agency, List<UUID> ids, LocalDate today) {
        var standing = queries.lock(ids);
        if (standing.isEmpty()) {
            return 0;
        }
        var retirements = new Retirements(agency, today);
        var renewals = new ArrayList<Renewal>();
        var noted = new ArrayList<Change>();
        for (var person : queries.read(List.copyOf(standing.keySet()), today).values()) {
            var before = standing.get(person.id());
            var after = retirements.complete(person);
            if (before == null || before.state().equals(after)) {
                continue;
            }
            var fields = before.state().differences(after);
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
        noted.addAll(moves(agency, renewals, standing));
        if (!noted.isEmpty()) {
            changes.note(noted);
        }
        return changed;
    }

    /** Who is in another unit now, and so perhaps in somebody else's team. */
    private List<Change> moves(String agency, List<Renewal> renewals, Map<UUID, Person> standing) {
        var moved = renewals.stream()
                .filter(renewal -> !Objects.equals(renewal.state().unitId(), unitOf(standing, renewal.id())))
                .toList();
        var involved = new HashSet<UUID>();
        for (var renewal : moved) {
            addTo(involved, renewal.state().unitId());
            addTo(involved, unitOf(standing, renewal.id()));
        }
        var paths = units.paths(involved);
        return moved.stream()
                .map(renewal -> place(
                        agency,
                        renewal.id(),
                        path(paths, unitOf(standing, renewal.id())),
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

    /** The version of the rules on retirement that is in force for an agency on a day. */
    String retirementRules(String agency, LocalDate day) {
        return ruleSets.find(RetirementBody.class, new Selection(day, null, agency))
                .map(RuleSet::version)
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

        CurrentState complete(Person person) {
            var state = person.state();
            var level = state.positionLevel();
            var day =
                    level == null ? CurrentState.NEVER : retirement(person.birthDate(), level, person.retirementAge());
            return state.retiring(day, rules);
        }

        private LocalDate retirement(LocalDate birthDate, PositionLevel level, @Nullable Integer age) {
            return known.computeIfAbsent(new RetirementRequest(birthDate, level, age, null, null, null), request -> {
                try {
                    return calculators.retirement(request, of).effectiveOn();
                } catch (ProblemException notComputable) {
                    // the register refuses such an age of a post, an import may have brought it
                    LOG.warnf("no retirement date by %s for level %s with an own age of %s", rules, level, age);
                    return CurrentState.NEVER;
                }
            });
        }
    }
}
