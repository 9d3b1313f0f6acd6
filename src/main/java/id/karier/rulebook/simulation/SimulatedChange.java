package id.karier.rulebook.simulation;

import id.karier.kernel.data.AgencyOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One person whom the draft would treat otherwise, with both results as JSON. */
@Entity
@Immutable
@Table(name = "simulation_changes")
class SimulatedChange extends AgencyOwned {
    private UUID simulationId;
    private UUID employeeId;
    private String currentResult;
    private String draftResult;

    protected SimulatedChange() {}

    SimulatedChange(UUID id, UUID simulationId, UUID employeeId, String currentResult, String draftResult) {
        super(id);
        this.simulationId = simulationId;
        this.employeeId = employeeId;
        this.currentResult = currentResult;
        this.draftResult = draftResult;
    }
}
