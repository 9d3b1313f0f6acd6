package id.karier.organisation;

import id.karier.changes.Recorded;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.data.AgencyOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** Where a unit stands, from a day to a day: under a parent, or at the top. Not applied: a move whose day is to come. */
@Entity
@Table(name = "unit_placements")
@DynamicUpdate
public class UnitPlacement extends AgencyOwned implements Recorded {
    private UUID unitId;
    private @Nullable UUID parentId;
    private LocalDate startsOn;
    private @Nullable LocalDate endsOn;
    private @Nullable String decreeNumber;
    private @Nullable LocalDate decreeDate;
    private boolean applied;

    protected UnitPlacement() {}

    UnitPlacement(UUID id, UUID unitId, LocalDate startsOn) {
        super(id);
        this.unitId = unitId;
        this.startsOn = startsOn;
    }

    /** Says where, by which decree; the tree does not know it yet. */
    void place(@Nullable UUID parent, @Nullable String decreeNumber, @Nullable LocalDate decreeDate) {
        this.parentId = parent;
        this.decreeNumber = decreeNumber;
        this.decreeDate = decreeDate;
        this.applied = false;
    }

    void endOn(@Nullable LocalDate lastDay) {
        endsOn = lastDay;
    }

    void startOn(LocalDate firstDay) {
        startsOn = firstDay;
    }

    /** It has to be looked at again. */
    void pend() {
        applied = false;
    }

    /** The tree knows it, or a later one has overtaken it. */
    void apply() {
        applied = true;
    }

    UUID unitId() {
        return unitId;
    }

    @Nullable
    UUID parentId() {
        return parentId;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    @Nullable
    LocalDate endsOn() {
        return endsOn;
    }

    boolean covers(LocalDate day) {
        return !startsOn.isAfter(day) && (endsOn == null || !endsOn.isBefore(day));
    }

    @Override
    public ObjectKind objectKind() {
        return OrganisationObjects.UNIT_PLACEMENT;
    }
}
