package id.karier.demo.population;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;

/**
 * UUIDv7s out of a seed: their time ascends with every id and lies before the reference day, so that rows arrive in the
 * order of their clustered index and before everything that is written later.
 */
final class SeededIds {
    private static final int DAYS_BEFORE = 60;

    private final long seed;
    private final long start;
    private long given;

    /** @param slot each population has a day of its own */
    SeededIds(long seed, int slot, LocalDate reference) {
        this.seed = Dice.mix(seed ^ Dice.mix(slot + 1));
        this.start = reference
                .minusDays(DAYS_BEFORE - slot)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .toEpochMilli();
    }

    UUID next() {
        long n = given++;
        long high = ((start + (n >>> 12)) << 16) | 0x7000L | (n & 0xFFF);
        long low = (Dice.mix(seed + n * 0x9E3779B97F4A7C15L) & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** How the national system would name the same thing: 32 upper-case digits. */
    static String siasn(UUID id) {
        long high = Dice.mix(id.getLeastSignificantBits());
        return String.format(Locale.ROOT, "DE30%012X%016X", high & 0xFFFFFFFFFFFFL, Dice.mix(high));
    }
}
