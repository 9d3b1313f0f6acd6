package id.karier.sample;

import id.karier.changes.Recorded;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.data.AgencyOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** Of these the log knows everything and the feed nothing: their kind names no member that is told. */
@Entity
@Table(name = "silent_samples")
public class SilentSample extends AgencyOwned implements Recorded {
    private UUID employeeId;
    private String note;

    protected SilentSample() {}

    SilentSample(UUID id, UUID employeeId, String note) {
        super(id);
        this.employeeId = employeeId;
        this.note = note;
    }

    @Override
    public ObjectKind objectKind() {
        return FaultyObjects.SILENT;
    }
}
