package id.karier.integration.bulk.load;

import id.karier.calculation.Calculators;
import id.karier.changes.Differences;
import id.karier.employee.EmployeeObjects;
import id.karier.employee.ServiceAges;
import id.karier.employee.Source;
import id.karier.integration.bulk.load.SiasnQueries.Owned;
import id.karier.integration.siasn.Dossier;
import id.karier.integration.siasn.Dossier.Raw;
import id.karier.integration.siasn.Issue;
import id.karier.organisation.OrganisationObjects;
import java.util.ArrayList;
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
    private final LoadContext job;
    private final Places places;
    private final PlaceNotes notes;
    private final Heads heads;
    private final Holdings holdings;
    private final Calculators.Case now;

    Load(Loader tools, Loader.Agency agency, LoadContext job, Creation allowed, Collection<UUID> noted) {
        this.tools = tools;
        this.agency = agency;
        this.job = job;
        this.notes = new PlaceNotes(noted);
        this.now = new Calculators.Case(agency.today(), agency.code());
        this.places = new Places(
                tools.ids,
                tools.places.units(),
                tools.places.positions(),
                agency.name(),
                new StatuteAges(tools.calculators, now)::of,
                allowed,
                notes);
        this.heads = new Heads(tools.places.heads(), tools.ids, notes);
        this.holdings = new Holdings(tools.appointments, places, agency);
    }

    /** The units, posts and heads that came up since the last asking. */
    public PlaceNotes.Taken takeNotes() {
        return notes.take();
    }

    /**
     * Loads a batch within the running transaction.
     *
     * @param write false to find out only what would happen
     */
    public Tally batch(List<Dossier> dossiers, boolean write) {
        var tally = Tally.NOTHING;
        dossiers.forEach(dossier -> dossier.warnings().forEach(warning -> warning(dossier, warning)));
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
        var known = new KnownPeople(tools.people, sound, write);
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

    private void warning(Dossier dossier, Issue warning) {
        job.warning(
                dossier.line(),
                warning.column(),
                warning.value(),
                warning.code(),
                warning.figures().toArray());
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
        tools.people.histories(tables, byId.keySet(), row -> {
            var plan = byId.get(row.employee);
            if (plan != null) {
                plan.histories.stored(row);
            }
        });
        var checksums = national ? tools.siasn.checksums(byId.keySet()) : Map.<UUID, Map<String, byte[]>>of();
        var penalties = tools.careers.penalties(byId.keySet());
        var tally = Tally.NOTHING;
        var good = new ArrayList<PersonPlan>();
        var cards = new CardNumbers(tools.people, tools.niks, plans, said(plans));
        for (var plan : plans) {
            var same = same(plan, checksums.getOrDefault(plan.id, Map.of()));
            plan.take(
                    same,
                    new PersonPlan.Means(places, tools.cipher, this::span, agency.today()),
                    penalties.getOrDefault(plan.id, List.of()));
        }
        holdings.check(plans);
        for (var plan : plans) {
            plan.rowIssues.addAll(plan.dossier.rowIssues());
            var card = cards.check(plan);
            if (card != null) {
                plan.rowIssues.add(card);
                plan.isRefused = true;
            }
            plan.warnings.forEach(warning -> warning(plan.dossier, warning));
            if (plan.writes() && tools.own.is(plan.id)) {
                plan.rowIssues.add(Issue.at("nip_baru", plan.person.number(), "OWN_RECORD"));
                plan.isRefused = true;
            }
            plan.rowIssues.forEach(issue -> problem(plan.dossier, issue));
            if (plan.isRefused) {
                tally = tally.plus(Tally.failed(Math.max(1, plan.dossier.raws().size())));
            } else {
                good.add(plan);
                tally = tally.plus(plan.tally());
                head(plan);
            }
        }
        return tally.plus(write(good, write));
    }

    /** Between which days a person can serve. */
    private ServiceAges.Span span(StoredPerson person) {
        return tools.ages.of(person.number(), person.kind(), person.birthDate(), person.firstAppointmentOn(), now);
    }

    /** The blind indexes of the identity card numbers that a batch says. */
    private List<byte[]> said(Collection<PersonPlan> plans) {
        var said = new ArrayList<byte[]>();
        for (var plan : plans) {
            var profile = plan.dossier.profile();
            var index = profile == null ? null : tools.cipher.blindIndex("employees.nik", profile.nik());
            if (index != null) {
                said.add(index);
            }
        }
        return said;
    }

    private void head(PersonPlan plan) {
        var post = plan.leads;
        if (post == null) {
            return;
        }
        var unit = places.unitName(post.unitId());
        var displaced = heads.take(post, unit, plan.id, plan.person.name(), plan.dossier.line());
        if (displaced != null) {
            job.warning(plan.dossier.line(), "jabatan_nama", post.name(), "HEAD_DISPLACED", unit, displaced);
        }
    }

    /** Sorts the rows as they came into new, changed and the same; the same are answered. */
    private Set<Raw> same(PersonPlan plan, Map<String, byte[]> checksums) {
        Set<Raw> same = Collections.newSetFromMap(new IdentityHashMap<>());
        var seen = new HashSet<String>();
        for (var raw : plan.dossier.raws()) {
            var key = SiasnQueries.key(raw);
            var before = checksums.get(key);
            if (!seen.add(key) || (before != null && tools.siasn.isSame(plan.id, raw, before))) {
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
        var made = new Tally(0, 0, 0, 0, 0, units.size(), positions.size());
        if (!write) {
            return made;
        }
        var noted = new NotedChanges(agency.code(), job.id());
        make(units, positions, noted);
        var at = tools.clock.instant();
        var fresh = new ArrayList<StoredPerson>();
        var changed = new ArrayList<StoredPerson>();
        var renamed = new ArrayList<StoredPerson>();
        var rows = new ArrayList<HistoryRow>();
        var refresh = new ArrayList<UUID>();
        for (var plan : plans) {
            if (plan.isNew) {
                fresh.add(plan.person);
                noted.created(EmployeeObjects.EMPLOYEE, plan.id, plan.id, plan.person.propertiesOfNew());
            } else if (!plan.changes.isEmpty()) {
                changed.add(plan.person);
                noted.updated(EmployeeObjects.EMPLOYEE, plan.id, plan.id, plan.changes);
            }
            if (plan.changes.containsKey("name")) {
                renamed.add(plan.person);
            }
            var different = plan.histories.different();
            different.forEach(noted::row);
            rows.addAll(different);
            if (plan.isNew || !different.isEmpty() || plan.changes.containsKey("birthDate")) {
                refresh.add(plan.id);
            }
        }
        tools.people.insertPeople(fresh, at);
        tools.people.updatePeople(changed, at);
        tools.people.renameWords(renamed);
        tools.people.writeHistories(rows);
        tools.siasn.insert(owned(plans, true), at);
        tools.siasn.update(owned(plans, false), at);
        noted.write(tools.changes);
        if (!refresh.isEmpty()) {
            tools.currentStates.refresh(agency.code(), refresh, agency.today());
        }
        return made;
    }

    private void make(List<Places.Unit> units, List<Places.Position> positions, NotedChanges noted) {
        var placements = units.stream()
                .map(unit -> new Places.Placement(tools.ids.next(), unit.id(), unit.parentId()))
                .toList();
        tools.places.insertUnits(units, placements, places);
        tools.places.insertPositions(positions, job.id());
        units.forEach(unit -> noted.created(OrganisationObjects.UNIT, unit.id(), null, unit.properties()));
        placements.forEach(placement ->
                noted.created(OrganisationObjects.UNIT_PLACEMENT, placement.id(), null, placement.properties()));
        positions.forEach(
                position -> noted.created(OrganisationObjects.POSITION, position.id(), null, position.properties()));
    }

    private static List<Owned> owned(List<PersonPlan> plans, boolean isNew) {
        var owned = new ArrayList<Owned>();
        for (var plan : plans) {
            (isNew ? plan.newRaws : plan.changedRaws).forEach(raw -> owned.add(new Owned(plan.id, raw)));
        }
        return owned;
    }

    /** After the last batch: positions whose headcount only imports have told have room for their holders. */
    public void finish() {
        var noted = new NotedChanges(agency.code(), job.id());
        var made = tools.places.lockMade();
        var holders =
                tools.careers.holders(made.stream().map(PlaceQueries.Made::id).toList(), agency.today());
        var raised = new LinkedHashMap<UUID, Integer>();
        for (var position : made) {
            int needed = Math.min(Short.MAX_VALUE, holders.getOrDefault(position.id(), 0));
            if (needed > position.headcount()) {
                raised.put(position.id(), needed);
                var fields = Differences.of(
                        OrganisationObjects.POSITION,
                        Map.of("headcount", position.headcount()),
                        Map.of("headcount", needed));
                noted.updated(OrganisationObjects.POSITION, position.id(), null, fields);
            }
        }
        tools.places.setHeadcounts(raised);
        noted.write(tools.changes);
    }
}
