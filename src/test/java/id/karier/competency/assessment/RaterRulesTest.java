package id.karier.competency.assessment;

import static id.karier.competency.assessment.RaterRelation.PEER;
import static id.karier.competency.assessment.RaterRelation.SELF;
import static id.karier.competency.assessment.RaterRelation.SUBORDINATE;
import static id.karier.competency.assessment.RaterRelation.SUPERIOR;
import static org.assertj.core.api.Assertions.assertThat;

import id.karier.competency.assessment.ParticipantQueries.Seat;
import id.karier.rules.body.AssessmentBody;
import id.karier.rules.terms.PositionLevel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RaterRulesTest {
    private static final AssessmentBody LAW = ShippedLaw.assessment();

    private static final UUID DEPARTMENT = new UUID(0, 1);
    private static final UUID DIVISION = new UUID(0, 2);
    private static final UUID OTHER_DIVISION = new UUID(0, 3);

    private final List<Seat> seats = new ArrayList<>();
    private final Map<UUID, Set<UUID>> heads = new HashMap<>();
    private int people;

    private UUID sits(UUID unit, PositionLevel level) {
        var person = new UUID(9, ++people);
        seats.add(new Seat(person, unit, null, level));
        return person;
    }

    private UUID leads(UUID unit, PositionLevel level) {
        var head = sits(unit, level);
        heads.put(unit, Set.of(head));
        return head;
    }

    private Map<RaterRelation, Set<UUID>> of(UUID person) {
        return RaterRules.resolve(staff(), person, LAW, new Random(1));
    }

    private Staff staff() {
        return Staff.of(
                seats,
                heads,
                Map.of(
                        DEPARTMENT, List.of(DEPARTMENT),
                        DIVISION, List.of(DEPARTMENT, DIVISION),
                        OTHER_DIVISION, List.of(DEPARTMENT, OTHER_DIVISION)));
    }

    @Test
    void who_leads_nobody_is_rated_by_her_head_and_by_colleagues_of_her_level() {
        var chief = leads(DEPARTMENT, PositionLevel.JPT_PRATAMA);
        var head = leads(DIVISION, PositionLevel.ADMINISTRATOR);
        var person = sits(DIVISION, PositionLevel.PELAKSANA);
        var colleague = sits(DIVISION, PositionLevel.PELAKSANA);
        var expert = sits(DIVISION, PositionLevel.JF_AHLI_MUDA);
        sits(OTHER_DIVISION, PositionLevel.PELAKSANA);

        assertThat(of(person)).isEqualTo(Map.of(SELF, Set.of(person), SUPERIOR, Set.of(head), PEER, Set.of(colleague)));
        assertThat(of(expert)).doesNotContainKey(PEER);
        assertThat(of(chief)).doesNotContainKeys(SUPERIOR, PEER);
    }

    @Test
    void a_head_is_rated_by_the_head_above_those_beside_her_and_those_below() {
        var chief = leads(DEPARTMENT, PositionLevel.JPT_PRATAMA);
        var head = leads(DIVISION, PositionLevel.ADMINISTRATOR);
        var other = leads(OTHER_DIVISION, PositionLevel.ADMINISTRATOR);
        var below = sits(DIVISION, PositionLevel.PELAKSANA);

        assertThat(of(head))
                .isEqualTo(Map.of(
                        SELF, Set.of(head),
                        SUPERIOR, Set.of(chief),
                        PEER, Set.of(other),
                        SUBORDINATE, Set.of(below)));
        assertThat(of(chief).get(SUBORDINATE)).containsExactlyInAnyOrder(head, other);
    }

    @Test
    void without_a_head_the_nearest_one_above_is_the_superior() {
        var chief = leads(DEPARTMENT, PositionLevel.JPT_PRATAMA);
        var person = sits(DIVISION, PositionLevel.PELAKSANA);
        assertThat(of(person).get(SUPERIOR)).containsExactly(chief);
    }

    /** She acts as the head of her own unit and of another one: nobody is asked twice, and nobody rates herself. */
    @Test
    void who_leads_two_units_is_asked_about_once_by_everybody() {
        var both = leads(DIVISION, PositionLevel.ADMINISTRATOR);
        heads.put(OTHER_DIVISION, Set.of(both));
        var one = sits(DIVISION, PositionLevel.PELAKSANA);
        var two = sits(OTHER_DIVISION, PositionLevel.PELAKSANA);
        var raters = of(both);
        assertThat(raters.get(SUBORDINATE)).containsExactlyInAnyOrder(one, two);
        assertThat(raters).doesNotContainKey(PEER);
        assertThat(of(two).get(SUPERIOR)).containsExactly(both);
    }

    @Test
    void of_many_some_are_drawn_by_lot_and_the_same_lot_draws_the_same() {
        leads(DIVISION, PositionLevel.ADMINISTRATOR);
        var person = sits(DIVISION, PositionLevel.PELAKSANA);
        for (int i = 0; i < 20; i++) {
            sits(DIVISION, PositionLevel.PELAKSANA);
        }
        var first = RaterRules.resolve(staff(), person, LAW, new Random(5)).get(PEER);
        assertThat(first).hasSize(5).doesNotContain(person);
        assertThat(RaterRules.resolve(staff(), person, LAW, new Random(5)).get(PEER))
                .isEqualTo(first);
        assertThat(RaterRules.resolve(staff(), person, LAW, new Random(6)).get(PEER))
                .isNotEqualTo(first);
    }

    @Test
    void who_has_no_unit_rates_herself_only() {
        var person = sits(null, PositionLevel.PELAKSANA);
        assertThat(of(person)).isEqualTo(Map.of(SELF, Set.of(person)));
    }
}
