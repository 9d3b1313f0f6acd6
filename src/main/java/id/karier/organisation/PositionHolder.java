package id.karier.organisation;

import id.karier.kernel.data.AgencyOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Who holds a position, and until when: read only here, for vacancies and heads of units; the histories write it. */
@Entity
@Immutable
@Table(name = "employee_positions")
public class PositionHolder extends AgencyOwned {
    private UUID employeeId;
    private String assignment;
    private @Nullable UUID positionId;
    private @Nullable UUID unitId;
    private LocalDate startsOn;
    private @Nullable LocalDate endsOn;

    protected PositionHolder() {}
}
