package id.karier.history.entry;

import id.karier.history.entry.HistoryJson.TrainingFacts;
import id.karier.kernel.access.ObjectKind;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A training, course or other development that a person finished. */
@Entity
@Table(name = "employee_trainings")
@DynamicUpdate
class EmployeeTraining extends HistoryEntry<TrainingFacts> {
    private String form;
    private @Nullable String programme;
    private String name;
    private @Nullable String provider;
    private @Nullable String certificateNumber;
    private @Nullable LocalDate startsOn;
    private @Nullable LocalDate endsOn;

    /** Only when the days are not known. */
    private @Nullable Integer heldYear;

    private BigDecimal hours;

    protected EmployeeTraining() {}

    EmployeeTraining(UUID id, UUID employeeId, TrainingFacts facts) {
        super(id, employeeId);
        change(facts);
    }

    @Override
    TrainingFacts facts() {
        return new TrainingFacts(
                form,
                programme,
                name,
                provider,
                certificateNumber,
                startsOn,
                endsOn,
                heldYear,
                hours,
                decreeNumber,
                decreeDate);
    }

    @Override
    final void change(TrainingFacts facts) {
        super.change(facts);
        form = facts.form();
        programme = facts.programme();
        name = facts.name();
        provider = facts.provider();
        certificateNumber = facts.certificateNumber();
        startsOn = facts.startsOn();
        endsOn = facts.endsOn();
        heldYear = facts.heldYear();
        hours = facts.hours();
    }

    @Override
    public ObjectKind objectKind() {
        return HistoryObjects.TRAINING;
    }
}
