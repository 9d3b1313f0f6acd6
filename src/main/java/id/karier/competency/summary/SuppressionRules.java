package id.karier.competency.summary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which groups may be told, so that no figure of a group under the smallest size follows from those that are told, by
 * whatever sums and differences of them.
 *
 * <p>Two rules. <b>Down the tree</b>: a unit is told only when the unit above it is, and what is left of that one when all
 * its told units are taken off is a group of nobody or of enough people; else the smallest told unit is left out as well,
 * until it is. So everything that can be worked out of units alone is a union of such rests. <b>Across</b>: levels of
 * position are told for the whole agency only, those that are too small together as one rest. Rests and levels cut the same
 * people in two ways, and a reader can take sums of the one off sums of the other. What she gets that way always contains all
 * people of some cut of the graph whose two sides are rests and levels and whose edges are the people that they have in
 * common (a figure that is 1 on some people and 0 on the others has a jump along that cut). So no cut may weigh less than the
 * smallest group, but nothing at all; while one does, the smallest level joins the rest of the levels.
 */
public final class SuppressionRules {
    private SuppressionRules() {}

    /**
     * How many people a group has: those who are asked the competency, and those of them who were assessed. It is safe when
     * it has nobody, or enough people, of whom none or enough were assessed.
     */
    public record Size(int people, int assessed) {
        public static final Size NONE = new Size(0, 0);

        public Size plus(Size other) {
            return new Size(people + other.people, assessed + other.assessed);
        }

        public boolean isSafe(int least) {
            return isNoneOrEnough(people, least) && isNoneOrEnough(assessed, least);
        }
    }

    /**
     * A unit with the people directly in it and the units below.
     *
     * @param id of the agency's root any that no unit has
     * @param own by level of position
     */
    public record Node<L>(UUID id, Map<L, Size> own, List<Node<L>> below) {
        public Node {
            own = Map.copyOf(own);
            below = List.copyOf(below);
        }

        Size direct() {
            return sum(own.values());
        }

        Size whole() {
            return below.stream().map(Node::whole).reduce(direct(), Size::plus);
        }
    }

    /** What may be told: units by their ids, levels, and whether the agency itself is. */
    public record Told<L>(boolean total, Set<UUID> units, Set<L> levels) {}

    /** @param agency the root of all units */
    public static <L extends Comparable<L>> Told<L> told(Node<L> agency, int least) {
        if (!agency.whole().isSafe(least)) {
            return new Told<>(false, Set.of(), Set.of());
        }
        var units = new HashSet<UUID>();
        var rests = new ArrayList<Map<L, Size>>();
        descend(agency, least, units, rests);
        return new Told<>(true, Set.copyOf(units), Set.copyOf(levels(rests, least)));
    }

    /** Tells of a told unit which units below it are told, and notes what is left of it. */
    private static <L> void descend(Node<L> node, int least, Set<UUID> units, List<Map<L, Size>> rests) {
        var told = node.below().stream()
                .filter(unit -> unit.whole().isSafe(least) && unit.whole().people() > 0)
                .sorted(Comparator.comparingInt((Node<L> unit) -> unit.whole().assessed())
                        .thenComparingInt(unit -> unit.whole().people())
                        .thenComparing(unit -> unit.id()))
                .collect(Collectors.toCollection(ArrayList::new));
        var rest = new ArrayList<>(node.below());
        rest.removeAll(told);
        while (!left(node, rest).isSafe(least)) {
            rest.add(told.remove(0));
        }
        var byLevel = new HashMap<L, Size>();
        node.own().forEach((level, size) -> byLevel.merge(level, size, Size::plus));
        rest.forEach(unit -> gather(unit, byLevel));
        rests.add(byLevel);
        for (var unit : told) {
            units.add(unit.id());
            descend(unit, least, units, rests);
        }
    }

    private static <L> Size left(Node<L> node, List<Node<L>> rest) {
        return rest.stream().map(Node::whole).reduce(node.direct(), Size::plus);
    }

    private static <L> void gather(Node<L> unit, Map<L, Size> byLevel) {
        unit.own().forEach((level, size) -> byLevel.merge(level, size, Size::plus));
        unit.below().forEach(below -> gather(below, byLevel));
    }

    private static <L extends Comparable<L>> Set<L> levels(List<Map<L, Size>> rests, int least) {
        var sizes = new TreeMap<L, Size>();
        rests.forEach(rest -> rest.forEach((level, size) -> sizes.merge(level, size, Size::plus)));
        // of equals the first in their order, so that the choice is always the same
        var told = sizes.entrySet().stream()
                .filter(level ->
                        level.getValue().isSafe(least) && level.getValue().people() > 0)
                .sorted(Comparator.comparingInt(
                                (Map.Entry<L, Size> level) -> level.getValue().assessed())
                        .thenComparingInt(level -> level.getValue().people()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(ArrayList::new));
        while (!told.isEmpty() && !isSafe(rests, sizes, told, least)) {
            told.remove(0);
        }
        return new LinkedHashSet<>(told);
    }

    private static <L> boolean isSafe(List<Map<L, Size>> rests, Map<L, Size> sizes, List<L> told, int least) {
        var other = sizes.entrySet().stream()
                .filter(level -> !told.contains(level.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Size.NONE, Size::plus);
        if (!other.isSafe(least)) {
            return false;
        }
        var people = new int[rests.size()][told.size() + 1];
        var assessed = new int[rests.size()][told.size() + 1];
        for (int row = 0; row < rests.size(); row++) {
            for (var cell : rests.get(row).entrySet()) {
                int at = told.indexOf(cell.getKey());
                int column = at < 0 ? told.size() : at;
                people[row][column] += cell.getValue().people();
                assessed[row][column] += cell.getValue().assessed();
            }
        }
        return hasNoSmallCut(people, least) && hasNoSmallCut(assessed, least);
    }

    /**
     * Whether every cut weighs nothing or enough. Of the columns on one side, each row is on the side where it costs less; a
     * row on its dearer side costs more than nothing only with all of its people, who are enough by the first rule.
     */
    static boolean hasNoSmallCut(int[][] shared, int least) {
        int columns = shared.length == 0 ? 0 : shared[0].length;
        var rows = new int[shared.length];
        for (int row = 0; row < shared.length; row++) {
            for (int weight : shared[row]) {
                rows[row] += weight;
            }
        }
        // the last column is always on the other side: a cut and its mirror are the same
        for (int side = 1; side < 1 << Math.max(0, columns - 1); side++) {
            int cut = 0;
            for (int row = 0; row < shared.length && cut < least; row++) {
                int within = 0;
                for (int column = 0; column < columns - 1; column++) {
                    within += (side >> column & 1) == 1 ? shared[row][column] : 0;
                }
                cut += Math.min(within, rows[row] - within);
            }
            if (!isNoneOrEnough(cut, least)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNoneOrEnough(int number, int least) {
        return number == 0 || number >= least;
    }

    private static Size sum(Collection<Size> sizes) {
        return sizes.stream().reduce(Size.NONE, Size::plus);
    }
}
