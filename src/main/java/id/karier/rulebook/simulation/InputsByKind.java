package id.karier.rulebook.simulation;

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

    Optional<KindInputs> of(RuleSetKind kind) {
        return Optional.ofNullable(byKind.get(kind));
    }
}
