package id.karier.integration.bulk.load;

import id.karier.employee.Source;
import id.karier.integration.siasn.Dossier.AwardEntry;
import id.karier.integration.siasn.Dossier.CreditEntry;
import id.karier.integration.siasn.Dossier.DisciplineEntry;
import id.karier.integration.siasn.Dossier.EducationEntry;
import id.karier.integration.siasn.Dossier.Entry;
import id.karier.integration.siasn.Dossier.PositionEntry;
import id.karier.integration.siasn.Dossier.RankEntry;
import id.karier.integration.siasn.Dossier.StatusEntry;
import id.karier.integration.siasn.Dossier.TrainingEntry;
import id.karier.integration.siasn.Issue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes the entries of one dossier over into a person's histories, and tells what the register keeps otherwise. */
final class EntryTaker {
    /** Where a file says what a column of a history holds. */
    private static final Map<HistoryTable, Map<String, String>> OF_FILE = Map.of(
            HistoryTable.RANKS, Map.of("rank_code", "gol_akhir_nama", "starts_on", "tmt_golongan"),
            HistoryTable.POSITIONS,
                    Map.of(
                            "title", "jabatan_nama",
                            "level", "jabatan_nama",
                            "unit_name", "unor_nama",
                            "starts_on", "tmt_jabatan",
                            "reason", "alasan_penempatan"),
            HistoryTable.EDUCATIONS,
                    Map.of(
                            "level", "tingkat_pendidikan_nama",
                            "field", "pendidikan_nama",
                            "institution", "nama_sekolah",
                            "graduated_on", "tahun_lulus",
                            "graduated_year", "tahun_lulus"));

    private static final Map<String, String> OF_FIRST_RANK =
            Map.of("rank_code", "gol_awal_nama", "starts_on", "tmt_cpns");

    private final PersonPlan plan;
    private final Places places;
    private final Corrections corrections;
    private final Standings standings;

    EntryTaker(PersonPlan plan, Places places, Corrections corrections, Standings standings) {
        this.plan = plan;
        this.places = places;
        this.corrections = corrections;
        this.standings = standings;
    }

    /** @param current whether it is the position of today */
    void take(Entry entry, boolean current) {
        if (entry instanceof RankEntry rank) {
            say(
                    rank,
                    HistoryTable.RANKS,
                    rank.grade().code(),
                    rank.grade().order(),
                    rank.promotionKind(),
                    rank.startsOn(),
                    rank.serviceYears(),
                    rank.serviceMonths());
        } else if (entry instanceof PositionEntry position) {
            position(position, current);
        } else if (entry instanceof EducationEntry education) {
            education(education);
        } else if (entry instanceof TrainingEntry training) {
            say(
                    training,
                    HistoryTable.TRAININGS,
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
            say(award, HistoryTable.AWARDS, award.code(), award.name(), award.grantedOn());
        } else if (entry instanceof DisciplineEntry discipline) {
            say(
                    discipline,
                    HistoryTable.DISCIPLINES,
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
            var beside = standings.beside(status.status(), status.startsOn());
            if (beside != null) {
                plan.refuse(entry, beside);
                return;
            }
            say(
                    status,
                    HistoryTable.STATUSES,
                    status.status().name(),
                    status.startsOn(),
                    status.endsOn(),
                    false,
                    null,
                    null);
        } else if (entry instanceof CreditEntry credit) {
            say(
                    credit,
                    HistoryTable.CREDITS,
                    credit.level() == null ? null : credit.level().name(),
                    credit.positionTitle(),
                    credit.basis(),
                    credit.startsOn(),
                    credit.endsOn(),
                    credit.credit());
        }
    }

    private void position(PositionEntry entry, boolean current) {
        var named = entry.unit();
        var unit = named == null ? null : places.find(named);
        var known = unit == null ? null : places.find(unit.id(), entry);
        var level = known == null ? entry.level() : known.level();
        if (staysAsDecreed(entry, known)) {
            return;
        }
        if (level == null) {
            plan.refuse(entry, Issue.at(column("jabatan_nama", entry), entry.title(), "LEVEL_UNKNOWN"));
            return;
        }
        if (current && named != null && unit == null) {
            if (places.isAmbiguous(named)) {
                plan.refuse(entry, Issue.at(column("unor_nama", entry), named.name(), "UNIT_AMBIGUOUS"));
                return;
            }
            unit = places.findOrAdd(named, plan.dossier.line());
            if (unit == null && plan.dossier.source() == Source.IMPORT) {
                plan.refuse(entry, Issue.at("unor_id", named.siasnId(), "UNIT_UNNAMED"));
                return;
            }
        }
        var position = known;
        if (current && unit != null) {
            position = places.findOrAdd(unit.id(), entry, plan.dossier.line());
            places.count(unit.id());
            if (position != null) {
                places.count(position.id());
            }
            if (isMissing(entry, unit, position)) {
                return;
            }
        }
        plan.leads = current && position != null && position.leadsUnit() ? position : plan.leads;
        var unitName = named == null ? null : named.name();
        // a post, or its unit, may be called otherwise by now: what the file repeats as it is stored stays so
        var stored = position == null ? null : stored(entry, position.id());
        say(
                entry,
                HistoryTable.POSITIONS,
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

    /**
     * Whether the register has another position since that day, which an officer typed in or which rests on a decree: then
     * nothing is made of what the file names, and it is told.
     */
    private boolean staysAsDecreed(PositionEntry entry, Places.@Nullable Position named) {
        var table = HistoryTable.POSITIONS;
        var said = plan.row(table, entry.origin());
        said.values[table.at("assignment")] = entry.assignment();
        said.values[table.at("starts_on")] = entry.startsOn();
        said.values[table.at("title")] = entry.title();
        said.values[table.at("unit_name")] =
                entry.unit() == null ? null : entry.unit().name();
        var kept = plan.histories.kept(said);
        if (kept == null || (named != null && named.id().equals(kept.get("position_id")))) {
            return false;
        }
        for (var column : List.of("title", "unit_name")) {
            var value = said.values[table.at(column)];
            if (value != null && !HistoryTable.same(kept.get(column), value)) {
                plan.warnings.add(against(entry, table.columns().get(table.at(column)), said, kept));
            }
        }
        return true;
    }

    private @Nullable HistoryRow stored(PositionEntry entry, UUID position) {
        for (var row : plan.histories.of(HistoryTable.POSITIONS)) {
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
    private boolean isMissing(PositionEntry entry, Places.Unit unit, Places.@Nullable Position position) {
        boolean missing = false;
        if (places.isMissing(unit.id())) {
            missing = true;
            var like = places.unitLike(unit.name());
            var column = column("unor_nama", entry);
            plan.refuse(
                    entry,
                    like == null
                            ? Issue.at(column, unit.name(), "UNIT_NEW", unit.name())
                            : Issue.at(column, unit.name(), "UNIT_NEW_LIKE", unit.name(), like));
        } else if (position != null && places.isMissing(position.id())) {
            missing = true;
            var like = places.positionLike(unit.id(), position.name());
            var column = column("jabatan_nama", entry);
            plan.refuse(
                    entry,
                    like == null
                            ? Issue.at(column, position.name(), "POSITION_NEW", position.name(), unit.name())
                            : Issue.at(
                                    column, position.name(), "POSITION_NEW_LIKE", position.name(), unit.name(), like));
        }
        return missing;
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
                entry,
                HistoryTable.EDUCATIONS,
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
        for (var row : plan.histories.of(table)) {
            if (row.get(day) != null && row.get(year) != null) {
                row.set(year, null);
            }
        }
    }

    private void say(Entry entry, HistoryTable table, @Nullable Object... values) {
        var said = plan.row(table, entry.origin(), values);
        var came = plan.histories.say(said, corrections);
        came.differing().forEach(column -> plan.warnings.add(against(entry, column, said, came.row())));
        if (came.correctedFrom() != null) {
            var now = Objects.requireNonNull(table.dated(said.values));
            var column = place(entry, table, table == HistoryTable.EDUCATIONS ? "graduated_on" : "starts_on");
            plan.warnings.add(Issue.at(column, now.toString(), "DAY_CORRECTED", came.correctedFrom(), now));
        }
    }

    /** What the file says otherwise than a row which rests on a decree, and which therefore stays. */
    private Issue against(Entry entry, HistoryTable.Column column, HistoryRow said, HistoryRow kept) {
        int at = kept.table.at(column.name());
        // not everybody who reads a report may read penalties
        boolean isSealed = column.kind() == HistoryTable.Kind.SEALED || kept.table == HistoryTable.DISCIPLINES;
        return Issue.at(
                place(entry, kept.table, column.name()),
                isSealed ? "***" : String.valueOf(said.values[at]),
                "ROW_AGAINST_DECREE",
                kept.decreeNumber == null ? "–" : kept.decreeNumber,
                isSealed ? "***" : kept.values[at] == null ? "–" : kept.values[at]);
    }

    private String place(Entry entry, HistoryTable table, String column) {
        boolean isFirst = entry instanceof RankEntry rank && rank.startsOn().equals(plan.person.firstAppointmentOn());
        var ofFile = isFirst ? OF_FIRST_RANK : OF_FILE.getOrDefault(table, Map.of());
        return column(ofFile.getOrDefault(column, column), entry);
    }
}
