package id.karier.rulebook.simulation;

import id.karier.kernel.Messages;
import id.karier.rulebook.simulation.SimulationJson.Skipped;
import id.karier.rulebook.simulation.SimulationJson.Totals;
import id.karier.rulebook.simulation.SimulationJson.Transition;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The counts of a simulation; the outcome of its job carries them from one worker to the next. */
final class Tally {
    private static final Comparator<Labels> BY_LABELS =
            Comparator.comparing(Labels::from).thenComparing(Labels::to);

    /** Fewer people than this are not told of by themselves. */
    private static final int SMALLEST_GROUP = 5;

    private long unchanged;
    private final Map<SkipReason, Long> skipped = new EnumMap<>(SkipReason.class);
    private final Map<Labels, Long> transitions = new TreeMap<>(BY_LABELS);

    private record Labels(String from, String to) {}

    static Tally of(@Nullable SimulationOutcome outcome) {
        var tally = new Tally();
        if (outcome != null) {
            tally.unchanged = outcome.unchanged();
            tally.skipped.putAll(outcome.skipped());
            outcome.transitions().forEach(one -> tally.transitions.put(new Labels(one.from(), one.to()), one.count()));
        }
        return tally;
    }

    /** The same counts, to go on from: a transaction that is run again starts from what it started from. */
    Tally copy() {
        var copy = new Tally();
        copy.unchanged = unchanged;
        copy.skipped.putAll(skipped);
        copy.transitions.putAll(transitions);
        return copy;
    }

    /**
     * The counts for whoever may not read the people behind them: rounded down to fives, so that a group of few is not
     * there, and two drafts that differ in one person do not tell who she is.
     */
    Tally rounded() {
        var rounded = new Tally();
        rounded.unchanged = floor(unchanged);
        skipped.forEach((reason, count) -> put(rounded.skipped, reason, count));
        transitions.forEach((labels, count) -> put(rounded.transitions, labels, count));
        return rounded;
    }

    private static <K> void put(Map<K, Long> counts, K key, long count) {
        if (count >= SMALLEST_GROUP) {
            counts.put(key, floor(count));
        }
    }

    private static long floor(long count) {
        return count - count % SMALLEST_GROUP;
    }

    void skip(SkipReason reason) {
        skipped.merge(reason, 1L, Long::sum);
    }

    void same() {
        unchanged++;
    }

    void change(Result from, Result to) {
        transitions.merge(new Labels(from.label(), to.label()), 1L, Long::sum);
    }

    SimulationOutcome outcome() {
        return new SimulationOutcome(unchanged, skipped, transitionList());
    }

    Totals totals(Locale locale) {
        long evaluated = unchanged + changed();
        return new Totals(
                evaluated + left(),
                evaluated,
                unchanged,
                changed(),
                skipped.entrySet().stream()
                        .map(one -> new Skipped(
                                one.getKey(),
                                Messages.text(locale, "simulation.skipped." + one.getKey()),
                                one.getValue()))
                        .toList(),
                transitionList());
    }

    long unchanged() {
        return unchanged;
    }

    long changed() {
        return transitions.values().stream().mapToLong(Long::longValue).sum();
    }

    long left() {
        return skipped.values().stream().mapToLong(Long::longValue).sum();
    }

    private List<Transition> transitionList() {
        return transitions.entrySet().stream()
                .map(one -> new Transition(one.getKey().from(), one.getKey().to(), one.getValue()))
                .toList();
    }
}
