package id.karier.competency.assessment;

import static id.karier.competency.assessment.LevelSource.PEER;
import static id.karier.competency.assessment.LevelSource.PEER_AND_SUBORDINATE;
import static id.karier.competency.assessment.LevelSource.SELF;
import static id.karier.competency.assessment.LevelSource.SUBORDINATE;
import static id.karier.competency.assessment.LevelSource.SUPERIOR;
import static org.assertj.core.api.Assertions.assertThat;

import id.karier.competency.assessment.AnonymityRules.Answered;
import id.karier.competency.assessment.Submission.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnonymityRulesTest {
    private static final UUID ASKED = new UUID(7, 7);

    private static UUID rater(int n) {
        return new UUID(1, n);
    }

    private static Answered answered(Set<Integer> peers, Set<Integer> subordinates) {
        var raters = new EnumMap<RaterRelation, Set<UUID>>(RaterRelation.class);
        raters.put(RaterRelation.PEER, ids(peers));
        raters.put(RaterRelation.SUBORDINATE, ids(subordinates));
        return new Answered(raters);
    }

    private static Set<UUID> ids(Set<Integer> numbers) {
        var ids = new HashSet<UUID>();
        numbers.forEach(n -> ids.add(rater(n)));
        return ids;
    }

    private static Set<Integer> first(int count, int from) {
        var numbers = new HashSet<Integer>();
        for (int i = 0; i < count; i++) {
            numbers.add(from + i);
        }
        return numbers;
    }

    /** Every way in which two groups can be large, small or empty, with three as the smallest. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, ''",
        "1, 0, ''",
        "2, 0, ''",
        "0, 2, ''",
        "1, 1, ''",
        "3, 0, PEER",
        "0, 3, SUBORDINATE",
        "4, 5, PEER SUBORDINATE",
        "3, 3, PEER SUBORDINATE",
        "3, 1, PEER_AND_SUBORDINATE",
        "3, 2, PEER_AND_SUBORDINATE",
        "1, 3, PEER_AND_SUBORDINATE",
        "2, 1, PEER_AND_SUBORDINATE",
        "2, 2, PEER_AND_SUBORDINATE"
    })
    void a_group_is_told_alone_or_with_the_other_or_not_at_all(int peers, int subordinates, String told) {
        var groups = AnonymityRules.told(answered(first(peers, 0), first(subordinates, 100)), List.of(), 3);
        assertThat(String.join(" ", groups.stream().map(Enum::name).toList())).isEqualTo(told);
    }

    @Test
    void oneself_and_a_superior_are_told_because_they_are_named_anyway() {
        var raters = new EnumMap<RaterRelation, Set<UUID>>(RaterRelation.class);
        raters.put(RaterRelation.SELF, ids(Set.of(1)));
        raters.put(RaterRelation.SUPERIOR, ids(Set.of(2)));
        assertThat(AnonymityRules.told(new Answered(raters), List.of(), 3)).containsExactlyInAnyOrder(SELF, SUPERIOR);
    }

    /** Rounds of peers: who had answered before, who has now, and whether the new figure is told. */
    @ParameterizedTest
    @CsvSource({
        "3, 0, 3, 0, true", // the same three
        "3, 0, 4, 0, false", // one more: four times the new mean less three times the old one is hers
        "4, 0, 3, 0, false", // one less
        "3, 0, 5, 0, false", // two more
        "3, 0, 6, 0, true", // three more
        "6, 0, 3, 0, true",
        "3, 0, 3, 1, false", // one in the place of another
        "3, 0, 3, 3, true", // nobody in common
        "2, 0, 3, 0, true" // of the earlier one nothing was told
    })
    void a_round_that_could_be_subtracted_from_another_is_not_told(
            int before, int beforeFrom, int now, int nowFrom, boolean told) {
        var earlier = answered(first(before, beforeFrom), Set.of());
        var groups = AnonymityRules.told(answered(first(now, nowFrom), Set.of()), List.of(earlier), 3);
        assertThat(groups.contains(PEER)).isEqualTo(told);
    }

    @Test
    void a_joint_group_is_compared_with_a_single_one_of_before() {
        var earlier = answered(first(3, 0), Set.of());
        assertThat(AnonymityRules.told(answered(first(3, 0), Set.of(50)), List.of(earlier), 3))
                .isEmpty();
        // a peer who has become a subordinate is the same person
        assertThat(AnonymityRules.told(answered(Set.of(), first(4, 0)), List.of(earlier), 3))
                .isEmpty();
    }

    private static Submission form(RaterRelation relation, Integer level, String strength) {
        var levels = new HashMap<UUID, Integer>();
        levels.put(ASKED, level);
        return new Submission(relation, levels, new Words(strength, null));
    }

    @Test
    void who_could_not_judge_does_not_count_and_too_few_who_could_are_not_told() {
        var said = List.of(
                form(RaterRelation.PEER, 3, null),
                form(RaterRelation.PEER, 4, null),
                form(RaterRelation.PEER, 3, null),
                form(RaterRelation.PEER, null, null),
                form(RaterRelation.SUPERIOR, 2, null));
        var means = AnonymityRules.means(Set.of(PEER, SUPERIOR), said, 3);
        assertThat(means.get(ASKED))
                .containsOnly(Map.entry(PEER, new BigDecimal("3.3333")), Map.entry(SUPERIOR, new BigDecimal("2.0000")));
        assertThat(AnonymityRules.means(Set.of(PEER, SUPERIOR), said.subList(2, 5), 3)
                        .get(ASKED))
                .containsOnlyKeys(SUPERIOR);
    }

    @Test
    void a_group_that_is_not_told_has_no_figure_whatever_was_said() {
        var said = List.of(form(RaterRelation.PEER, 5, "rahasia"), form(RaterRelation.PEER, 1, "rahasia"));
        assertThat(AnonymityRules.means(Set.of(), said, 3)).isEmpty();
        assertThat(AnonymityRules.comments(Set.of(), said, 1)).isEmpty();
    }

    @Test
    void comments_of_peers_and_subordinates_are_one_bag_from_three_on() {
        var two = List.of(
                form(RaterRelation.PEER, 3, "a"),
                form(RaterRelation.SUBORDINATE, 3, "b"),
                form(RaterRelation.PEER, 3, null),
                form(RaterRelation.SUPERIOR, 3, "c"));
        assertThat(AnonymityRules.comments(Set.of(PEER_AND_SUBORDINATE, SUPERIOR), two, 3))
                .extracting(AnonymityRules.Comment::group)
                .containsExactly(SUPERIOR);
        var three = new ArrayList<>(two);
        three.add(form(RaterRelation.SUBORDINATE, 2, "d"));
        assertThat(AnonymityRules.comments(Set.of(PEER_AND_SUBORDINATE, SUPERIOR), three, 3))
                .extracting(AnonymityRules.Comment::group)
                .containsExactly(SUPERIOR, PEER_AND_SUBORDINATE, PEER_AND_SUBORDINATE, PEER_AND_SUBORDINATE);
    }

    /**
     * An attacker who knows who has answered in each of some rounds, and takes it that nobody has changed her mind, adds and
     * subtracts told sums. No one or two raters' sum is among what she gets by any two of them.
     */
    @Test
    void no_two_told_sums_of_random_rounds_differ_by_one_or_two_raters() {
        var lot = new Random(20261129);
        for (int i = 0; i < 20_000; i++) {
            var rounds = new ArrayList<Answered>();
            var shown = new ArrayList<Set<UUID>>();
            for (int round = 0; round < 3; round++) {
                var now = answered(some(lot, 0), some(lot, 4));
                AnonymityRules.told(now, rounds, 3).forEach(group -> shown.add(now.of(group)));
                rounds.add(now);
            }
            for (var one : shown) {
                assertThat(one).hasSizeGreaterThanOrEqualTo(3);
                for (var other : shown) {
                    var rest = new HashSet<>(one);
                    rest.removeAll(other);
                    boolean disjoint = rest.size() == one.size();
                    assertThat(disjoint || rest.isEmpty() || rest.size() >= 3)
                            .as("%s less %s", one, other)
                            .isTrue();
                }
            }
        }
    }

    private static Set<Integer> some(Random lot, int from) {
        var numbers = new HashSet<Integer>();
        for (int n = from; n < from + 8; n++) {
            if (lot.nextInt(3) > 0) {
                numbers.add(n);
            }
        }
        numbers.removeIf(n -> n % 2 != from / 4);
        return numbers;
    }

    @Test
    void a_group_of_its_own_is_unlike_another_relation() {
        assertThat(SUBORDINATE.relations()).doesNotContain(RaterRelation.PEER);
        assertThat(PEER_AND_SUBORDINATE.isAnonymous()).isTrue();
    }
}
