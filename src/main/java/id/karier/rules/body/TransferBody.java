package id.karier.rules.body;

import id.karier.rules.RuleBody;
import id.karier.rules.Violation;
import java.util.List;

/**
 * How long a person stays in a unit before a transfer (BKN 5/2019 art. 2(3); DOMAIN 8.2), in years, both inclusive.
 */
public record TransferBody(int minimumYears, int maximumYears) implements RuleBody {
    @Override
    public List<Violation> violations() {
        return minimumYears > maximumYears
                ? List.of(Violation.at("/body", "RANGE_EMPTY", minimumYears, maximumYears))
                : List.of();
    }
}
