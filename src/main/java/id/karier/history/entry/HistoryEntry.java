package id.karier.history.entry;

import id.karier.changes.Recorded;
import id.karier.employee.Source;
import id.karier.kernel.data.AgencyOwned;
import id.karier.kernel.web.Versioned;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a history of a person, with the decree behind it.
 *
 * @param <F> the members that an officer may change
 */
@MappedSuperclass
abstract class HistoryEntry<F extends Record & Decreed> extends AgencyOwned implements Recorded {
    UUID employeeId;

    @Nullable
    String decreeNumber;

    @Nullable
    LocalDate decreeDate;

    @Enumerated(EnumType.STRING)
    Source source;

    @Nullable
    String siasnId;

    protected HistoryEntry() {}

    /** A row that is typed in here. */
    HistoryEntry(UUID id, UUID employeeId) {
        super(id);
        this.employeeId = employeeId;
        this.source = Source.LOCAL;
    }

    /** The members that an officer may change, as they are. */
    abstract F facts();

    /** Takes over all members that an officer may change. */
    void change(F facts) {
        decreeNumber = facts.decreeNumber();
        decreeDate = facts.decreeDate();
    }

    /** An officer has corrected it: what she typed in is no more what was loaded, and loads keep it. */
    final void typedIn() {
        source = Source.LOCAL;
    }

    /** What readers see. */
    Versioned view() {
        return new Entry<>(id(), facts(), source, siasnId, version());
    }
}
