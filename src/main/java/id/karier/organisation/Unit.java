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

/** A unit of an agency; its parent is the one of today, as its placements say. */
@Entity
@Table(name = "units")
@DynamicUpdate
public class Unit extends AgencyOwned implements Recorded {
    private String code;
    private String name;
    private String kind;
    private @Nullable UUID parentId;
    private LocalDate openedOn;
    private @Nullable LocalDate closedOn;
    private @Nullable String siasnId;

    protected Unit() {}

    Unit(UUID id, UnitJson.NewUnit request) {
        super(id);
        this.code = request.code();
        this.name = request.name();
        this.kind = request.kind();
        this.parentId = request.parentId();
        this.openedOn = request.openedOn();
        this.siasnId = request.siasnId();
    }

    /** Takes over what an officer may change; its name and its opening have ways of their own. */
    void change(UnitJson.UnitChanges facts) {
        code = facts.code();
        kind = facts.kind();
    }

    void rename(String other) {
        name = other;
    }

    /** It opened on another day than was said. */
    void openOn(LocalDate firstDay) {
        openedOn = firstDay;
    }

    /** Stands under another unit, or at the top, from now on. */
    void moveUnder(@Nullable UUID parent) {
        parentId = parent;
    }

    /** Ends the unit; the given day is its last. */
    void close(LocalDate lastDay) {
        closedOn = lastDay;
    }

    @Nullable
    LocalDate closedOn() {
        return closedOn;
    }

    LocalDate openedOn() {
        return openedOn;
    }

    UnitJson.UnitChanges facts() {
        return new UnitJson.UnitChanges(code, name, kind, openedOn);
    }

    @Override
    public ObjectKind objectKind() {
        return OrganisationObjects.UNIT;
    }
}
