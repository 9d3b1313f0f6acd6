package id.karier.integration.bulk.load;

import id.karier.integration.siasn.Issue;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose the identity card numbers of a batch are already: nobody is taken over with the number of somebody else. */
final class CardNumbers {
    private final Map<String, UUID> holders;
    private final Map<UUID, byte[]> before = new HashMap<>();

    /** @param plans as they are before they take over what is said: the numbers on record */
    CardNumbers(PersonQueries people, Collection<PersonPlan> plans, Collection<byte[]> said) {
        plans.forEach(plan -> {
            if (!plan.isNew && plan.person.nikIndex() != null) {
                before.put(plan.id, plan.person.nikIndex());
            }
        });
        holders = said.isEmpty() ? new HashMap<>() : people.holders(said);
    }

    /** What is wrong with the number of a person after she has taken over what is said; null for nothing. */
    @Nullable
    Issue check(PersonPlan plan) {
        var index = plan.person.nikIndex();
        if (index == null || (!plan.isNew && Arrays.equals(index, before.get(plan.id)))) {
            return null;
        }
        var holder = holders.putIfAbsent(HexFormat.of().formatHex(index), plan.id);
        return holder == null || holder.equals(plan.id) ? null : Issue.at("nik", "***", "NIK_TAKEN");
    }
}
