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

/** What a unit is called, from a day to a day. Not applied: a name whose day is to come. */
@Entity
@Table(name = "unit_names")
@DynamicUpdate
public class UnitName extends AgencyOwned implements Recorded {
    private UUID unitId;
    private String name;
    private LocalDate startsOn;
    private @Nullable LocalDate endsOn;
    private @Nullable String decreeNumber;
    private @Nullable LocalDate decreeDate;
    private boolean applied;

    protected UnitName() {}

    UnitName(UUID id, UUID unitId, String name, LocalDate startsOn) {
        super(id);
        this.unitId = unitId;
        this.name = name;
        this.startsOn = startsOn;
    }

    /** Says what, by which decree; the unit does not bear it yet. */
    void name(String name, @Nullable String decreeNumber, @Nullable LocalDate decreeDate) {
        this.name = name;
        this.decreeNumber = decreeNumber;
        this.decreeDate = decreeDate;
        this.applied = false;
    }

    void startOn(LocalDate firstDay) {
        startsOn = firstDay;
    }

    void endOn(@Nullable LocalDate lastDay) {
        endsOn = lastDay;
    }

    /** The unit bears it, or a later one has overtaken it. */
    void apply() {
        applied = true;
    }

    /** It has to be looked at again. */
    void pend() {
        applied = false;
    }

    UUID unitId() {
        return unitId;
    }

    String name() {
        return name;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    @Nullable
    LocalDate endsOn() {
        return endsOn;
    }

    @Nullable
    String decreeNumber() {
        return decreeNumber;
    }

    @Nullable
    LocalDate decreeDate() {
        return decreeDate;
    }

    boolean covers(LocalDate day) {
        return !startsOn.isAfter(day) && (endsOn == null || !endsOn.isBefore(day));
    }

    @Override
    public ObjectKind objectKind() {
        return OrganisationObjects.UNIT_NAME;
    }
}
