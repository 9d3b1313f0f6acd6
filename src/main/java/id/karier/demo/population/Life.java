package id.karier.demo.population;

import id.karier.demo.population.Person.Current;
import id.karier.demo.population.Person.Education;
import id.karier.demo.population.Person.Posting;
import id.karier.demo.population.Person.RankRow;
import id.karier.demo.population.Structure.Post;
import id.karier.rules.terms.PositionLevel;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes one person out of a post: first who she is, then how she came there. */
final class Life {
    private static final List<LocalDate> CONTRACTS = List.of(
            LocalDate.of(2021, 2, 1),
            LocalDate.of(2022, 5, 1),
            LocalDate.of(2023, 6, 1),
            LocalDate.of(2024, 4, 1),
            LocalDate.of(2025, 3, 1),
            LocalDate.of(2025, 10, 1));

    private final Structure structure;
    private final Government government;
    private final SeededIds ids;
    private final Dice dice;
    private final Post seat;
    private final @Nullable String signIn;
    private final LocalDate reference;
    private final UUID id;
    private final Cohorts.Birth birth;
    private final String sex;
    private final boolean contract;
    private final boolean retired;
    private final LocalDate retirement;
    private final Studies.Entry entry;
    private final LocalDate appointed;

    Life(
            Structure structure,
            SeededIds ids,
            Dice dice,
            Cohorts cohorts,
            Post seat,
            boolean retired,
            @Nullable String signIn) {
        this.structure = structure;
        this.government = structure.government();
        this.ids = ids;
        this.dice = dice;
        this.seat = seat;
        this.retired = retired;
        this.signIn = signIn;
        this.reference = structure.reference();
        this.id = ids.next();
        int cohort = retired ? Cohorts.RETIRED : Cohorts.of(seat, dice);
        this.birth = cohorts.draw(cohort);
        int women = seat.family() == null ? 32 : seat.family().womenPercent();
        this.sex = dice.chance(women) ? "F" : "M";
        int age = Period.between(birth.date(), reference).getYears();
        this.contract = !retired && signIn == null && isContract(age);
        this.retirement = CareerLaw.retirement(birth.date(), seat.lastAge());
        this.entry = Studies.entry(seat, contract ? 30 : age, dice);
        this.appointed = contract ? contractBegin() : appointment(retired ? seat.lastAge() : age);
    }

    private boolean isContract(int age) {
        var family = seat.family();
        boolean open = seat.level() == PositionLevel.PELAKSANA
                || seat.level() == PositionLevel.JF_AHLI_PERTAMA
                || seat.level() == PositionLevel.JF_TERAMPIL;
        return family != null && open && age >= 28 && age < 57 && dice.chance(family.contractPercent());
    }

    private LocalDate contractBegin() {
        var first = birth.date().plusYears(entry.doctor() ? 26 : 24);
        return dice.pick(CONTRACTS.stream().filter(day -> !day.isBefore(first)).toList());
    }

    /** The first day as a candidate: young enough for what came after, and never before today's law lets her. */
    private LocalDate appointment(int age) {
        int youngest = switch (entry.level()) {
            case SD, SLTP, SLTA -> 18;
            case D1, D2, D3 -> 21;
            default -> entry.doctor() ? 25 : 22;
        };
        int oldest = switch (seat.level()) {
            case JPT_UTAMA, JPT_MADYA, JPT_PRATAMA, ADMINISTRATOR, PENGAWAS -> 26;
            case JF_AHLI_MADYA, JF_AHLI_MUDA -> entry.doctor() ? 29 : 27;
            default -> 32;
        };
        int served = shortest(seat.level());
        int at = dice.between(youngest, Math.max(youngest, Math.min(oldest, age - served)));
        var month = dice.pick(List.of(1, 2, 3, 3, 3, 4, 10, 12));
        var day = LocalDate.of(birth.date().getYear() + at, month, 1);
        if (day.isBefore(birth.date().plusYears(youngest))) {
            day = day.plusYears(1);
        }
        return day.isAfter(reference.minusMonths(2)) ? reference.minusMonths(dice.between(2, 9)) : day;
    }

    /** Years that the way to a level takes at least, some slack included. */
    private static int shortest(PositionLevel level) {
        return switch (level) {
            case JPT_UTAMA, JPT_MADYA -> 29;
            case JPT_PRATAMA -> 20;
            case ADMINISTRATOR -> 15;
            case JF_AHLI_MADYA -> 17;
            case JF_PENYELIA -> 13;
            case JF_AHLI_MUDA -> 11;
            case PENGAWAS -> 10;
            case JF_MAHIR -> 8;
            default -> 2;
        };
    }

    private List<PositionLevel> ladder() {
        var p = PositionLevel.PELAKSANA;
        boolean ledBefore = seat.family() != null
                && seat.family().ladder() == Catalogue.Ladder.EXPERT
                && !seat.family().isTeaching()
                && !seat.unit().domain().equals("kesehatan")
                && Period.between(appointed, reference).getYears() >= 14
                && dice.chance(35);
        return switch (seat.level()) {
            case JPT_UTAMA, JPT_MADYA ->
                List.of(
                        p,
                        PositionLevel.PENGAWAS,
                        PositionLevel.ADMINISTRATOR,
                        PositionLevel.JPT_PRATAMA,
                        seat.level());
            case JPT_PRATAMA -> List.of(p, PositionLevel.PENGAWAS, PositionLevel.ADMINISTRATOR, seat.level());
            case ADMINISTRATOR -> List.of(p, PositionLevel.PENGAWAS, seat.level());
            case JF_AHLI_MADYA ->
                List.of(p, PositionLevel.JF_AHLI_PERTAMA, PositionLevel.JF_AHLI_MUDA, PositionLevel.JF_AHLI_MADYA);
            case JF_AHLI_MUDA ->
                ledBefore
                        ? List.of(p, PositionLevel.PENGAWAS, seat.level())
                        : List.of(p, PositionLevel.JF_AHLI_PERTAMA, seat.level());
            case JF_PENYELIA -> List.of(p, PositionLevel.JF_TERAMPIL, PositionLevel.JF_MAHIR, seat.level());
            case JF_MAHIR -> List.of(p, PositionLevel.JF_TERAMPIL, seat.level());
            case PELAKSANA -> List.of(p);
            default -> List.of(p, seat.level());
        };
    }

    Person person() {
        var lastDay = retired ? retirement.minusDays(1) : null;
        var until = lastDay == null ? reference : lastDay;
        var degrees = Studies.until(until, entry, seat, birth.date(), appointed, dice);
        var course = contract
                ? new Course.Result(List.of(), List.of(new Course.Stage(seat.level(), appointed)))
                : Course.run(dice, appointed, until, entry, ladder(), degrees, !retired);
        var permanentOn = contract ? null : appointed.plusMonths(dice.between(12, 13));
        boolean candidate = permanentOn != null && permanentOn.isAfter(reference);
        var kind = contract ? "PPPK" : candidate ? "CPNS" : "PNS";
        var ranks = contract ? contractGrade() : ranks(course);
        var held = new Postings(structure, ids, dice, seat, degrees).of(seated(course), until, lastDay);
        var positions = candidate ? inFormation(held) : explained(held, ranks, until);
        var merits = new Merits(ids, dice, until);
        var disciplines =
                contract || signIn != null ? List.<Person.Discipline>of() : merits.disciplines(appointed, ranks);
        var number = Cohorts.number(birth, appointed, contract, sex);
        var educations = educations(degrees);
        var status = status();
        return new Person(
                id,
                government.code(),
                number,
                kind,
                status,
                name(degrees),
                hidden(),
                appointed,
                candidate ? null : permanentOn,
                current(positions, ranks, educations),
                numbers(number, kind),
                ranks,
                positions,
                educations,
                new Learning(ids, dice, government, seat, contract, until).of(appointed, course.stages()),
                contract ? List.of() : merits.awards(appointed, disciplines),
                disciplines,
                contract ? List.of() : merits.credits(positions),
                LegalStandings.of(id, status, appointed, reference, retirement),
                signIn);
    }

    /** A career that did not get to its post in time holds it nevertheless since a short while. */
    private List<Course.Stage> seated(Course.Result course) {
        var stages = course.stages();
        var last = stages.get(stages.size() - 1);
        if (last.level() == seat.level()) {
            return stages;
        }
        var kept = new ArrayList<>(stages);
        var earliest = last.from().plusMonths(1);
        var from = reference.minusMonths(dice.between(2, 6));
        kept.add(new Course.Stage(seat.level(), from.isBefore(earliest) ? earliest : from));
        return kept;
    }

    private List<RankRow> ranks(Course.Result course) {
        var rows = new ArrayList<RankRow>();
        for (var step : course.ranks()) {
            var served = Period.between(appointed, step.from());
            boolean first = rows.isEmpty();
            rows.add(new RankRow(
                    ids.next(),
                    step.rank().grade(),
                    step.rank().ordinal() + 1,
                    step.kind(),
                    step.from(),
                    (int) served.toTotalMonths(),
                    first ? Decrees.candidate(step.from(), dice) : Decrees.rank(step.from(), dice)));
        }
        return rows;
    }

    private List<RankRow> contractGrade() {
        int grade = CareerLaw.contractGrade(entry.level());
        return List.of(new RankRow(
                ids.next(), CareerLaw.roman(grade), grade, null, appointed, 0, Decrees.contract(appointed, dice)));
    }

    private List<Person.Number> numbers(String number, String kind) {
        var decree = contract ? Decrees.contract(appointed, dice) : Decrees.candidate(appointed, dice);
        return List.of(new Person.Number(ids.next(), number, kind, appointed, null, decree));
    }

    private String status() {
        if (retired) {
            return "RETIRED";
        }
        if (signIn != null || seat.leadsUnit() || contract) {
            return "ACTIVE";
        }
        return List.of("ACTIVE", "STUDY_ASSIGNMENT", "UNPAID_LEAVE", "SECONDED").get(dice.weighted(970, 14, 6, 10));
    }

    private Person.Name name(List<Studies.Degree> degrees) {
        var people = Names.people(government, dice);
        var titles = Studies.borne(degrees);
        int age = Period.between(birth.date(), reference).getYears();
        return new Person.Name(
                Names.name(people, sex, dice),
                titles.front(),
                titles.back(),
                dice.pick(government.places()),
                birth.date(),
                sex,
                Names.religion(people, dice),
                Names.maritalStatus(age, dice));
    }

    private Person.Private hidden() {
        int day = birth.date().getDayOfMonth() + (sex.equals("F") ? 40 : 0);
        var born = Cohorts.digits(day, 2)
                + Cohorts.digits(birth.date().getMonthValue(), 2)
                + Cohorts.digits(birth.date().getYear() % 100, 2);
        var serial = Cohorts.digits(birth.sequence(), 4);
        var login = "p" + born + serial + sex.toLowerCase(Locale.ROOT);
        return new Person.Private(
                "99" + government.region() + born + serial,
                "99" + Cohorts.digits(dice.below(1_000_000), 6) + Cohorts.digits(dice.below(10_000_000), 7),
                Names.address(government, dice),
                "0800" + Cohorts.digits(dice.below(100_000_000), 8),
                login + "@example.id",
                login + '@' + government.code() + ".example.id");
    }

    private List<Education> educations(List<Studies.Degree> degrees) {
        var rows = new ArrayList<Education>();
        for (var degree : degrees) {
            var titles = degree.titles();
            rows.add(new Education(
                    ids.next(),
                    degree.level(),
                    degree.field(),
                    institution(degree),
                    degree.graduatedOn(),
                    dice.between(1000, 99_999) + "/" + degree.level() + '/'
                            + degree.graduatedOn().getYear(),
                    titles == null ? null : titles.front(),
                    titles == null ? null : titles.back(),
                    degree.atAppointment()));
        }
        return rows;
    }

    private String institution(Studies.Degree degree) {
        return switch (degree.level()) {
            case SD -> "SD Negeri " + dice.between(1, 9) + ' ' + dice.pick(government.places());
            case SLTP -> "SMP Negeri " + dice.between(1, 9) + ' ' + dice.pick(government.places());
            case SLTA ->
                (degree.field().startsWith("I") ? "SMA Negeri " : "SMK Negeri ")
                        + dice.between(1, 5)
                        + ' '
                        + dice.pick(government.places());
            case D1, D2, D3 -> "Politeknik Contoh " + government.nickname();
            case D4 ->
                degree.field().equals("Ilmu Pemerintahan")
                        ? "Sekolah Kedinasan Pemerintahan Contoh"
                        : "Politeknik Contoh " + government.nickname();
            default -> dice.chance(70) ? "Universitas Contoh " + government.nickname() : "Universitas Contoh Nusantara";
        };
    }

    /** A candidate in a functional post needs a reason. */
    private static List<Posting> inFormation(List<Posting> positions) {
        return positions.stream()
                .map(row -> row.level().name().startsWith("JF_")
                        ? row.because("Formasi CPNS; jabatan fungsionalnya menyusul pengangkatan PNS")
                        : row)
                .toList();
    }

    /** Who leads with a rank a step below the post needs a reason. */
    private List<Posting> explained(List<Posting> positions, List<RankRow> ranks, LocalDate until) {
        RankRow rank = null;
        for (var row : ranks) {
            rank = row.startsOn().isAfter(until) ? rank : row;
        }
        if (contract || rank == null) {
            return positions;
        }
        int order = rank.order();
        return positions.stream()
                .map(row -> CareerLaw.isLeading(row.level())
                                && row.endsOn() == null
                                && order - 1 < CareerLaw.lowest(row.level()).ordinal()
                        ? row.because("Calon terbaik hasil seleksi; kenaikan pangkat diproses menurut jabatannya")
                        : row)
                .toList();
    }

    private Current current(List<Posting> positions, List<RankRow> ranks, List<Education> educations) {
        Posting held = null;
        var led = new HashSet<UUID>();
        LocalDate change = null;
        for (var posting : positions) {
            var end = posting.endsOn();
            boolean now = !posting.startsOn().isAfter(reference) && (end == null || !end.isBefore(reference));
            if (now && posting.assignment().equals(Postings.DEFINITIVE)) {
                held = posting;
                if (seat.leadsUnit()) {
                    led.add(seat.unit().id());
                }
            } else if (now) {
                led.add(Objects.requireNonNull(posting.unitId()));
                change = Objects.requireNonNull(end).plusDays(1);
            }
        }
        RankRow rank = ranks.get(0);
        for (var row : ranks) {
            if (!row.startsOn().isAfter(reference)) {
                rank = row;
            } else if (change == null || row.startsOn().isBefore(change)) {
                change = row.startsOn();
            }
        }
        var highest = educations.get(0);
        for (var education : educations) {
            if (education.level().compareTo(highest.level()) >= 0) {
                highest = education;
            }
        }
        return new Current(held == null ? null : seat.unit(), held, led, rank, highest, retirement, change);
    }
}
