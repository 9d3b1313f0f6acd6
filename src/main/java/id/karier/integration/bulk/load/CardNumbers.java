package id.karier.integration.bulk.load;

import id.karier.employee.NikComparisons;
import id.karier.integration.siasn.Issue;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose the identity card numbers of a batch are already: nobody is taken over with the number of somebody else. A row that
 * meets somebody's number tells that she has it, so it is one of the {@link NikComparisons}: who may not read the numbers
 * brings none, and once those of the day are used up no row with another number than that on record is taken, whoever has it.
 */
final class CardNumbers {
    private static final String COLUMN = "nik";
    private static final String MASKED = "***";

    private final NikComparisons comparisons;
    private final boolean allowed;
    private final Map<String, UUID> onRecord;
    private final Map<String, UUID> inFile = new HashMap<>();
    private final Map<UUID, byte[]> before = new HashMap<>();
    private @Nullable Boolean left;

    /** @param plans as they are before they take over what is said: the numbers on record */
    CardNumbers(
            PersonQueries people, NikComparisons comparisons, Collection<PersonPlan> plans, Collection<byte[]> said) {
        this.comparisons = comparisons;
        allowed = said.isEmpty() || comparisons.isAllowed();
        plans.forEach(plan -> {
            if (!plan.isNew && plan.person.nikIndex() != null) {
                before.put(plan.id, plan.person.nikIndex());
            }
        });
        onRecord = said.isEmpty() || !allowed ? Map.of() : people.holders(said);
    }

    /** What is wrong with the number of a person after she has taken over what is said; null for nothing. */
    @Nullable
    Issue check(PersonPlan plan) {
        var profile = plan.dossier.profile();
        if (!allowed) {
            return profile == null || profile.nik() == null ? null : Issue.at(COLUMN, MASKED, "NIK_NOT_WRITABLE");
        }
        var index = plan.person.nikIndex();
        if (index == null || (!plan.isNew && Arrays.equals(index, before.get(plan.id)))) {
            return null;
        }
        if (!isLeft()) {
            return Issue.at(COLUMN, MASKED, "NIK_COMPARISONS_USED");
        }
        var key = HexFormat.of().formatHex(index);
        var holder = onRecord.get(key);
        if (holder != null && !holder.equals(plan.id)) {
            left = comparisons.found(holder);
            return taken();
        }
        var earlier = inFile.putIfAbsent(key, plan.id);
        return earlier == null || earlier.equals(plan.id) ? null : taken();
    }

    private static Issue taken() {
        return Issue.at(COLUMN, MASKED, "NIK_TAKEN");
    }

    private boolean isLeft() {
        if (left == null) {
            left = comparisons.isLeft();
        }
        return left;
    }
}
