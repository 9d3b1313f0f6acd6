package id.karier.integration.bulk.load;

import id.karier.changes.Change.Difference;
import id.karier.changes.Differences;
import id.karier.employee.AppointmentDayRules;
import id.karier.employee.EmployeeKind;
import id.karier.employee.EmployeeObjects;
import id.karier.employee.ServiceAges;
import id.karier.employee.Source;
import id.karier.history.Career.PenaltySpan;
import id.karier.integration.bulk.load.HistoryRow.State;
import id.karier.integration.siasn.Dossier;
import id.karier.integration.siasn.Dossier.Entry;
import id.karier.integration.siasn.Dossier.Origin;
import id.karier.integration.siasn.Dossier.PositionEntry;
import id.karier.integration.siasn.Dossier.Profile;
import id.karier.integration.siasn.Dossier.RankEntry;
import id.karier.integration.siasn.Dossier.Raw;
import id.karier.integration.siasn.Issue;
import id.karier.kernel.Ids;
import id.karier.kernel.data.FieldCipher;
import id.karier.rules.terms.PenaltyLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one dossier does to one person: computed in memory, written later or, in a dry run, never. */
final class PersonPlan {
    final Dossier dossier;
    final UUID id;
    final boolean isNew;
    final Histories histories = new Histories();
    final List<Issue> rowIssues = new ArrayList<>();

    /** What is taken over although somebody should know of it. */
    final List<Issue> warnings = new ArrayList<>();

    final List<Raw> newRaws = new ArrayList<>();
    final List<Raw> changedRaws = new ArrayList<>();
    StoredPerson person;

    /** What the dossier changes of a person on record, by the names of the contract. */
    Map<String, Difference> changes = Map.of();

    /** The leading post that the person holds today by this dossier. */
    Places.@Nullable Position leads;

    long sameRaws;
    boolean isRefused;
    private final Ids ids;

    /** @param known the person as stored; null for one to create, whose dossier has a profile */
    PersonPlan(Dossier dossier, @Nullable StoredPerson known, Ids ids, FieldCipher cipher) {
        this.dossier = dossier;
        this.ids = ids;
        this.isNew = known == null;
        this.id = known == null ? ids.next() : known.id();
        this.person =
                known == null ? StoredPerson.of(id, dossier, Objects.requireNonNull(dossier.profile()), cipher) : known;
    }

    /**
     * What a plan works with.
     *
     * @param spans between which days a person can serve
     */
    record Means(Places places, FieldCipher cipher, Function<StoredPerson, ServiceAges.Span> spans, LocalDate today) {}

    /**
     * Takes over the dossier, except for the rows that came with the same checksum before.
     *
     * @param same those rows
     * @param penalties of the person
     */
    void take(Set<Raw> same, Means means, List<PenaltySpan> penalties) {
        var today = means.today();
        var before = person;
        boolean sameProfile =
                dossier.raws().stream().anyMatch(raw -> raw.kind().equals("data-utama") && same.contains(raw));
        var profile = sameProfile ? null : admitted(dossier.profile());
        if (!isNew) {
            person = person.told(dossier, profile, means.cipher());
            changes = Differences.of(EmployeeObjects.EMPLOYEE, before.properties(), person.properties());
        }
        var span = means.spans().apply(person);
        if (profile != null) {
            appointmentDays(before, profile, span, today);
        }
        var standings = new Standings(histories, today);
        new Numbers(this, standings).take(before.kind(), before.number(), today);
        standing(profile, standings);
        var current = current();
        var rules = new RegisterRules(person, span, today, this::kindOn, standings);
        var corrections = new Corrections(person.firstAppointmentOn(), rankDays(), setbacks(penalties));
        var taker = new EntryTaker(this, means.places(), corrections, standings);
        for (var entry : dossier.entries()) {
            var raw = entry.origin().raw();
            if (raw != null && same.contains(raw)) {
                continue;
            }
            var broken = rules.check(entry);
            broken.forEach(issue -> refuse(entry, issue));
            if (broken.isEmpty()) {
                taker.take(entry, entry == current);
            }
        }
        var clash = histories.closeDefinitivePositions();
        if (clash != null) {
            refuse(Issue.at("rw-jabatan", String.valueOf(clash), "POSITION_TWICE"));
        }
        standings.overlaps().forEach(this::refuse);
        standings.endPositions().forEach(this::refuse);
        standings.begunLater().forEach(this::refuse);
        warnings.addAll(endedByFile());
        if (!isNew && person.firstAppointmentOn().isAfter(before.firstAppointmentOn())) {
            begunEarlier().forEach(this::refuse);
        }
        leads = standings.present().hasLeft() ? null : leads;
    }

    /** What is said of the person herself, without what only a step of the register may change. */
    private @Nullable Profile admitted(@Nullable Profile said) {
        if (said == null || isNew) {
            return said;
        }
        var admitted = said;
        var refused = Numbers.refusal(person, said, dossier.number(), histories);
        if (refused != null) {
            refuse(refused);
            admitted = admitted.with(person.kind(), said.permanentOn());
        }
        var since = person.permanentOn();
        var decree = since == null ? null : Numbers.decree(since, histories);
        if (since != null && decree != null && said.permanentOn() != null && !since.equals(said.permanentOn())) {
            warnings.add(Issue.at("tmt_pns", said.permanentOn().toString(), "ROW_AGAINST_DECREE", decree, since));
            admitted = admitted.with(admitted.kind(), null);
        }
        return admitted;
    }

    /** The register's own rules on the days of appointment, where they are new or other than before. */
    private void appointmentDays(StoredPerson before, Profile said, ServiceAges.Span span, LocalDate today) {
        var first = person.firstAppointmentOn();
        var permanent = person.permanentOn();
        boolean sameDays = person.birthDate().equals(before.birthDate())
                && first.equals(before.firstAppointmentOn())
                && Objects.equals(permanent, before.permanentOn());
        if (!isNew && sameDays) {
            return;
        }
        for (var wrong : AppointmentDayRules.check(person.kind(), person.birthDate(), first, permanent, span, today)) {
            boolean isFirst = wrong.pointer().equals(AppointmentDayRules.FIRST);
            var column = !isFirst ? "tmt_pns" : said.appointmentSaid() ? "tmt_cpns" : "nip_baru";
            refuse(new Issue(column, String.valueOf(isFirst ? first : permanent), wrong.code(), wrong.figures()));
        }
    }

    /** The days on which a penalty may have taken a rank away. */
    private static List<LocalDate> setbacks(List<PenaltySpan> penalties) {
        return penalties.stream()
                .filter(penalty -> penalty.level() != PenaltyLevel.RINGAN && penalty.cancelledOn() == null)
                .map(PenaltySpan::startsOn)
                .toList();
    }

    /** The positions that an officer typed in, and that end because of the dossier. */
    private List<Issue> endedByFile() {
        var issues = new ArrayList<Issue>();
        for (var row : histories.of(HistoryTable.POSITIONS)) {
            var ends = row.get("ends_on");
            boolean other =
                    row.state == State.CHANGED && !Objects.equals(row.before().get("endsOn"), ends);
            if (row.source == Source.LOCAL && other && ends != null) {
                issues.add(Issue.at(
                        dossier.source() == Source.SIASN ? "rw-jabatan" : "tmt_jabatan",
                        String.valueOf(row.get("title")),
                        "POSITION_ENDED",
                        row.decreeNumber == null ? "–" : row.decreeNumber,
                        ends));
            }
        }
        return issues;
    }

    /** The days since when the dossier says ranks. */
    private Set<LocalDate> rankDays() {
        return dossier.entries().stream()
                .filter(RankEntry.class::isInstance)
                .map(entry -> ((RankEntry) entry).startsOn())
                .collect(Collectors.toSet());
    }

    /** What of her service is on record for days before the first that is said now. */
    private List<Issue> begunEarlier() {
        var first = person.firstAppointmentOn();
        var issues = new ArrayList<Issue>();
        for (var table : List.of(HistoryTable.RANKS, HistoryTable.POSITIONS, HistoryTable.STATUSES)) {
            histories.of(table).stream()
                    .map(row -> row.day("starts_on"))
                    .filter(day -> day.isBefore(first))
                    .min(Comparator.naturalOrder())
                    .ifPresent(day -> issues.add(
                            Issue.at("tmt_cpns", first.toString(), "ENTRY_BEFORE_APPOINTMENT", table.word(), day)));
        }
        return issues;
    }

    private void standing(@Nullable Profile profile, Standings standings) {
        var said = profile == null ? null : profile.status();
        if (said == null) {
            return;
        }
        var refused = standings.refusal(said);
        if (refused != null) {
            refuse(refused);
            return;
        }
        var warning = standings.take(
                said,
                (status, from, until) ->
                        say(HistoryTable.STATUSES, Origin.NONE, status.name(), from, until, true, null, null));
        if (warning != null) {
            warnings.add(warning);
        }
    }

    /** The code of the rank that the person has on a day by what is stored and what is said; null for none. */
    @Nullable
    String rankOn(LocalDate day) {
        HistoryRow held = null;
        for (var row : histories.of(HistoryTable.RANKS)) {
            boolean later = held == null || !row.day("starts_on").isBefore(held.day("starts_on"));
            held = later && !row.day("starts_on").isAfter(day) ? row : held;
        }
        return held == null ? null : (String) held.get("rank_code");
    }

    EmployeeKind kindOn(LocalDate day) {
        for (var row : histories.of(HistoryTable.NUMBERS)) {
            var ends = (LocalDate) row.get("ends_on");
            if (!row.day("starts_on").isAfter(day) && (ends == null || !ends.isBefore(day))) {
                return EmployeeKind.valueOf(String.valueOf(row.get("kind")));
            }
        }
        return person.kind();
    }

    /** The position of today: the one that says so, else the latest definitive one. */
    private @Nullable Entry current() {
        PositionEntry current = null;
        for (var entry : dossier.entries()) {
            if (entry instanceof PositionEntry position && position.assignment().equals("DEFINITIVE")) {
                boolean later = current == null || position.startsOn().isAfter(current.startsOn());
                boolean asLate = current != null && position.startsOn().equals(current.startsOn());
                current = later || (asLate && position.current()) ? position : current;
            }
        }
        return current;
    }

    /** The person is not taken over. */
    private void refuse(Issue issue) {
        rowIssues.add(issue);
        isRefused = true;
    }

    /** A row of a file is refused with its person; a payload's row alone, and it is not kept, to be looked at again. */
    void refuse(Entry entry, Issue issue) {
        rowIssues.add(issue);
        isRefused |= dossier.source() == Source.IMPORT;
        newRaws.remove(entry.origin().raw());
        changedRaws.remove(entry.origin().raw());
    }

    void say(HistoryTable table, Origin origin, @Nullable Object... values) {
        histories.say(row(table, origin, values), Corrections.NONE);
    }

    /** A row as the dossier says it. */
    HistoryRow row(HistoryTable table, Origin origin, @Nullable Object... values) {
        return new HistoryRow(
                table,
                ids.next(),
                id,
                Arrays.copyOf(values, table.columns().size()),
                origin.decreeNumber(),
                origin.decreeDate(),
                dossier.source(),
                origin.siasnId(),
                State.NEW);
    }

    /** Whether anything of the person or her histories is other than before. */
    boolean differs() {
        return isNew || !changes.isEmpty() || !histories.different().isEmpty();
    }

    /** Whether anything would be written about the person, in the registers or beside them. */
    boolean writes() {
        return differs() || !newRaws.isEmpty() || !changedRaws.isEmpty();
    }

    /** A file's row counts as one, a payload's by what became of it. */
    Tally tally() {
        long people = isNew ? 1 : 0;
        if (dossier.source() == Source.SIASN) {
            return new Tally(newRaws.size(), changedRaws.size(), sameRaws, rowIssues.size(), people, 0, 0);
        }
        boolean updated = !isNew && differs();
        return new Tally(people, updated ? 1 : 0, !isNew && !updated ? 1 : 0, 0, people, 0, 0);
    }
}
