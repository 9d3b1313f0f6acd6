package id.karier.integration.bulk.load;

import id.karier.changes.Change.Difference;
import id.karier.changes.Differences;
import id.karier.employee.EmployeeKind;
import id.karier.employee.EmployeeObjects;
import id.karier.employee.Source;
import id.karier.integration.bulk.load.HistoryRow.State;
import id.karier.integration.siasn.Dossier;
import id.karier.integration.siasn.Dossier.AwardEntry;
import id.karier.integration.siasn.Dossier.CreditEntry;
import id.karier.integration.siasn.Dossier.DisciplineEntry;
import id.karier.integration.siasn.Dossier.EducationEntry;
import id.karier.integration.siasn.Dossier.Entry;
import id.karier.integration.siasn.Dossier.Origin;
import id.karier.integration.siasn.Dossier.PositionEntry;
import id.karier.integration.siasn.Dossier.RankEntry;
import id.karier.integration.siasn.Dossier.Raw;
import id.karier.integration.siasn.Dossier.StatusEntry;
import id.karier.integration.siasn.Dossier.TrainingEntry;
import id.karier.integration.siasn.Issue;
import id.karier.kernel.Ids;
import id.karier.kernel.data.FieldCipher;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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
     * Takes over the dossier, except for the rows that came with the same checksum before.
     *
     * @param same those rows
     */
    void take(Set<Raw> same, Places places, FieldCipher cipher, LocalDate today) {
        var was = person.kind();
        boolean sameProfile =
                dossier.raws().stream().anyMatch(raw -> raw.kind().equals("data-utama") && same.contains(raw));
        if (!isNew) {
            var before = person.properties();
            person = person.told(dossier, sameProfile ? null : dossier.profile(), cipher);
            changes = Differences.of(EmployeeObjects.EMPLOYEE, before, person.properties());
        }
        new Numbers(this).take(was, today);
        var standings = new Standings(histories, today);
        standing(sameProfile ? null : dossier.profile(), standings);
        var current = current();
        var rules = new RegisterRules(person, today, this::kindOn, standings::on);
        for (var entry : dossier.entries()) {
            var raw = entry.origin().raw();
            if (raw != null && same.contains(raw)) {
                continue;
            }
            var broken = rules.check(entry);
            broken.forEach(issue -> refuse(entry, issue));
            if (broken.isEmpty()) {
                take(entry, entry == current, places);
            }
        }
        var clash = histories.closeDefinitivePositions();
        if (clash != null) {
            rowIssues.add(Issue.at("rw-jabatan", String.valueOf(clash), "POSITION_TWICE"));
            isRefused = true;
        }
        var contradictions = new ArrayList<>(standings.overlaps());
        contradictions.addAll(standings.endPositions());
        rowIssues.addAll(contradictions);
        isRefused |= !contradictions.isEmpty();
        leads = standings.present().hasLeft() ? null : leads;
    }

    private void standing(Dossier.@Nullable Profile profile, Standings standings) {
        var said = profile == null ? null : profile.status();
        var warning = said == null
                ? null
                : standings.take(
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

    private void take(Entry entry, boolean current, Places places) {
        if (entry instanceof RankEntry rank) {
            say(
                    HistoryTable.RANKS,
                    rank.origin(),
                    rank.grade().code(),
                    rank.grade().order(),
                    rank.promotionKind(),
                    rank.startsOn(),
                    rank.serviceYears(),
                    rank.serviceMonths());
        } else if (entry instanceof PositionEntry position) {
            position(position, current, places);
        } else if (entry instanceof EducationEntry education) {
            education(education);
        } else if (entry instanceof TrainingEntry training) {
            say(
                    HistoryTable.TRAININGS,
                    training.origin(),
                    training.form(),
                    training.programme(),
                    training.name(),
                    training.provider(),
                    training.certificateNumber(),
                    training.year() == null ? training.startsOn() : null,
                    training.year() == null ? training.endsOn() : null,
                    training.year(),
                    training.hours());
            dayForYear(HistoryTable.TRAININGS, "starts_on", "held_year");
        } else if (entry instanceof AwardEntry award) {
            say(HistoryTable.AWARDS, award.origin(), award.code(), award.name(), award.grantedOn());
        } else if (entry instanceof DisciplineEntry discipline) {
            say(
                    HistoryTable.DISCIPLINES,
                    discipline.origin(),
                    discipline.level().name(),
                    discipline.penalty(),
                    discipline.penaltyName(),
                    discipline.startsOn(),
                    discipline.endsOn(),
                    discipline.reason(),
                    discipline.regulation(),
                    discipline.cancelledBy(),
                    discipline.cancelledOn());
        } else if (entry instanceof StatusEntry status) {
            say(
                    HistoryTable.STATUSES,
                    status.origin(),
                    status.status().name(),
                    status.startsOn(),
                    status.endsOn(),
                    false,
                    null,
                    null);
        } else if (entry instanceof CreditEntry credit) {
            say(
                    HistoryTable.CREDITS,
                    credit.origin(),
                    credit.level() == null ? null : credit.level().name(),
                    credit.positionTitle(),
                    credit.basis(),
                    credit.startsOn(),
                    credit.endsOn(),
                    credit.credit());
        }
    }

    private void position(PositionEntry entry, boolean current, Places places) {
        var named = entry.unit();
        var unit = named == null ? null : places.find(named);
        var known = unit == null ? null : places.find(unit.id(), entry);
        var level = known == null ? entry.level() : known.level();
        if (level == null) {
            refuse(entry, Issue.at(column("jabatan_nama", entry), entry.title(), "LEVEL_UNKNOWN"));
            return;
        }
        if (current && named != null && unit == null) {
            if (places.isAmbiguous(named)) {
                refuse(entry, Issue.at(column("unor_nama", entry), named.name(), "UNIT_AMBIGUOUS"));
                return;
            }
            unit = places.findOrAdd(named, dossier.line());
            if (unit == null && dossier.source() == Source.IMPORT) {
                refuse(entry, Issue.at("unor_id", named.siasnId(), "UNIT_UNNAMED"));
                return;
            }
        }
        var position = known;
        if (current && unit != null) {
            position = places.findOrAdd(unit.id(), entry, dossier.line());
            places.count(unit.id());
            if (position != null) {
                places.count(position.id());
            }
            if (isMissing(entry, unit, position, places)) {
                return;
            }
        }
        leads = current && position != null && position.leadsUnit() ? position : leads;
        var unitName = named == null ? null : named.name();
        // a post, or its unit, may be called otherwise by now: what the file repeats as it is stored stays so
        var stored = position == null ? null : stored(entry, position.id());
        say(
                HistoryTable.POSITIONS,
                entry.origin(),
                entry.assignment(),
                position == null ? null : position.id(),
                position == null || repeats(stored, "title", entry.title()) ? entry.title() : position.name(),
                stored != null
                                && entry.level() != null
                                && repeats(stored, "level", entry.level().name())
                        ? entry.level().name()
                        : level.name(),
                unit == null ? null : unit.id(),
                unit == null || repeats(stored, "unit_name", unitName) ? unitName : unit.name(),
                entry.startsOn(),
                null,
                entry.swornInOn(),
                entry.reason());
    }

    private @Nullable HistoryRow stored(PositionEntry entry, UUID position) {
        for (var row : histories.of(HistoryTable.POSITIONS)) {
            if (entry.startsOn().equals(row.get("starts_on"))
                    && entry.assignment().equals(row.get("assignment"))
                    && position.equals(row.get("position_id"))) {
                return row;
            }
        }
        return null;
    }

    private static boolean repeats(@Nullable HistoryRow stored, String column, @Nullable String said) {
        return stored != null && said != null && said.equals(stored.get(column));
    }

    /** What the row names is not on record and was not ordered: a slip of the pen must not become a unit. */
    private boolean isMissing(
            PositionEntry entry, Places.Unit unit, Places.@Nullable Position position, Places places) {
        boolean missing = false;
        if (places.isMissing(unit.id())) {
            missing = true;
            var like = places.unitLike(unit.name());
            var column = column("unor_nama", entry);
            refuse(
                    entry,
                    like == null
                            ? Issue.at(column, unit.name(), "UNIT_NEW", unit.name())
                            : Issue.at(column, unit.name(), "UNIT_NEW_LIKE", unit.name(), like));
        } else if (position != null && places.isMissing(position.id())) {
            missing = true;
            var like = places.positionLike(unit.id(), position.name());
            var column = column("jabatan_nama", entry);
            refuse(
                    entry,
                    like == null
                            ? Issue.at(column, position.name(), "POSITION_NEW", position.name(), unit.name())
                            : Issue.at(
                                    column, position.name(), "POSITION_NEW_LIKE", position.name(), unit.name(), like));
        }
        return missing;
    }

    /** A row of a file is refused with its person; a payload's row alone, and it is not kept, to be looked at again. */
    private void refuse(Entry entry, Issue issue) {
        rowIssues.add(issue);
        isRefused |= dossier.source() == Source.IMPORT;
        newRaws.remove(entry.origin().raw());
        changedRaws.remove(entry.origin().raw());
    }

    private static String column(String ofFile, Entry entry) {
        var raw = entry.origin().raw();
        return raw == null ? ofFile : raw.kind();
    }

    /** A year alone does not move a day that is known, and a day takes the place of a year. */
    private void education(EducationEntry entry) {
        var graduated = entry.exact() ? entry.graduatedOn() : null;
        Integer year = entry.exact() ? null : entry.graduatedOn().getYear();
        say(
                HistoryTable.EDUCATIONS,
                entry.origin(),
                entry.level().name(),
                entry.field(),
                entry.institution(),
                graduated,
                year,
                entry.certificateNumber(),
                entry.frontTitles(),
                entry.backTitles(),
                entry.atAppointment());
        dayForYear(HistoryTable.EDUCATIONS, "graduated_on", "graduated_year");
    }

    /** Where the day is known the year goes. */
    private void dayForYear(HistoryTable table, String day, String year) {
        for (var row : histories.of(table)) {
            if (row.get(day) != null && row.get(year) != null) {
                row.set(year, null);
            }
        }
    }

    void say(HistoryTable table, Origin origin, @Nullable Object... values) {
        histories.say(new HistoryRow(
                table,
                ids.next(),
                id,
                Arrays.copyOf(values, table.columns().size()),
                origin.decreeNumber(),
                origin.decreeDate(),
                dossier.source(),
                origin.siasnId(),
                State.NEW));
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
