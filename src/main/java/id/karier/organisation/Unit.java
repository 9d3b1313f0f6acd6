package id.karier.organisation;

import id.karier.changes.Recorded;
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

    Unit(
            UUID id,
            String code,
            String name,
            String kind,
            @Nullable UUID parentId,
            LocalDate openedOn,
            @Nullable String siasnId) {
        super(id);
        this.code = code;
        this.name = name;
        this.kind = kind;
        this.parentId = parentId;
        this.openedOn = openedOn;
        this.siasnId = siasnId;
    }

    /** Takes over what an officer may change. */
    void change(String code, String name, String kind) {
        this.code = code;
        this.name = name;
        this.kind = kind;
    }

    /** Stands under another unit, or at the top, from now on. */
    void moveUnder(@Nullable UUID parent) {
        parentId = parent;
    }

    /** Ends the unit; the given day is its last. */
    void close(LocalDate lastDay) {
        closedOn = lastDay;
    }

    boolean isClosed() {
        return closedOn != null;
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    String kind() {
        return kind;
    }

    @Nullable
    UUID parentId() {
        return parentId;
    }

    LocalDate openedOn() {
        return openedOn;
    }

    @Override
    public String objectType() {
        return "unit";
    }

    @Override
    public @Nullable UUID subject() {
        return null;
    }
}
