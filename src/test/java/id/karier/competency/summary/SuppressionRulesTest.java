package id.karier.competency.summary;

import static org.assertj.core.api.Assertions.assertThat;

import id.karier.competency.summary.SuppressionRules.Node;
import id.karier.competency.summary.SuppressionRules.Size;
import id.karier.competency.summary.SuppressionRules.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SuppressionRulesTest {
    private static final int LEAST = 5;
    private static final UUID AGENCY = new UUID(0, 0);
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);
    private static final UUID D = new UUID(0, 4);

    private static Size all(int people) {
        return new Size(people, people);
    }

    @SafeVarargs
    private static Node<String> unit(UUID id, Map<String, Size> own, Node<String>... below) {
        return new Node<>(id, own, List.of(below));
    }

    private static Set<UUID> units(Node<String> agency) {
        return SuppressionRules.told(agency, LEAST).units();
    }

    @Test
    void five_people_are_told_and_four_are_not() {
        assertThat(SuppressionRules.told(unit(AGENCY, Map.of("P", all(5))), LEAST)
                        .total())
                .isTrue();
        assertThat(SuppressionRules.told(unit(AGENCY, Map.of("P", all(4))), LEAST)
                        .total())
                .isFalse();
        assertThat(SuppressionRules.told(unit(AGENCY, Map.of("P", new Size(9, 4))), LEAST)
                        .total())
                .as("four of nine were assessed")
                .isFalse();
        assertThat(SuppressionRules.told(unit(AGENCY, Map.of("P", new Size(9, 0))), LEAST)
                        .total())
                .as("nobody was assessed: there is no figure to hide")
                .isTrue();
    }

    @Test
    void a_small_unit_takes_the_smallest_other_one_with_it() {
        var agency = unit(
                AGENCY,
                Map.of(),
                unit(A, Map.of("P", all(3))),
                unit(B, Map.of("P", all(9))),
                unit(C, Map.of("P", all(20))));
        assertThat(units(agency)).containsExactly(C);
    }

    @Test
    void two_small_units_that_are_enough_together_need_no_other() {
        var agency = unit(
                AGENCY,
                Map.of(),
                unit(A, Map.of("P", all(3))),
                unit(B, Map.of("P", all(4))),
                unit(C, Map.of("P", all(20))));
        assertThat(units(agency)).containsExactly(C);
    }

    @Test
    void the_people_directly_in_the_parent_are_a_group_of_their_own() {
        var agency = unit(AGENCY, Map.of(), unit(A, Map.of("P", all(1)), unit(B, Map.of("P", all(6)))));
        assertThat(units(agency)).as("B off A leaves one").containsExactly(A);
        var enough = unit(AGENCY, Map.of(), unit(A, Map.of("P", all(5)), unit(B, Map.of("P", all(6)))));
        assertThat(units(enough)).containsExactlyInAnyOrder(A, B);
    }

    @Test
    void below_a_unit_that_is_not_told_nothing_is() {
        var agency = unit(
                AGENCY,
                Map.of("P", all(2)),
                unit(A, Map.of("P", all(6)), unit(B, Map.of("P", all(6)))),
                unit(C, Map.of("P", all(30)), unit(D, Map.of("P", all(8)))));
        assertThat(units(agency)).containsExactlyInAnyOrder(C, D);
    }

    @Test
    void a_small_level_takes_another_one_with_it() {
        var agency = unit(AGENCY, Map.of("ADMINISTRATOR", all(2), "PELAKSANA", all(20), "PENGAWAS", all(6)));
        assertThat(SuppressionRules.told(agency, LEAST).levels()).containsExactly("PELAKSANA");
    }

    /** All supervisors but two are in A, which has nobody else: A off the supervisors leaves the two. */
    @Test
    void a_level_that_a_unit_nearly_is_is_not_told() {
        var agency = unit(
                AGENCY,
                Map.of(),
                unit(A, Map.of("PENGAWAS", all(10))),
                unit(B, Map.of("PENGAWAS", all(2), "PELAKSANA", all(20))));
        var told = SuppressionRules.told(agency, LEAST);
        assertThat(told.units()).containsExactlyInAnyOrder(A, B);
        assertThat(told.levels()).doesNotContain("PENGAWAS");
    }

    @Test
    void whatever_is_told_no_sum_or_difference_shows_a_small_group() {
        var random = new Random(20261128);
        int toldUnits = 0;
        int toldLevels = 0;
        for (int i = 0; i < 3000; i++) {
            var agency = random(random);
            var told = SuppressionRules.told(agency, LEAST);
            toldUnits += told.units().size();
            toldLevels += told.levels().size();
            assertThat(exposed(agency, told))
                    .as("exposed in %s telling %s", agency, told)
                    .isEmpty();
        }
        assertThat(toldUnits).as("it is no answer to tell nothing").isGreaterThan(500);
        assertThat(toldLevels).isGreaterThan(300);
    }

    /** The attack finds what a mere threshold lets out, or it would prove nothing. */
    @Test
    void the_attack_finds_what_a_mere_threshold_lets_out() {
        var small = unit(AGENCY, Map.of(), unit(A, Map.of("P", all(3))), unit(B, Map.of("P", all(9))));
        assertThat(exposed(small, new Told<>(true, Set.of(B), Set.of()))).isNotEmpty();
        var crossed = unit(AGENCY, Map.of(), unit(A, Map.of("P", all(10))), unit(B, Map.of("P", all(2), "Q", all(20))));
        assertThat(exposed(crossed, new Told<>(true, Set.of(A, B), Set.of("P", "Q"))))
                .isNotEmpty();
    }

    private static Node<String> random(Random random) {
        var units = new ArrayList<UUID>();
        int number = 2 + random.nextInt(4);
        for (int i = 1; i <= number; i++) {
            units.add(new UUID(0, i));
        }
        var below = new HashMap<UUID, List<UUID>>();
        for (int i = 0; i < number; i++) {
            int at = random.nextInt(i + 1);
            below.computeIfAbsent(at == 0 ? AGENCY : units.get(at - 1), u -> new ArrayList<>())
                    .add(units.get(i));
        }
        return node(AGENCY, below, random);
    }

    private static Node<String> node(UUID id, Map<UUID, List<UUID>> below, Random random) {
        var own = new HashMap<String, Size>();
        for (var level : List.of("P", "Q", "R")) {
            if (random.nextInt(3) > 0 && !id.equals(AGENCY)) {
                int people = random.nextInt(4) == 0 ? 1 + random.nextInt(4) : random.nextInt(14);
                own.put(level, new Size(people, random.nextBoolean() ? people : random.nextInt(people + 1)));
            }
        }
        return new Node<>(
                id,
                own,
                below.getOrDefault(id, List.of()).stream()
                        .map(unit -> node(unit, below, random))
                        .toList());
    }

    /**
     * The groups of one to four, by people and by those who were assessed, whose figure is a sum of told figures times any
     * numbers: solved as equations over the cells of unit and level.
     */
    private static List<String> exposed(Node<String> agency, Told<String> told) {
        var found = new ArrayList<String>();
        for (boolean assessed : new boolean[] {false, true}) {
            var cells = new LinkedHashMap<String, Integer>();
            var rows = new ArrayList<Set<String>>();
            cells(agency, assessed, cells, told, rows, new ArrayList<>());
            var names = new ArrayList<>(cells.keySet());
            if (told.total()) {
                rows.add(new HashSet<>(names));
            }
            told.levels()
                    .forEach(level -> rows.add(new HashSet<>(
                            names.stream().filter(name -> name.endsWith(level)).toList())));
            var basis = reduce(rows.stream().map(row -> vector(row, names)).toList());
            var small = names.stream().filter(name -> cells.get(name) < LEAST).toList();
            for (int subset = 1; subset < 1 << small.size(); subset++) {
                var group = new TreeSet<String>();
                int people = 0;
                for (int i = 0; i < small.size(); i++) {
                    if ((subset >> i & 1) == 1) {
                        group.add(small.get(i));
                        people += cells.get(small.get(i));
                    }
                }
                if (people < LEAST && isIn(basis, vector(group, names))) {
                    found.add((assessed ? "assessed " : "people ") + group + " of " + people);
                }
            }
        }
        return found;
    }

    private static void cells(
            Node<String> node,
            boolean assessed,
            Map<String, Integer> cells,
            Told<String> told,
            List<Set<String>> rows,
            List<Set<String>> open) {
        var nowOpen = new ArrayList<>(open);
        if (told.units().contains(node.id())) {
            var row = new HashSet<String>();
            rows.add(row);
            nowOpen.add(row);
        }
        node.own().forEach((level, size) -> {
            int number = assessed ? size.assessed() : size.people();
            if (number > 0) {
                var name = node.id().getLeastSignificantBits() + level;
                cells.put(name, number);
                nowOpen.forEach(row -> row.add(name));
            }
        });
        node.below().forEach(unit -> cells(unit, assessed, cells, told, rows, nowOpen));
    }

    private static double[] vector(Set<String> group, List<String> names) {
        return names.stream().mapToDouble(name -> group.contains(name) ? 1 : 0).toArray();
    }

    /** Rows in echelon form. */
    private static List<double[]> reduce(List<double[]> rows) {
        var basis = new ArrayList<double[]>();
        for (var row : rows) {
            var rest = rest(basis, row);
            if (lead(rest) >= 0) {
                basis.add(rest);
            }
        }
        return basis;
    }

    private static boolean isIn(List<double[]> basis, double[] row) {
        return lead(rest(basis, row)) < 0;
    }

    private static double[] rest(List<double[]> basis, double[] row) {
        var rest = row.clone();
        for (var one : basis) {
            int lead = lead(one);
            double times = rest[lead] / one[lead];
            for (int i = 0; i < rest.length; i++) {
                rest[i] -= times * one[i];
            }
        }
        return rest;
    }

    private static int lead(double[] row) {
        for (int i = 0; i < row.length; i++) {
            if (Math.abs(row[i]) > 1e-9) {
                return i;
            }
        }
        return -1;
    }
}
