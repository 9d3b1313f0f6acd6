package id.karier.competency.profile;

import id.karier.competency.CompetencyRef;
import id.karier.competency.evidence.EvidenceJson.Result;
import id.karier.competency.evidence.EvidenceRules;
import id.karier.competency.profile.ProfileJson.Axis;
import id.karier.competency.profile.ProfileJson.Item;
import id.karier.competency.profile.ProfileJson.Moment;
import id.karier.competency.standard.StandardJson.Required;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pure rules that hold what somebody was found to hold against what is required (DOMAIN §3.4). */
public final class ProfileRules {
    private ProfileRules() {}

    /**
     * Each competency that is required or was ever found: the required ones in their order, then the others. What was not
     * assessed has no level and no gap.
     *
     * @param results of one person, newest first
     */
    static List<Item> items(List<Required> required, List<Result> results, LocalDate day) {
        var counting = EvidenceRules.counting(results, day);
        var known = results.stream().filter(result -> result.isKnownOn(day)).toList();
        var items = new ArrayList<Item>();
        var others = new LinkedHashMap<UUID, CompetencyRef>();
        known.forEach(result -> others.putIfAbsent(result.competency().id(), result.competency()));
        for (var one : required) {
            others.remove(one.competency().id());
            var result = counting.get(one.competency().id());
            items.add(item(one.competency(), one, result, known));
        }
        others.forEach((id, competency) -> items.add(item(competency, null, counting.get(id), known)));
        return List.copyOf(items);
    }

    private static Item item(
            CompetencyRef competency, @Nullable Required required, @Nullable Result result, List<Result> known) {
        var history = known.stream()
                .filter(found -> found.competency().id().equals(competency.id()))
                .map(found -> new Moment(
                        found.id(),
                        found.level(),
                        found.edition(),
                        found.evidence(),
                        found.foundOn(),
                        found.validUntil()))
                .toList();
        var state = result != null
                ? HoldingState.ASSESSED
                : history.isEmpty() ? HoldingState.NOT_ASSESSED : HoldingState.EXPIRED;
        var held = result == null ? null : Integer.valueOf(result.level());
        var level = required == null ? null : Integer.valueOf(required.level());
        return new Item(
                competency,
                level,
                required == null ? null : required.basis(),
                state,
                held,
                level == null || held == null ? null : Integer.valueOf(level - held),
                null,
                result,
                history);
    }

    /** What a radar chart draws: what is required; without a position, what was found. */
    static List<Axis> radar(List<Item> items) {
        boolean compared = items.stream().anyMatch(item -> item.required() != null);
        return items.stream()
                .filter(item -> !compared || item.required() != null)
                .map(item ->
                        new Axis(item.competency().code(), item.competency().name(), item.required(), item.held()))
                .toList();
    }

    /** The day on which the first of the results that count ends. */
    static @Nullable LocalDate nextValidityEnd(List<Item> items) {
        LocalDate next = null;
        for (var item : items) {
            var result = item.result();
            var end = result == null ? null : result.validUntil();
            if (end != null && (next == null || end.isBefore(next))) {
                next = end;
            }
        }
        return next;
    }
}
