package id.karier.calculation.career;

import static id.karier.calculation.explain.Refusals.required;

import id.karier.calculation.career.DecisionJson.AppointmentRequest;
import id.karier.calculation.career.DecisionJson.HeldPost;
import id.karier.calculation.career.Spells.Spell;
import id.karier.calculation.explain.Step;
import id.karier.rules.body.AppointmentBody.Previous;
import id.karier.rules.body.AppointmentBody.Requirement;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The posts that an appointment asks somebody to come from: what is or was held counts (<em>sedang atau pernah</em>, PP
 * 11/2017 art. 107(1)), and times at one level add up.
 */
final class PreviousPosts {
    /** For times that never reach what is asked. */
    private static final LocalDate NEVER = LocalDate.MAX;

    private final Requirement requirement;
    private final AppointmentRequest request;
    private final List<HeldPost> held = new ArrayList<>();

    PreviousPosts(Requirement requirement, AppointmentRequest request) {
        this.requirement = requirement;
        this.request = request;
        if (request.previousPosts() != null) {
            held.addAll(request.previousPosts());
        }
        if (held.isEmpty() || request.currentLevel() != null) {
            held.add(new HeldPost(
                    required("/currentLevel", request.currentLevel()),
                    required("/inLevelSince", request.inLevelSince()),
                    null));
        }
    }

    /** A way into the post. */
    private record Way(Previous previous, Spells spells) {
        LocalDate due() {
            return spells.due(previous.years()).orElse(NEVER);
        }
    }

    void addTo(List<Condition> conditions, Collection<LocalDate> changes, List<Step> steps, LocalDate asOf) {
        var ways = requirement.previous().stream()
                .map(previous -> new Way(previous, new Spells(HeldPost.spells(held, previous.level()))))
                .filter(way -> !way.spells().inOrder().isEmpty())
                .sorted(Comparator.comparing(Way::due))
                .toList();
        var levels = requirement.previous().stream().map(Previous::level).toList();
        Object have = request.previousPosts() == null
                ? required("/currentLevel", request.currentLevel())
                : held.stream().map(HeldPost::level).distinct().toList();
        conditions.add(Condition.fixed("PREVIOUS_POST", !ways.isEmpty(), levels, have, requirement.article()));
        var best = ways.isEmpty() ? new Way(requirement.previous().get(0), whatever()) : ways.get(0);
        var due = best.due();
        int years = best.previous().years();
        conditions.add(new Condition(
                "YEARS_IN_LEVEL",
                Period.ofYears(years),
                best.spells().until(asOf),
                requirement.article(),
                day -> !day.isBefore(due)));
        if (due.equals(NEVER)) {
            return;
        }
        changes.add(due);
        steps.add(Step.of(
                "APPOINTMENT_LEVEL_DUE",
                due,
                "level",
                ways.isEmpty()
                        ? held.get(held.size() - 1).level()
                        : best.previous().level(),
                "since",
                best.spells().inOrder().get(0).from(),
                "years",
                years));
    }

    /** The times in all posts, where none is of a level that is asked for. */
    private Spells whatever() {
        return new Spells(held.stream()
                .map(post -> new Spell(required("/previousPosts", post.from()), post.to()))
                .toList());
    }
}
