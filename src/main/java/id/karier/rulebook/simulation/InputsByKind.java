package id.karier.rulebook.simulation;

import id.karier.kernel.Caller;
import id.karier.kernel.access.AccessTable;
import id.karier.kernel.access.Action;
import id.karier.kernel.access.Reach;
import id.karier.rules.RuleSetKind;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds that can be simulated. */
@ApplicationScoped
class InputsByKind {
    private final Map<RuleSetKind, KindInputs> byKind = new EnumMap<>(RuleSetKind.class);

    InputsByKind(@All List<KindInputs> all) {
        all.forEach(inputs -> byKind.put(inputs.kind(), inputs));
    }

    /** Whether somebody may read what a simulation of any kind was made of. */
    boolean mayReadSources(Caller.Identity who) {
        return byKind.keySet().stream().anyMatch(kind -> mayReadSources(who, kind));
    }

    /** Whether somebody may read everything in an agency that a simulation of a kind was made of. */
    boolean mayReadSources(Caller.Identity who, RuleSetKind kind) {
        return of(kind).map(inputs -> inputs.sources().stream()
                        .allMatch(source ->
                                AccessTable.reach(who, source, Action.READ).compareTo(Reach.AGENCY) >= 0))
                .orElse(false);
    }

    Optional<KindInputs> of(RuleSetKind kind) {
        return Optional.ofNullable(byKind.get(kind));
    }
}
