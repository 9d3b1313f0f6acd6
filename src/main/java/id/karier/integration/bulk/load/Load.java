package id.karier.integration.bulk.load;

import id.karier.calculation.Calculators;
import id.karier.changes.Change;
import id.karier.changes.Change.Action;
import id.karier.changes.Change.Difference;
import id.karier.employee.EmployeeObjects;
import id.karier.employee.Source;
import id.karier.integration.bulk.load.HistoryRow.State;
import id.karier.integration.bulk.load.SiasnQueries.Owned;
import id.karier.integration.siasn.Dossier;
import id.karier.integration.siasn.Dossier.Raw;
import id.karier.integration.siasn.Issue;
import id.karier.jobs.JobContext;
import id.karier.kernel.access.ObjectKind;
import id.karier.organisation.OrganisationObjects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One load of dossiers into an agency's registers, batch by batch. */
public final class Load {
    private final Loader tools;
    private final Loader.Agency agency;
    private final JobContext job;
    private final Places places;
    private final List<Places.Position> madePositions = new ArrayList<>();
    private final FirstStates firstStates;

    Load(Loader tools, Loader.Agency agency, JobContext job) {
        this.tools = tools;
        this.agency = agency;
        this.job = job;
        var now = new Calculators.Case(agency.today(), agency.code());
        this.firstStates = new FirstStates(tools.calculators, now);
        this.places = new Places(
                tools.ids,
                tools.places.units(agency.code()),
                tools.places.positions(agency.code()),
                agency.name(),
                new StatuteAges(tools.calculators, now)::of);
    }

    /**
     * Loads a batch within the running transaction.
     *
     * @param write false to find out only what would happen
     */
    public Tally batch(List<Dossier> dossiers, boolean write) {
        var tally = Tally.NOTHING;
        var sound = new ArrayList<Dossier>();
        for (var dossier : dossiers) {
            if (dossier.issues().isEmpty()) {
                sound.add(dossier);
            } else {
                tally = tally.plus(refused(dossier, dossier.issues()));
            }
        }
        var plans = new LinkedHashMap<UUID, PersonPlan>();
        var later = new ArrayList<Dossier>();
        var known = new KnownPeople(tools.people, agency.code(), sound, write);
        for (var dossier : sound) {
            var plan = plan(dossier, known);
            var before = plan == null ? null : plans.putIfAbsent(plan.id, plan);
            if (before != null && dossier.source() == Source.SIASN) {
                later.add(dossier);
            } else if (before != null) {
                var issue = Issue.at("nip_baru", dossier.number(), "ROW_TWICE", before.dossier.line());
                tally = tally.plus(refused(dossier, List.of(issue)));
            } else if (plan == null) {
                tally = tally.plus(Tally.failed(Math.max(1, dossier.raws().size())));
            }
        }
        tally = tally.plus(carryOut(plans.values(), write));
        return later.isEmpty() ? tally : tally.plus(batch(later, write));
    }

    private Tally refused(Dossier dossier, List<Issue> issues) {
        issues.forEach(issue -> problem(dossier, issue));
        return Tally.failed(1);
    }

    private void problem(Dossier dossier, Issue issue) {
        job.problem(
                dossier.line(),
                issue.column(),
                issue.value(),
                issue.code(),
                issue.figures().toArray());
    }

    private @Nullable PersonPlan plan(Dossier dossier, KnownPeople known) {
        var match = known.match(dossier);
        if (match.issue() != null) {
            problem(dossier, match.issue());
            return null;
        }
        return new PersonPlan(dossier, match.person(), tools.ids, tools.cipher);
    }

    private Tally carryOut(Collection<PersonPlan> plans, boolean write) {
        var byId = new HashMap<UUID, PersonPlan>();
        for (var plan : plans) {
            if (!plan.isNew) {
                byId.put(plan.id, plan);
            }
        }
        boolean national = plans.stream().anyMatch(plan -> plan.dossier.source() == Source.SIASN);
        var tables = national ? HistoryTable.all() : HistoryTable.ofProfileFile();
        tools.people.histories(agency.code(), tables, byId.keySet(), row -> {
            var plan = byId.get(row.employee);
            if (plan != null) {
                plan.histories.stored(row);
            }
        });
        var checksums =
                national ? tools.siasn.checksums(agency.code(), byId.keySet()) : Map.<UUID, Map<String, byte[]>>of();
        var tally = Tally.NOTHING;
        var good = new ArrayList<PersonPlan>();
        for (var plan : plans) {
            plan.take(same(plan, checksums.getOrDefault(plan.id, Map.of())), places, tools.cipher, agency.today());
            plan.rowIssues.addAll(plan.dossier.rowIssues());
            plan.rowIssues.forEach(issue -> problem(plan.dossier, issue));
            if (plan.isRefused) {
                tally = tally.plus(Tally.failed(Math.max(1, plan.dossier.raws().size())));
            } else {
                good.add(plan);
                tally = tally.plus(plan.tally());
            }
        }
        return tally.plus(write(good, write));
    }

    /** Sorts the rows as they came into new, changed and the same; the same are answered. */
    private static Set<Raw> same(PersonPlan plan, Map<String, byte[]> checksums) {
        Set<Raw> same = Collections.newSetFromMap(new IdentityHashMap<>());
        var seen = new HashSet<String>();
        for (var raw : plan.dossier.raws()) {
            var key = SiasnQueries.key(raw);
            var before = checksums.get(key);
            if (!seen.add(key) || (before != null && Arrays.equals(before, SiasnQueries.checksum(raw)))) {
                same.add(raw);
                plan.sameRaws++;
            } else {
                (before == null ? plan.newRaws : plan.changedRaws).add(raw);
            }
        }
        return same;
    }

    private Tally write(List<PersonPlan> plans, boolean write) {
        var units = places.takeNewUnits();
        var positions = places.takeNewPositions();
        madePositions.addAll(positions);
        var made = new Tally(0, 0, 0, 0, 0, units.size(), positions.size());
        if (!write) {
            return made;
        }
        tools.places.insertUnits(agency.code(), units, places);
        tools.places.insertPositions(agency.code(), positions);
        var at = tools.clock.instant();
        var fresh = new ArrayList<NewPerson>();
        var changed = new ArrayList<StoredPerson>();
        var renamed = new ArrayList<StoredPerson>();
        var newRows = new ArrayList<HistoryRow>();
        var changedRows = new ArrayList<HistoryRow>();
        var refresh = new ArrayList<UUID>();
        var notes = new ArrayList<Change>();
        units.forEach(unit -> notes.add(created(OrganisationObjects.UNIT, unit.id(), null, unit.name())));
        positions.forEach(
                position -> notes.add(created(OrganisationObjects.POSITION, position.id(), null, position.name())));
        for (var plan : plans) {
            if (!plan.differs()) {
                continue;
            }
            if (plan.isNew) {
                fresh.add(new NewPerson(plan.person, firstStates.of(plan)));
                notes.add(created(EmployeeObjects.EMPLOYEE, plan.id, plan.id, null));
            } else {
                notes.add(new Change(
                        agency.code(),
                        EmployeeObjects.EMPLOYEE,
                        plan.id,
                        plan.id,
                        Action.UPDATED,
                        plan.told(),
                        reason()));
            }
            if (!plan.isNew && !plan.changes.isEmpty()) {
                changed.add(plan.person);
                if (plan.changes.containsKey("name")) {
                    renamed.add(plan.person);
                }
            }
            newRows.addAll(plan.histories.in(State.NEW));
            changedRows.addAll(plan.histories.in(State.CHANGED));
            boolean otherState = plan.historiesDiffer() || plan.changes.containsKey("birthDate");
            if (plan.isNew ? plan.dossier.source() == Source.SIASN : otherState) {
                refresh.add(plan.id);
            }
        }
        tools.people.insertPeople(agency.code(), fresh, at);
        tools.people.updatePeople(agency.code(), changed, at);
        tools.people.renameWords(agency.code(), renamed);
        tools.people.writeHistories(agency.code(), newRows, changedRows);
        tools.siasn.insert(agency.code(), owned(plans, true), at);
        tools.siasn.update(agency.code(), owned(plans, false), at);
        if (!notes.isEmpty()) {
            tools.changes.note(notes);
        }
        if (!refresh.isEmpty()) {
            tools.currentStates.refresh(agency.code(), refresh, agency.today());
        }
        return made;
    }

    private static List<Owned> owned(List<PersonPlan> plans, boolean isNew) {
        var owned = new ArrayList<Owned>();
        for (var plan : plans) {
            (isNew ? plan.newRaws : plan.changedRaws).forEach(raw -> owned.add(new Owned(plan.id, raw)));
        }
        return owned;
    }

    private Change created(ObjectKind type, UUID id, @Nullable UUID subject, @Nullable String name) {
        var fields = name == null ? Map.<String, Difference>of() : Map.of("name", new Difference(null, name));
        return new Change(agency.code(), type, id, subject, Action.CREATED, fields, reason());
    }

    private String reason() {
        return "import " + job.id();
    }

    /** After the last batch: positions that were made here have room for their holders. */
    public void finish() {
        tools.places.raiseHeadcounts(agency.code(), madePositions, places);
        madePositions.clear();
    }
}
