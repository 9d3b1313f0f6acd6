package id.karier.demo.population;

import id.karier.demo.population.Structure.Post;
import id.karier.rules.terms.EducationLevel;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Birth dates and the numbers made of them. Every cohort goes round its days in an order of its own, and each round
 * counts the sequence of the identity number down by one, so that no two people share both: numbers are unique without
 * a list of those that were given.
 */
final class Cohorts {
    /** Ages at which cohorts begin; the last two are of those who may serve to 60, and of those who left. */
    private static final int[] FROM = {20, 25, 30, 35, 40, 45, 50, 55, 58, 60};

    private static final int[] TO = {25, 30, 35, 40, 45, 50, 55, 58, 60, 63};

    static final int RETIRED = 9;

    /** Populations that may exist side by side. */
    static final int SLOTS = 8;

    private final long seed;
    private final int slot;
    private final LocalDate reference;
    private final int[] drawn = new int[FROM.length];

    Cohorts(long seed, int slot, LocalDate reference) {
        if (slot < 0 || slot >= SLOTS) {
            throw new IllegalArgumentException("slot " + slot);
        }
        this.seed = seed;
        this.slot = slot;
        this.reference = reference;
    }

    /** A birth date, and the sequence that makes it unique. */
    record Birth(LocalDate date, int sequence) {}

    Birth draw(int cohort) {
        var last = reference.minusYears(FROM[cohort]).minusDays(cohort == RETIRED ? 62 : 0);
        var first = reference.minusYears(TO[cohort]).plusDays(1);
        int days = (int) ChronoUnit.DAYS.between(first, last) + 1;
        int n = drawn[cohort]++;
        int stride = stride(days);
        long offset = Long.remainderUnsigned(Dice.mix(seed + cohort * (long) SLOTS + slot), days);
        var date = first.plusDays((offset + (long) (n % days) * stride) % days);
        int sequence = 999 - (n / days * SLOTS + slot);
        if (sequence < 1) {
            throw new IllegalStateException("too many people of one age for identity numbers of 18 digits");
        }
        return new Birth(date, sequence);
    }

    /** Near the golden section of the days, so that neighbours in the stream are far apart in age, and prime to them. */
    private static int stride(int days) {
        int stride = (int) (days * 0.618);
        while (gcd(stride, days) != 1) {
            stride++;
        }
        return stride;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** The cohort of somebody who holds a post: nobody too young for it, nobody beyond its age. */
    static int of(Post post, Dice dice) {
        boolean late = post.lastAge() >= 60;
        return switch (post.level()) {
            case JPT_UTAMA, JPT_MADYA -> dice.weighted(0, 0, 0, 0, 0, 0, 0, 50, 50);
            case JPT_PRATAMA -> dice.weighted(0, 0, 0, 0, 0, 20, 40, 22, 18);
            case ADMINISTRATOR -> dice.weighted(0, 0, 0, 0, 15, 35, 32, 18);
            case PENGAWAS -> dice.weighted(0, 0, 0, 22, 30, 24, 16, 8);
            case JF_AHLI_UTAMA, JF_AHLI_MADYA -> dice.weighted(0, 0, 0, 0, 16, 27, 27, 18, 12);
            case JF_AHLI_MUDA -> dice.weighted(0, 0, 0, 30, 28, 20, 13, 6, late ? 4 : 0);
            case JF_AHLI_PERTAMA -> dice.weighted(0, 28, 40, 20, 8, 3, 1, 0, 0);
            case JF_PENYELIA -> dice.weighted(0, 0, 0, 0, 26, 32, 28, 14);
            case JF_MAHIR -> dice.weighted(0, 0, 18, 36, 26, 12, 6, 2);
            case JF_TERAMPIL, JF_PEMULA -> dice.weighted(0, 30, 36, 20, 10, 4);
            case PELAKSANA ->
                post.education() != null && post.education().compareTo(EducationLevel.SLTA) > 0
                        ? dice.weighted(0, 14, 20, 20, 16, 14, 11, 5)
                        : dice.weighted(4, 8, 12, 16, 20, 19, 15, 6);
        };
    }

    /** {@code YYYYMMDD YYYYMM S NNN} without the spaces; for a contract its count stands for the month. */
    static String number(Birth birth, LocalDate appointed, boolean contract, String sex) {
        return digits(birth.date().getYear(), 4)
                + digits(birth.date().getMonthValue(), 2)
                + digits(birth.date().getDayOfMonth(), 2)
                + digits(appointed.getYear(), 4)
                + (contract ? "21" : digits(appointed.getMonthValue(), 2))
                + (sex.equals("M") ? '1' : '2')
                + digits(birth.sequence(), 3);
    }

    static String digits(int number, int length) {
        var text = Integer.toString(number);
        return "0".repeat(Math.max(0, length - text.length())) + text;
    }
}
