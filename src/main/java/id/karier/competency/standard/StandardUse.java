package id.karier.competency.standard;

import id.karier.kernel.FieldError;
import id.karier.organisation.PositionUse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** A position with a standard of competence is closed, not removed. */
@ApplicationScoped
class StandardUse implements PositionUse {
    private final StandardQueries standards;

    StandardUse(StandardQueries standards) {
        this.standards = standards;
    }

    @Override
    public List<FieldError> of(UUID position) {
        return standards.hasAny(position)
                ? List.of(FieldError.in("competency", "", "POSITION_HAS_STANDARDS"))
                : List.of();
    }
}
