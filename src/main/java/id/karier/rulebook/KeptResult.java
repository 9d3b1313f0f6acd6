package id.karier.rulebook;

import id.karier.changes.Recorded;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.data.AgencyOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An answer that somebody kept, with everything that gave it. Figures about a person stay out of the log. */
@Entity
@Immutable
@Table(name = "calculation_results")
public class KeptResult extends AgencyOwned implements Recorded {
    private String calculator;
    private LocalDate calculatedOn;

    private String request;

    private String answer;

    private String ruleSets;

    private UUID keptBy;
    private Instant keptAt;

    protected KeptResult() {}

    KeptResult(UUID id, String calculator, LocalDate calculatedOn, Figures figures, UUID keptBy, Instant keptAt) {
        super(id);
        this.calculator = calculator;
        this.calculatedOn = calculatedOn;
        this.request = figures.request();
        this.answer = figures.answer();
        this.ruleSets = figures.ruleSets();
        this.keptBy = keptBy;
        this.keptAt = keptAt;
    }

    /** Request, answer and rule-set documents as JSON. */
    record Figures(String request, String answer, String ruleSets) {}

    @Override
    public ObjectKind objectKind() {
        return RulebookObjects.RESULT;
    }

    String calculator() {
        return calculator;
    }

    LocalDate calculatedOn() {
        return calculatedOn;
    }

    Figures figures() {
        return new Figures(request, answer, ruleSets);
    }

    Instant keptAt() {
        return keptAt;
    }
}
