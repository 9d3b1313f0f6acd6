package id.karier.organisation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.karier.kernel.Published;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What other slices ask about agencies: who they are and what day it is there. Remembered for a minute; usable from any
 * thread, inside a transaction or not, whoever is signed in.
 */
@Published
@ApplicationScoped
public class AgencyDirectory {
    /** Where an agency that is not on record is thought to be: the capital. */
    static final ZoneId CAPITAL = ZoneId.of("Asia/Jakarta");

    private static final Duration MEMORY = Duration.ofMinutes(1);

    private final AgencyQueries queries;
    private final Clock clock;
    private final Cache<String, Facts> byCode;
    private final Cache<UUID, String> codes;

    AgencyDirectory(AgencyQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
        this.byCode =
                Caffeine.newBuilder().maximumSize(2000).expireAfterWrite(MEMORY).build();
        this.codes = Caffeine.newBuilder().maximumSize(2000).build();
    }

    /**
     * An agency.
     *
     * @param code how rows and tokens name it
     * @param id how addresses name it
     * @param kind a code of the reference list {@code agency-kinds}
     * @param zone its time zone: WIB, WITA or WIT
     */
    public record Facts(String code, UUID id, String name, String kind, ZoneId zone) {}

    /**
     * SQL that joins rows of a table with the agencies that may read them: their own, and those of everybody, whose agency is
     * {@code *}. The statement binds the agency to {@code reader.code}.
     *
     * @param owner the column with the agency of a row
     */
    public static String readers(String owner) {
        return " join agencies reader on " + owner + " in (reader.code, '*')";
    }

    public Optional<Facts> find(String code) {
        return Optional.ofNullable(byCode.get(code, queries::facts));
    }

    /** The code of the agency that has this id. */
    public Optional<String> code(UUID id) {
        return Optional.ofNullable(codes.get(id, queries::code));
    }

    /** The codes of all agencies, in their order: what a daily job goes through. */
    public List<String> codes() {
        return queries.codes();
    }

    /** The zone of an agency's days. */
    public ZoneId zone(String code) {
        return find(code).map(Facts::zone).orElse(CAPITAL);
    }

    /** Today in the agency's time zone. */
    public LocalDate today(String code) {
        return LocalDate.now(clock.withZone(zone(code)));
    }

    /** The agency's name; the code itself when it is not on record. */
    public String name(String code) {
        return find(code).map(Facts::name).orElse(code);
    }

    void forget(String code) {
        byCode.invalidate(code);
    }
}
