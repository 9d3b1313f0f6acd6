package id.karier.history.entry;

import id.karier.history.entry.StatusJson.StatusEntry;
import id.karier.kernel.access.ObjectReach;
import id.karier.kernel.web.Versioned;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Why somebody stands as she does is often a penalty, so the reason of a standing is told to who may read her penalties; the
 * standing itself is everybody's who reads histories.
 */
@ApplicationScoped
class StandingReasons {
    private final ObjectReach reach;

    StandingReasons(ObjectReach reach) {
        this.reach = reach;
    }

    /** An entry of a history of a person as the caller may see it. */
    Versioned shown(UUID person, Versioned entry) {
        return entry instanceof StatusEntry standing
                        && standing.reason() != null
                        && !reach.holds(HistoryObjects.DISCIPLINE, person, List.of())
                ? standing.withoutReason()
                : entry;
    }
}
