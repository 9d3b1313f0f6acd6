package id.karier.rulebook.simulation;

import id.karier.rulebook.simulation.SimulationJson.Transition;
import java.util.List;
import java.util.Map;

/**
 * The counts of a simulation.
 *
 * @param unchanged people whose result stays
 * @param skipped people who were not evaluated, by reason
 * @param transitions people whose result changes, by what it was and becomes
 */
record SimulationOutcome(long unchanged, Map<SkipReason, Long> skipped, List<Transition> transitions) {
    SimulationOutcome {
        skipped = Map.copyOf(skipped);
        transitions = List.copyOf(transitions);
    }
}
