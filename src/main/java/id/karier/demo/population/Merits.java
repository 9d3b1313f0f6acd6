package id.karier.demo.population;

import id.karier.demo.population.Person.Award;
import id.karier.demo.population.Person.Credit;
import id.karier.demo.population.Person.Discipline;
import id.karier.demo.population.Person.Posting;
import id.karier.demo.population.Person.RankRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a career earned: awards for long service, now and then a penalty, and the credit of functional officers. */
final class Merits {
    /** Credit comes from performance since this day (BKN 3/2023); what was earned before was integrated. */
    private static final LocalDate CONVERSION = LocalDate.of(2023, 1, 1);

    /** The discipline law of today (PP 94/2021) counts from here. */
    private static final int DISCIPLINE_YEAR = 2022;

    private static final List<String> PENALTIES = List.of("R1", "R2", "R3", "S1", "S2", "S3", "B1");
    private static final List<String> PENALTY_NAMES = List.of(
            "Teguran lisan",
            "Teguran tertulis",
            "Pernyataan tidak puas secara tertulis",
            "Pemotongan tunjangan kinerja 25% selama 6 bulan",
            "Pemotongan tunjangan kinerja 25% selama 9 bulan",
            "Pemotongan tunjangan kinerja 25% selama 12 bulan",
            "Penurunan jabatan setingkat lebih rendah selama 12 bulan");
    private static final int WRITTEN_REPRIMAND = 1;
    private static final List<Integer> PENALTY_MONTHS = List.of(0, 0, 0, 6, 9, 12, 12);

    private final SeededIds ids;
    private final Dice dice;
    private final LocalDate until;

    Merits(SeededIds ids, Dice dice, LocalDate until) {
        this.ids = ids;
        this.dice = dice;
        this.until = until;
    }

    /** Satyalancana Karya Satya for 10, 20 and 30 years without a medium or heavy penalty. */
    List<Award> awards(LocalDate appointed, List<Discipline> disciplines) {
        var awards = new ArrayList<Award>();
        for (int years = 10; years <= 30; years += 10) {
            var due = appointed.plusYears(years);
            int year = due.getMonthValue() < 8 ? due.getYear() : due.getYear() + 1;
            var granted = LocalDate.of(year + (dice.chance(20) ? 1 : 0), 8, 17);
            boolean clean = disciplines.stream()
                    .noneMatch(d -> !d.level().equals("RINGAN") && d.startsOn().isBefore(granted));
            if (granted.isBefore(until) && clean && dice.chance(82)) {
                awards.add(new Award(
                        ids.next(),
                        String.valueOf(200 + years / 10),
                        "Satyalancana Karya Satya " + "X".repeat(years / 10) + " Tahun",
                        granted,
                        Decrees.award(granted, dice)));
            }
        }
        return awards;
    }

    /** Few people have one; no rank was given while a medium or heavy one ran. */
    List<Discipline> disciplines(LocalDate appointed, List<RankRow> ranks) {
        if (!dice.chance(3)) {
            return List.of();
        }
        int which = dice.weighted(28, 26, 18, 11, 7, 6, 4);
        int from = Math.max(DISCIPLINE_YEAR, appointed.getYear() + 2);
        if (from > until.getYear() - 1) {
            return List.of();
        }
        var starts = LocalDate.of(dice.between(from, until.getYear() - 1), dice.between(1, 12), dice.between(1, 28));
        if (PENALTY_MONTHS.get(which) > 0 && promotedWithin(ranks, starts, ends(starts, which))) {
            which = WRITTEN_REPRIMAND;
        }
        var penalty = PENALTIES.get(which);
        return List.of(new Discipline(
                ids.next(),
                switch (penalty.charAt(0)) {
                    case 'R' -> "RINGAN";
                    case 'S' -> "SEDANG";
                    default -> "BERAT";
                },
                penalty,
                PENALTY_NAMES.get(which),
                starts,
                PENALTY_MONTHS.get(which) > 0 ? ends(starts, which) : null,
                "Tidak masuk kerja tanpa alasan yang sah",
                Decrees.discipline(starts, dice)));
    }

    private static LocalDate ends(LocalDate starts, int which) {
        return starts.plusMonths(PENALTY_MONTHS.get(which)).minusDays(1);
    }

    private static boolean promotedWithin(List<RankRow> ranks, LocalDate from, LocalDate to) {
        return ranks.stream()
                .anyMatch(r -> !r.startsOn().isBefore(from) && !r.startsOn().isAfter(to));
    }

    /** One row of integration, then one of conversion for every year or part of it in a functional post. */
    List<Credit> credits(List<Posting> positions) {
        var credits = new ArrayList<Credit>();
        for (var posting : positions) {
            boolean counts =
                    posting.assignment().equals(Postings.DEFINITIVE) && CareerLaw.isFunctional(posting.level());
            if (!counts) {
                continue;
            }
            var end = posting.endsOn() == null ? until : posting.endsOn();
            if (posting.startsOn().isBefore(CONVERSION) && !end.isBefore(CONVERSION)) {
                int years = Math.min(
                        6, Math.max(1, CONVERSION.getYear() - posting.startsOn().getYear()));
                var earned = CareerLaw.coefficient(posting.level()).multiply(BigDecimal.valueOf(years));
                credits.add(credit(posting, "INTEGRATION", posting.startsOn(), CONVERSION.minusDays(1), earned));
            }
            for (int year = CONVERSION.getYear(); year < until.getYear(); year++) {
                var first = LocalDate.of(year, 1, 1);
                var from = posting.startsOn().isAfter(first) ? posting.startsOn() : first;
                var lastOfYear = LocalDate.of(year, 12, 31);
                var to = end.isBefore(lastOfYear) ? end : lastOfYear;
                int months = to.getMonthValue() - from.getMonthValue() + 1;
                if (!from.isAfter(to) && from.getYear() == year && to.getYear() == year && months > 0) {
                    credits.add(credit(posting, "CONVERSION", from, to, converted(posting, months)));
                }
            }
        }
        return credits;
    }

    private BigDecimal converted(Posting posting, int months) {
        var percent = List.of(100, 150, 75).get(dice.weighted(72, 24, 4));
        return CareerLaw.coefficient(posting.level())
                .multiply(BigDecimal.valueOf((long) percent * months))
                .divide(BigDecimal.valueOf(1200), 2, RoundingMode.HALF_UP);
    }

    private Credit credit(Posting posting, String basis, LocalDate from, LocalDate to, BigDecimal credit) {
        return new Credit(
                ids.next(), posting.level(), posting.title(), basis, from, to, credit, Decrees.credit(to, dice));
    }
}
