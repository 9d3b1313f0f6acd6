package id.karier.rulebook.simulation;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.jobs.JobOutcome;
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

    private long unchanged;
    private final Map<SkipReason, Long> skipped = new EnumMap<>(SkipReason.class);
    private final Map<Labels, Long> transitions = new TreeMap<>(BY_LABELS);

    private record Labels(String from, String to) {}

    /** What the outcome holds besides the numbers that every job has. */
    private record Details(Map<SkipReason, Long> skipped, List<Transition> transitions) {}

    static Tally of(@Nullable JobOutcome outcome, ObjectMapper json) {
        var tally = new Tally();
        if (outcome != null) {
            var details = json.convertValue(outcome.details(), Details.class);
            tally.unchanged = outcome.unchanged();
            tally.skipped.putAll(details.skipped());
            details.transitions().forEach(one -> tally.transitions.put(new Labels(one.from(), one.to()), one.count()));
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

    void skip(SkipReason reason) {
        skipped.merge(reason, 1L, Long::sum);
    }

    void same() {
        unchanged++;
    }

    void change(Result from, Result to) {
        transitions.merge(new Labels(from.label(), to.label()), 1L, Long::sum);
    }

    JobOutcome outcome() {
        return new JobOutcome(
                0, changed(), unchanged, left(), Map.of("skipped", skipped, "transitions", transitionList()));
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

    private long changed() {
        return transitions.values().stream().mapToLong(Long::longValue).sum();
    }

    private long left() {
        return skipped.values().stream().mapToLong(Long::longValue).sum();
    }

    private List<Transition> transitionList() {
        return transitions.entrySet().stream()
                .map(one -> new Transition(one.getKey().from(), one.getKey().to(), one.getValue()))
                .toList();
    }
}
