package id.karier.rulebook.simulation;

import id.karier.changes.Recorded;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.data.AgencyOwned;
import id.karier.rules.RuleSetKind;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What was ordered, with both documents, so that it can be replayed whatever the law has become; bears its job's id. */
@Entity
@Immutable
@Table(name = "simulations")
class Simulation extends AgencyOwned implements Recorded {
    @Enumerated(EnumType.STRING)
    private RuleSetKind kind;

    private LocalDate asOf;
    private String currentDocument;
    private String draftDocument;

    protected Simulation() {}

    Simulation(UUID job, RuleSetKind kind, LocalDate asOf, String currentDocument, String draftDocument) {
        super(job);
        this.kind = kind;
        this.asOf = asOf;
        this.currentDocument = currentDocument;
        this.draftDocument = draftDocument;
    }

    @Override
    public ObjectKind objectKind() {
        return SimulationObjects.SIMULATION;
    }

    RuleSetKind kind() {
        return kind;
    }

    LocalDate asOf() {
        return asOf;
    }

    String currentDocument() {
        return currentDocument;
    }

    String draftDocument() {
        return draftDocument;
    }
}
