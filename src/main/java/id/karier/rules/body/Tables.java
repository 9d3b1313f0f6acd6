package id.karier.rules.body;

import id.karier.rules.Violation;
import id.karier.rules.terms.EmployeeKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the tables of all bodies have in common. */
final class Tables {
    private Tables() {}

    /** An unmodifiable copy that keeps the document's order. */
    static <K, V> Map<K, V> copy(Map<K, V> table) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(table));
    }

    /** Weights that share out a whole must sum to 1. */
    static List<Violation> weightViolations(String pointer, Collection<BigDecimal> weights) {
        var sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.compareTo(BigDecimal.ONE) == 0
                ? List.of()
                : List.of(Violation.at(pointer, "WEIGHTS_NOT_ONE", sum.toPlainString()));
    }

    /** Readings to choose from must have names of their own. */
    static List<Violation> readingViolations(String pointer, List<String> codes) {
        return codes.stream().distinct().count() == codes.size()
                ? List.of()
                : List.of(Violation.at(pointer, "READING_REPEATED", String.join(", ", codes)));
    }

    /** A table over the kinds of civil servant must have a figure for every kind, its own or the general one's. */
    static List<Violation> kindViolations(String pointer, Collection<EmployeeKind> present) {
        return Stream.of(EmployeeKind.values())
                .filter(kind -> !present.contains(kind) && !present.contains(kind.general()))
                .map(kind -> Violation.at(pointer, "CELL_MISSING", kind))
                .toList();
    }

    /** A table over an enum must have a figure for every constant. */
    static <E extends Enum<E>> List<Violation> totalViolations(
            String pointer, Collection<E> present, Class<E> enumeration) {
        var found = new ArrayList<Violation>();
        for (var constant : enumeration.getEnumConstants()) {
            if (!present.contains(constant)) {
                found.add(Violation.at(pointer, "CELL_MISSING", constant));
            }
        }
        return found;
    }
}
