package id.karier.rules.body;

import id.karier.rules.Violation;
import java.math.BigDecimal;
import java.util.List;

/** An interval of scores, both ends included. */
public record Range(BigDecimal from, BigDecimal to) {
    public boolean holds(BigDecimal value) {
        return value.compareTo(from) >= 0 && value.compareTo(to) <= 0;
    }

    List<Violation> violations(String pointer) {
        return from.compareTo(to) > 0 ? List.of(Violation.at(pointer, "RANGE_EMPTY", from, to)) : List.of();
    }
}
