package id.karier.organisation;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.kernel.Published;
import id.karier.rules.terms.PositionLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other slices ask about positions; sees what {@link UnitDirectory} sees. */
@Published
@ApplicationScoped
public class PositionDirectory {
    private final PositionQueries queries;

    PositionDirectory(PositionQueries queries) {
        this.queries = queries;
    }

    /**
     * A position.
     *
     * @param retirementAge only where it differs from the level's, which is law (rule set RETIREMENT)
     * @param leadsUnit its holder is the head of the unit
     * @param closedOn its last day, null while it is open
     */
    public record Facts(
            UUID id,
            String agency,
            UUID unitId,
            String unitName,
            String code,
            String name,
            PositionLevel level,
            @Nullable Integer jobClass,
            @Nullable Integer retirementAge,
            boolean leadsUnit,
            @Nullable LocalDate closedOn) {}

    public Optional<Facts> find(UUID id) {
        return queries.facts(id);
    }

    /** The position that the national system knows under this id. */
    public Optional<Facts> findBySiasnId(String siasnId) {
        return queries.factsBySiasnId(siasnId);
    }

    public Optional<Facts> findByCode(String code) {
        return queries.factsByCode(code);
    }

    /**
     * The position that a request puts somebody into, kept from being closed or changed until the transaction ends.
     *
     * @throws ProblemException 422 with the pointer when the caller's agency has no such position
     */
    public Facts hold(UUID id, String pointer) {
        queries.hold(id);
        return find(id).orElseThrow(() ->
                new ProblemException(ErrorCode.REFERENCE_NOT_FOUND, FieldError.of(pointer, "UNKNOWN_ID")));
    }
}
