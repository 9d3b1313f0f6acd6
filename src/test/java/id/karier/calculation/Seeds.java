package id.karier.calculation;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Fixed seeds for property tests; the seed is the parameter, so that a failure names it. */
final class Seeds {
    /** Mutation testing asks for fewer: every mutant meets them all. */
    private static final int CASES = Integer.getInteger("karier.test.seeds", 1000);

    private Seeds() {}

    static Stream<Long> all() {
        return LongStream.range(0, CASES).boxed();
    }

    static SplittableRandom random(long seed) {
        return new SplittableRandom(seed);
    }

    static <T> T pick(SplittableRandom random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
