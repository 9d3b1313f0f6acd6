package id.karier.competency.standard;

import id.karier.changes.Recorded;
import id.karier.competency.standard.StandardJson.NewStandard;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.data.AgencyOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The level of a competency that a position itself requires for a time. */
@Entity
@Table(name = "position_standards")
public class PositionStandard extends AgencyOwned implements Recorded {
    private UUID positionId;
    private UUID competencyId;
    private int level;
    private LocalDate startsOn;
    private @Nullable LocalDate endsOn;
    private @Nullable String decreeNumber;

    protected PositionStandard() {}

    PositionStandard(UUID id, NewStandard request) {
        super(id);
        this.positionId = request.positionId();
        this.competencyId = request.competencyId();
        this.level = request.level();
        this.startsOn = request.startsOn();
        this.decreeNumber = request.decreeNumber();
    }

    /** The given day is the last. */
    void end(LocalDate lastDay) {
        endsOn = lastDay;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    @Nullable
    LocalDate endsOn() {
        return endsOn;
    }

    @Override
    public ObjectKind objectKind() {
        return StandardObjects.POSITION_STANDARD;
    }
}
