package id.karier.history.entry;

import id.karier.changes.Recorded;
import id.karier.employee.Source;
import id.karier.kernel.data.AgencyOwned;
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
 * @param <V> what readers see
 */
@MappedSuperclass
abstract class HistoryEntry<F extends Record & Decreed, V extends Record & EntryView> extends AgencyOwned
        implements Recorded {
    private UUID employeeId;
    private @Nullable String decreeNumber;
    private @Nullable LocalDate decreeDate;

    @Enumerated(EnumType.STRING)
    private Source source;

    private @Nullable String siasnId;

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

    abstract V view();

    UUID employeeId() {
        return employeeId;
    }

    @Nullable
    String decreeNumber() {
        return decreeNumber;
    }

    @Nullable
    LocalDate decreeDate() {
        return decreeDate;
    }

    Source source() {
        return source;
    }

    @Nullable
    String siasnId() {
        return siasnId;
    }
}
