package id.karier.demo.population;

import id.karier.demo.population.Catalogue.Family;
import id.karier.demo.population.Person.Decree;
import id.karier.demo.population.Person.Posting;
import id.karier.demo.population.Structure.Post;
import id.karier.demo.population.Structure.Unit;
import id.karier.rules.terms.PositionLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The positions of a career: a chain of definitive ones without gap or overlap that ends in the post that is held, and
 * acting duty beside it. Where somebody led before is told in words only, since those offices were reorganised.
 */
final class Postings {
    static final String DEFINITIVE = "DEFINITIVE";
    static final String PLT = "PLT";
    static final String PLH = "PLH";

    private static final Map<String, List<String>> TOPICS = Map.of(
            "umum",
            List.of("Pembinaan Aparatur", "Tata Laksana", "Pemerintahan Umum", "Kerja Sama", "Pemberdayaan Masyarakat"),
            "keuangan",
            List.of("Akuntansi dan Pelaporan", "Verifikasi", "Pendapatan Daerah", "Pengelolaan Aset"),
            "kesehatan",
            List.of("Kesehatan Keluarga", "Farmasi dan Alat Kesehatan", "Penyehatan Lingkungan", "Jaminan Kesehatan"),
            "pendidikan",
            List.of("Pendidikan Nonformal", "Sarana Pendidikan", "Tenaga Kependidikan", "Pendidikan Anak Usia Dini"),
            "pu",
            List.of("Bina Teknik", "Jembatan", "Irigasi", "Peralatan dan Perbengkelan", "Air Bersih"),
            "informatika",
            List.of("Persandian", "Layanan Informasi Publik", "Statistik Sektoral", "Infrastruktur Jaringan"),
            "pertanian",
            List.of("Sarana Pertanian", "Hortikultura", "Ketersediaan Pangan", "Perlindungan Tanaman"));

    private final Structure structure;
    private final SeededIds ids;
    private final Dice dice;
    private final Post seat;
    private final List<Studies.Degree> degrees;
    private final List<Posting> rows = new ArrayList<>();

    Postings(Structure structure, SeededIds ids, Dice dice, Post seat, List<Studies.Degree> degrees) {
        this.structure = structure;
        this.ids = ids;
        this.dice = dice;
        this.seat = seat;
        this.degrees = degrees;
    }

    /**
     * @param lastDay of service, or null while it lasts
     * @return in the order of their days, acting duty last
     */
    List<Posting> of(List<Course.Stage> stages, LocalDate until, @Nullable LocalDate lastDay) {
        for (int i = 0; i < stages.size(); i++) {
            var stage = stages.get(i);
            boolean last = i + 1 == stages.size();
            var end = last ? lastDay : stages.get(i + 1).from().minusDays(1);
            var beginnings = beginnings(stage, end == null ? until : end, last);
            for (int j = 0; j < beginnings.size(); j++) {
                var from = beginnings.get(j);
                boolean ends = j + 1 == beginnings.size();
                var to = ends ? end : beginnings.get(j + 1).minusDays(1);
                add(
                        last && ends
                                ? row(seat.id(), seat.name(), stage.level(), seat.unit(), from, to)
                                : earlier(stages, i, from, to));
            }
        }
        if (lastDay == null) {
            actingDuty(until);
        }
        return rows;
    }

    /** Another decree for the same post goes on with it. */
    private void add(Posting row) {
        var before = rows.isEmpty() ? null : rows.get(rows.size() - 1);
        if (before != null && row.positionId() != null && row.positionId().equals(before.positionId())) {
            rows.set(rows.size() - 1, before.until(row.endsOn()));
        } else {
            rows.add(row);
        }
    }

    /** Days on which a stage moves from one office to the next, the first its own. */
    private List<LocalDate> beginnings(Course.Stage stage, LocalDate end, boolean last) {
        var days = new ArrayList<LocalDate>();
        days.add(stage.from());
        boolean stays = seat.family() != null && seat.family().isTeaching();
        int shortest = CareerLaw.isLeading(stage.level()) ? 26 : 40;
        int longest = CareerLaw.isLeading(stage.level()) ? 60 : stays ? 150 : 96;
        while (stage.level() != PositionLevel.JPT_MADYA) {
            var next = days.get(days.size() - 1).plusMonths(dice.between(shortest, longest));
            if (CareerLaw.isLeading(stage.level())) {
                next = next.withDayOfMonth(dice.between(2, 28));
            } else {
                next = next.withDayOfMonth(1);
            }
            if (next.isAfter(end.minusMonths(6))) {
                break;
            }
            days.add(next);
        }
        var opened = seat.unit().openedOn();
        if (last && days.get(days.size() - 1).isBefore(opened)) {
            days.add(opened);
        }
        return days;
    }

    private Posting earlier(List<Course.Stage> stages, int index, LocalDate from, @Nullable LocalDate to) {
        var level = stages.get(index).level();
        var family = seat.family();
        if (family != null && family.ladder() != Catalogue.Ladder.GENERAL && level == PositionLevel.PELAKSANA) {
            var first = stages.size() > 1 ? stages.get(index + 1).level() : seat.level();
            if (CareerLaw.isFunctional(first)) {
                return row(null, "Calon " + Grade.title(family, first), level, seat.unit(), from, to);
            }
        }
        if (CareerLaw.isLeading(level)) {
            return led(level, from, to);
        }
        var other = another(family, level, from);
        if (other == null) {
            var title = family != null && CareerLaw.isFunctional(level) ? Grade.title(family, level) : seat.name();
            return row(null, title, level, seat.unit(), from, to);
        }
        return row(other.id(), other.name(), level, other.unit(), from, to);
    }

    /** Where somebody served before, rather in the same field: an operational post asks for what she had learned. */
    private @Nullable Post another(@Nullable Family family, PositionLevel level, LocalDate day) {
        boolean operational = level == PositionLevel.PELAKSANA;
        var general = family != null && family.ladder() == Catalogue.Ladder.GENERAL ? family : Catalogue.family("umum");
        var kind = family == null || operational ? general : family;
        var education = operational ? Grade.asked(Studies.highest(degrees, day)) : null;
        var post = structure.another(kind, level, education, dice);
        for (int tries = 0;
                tries < 4
                        && post != null
                        && !post.unit().domain().equals(seat.unit().domain());
                tries++) {
            post = structure.another(kind, level, education, dice);
        }
        return post;
    }

    private Posting led(PositionLevel level, LocalDate from, @Nullable LocalDate to) {
        var departments = structure.departments();
        var office = dice.pick(departments);
        for (int tries = 0; tries < 4 && !office.domain().equals(seat.unit().domain()); tries++) {
            office = dice.pick(departments);
        }
        var topic = dice.pick(
                Objects.requireNonNullElse(TOPICS.get(office.domain()), Objects.requireNonNull(TOPICS.get("umum"))));
        var title = switch (level) {
            case PENGAWAS -> (dice.chance(65) ? "Kepala Seksi " : "Kepala Subbidang ") + topic;
            case ADMINISTRATOR -> "Kepala Bidang " + topic;
            default -> "Staf Ahli " + structure.government().head() + " Bidang " + topic;
        };
        boolean advises = level.compareTo(PositionLevel.ADMINISTRATOR) < 0;
        return row(null, title, level, advises ? structure.secretariat() : office, from, to);
    }

    private Posting row(
            @Nullable UUID position,
            String title,
            PositionLevel level,
            Unit unit,
            LocalDate from,
            @Nullable LocalDate to) {
        boolean stood = !unit.openedOn().isAfter(from)
                && (unit.closedOn() == null || unit.closedOn().isAfter(from));
        return new Posting(
                ids.next(),
                DEFINITIVE,
                stood ? position : null,
                title,
                level,
                stood ? unit.id() : null,
                stood ? unit.name() : structure.government().predecessor(),
                from,
                to,
                Decrees.position(level, from, dice),
                null);
    }

    /** Who leads next to a vacancy stands in for its head; others stood in for their own superior for some days. */
    private void actingDuty(LocalDate until) {
        var held = rows.get(rows.size() - 1);
        var vacancy = structure.vacancyOf(seat);
        if (vacancy != null && seat.leadsUnit()) {
            var from = until.minusDays(dice.between(10, 140));
            if (from.isAfter(held.startsOn())) {
                rows.add(acting(PLT, vacancy, from, from.plusMonths(6).minusDays(1)));
            }
        }
        if (seat.leadsUnit() && seat.unit().parent() != null && dice.chance(14)) {
            var superior = structure.leader(seat.unit().parent());
            var from = until.minusDays(dice.between(200, 900));
            if (superior != null && superior.filled() > 0 && from.isAfter(held.startsOn())) {
                rows.add(acting(PLH, superior, from, from.plusDays(dice.between(3, 12))));
            }
        }
    }

    private Posting acting(String assignment, Post post, LocalDate from, LocalDate to) {
        return new Posting(
                ids.next(),
                assignment,
                post.id(),
                post.name(),
                post.level(),
                post.unit().id(),
                post.unit().name(),
                from,
                to,
                new Decree(
                        "800/" + dice.between(11, 980) + "/SPT/" + from.getYear(), from.minusDays(dice.between(0, 3))),
                null);
    }
}
