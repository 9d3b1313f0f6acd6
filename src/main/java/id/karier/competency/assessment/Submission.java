package id.karier.competency.assessment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a rater has said, as it is sealed until the round closes.
 *
 * @param levels by competency; null for one that she could not judge
 */
record Submission(RaterRelation relation, Map<UUID, @Nullable Integer> levels, Words words) {
    Submission {
        levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
    }

    /** In her own words: what the person does well, and what would help her. */
    record Words(@Nullable String strength, @Nullable String advice) {
        boolean isEmpty() {
            return strength == null && advice == null;
        }
    }
}
