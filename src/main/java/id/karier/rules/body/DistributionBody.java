package id.karier.rules.body;

import id.karier.rules.RuleBody;
import id.karier.rules.Violation;
import id.karier.rules.terms.OrganisationPredicate;
import id.karier.rules.terms.PerformancePredicate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the predicates of employees should spread under an organisation's predicate (MenPANRB circular; DOMAIN 4.3): a
 * consideration for leaders, hence a warning, never a refusal.
 */
public record DistributionBody(Map<OrganisationPredicate, List<Condition>> conditions) implements RuleBody {
    public DistributionBody {
        conditions = Tables.copy(conditions);
    }

    /** What a condition asks of the employees whose predicate is one of its predicates. */
    public enum Test {
        /** No other predicate has more employees. */
        LARGEST,
        /** At most so many per cent. */
        AT_MOST,
        /** At least so many per cent. */
        AT_LEAST,
        /** At least one employee. */
        SOME,
        /** Not one employee. */
        NONE
    }

    /**
     * @param code the violation that is reported when the condition fails
     * @param percent the share for {@code AT_MOST} and {@code AT_LEAST}; null for the others
     */
    public record Condition(
            String code,
            Test test,
            List<PerformancePredicate> predicates,
            @Nullable BigDecimal percent) {
        public Condition {
            predicates = List.copyOf(predicates);
        }
    }

    @Override
    public List<Violation> violations() {
        var found = new ArrayList<Violation>();
        found.addAll(Tables.totalViolations("/body/conditions", conditions.keySet(), OrganisationPredicate.class));
        conditions.forEach((organisation, list) -> {
            for (int i = 0; i < list.size(); i++) {
                var condition = list.get(i);
                boolean needsShare = condition.test() == Test.AT_MOST || condition.test() == Test.AT_LEAST;
                if (needsShare != (condition.percent() != null)) {
                    found.add(Violation.at(
                            "/body/conditions/" + organisation + "/" + i, "PERCENT_MISPLACED", condition.code()));
                }
            }
        });
        return found;
    }
}
