package id.karier.competency.assessment;

import id.karier.competency.CompetencyOutcome;
import id.karier.competency.assessment.AssessmentJson.NewRater;
import id.karier.competency.assessment.AssessmentJson.Rater;
import id.karier.kernel.FieldError;
import id.karier.rules.body.AssessmentBody;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pure rules on who is asked about whom. */
public final class RaterRules {
    private static final String BUNDLE = "competency";

    private RaterRules() {}

    /**
     * Whom an organisation names for a person: herself; the head of her unit, or of the nearest one above that somebody else
     * leads; colleagues of her unit and level, or for a head the heads of the units beside hers; and whom she leads. Of more
     * than are wanted some are drawn by lot. Nobody is asked twice: a superior is no peer, and a peer no subordinate.
     *
     * @param lot decides who is drawn; the same one draws the same
     */
    static Map<RaterRelation, Set<UUID>> resolve(Staff staff, UUID person, AssessmentBody law, Random lot) {
        var raters = new EnumMap<RaterRelation, Set<UUID>>(RaterRelation.class);
        raters.put(RaterRelation.SELF, Set.of(person));
        var taken = new TreeSet<UUID>();
        taken.add(person);
        put(raters, taken, RaterRelation.SUPERIOR, superiors(staff, person));
        var led = staff.ledBy(person);
        put(
                raters,
                taken,
                RaterRelation.PEER,
                draw(peers(staff, person, led), taken, most(law, RaterRelation.PEER), lot));
        put(
                raters,
                taken,
                RaterRelation.SUBORDINATE,
                draw(subordinates(staff, led), taken, most(law, RaterRelation.SUBORDINATE), lot));
        return raters;
    }

    private static void put(
            Map<RaterRelation, Set<UUID>> raters, Set<UUID> taken, RaterRelation relation, Collection<UUID> who) {
        var free = new TreeSet<>(who);
        free.removeAll(taken);
        if (!free.isEmpty()) {
            raters.put(relation, free);
            taken.addAll(free);
        }
    }

    private static Set<UUID> superiors(Staff staff, UUID person) {
        var seat = staff.seats().get(person);
        for (UUID unit = seat == null ? null : seat.unit();
                unit != null;
                unit = staff.parents().get(unit)) {
            var heads = staff.headsOf(unit);
            if (!heads.isEmpty() && !heads.contains(person)) {
                return heads;
            }
        }
        return Set.of();
    }

    private static Set<UUID> peers(Staff staff, UUID person, List<UUID> led) {
        var peers = new TreeSet<UUID>();
        var seat = staff.seats().get(person);
        if (seat == null || seat.unit() == null) {
            return peers;
        }
        if (led.contains(seat.unit())) {
            var above = staff.parents().get(seat.unit());
            if (above != null) {
                staff.children().getOrDefault(above, List.of()).stream()
                        .filter(unit -> !led.contains(unit))
                        .forEach(unit -> peers.addAll(staff.headsOf(unit)));
            }
        } else {
            staff.byUnit().getOrDefault(seat.unit(), List.of()).stream()
                    .filter(other -> !staff.headsOf(seat.unit()).contains(other))
                    .filter(other -> staff.levelOf(other) == seat.level())
                    .forEach(peers::add);
        }
        return peers;
    }

    private static Set<UUID> subordinates(Staff staff, List<UUID> led) {
        var subordinates = new TreeSet<UUID>();
        for (var unit : led) {
            subordinates.addAll(staff.byUnit().getOrDefault(unit, List.of()));
            staff.children().getOrDefault(unit, List.of()).forEach(below -> subordinates.addAll(staff.headsOf(below)));
        }
        return subordinates;
    }

    private static List<UUID> draw(Set<UUID> candidates, Set<UUID> taken, int most, Random lot) {
        var free = new ArrayList<>(candidates);
        free.removeAll(taken);
        Collections.shuffle(free, lot);
        return free.subList(0, Math.min(most, free.size()));
    }

    private static int most(AssessmentBody law, RaterRelation relation) {
        var most = law.mostRaters().get(relation.method());
        return most == null ? Integer.MAX_VALUE : most;
    }

    /**
     * A further rater has a relation of others, is nobody who is asked already, and is not one too many.
     *
     * @param asked who is asked about the participant, whatever became of it
     * @param replaced who is not to be asked any more, or null
     */
    static CompetencyOutcome admit(
            NewRater request, UUID participant, List<Rater> asked, @Nullable Rater replaced, AssessmentBody law) {
        var reasons = new ArrayList<FieldError>();
        if (request.relation() == RaterRelation.SELF || request.employeeId().equals(participant)) {
            reasons.add(FieldError.in(BUNDLE, "/relation", "RATER_IS_SELF"));
        }
        boolean isAsked =
                asked.stream().anyMatch(rater -> rater.employeeId().equals(request.employeeId()) && isCounted(rater));
        if (isAsked) {
            reasons.add(FieldError.in(BUNDLE, "/employeeId", "RATER_ASKED_ALREADY"));
        }
        if (replaced != null && !isReplaceable(replaced.state())) {
            reasons.add(FieldError.in(BUNDLE, "/replaces", "RATER_NOT_REPLACEABLE", replaced.state()));
        }
        long others = asked.stream()
                .filter(rater -> !rater.equals(replaced) && rater.relation() == request.relation() && isCounted(rater))
                .count();
        if (others >= most(law, request.relation())) {
            reasons.add(FieldError.in(BUNDLE, "/relation", "RATERS_TOO_MANY", most(law, request.relation())));
        }
        return CompetencyOutcome.of(reasons);
    }

    /** Whoever has answered stays: nobody is to choose by what was said. */
    static boolean isReplaceable(RaterState state) {
        return state == RaterState.PROPOSED
                || state == RaterState.INVITED
                || state == RaterState.DECLINED
                || state == RaterState.LEFT;
    }

    private static boolean isCounted(Rater rater) {
        return rater.state() == RaterState.PROPOSED
                || rater.state() == RaterState.INVITED
                || rater.state() == RaterState.ANSWERED;
    }
}
