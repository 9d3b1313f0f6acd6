package id.karier.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Who holds a position, and until when: read only here, for vacancies and heads of units; the histories write it. */
@Entity
@Immutable
@Table(name = "employee_positions")
public class PositionHolder {
    /** The assignment that fills a post; the others are acting duty. */
    static final String DEFINITIVE = "DEFINITIVE";

    @Id
    private UUID id;

    @TenantId
    private String agency;

    private UUID employeeId;
    private String assignment;
    private @Nullable UUID positionId;
    private @Nullable UUID unitId;
    private LocalDate startsOn;
    private @Nullable LocalDate endsOn;

    protected PositionHolder() {}
}
