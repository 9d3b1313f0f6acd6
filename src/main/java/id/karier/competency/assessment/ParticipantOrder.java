package id.karier.competency.assessment;

import id.karier.competency.assessment.ParticipantQueries.Seat;
import java.util.Comparator;
import java.util.UUID;

/** The order of ids in the database: byte by byte, unlike that of {@link UUID#compareTo}, which knows signs. */
final class ParticipantOrder {
    private static final Comparator<UUID> BYTES = (one, other) -> {
        int upper = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return upper != 0
                ? upper
                : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    static final Comparator<Seat> BY_PERSON = Comparator.comparing(Seat::employee, BYTES);

    private ParticipantOrder() {}

    static boolean isAfter(UUID one, UUID other) {
        return BYTES.compare(one, other) > 0;
    }
}
