package id.karier.rulebook.simulation;

import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.access.ObjectKinds;
import id.karier.kernel.access.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What simulations are to the log; none of it leaves it. */
@ApplicationScoped
public class SimulationObjects implements ObjectKinds {
    static final ObjectKind SIMULATION = ObjectKind.of("simulation", Simulation.class)
            .guardedBy(Resource.SIMULATION)
            .aboutNobody()
            .logs("kind", "asOf", "currentDocument", "draftDocument")
            .at("/api/v1/simulations")
            .build();

    @Override
    public List<ObjectKind> kinds() {
        return List.of(SIMULATION);
    }
}
