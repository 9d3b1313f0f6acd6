package id.karier.competency.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Pure rules on what of a round may be told without anybody learning who said what (ADR 0202). What is not told counts for
 * nothing, so that it cannot be worked out from what is.
 */
public final class AnonymityRules {
    /** Decimals of a mean; the smallest step of any group of raters is larger. */
    private static final int DECIMALS = 4;

    private AnonymityRules() {}

    /** Who has answered about one person in one round. */
    record Answered(Map<RaterRelation, Set<UUID>> raters) {
        Answered {
            raters = Map.copyOf(raters);
        }

        Set<UUID> of(LevelSource group) {
            var all = new HashSet<UUID>();
            group.relations().forEach(relation -> all.addAll(raters.getOrDefault(relation, Set.of())));
            return all;
        }

        private int count(RaterRelation relation) {
            return raters.getOrDefault(relation, Set.of()).size();
        }
    }

    /**
     * The groups whose figures may be told. Oneself and superiors always; peers and subordinates each when enough have
     * answered, else both as one group. One that an earlier round could be subtracted from is not told.
     *
     * @param earlier rounds of the same person that are compared with
     * @param smallest how many of a group are enough
     */
    static Set<LevelSource> told(Answered now, List<Answered> earlier, int smallest) {
        var told = EnumSet.noneOf(LevelSource.class);
        for (var group : groups(now, smallest)) {
            if (!group.isAnonymous() || earlier.stream().noneMatch(round -> isShown(now.of(group), round, smallest))) {
                told.add(group);
            }
        }
        return told;
    }

    private static Set<LevelSource> groups(Answered answered, int smallest) {
        var groups = EnumSet.noneOf(LevelSource.class);
        if (answered.count(RaterRelation.SELF) > 0) {
            groups.add(LevelSource.SELF);
        }
        if (answered.count(RaterRelation.SUPERIOR) > 0) {
            groups.add(LevelSource.SUPERIOR);
        }
        int peers = answered.count(RaterRelation.PEER);
        int subordinates = answered.count(RaterRelation.SUBORDINATE);
        boolean alone = (peers == 0 || peers >= smallest) && (subordinates == 0 || subordinates >= smallest);
        if (!alone && peers + subordinates >= smallest) {
            groups.add(LevelSource.PEER_AND_SUBORDINATE);
        } else if (alone) {
            if (peers > 0) {
                groups.add(LevelSource.PEER);
            }
            if (subordinates > 0) {
                groups.add(LevelSource.SUBORDINATE);
            }
        }
        return groups;
    }

    /** Whether the difference to a group that an earlier round told is of a few people only. */
    private static boolean isShown(Set<UUID> group, Answered earlier, int smallest) {
        return groups(earlier, smallest).stream()
                .filter(LevelSource::isAnonymous)
                .map(earlier::of)
                .anyMatch(other -> sharesAny(group, other)
                        && (isFew(without(group, other), smallest) || isFew(without(other, group), smallest)));
    }

    private static boolean sharesAny(Set<UUID> one, Set<UUID> other) {
        return one.stream().anyMatch(other::contains);
    }

    private static int without(Set<UUID> one, Set<UUID> other) {
        return (int) one.stream().filter(rater -> !other.contains(rater)).count();
    }

    private static boolean isFew(int count, int smallest) {
        return count > 0 && count < smallest;
    }

    /**
     * The mean of each group that is told, by competency. Who could not judge a competency does not count for it; a group of
     * which too few could is not told there.
     */
    static Map<UUID, Map<LevelSource, BigDecimal>> means(Set<LevelSource> told, List<Submission> said, int smallest) {
        var levels = new HashMap<UUID, Map<LevelSource, List<Integer>>>();
        for (var group : told) {
            said.stream()
                    .filter(form -> group.relations().contains(form.relation()))
                    .forEach(form -> form.levels().forEach((competency, level) -> {
                        if (level != null) {
                            levels.computeIfAbsent(competency, c -> new EnumMap<>(LevelSource.class))
                                    .computeIfAbsent(group, g -> new ArrayList<>())
                                    .add(level);
                        }
                    }));
        }
        var means = new HashMap<UUID, Map<LevelSource, BigDecimal>>();
        levels.forEach((competency, groups) -> groups.forEach((group, given) -> {
            if (!group.isAnonymous() || given.size() >= smallest) {
                means.computeIfAbsent(competency, c -> new EnumMap<>(LevelSource.class))
                        .put(group, mean(given));
            }
        }));
        return means;
    }

    private static BigDecimal mean(List<Integer> levels) {
        int sum = levels.stream().mapToInt(Integer::intValue).sum();
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(levels.size()), DECIMALS, RoundingMode.HALF_UP);
    }

    /** A comment, and the group under which it is told. */
    record Comment(LevelSource group, Submission.Words words) {}

    /**
     * The comments that are told. Peers and subordinates are one group, from so many that wrote one; without any of their
     * figures there is none of their comments either.
     */
    static List<Comment> comments(Set<LevelSource> told, List<Submission> said, int smallest) {
        var comments = new ArrayList<Comment>();
        var others = new ArrayList<Comment>();
        for (var form : said) {
            var words = form.words();
            if (words.isEmpty()) {
                continue;
            }
            if (form.relation().isAnonymous()) {
                others.add(new Comment(LevelSource.PEER_AND_SUBORDINATE, words));
            } else {
                comments.add(new Comment(LevelSource.valueOf(form.relation().name()), words));
            }
        }
        if (others.size() >= smallest && told.stream().anyMatch(LevelSource::isAnonymous)) {
            comments.addAll(others);
        }
        return List.copyOf(comments);
    }
}
