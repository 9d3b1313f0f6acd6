package id.karier.integration.bulk.load;

import id.karier.integration.bulk.load.Places.Position;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person to insert, with the columns of the current state filled from a young history, so that a load writes each row
 * once. {@code CurrentStates} would say the same; a test holds the two together.
 */
record NewPerson(StoredPerson person, State state) {
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /** The current state as far as at most two ranks, one position and one education make it. */
    record State(
            @Nullable HistoryRow position,
            @Nullable Position held,
            @Nullable HistoryRow rank,
            @Nullable LocalDate rankSince,
            @Nullable HistoryRow education,
            LocalDate retirementOn,
            @Nullable LocalDate nextChangeOn) {
        /** Nothing yet: the histories are to be asked. */
        static final State UNKNOWN = new State(null, null, null, null, null, NEVER, null);
    }

    UUID id() {
        return person.id();
    }

    Set<String> words() {
        return person.words();
    }

    static LocalDate day(HistoryRow row, String column) {
        var day = row.get(column);
        return day instanceof LocalDate known ? known : LocalDate.MIN;
    }

    /** As the insert statement wants them. */
    Object[] values(String agency, Instant now) {
        var p = person;
        var position = state.position();
        var rank = state.rank();
        var education = state.education();
        var held = state.held();
        return RowQueries.values(
                p.id(),
                agency,
                p.siasnId(),
                p.number(),
                p.kind(),
                p.status(),
                p.name(),
                p.frontTitles(),
                p.backTitles(),
                p.birthPlace(),
                p.birthDate(),
                p.sex(),
                p.religion(),
                p.maritalStatus(),
                p.email(),
                p.officialEmail(),
                p.nikSealed(),
                p.nikIndex(),
                p.npwpSealed(),
                p.addressSealed(),
                p.phoneSealed(),
                p.firstAppointmentOn(),
                p.permanentOn(),
                p.source(),
                now,
                get(position, "unit_id"),
                get(position, "unit_name"),
                get(position, "position_id"),
                get(position, "title"),
                get(position, "level"),
                get(position, "starts_on"),
                held != null && position != null && held.leadsUnit(),
                get(rank, "rank_code"),
                rank == null ? 0 : get(rank, "rank_order"),
                state.rankSince(),
                get(education, "level"),
                get(education, "field"),
                state.retirementOn(),
                state.nextChangeOn());
    }

    private static @Nullable Object get(@Nullable HistoryRow row, String column) {
        return row == null ? null : row.get(column);
    }
}
