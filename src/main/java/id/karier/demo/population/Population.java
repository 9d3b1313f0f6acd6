package id.karier.demo.population;

import id.karier.demo.population.Structure.Post;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A government and its people. The people are made one at a time while the stream is read; only units and posts are
 * kept, so memory does not grow with the number of people.
 */
public final class Population {
    /** What the demo's world looks like: fixed, so that it is the same on every day. */
    public static final LocalDate REFERENCE = LocalDate.of(2026, 11, 1);

    /** The seed of the demo. */
    public static final long SEED = 20_261_101L;

    /** One in so many has left. */
    private static final int RETIRED_SHARE = 33;

    private final Government government;
    private final long seed;
    private final LocalDate reference;
    private final int people;
    private final SeededIds ids;
    private final UUID agencyId;
    private final Structure structure;

    private Population(Government government, long seed, int people, LocalDate reference) {
        this.government = government;
        this.seed = seed;
        this.people = people;
        this.reference = reference;
        // The same story under another code is another agency: no id of the one may be one of the other.
        this.ids = new SeededIds(seed ^ government.code().hashCode(), government.slot(), reference);
        this.agencyId = ids.next();
        this.structure = Structure.of(government, seed, reference, ids, people - people / RETIRED_SHARE);
    }

    /**
     * @param people how many, those who left included
     * @param reference the day that the histories lead up to
     */
    public static Population of(Government government, long seed, int people, LocalDate reference) {
        return new Population(government, seed, people, reference);
    }

    public Government government() {
        return government;
    }

    public UUID agencyId() {
        return agencyId;
    }

    public Structure structure() {
        return structure;
    }

    public LocalDate reference() {
        return reference;
    }

    /** Everybody, in the order of the posts, then those who left. To be read once: ids are given while it is read. */
    public Stream<Person> people() {
        return StreamSupport.stream(
                Spliterators.spliterator(new Seats(), people, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /**
     * Further people in posts that lead nothing, whose numbers meet nobody's: those of a file that is imported.
     *
     * @param slot of identity numbers, another than the population's
     */
    public Stream<Person> newcomers(long otherSeed, int slot, int count) {
        var staff = structure.posts().stream()
                .filter(p -> !p.leadsUnit() && p.filled() > 0)
                .toList();
        var otherIds = new SeededIds(otherSeed, slot, reference);
        var cohorts = new Cohorts(otherSeed, slot, reference);
        return IntStream.range(0, count).mapToObj(n -> {
            var dice = Dice.of(otherSeed, slot, 2, n);
            return new Life(structure, otherIds, dice, cohorts, dice.pick(staff), false, null).person();
        });
    }

    /** Goes through the seats of the posts. */
    private final class Seats implements Iterator<Person> {
        private final Cohorts cohorts = new Cohorts(seed, government.slot(), reference);
        private int given;
        private int post;
        private int seat;

        @Override
        public boolean hasNext() {
            return given < people;
        }

        @Override
        public Person next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var dice = Dice.of(seed, government.slot(), 2, given);
            given++;
            var posts = structure.posts();
            while (post < posts.size() && seat >= posts.get(post).filled()) {
                post++;
                seat = 0;
            }
            if (post == posts.size()) {
                return new Life(structure, ids, dice, cohorts, left(dice), true, null).person();
            }
            var held = posts.get(post);
            return new Life(structure, ids, dice, cohorts, held, false, seat++ == 0 ? signIn(held) : null).person();
        }

        private @Nullable String signIn(Post held) {
            return held.signIn();
        }

        /** A post that somebody left. */
        private Post left(Dice dice) {
            var posts = structure.posts();
            while (true) {
                var candidate = dice.pick(posts);
                if (!candidate.leadsUnit() && candidate.unit().closedOn() == null && candidate.lastAge() <= 60) {
                    return candidate;
                }
            }
        }
    }
}
