package id.karier.jobs;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The kinds of job that this node knows. */
@ApplicationScoped
class JobHandlers {
    private final Map<String, JobHandler<?, ?>> byKind;

    /** @throws IllegalStateException when two handlers name one kind: neither could be told from the other */
    JobHandlers(@All List<JobHandler<?, ?>> handlers) {
        var found = new TreeMap<String, JobHandler<?, ?>>();
        for (var handler : handlers) {
            var other = found.put(handler.kind().name(), handler);
            if (other != null) {
                throw new IllegalStateException("two handlers for the kind of job '"
                        + handler.kind().name() + "': " + other.getClass() + " and " + handler.getClass());
            }
        }
        byKind = Collections.unmodifiableMap(found);
    }

    /** Null for a kind that only another version of this software knows. */
    @Nullable
    JobHandler<?, ?> of(String kind) {
        return byKind.get(kind);
    }

    Collection<? extends JobKind<?, ?>> kinds() {
        return byKind.values().stream().map(JobHandler::kind).toList();
    }
}
