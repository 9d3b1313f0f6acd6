package id.karier.integration.bulk;

import id.karier.calculation.Calculators;
import id.karier.calculation.person.RetirementJson.RetirementRequest;
import id.karier.changes.Change;
import id.karier.changes.Change.Action;
import id.karier.changes.Change.Difference;
import id.karier.employee.Source;
import id.karier.integration.bulk.HistoryRow.State;
import id.karier.integration.bulk.SiasnQueries.Owned;
import id.karier.integration.siasn.Dossier;
import id.karier.integration.siasn.Dossier.Raw;
import id.karier.integration.siasn.Issue;
import id.karier.jobs.JobContext;
import id.karier.kernel.ProblemException;
import id.karier.rules.terms.PositionLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One load of dossiers into an agency's registers, batch by batch. */
final class Load {
    private final Loader tools;
    private final Loader.Agency agency;
    private final JobContext job;
    private final Places places;
    private final Calculators.Case now;
    private final List<Places.Position> madePositions = new ArrayList<>();
    private final Map<RetirementRequest, LocalDate> retirements = new HashMap<>();

    Load(Loader tools, Loader.Agency agency, JobContext job) {
        this.tools = tools;
        this.agency = agency;
        this.job = job;
        this.now = new Calculators.Case(agency.today(), agency.code());
        this.places = new Places(
                tools.ids,
                tools.places.units(agency.code()),
                tools.places.positions(agency.code()),
                agency.name(),
                new StatuteAges(tools.calculators, now)::of);
    }

    /** The people whom a batch's dossiers may be about. */
    private record Known(Map<String, StoredPerson> bySiasnId, Map<String, StoredPerson> byNumber) {}

    /**
     * Loads a batch in which no person occurs twice, within the running transaction.
     *
     * @param write false to find out only what would happen
     */
    Tally batch(List<Dossier> dossiers, boolean write) {
        var tally = Tally.NOTHING;
        var sound = new ArrayList<Dossier>();
        for (var dossier : dossiers) {
            if (dossier.issues().isEmpty()) {
                sound.add(dossier);
            } else {
                tally = tally.plus(refused(dossier, dossier.issues()));
            }
        }
        var plans = new ArrayList<PersonPlan>();
        var known = known(sound, write);
        for (var dossier : sound) {
            var plan = plan(dossier, known);
            if (plan == null) {
                tally = tally.plus(Tally.failed(Math.max(1, dossier.raws().size())));
            } else {
                plans.add(plan);
            }
        }
        return tally.plus(carryOut(plans, write));
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

    private Known known(List<Dossier> dossiers, boolean lock) {
        var ids = new ArrayList<String>();
        var numbers = new ArrayList<String>();
        for (var dossier : dossiers) {
            if (dossier.siasnId() != null) {
                ids.add(dossier.siasnId());
            }
            if (dossier.number() != null) {
                numbers.add(dossier.number());
            }
        }
        var known = new Known(new HashMap<>(), new HashMap<>());
        tools.people
                .peopleBySiasnId(agency.code(), ids, lock)
                .forEach(person -> known.bySiasnId().put(upper(String.valueOf(person.siasnId())), person));
        tools.people
                .peopleByNumber(agency.code(), numbers, lock)
                .forEach(person -> known.byNumber().put(person.number(), person));
        return known;
    }

    private static String upper(String id) {
        return id.toUpperCase(Locale.ROOT);
    }

    private @Nullable PersonPlan plan(Dossier dossier, Known known) {
        var byId = dossier.siasnId() == null ? null : known.bySiasnId().get(upper(dossier.siasnId()));
        var byNumber = dossier.number() == null ? null : known.byNumber().get(dossier.number());
        if (byId != null && byNumber != null && !byId.id().equals(byNumber.id())) {
            problem(dossier, Issue.at("nip_baru", dossier.number(), "NUMBER_TAKEN"));
            return null;
        }
        boolean otherId = byId == null
                && byNumber != null
                && byNumber.siasnId() != null
                && dossier.siasnId() != null
                && !byNumber.siasnId().equalsIgnoreCase(dossier.siasnId());
        if (otherId) {
            problem(dossier, Issue.at("pns_id", dossier.siasnId(), "NATIONAL_ID_CONTRADICTS"));
            return null;
        }
        var person = byId == null ? byNumber : byId;
        if (person == null && dossier.profile() == null) {
            problem(dossier, Issue.at(null, dossier.number(), "PERSON_UNKNOWN"));
            return null;
        }
        return new PersonPlan(dossier, person, tools.ids, tools.cipher);
    }

    private Tally carryOut(List<PersonPlan> plans, boolean write) {
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
            boolean refused = plan.dossier.source() == Source.IMPORT && !plan.rowIssues.isEmpty();
            if (refused) {
                tally = tally.plus(Tally.failed(1));
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
        units.forEach(unit -> notes.add(created("unit", unit.id(), null, unit.name())));
        positions.forEach(position -> notes.add(created("position", position.id(), null, position.name())));
        for (var plan : plans) {
            if (!plan.differs()) {
                continue;
            }
            if (plan.isNew) {
                fresh.add(new NewPerson(plan.person, state(plan)));
                notes.add(created("employee", plan.id, plan.id, null));
            } else {
                notes.add(
                        new Change(agency.code(), "employee", plan.id, plan.id, Action.UPDATED, plan.told(), reason()));
            }
            if (!plan.isNew && !plan.changes.isEmpty()) {
                changed.add(plan.person);
                if (plan.changes.containsKey("name")) {
                    renamed.add(plan.person);
                }
            }
            newRows.addAll(plan.histories.in(State.NEW));
            changedRows.addAll(plan.histories.in(State.CHANGED));
            if (plan.isNew ? plan.dossier.source() == Source.SIASN : plan.historiesDiffer()) {
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

    private Change created(String type, UUID id, @Nullable UUID subject, @Nullable String name) {
        var fields = name == null ? Map.<String, Difference>of() : Map.of("name", new Difference(null, name));
        return new Change(agency.code(), type, id, subject, Action.CREATED, fields, reason());
    }

    private String reason() {
        return "import " + job.id();
    }

    /** After the last batch: positions that were made here have room for their holders. */
    void finish() {
        tools.places.raiseHeadcounts(agency.code(), madePositions, places);
        madePositions.clear();
    }

    /** What a file's row makes of a new person today; payloads tell more than this can weigh, and are asked later. */
    private NewPerson.State state(PersonPlan plan) {
        if (plan.dossier.source() == Source.SIASN) {
            return NewPerson.State.UNKNOWN;
        }
        var today = agency.today();
        var ranks = plan.histories.of(HistoryTable.RANKS);
        var positions = plan.histories.of(HistoryTable.POSITIONS);
        var educations = plan.histories.of(HistoryTable.EDUCATIONS);
        var position = NewPerson.begun(positions, "starts_on", today);
        var rank = NewPerson.begun(ranks, "starts_on", today);
        return new NewPerson.State(
                position,
                plan.held,
                rank,
                rank == null ? null : since(ranks, rank),
                NewPerson.begun(educations, "graduated_on", today),
                position == null ? NewPerson.NEVER : retirement(plan, position),
                earliest(
                        NewPerson.coming(ranks, "starts_on", today),
                        NewPerson.coming(positions, "starts_on", today),
                        NewPerson.coming(educations, "graduated_on", today)));
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
        if (retirements.size() > 20_000) {
            retirements.clear();
        }
        return retirements.computeIfAbsent(request, this::retirement);
    }

    /** An age by hand that the rules do not believe gives no date. */
    private LocalDate retirement(RetirementRequest request) {
        try {
            return tools.calculators.retirement(request, now).effectiveOn();
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
}
