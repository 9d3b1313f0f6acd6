package id.karier.calculation.career;

import id.karier.calculation.career.DecisionJson.AppointmentAnswer;
import id.karier.calculation.career.DecisionJson.AppointmentRequest;
import id.karier.rules.Law;
import id.karier.rules.RuleSet;
import id.karier.rules.RuleSetRef;
import id.karier.rules.body.AppointmentBody;
import id.karier.rules.body.JpmBody;
import id.karier.rules.body.RankPromotionBody;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Appointment to a post (PP 11/2017 jo. PP 17/2020 art. 54 and 107; DOMAIN 8.1). */
public final class AppointmentRules {
    /** How many years around the day are searched for a change. */
    private static final int HORIZON_YEARS = 20;

    private AppointmentRules() {}

    /**
     * Whether somebody may be appointed on a day, and since or from when. A coming day follows the law of that day, if
     * it was enacted by the day of asking.
     *
     * @param jpm categories of job–person match; only needed when the request states one
     * @param ranks ranks of the posts; only needed when the request states a rank
     */
    public static AppointmentAnswer decide(
            Law<AppointmentBody> law,
            @Nullable RuleSet<JpmBody> jpm,
            @Nullable RuleSet<RankPromotionBody> ranks,
            AppointmentRequest request,
            LocalDate asOf) {
        var changes = new TreeSet<LocalDate>();
        for (int years = -HORIZON_YEARS; years <= HORIZON_YEARS; years++) {
            changes.add(LocalDate.of(asOf.getYear() + years, 1, 1));
        }
        var matches = jpm == null ? null : jpm.body();
        var floors = ranks == null ? null : ranks.body();
        var now = new AppointmentConditions(law.now().body(), matches, floors, request, asOf);
        changes.addAll(now.changes());
        var ahead = new HashMap<String, List<Condition>>();
        law.coming().forEach((day, coming) -> {
            var then = new AppointmentConditions(coming.body(), matches, floors, request, asOf);
            changes.add(day);
            changes.addAll(then.changes());
            ahead.put(coming.version(), then.conditions());
        });
        Predicate<LocalDate> holds =
                day -> Condition.allHold(ahead.getOrDefault(law.on(day).version(), now.conditions()), day);
        var alsoUsed = new ArrayList<RuleSetRef>();
        if (jpm != null) {
            alsoUsed.add(jpm.ref());
        }
        if (ranks != null) {
            alsoUsed.add(ranks.ref());
        }
        law.coming().values().forEach(coming -> alsoUsed.add(coming.ref()));
        return new AppointmentAnswer(
                holds.test(asOf),
                eligibleFrom(holds, changes, asOf),
                asOf,
                now.conditions().stream()
                        .map(condition -> condition.checkOn(asOf))
                        .toList(),
                now.open(),
                now.ageReading(),
                law.now().ref(),
                List.copyOf(alsoUsed),
                now.steps());
    }

    /** Conditions change on the days in {@code changes} only, so that it is enough to look there. */
    private static @Nullable LocalDate eligibleFrom(
            Predicate<LocalDate> holds, TreeSet<LocalDate> changes, LocalDate asOf) {
        if (holds.test(asOf)) {
            var since = asOf;
            for (var day : changes.headSet(asOf, true).descendingSet()) {
                if (!holds.test(day)) {
                    break;
                }
                since = day;
            }
            return since;
        }
        return changes.tailSet(asOf, false).stream().filter(holds).findFirst().orElse(null);
    }
}
