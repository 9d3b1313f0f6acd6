package id.karier.rules.body;

import id.karier.rules.RuleBody;
import id.karier.rules.Violation;
import id.karier.rules.terms.PositionLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Retirement ages and the day on which retirement takes effect (UU 20/2023 art. 55, PP 11/2017 art. 239–240; DOMAIN
 * 2.3).
 *
 * @param ages retirement age in years by level of the position
 * @param statutes ages of posts under a statute of their own, by its code
 * @param effectiveAfterMonths whole months from the month in which the age is reached to the month of effect
 * @param effectiveOnDay day of that month
 * @param plausibleAges a retirement age given by hand must lie in here
 */
public record RetirementBody(
        Map<PositionLevel, Integer> ages,
        Map<String, Integer> statutes,
        int effectiveAfterMonths,
        int effectiveOnDay,
        Range plausibleAges)
        implements RuleBody {
    public RetirementBody {
        ages = Tables.copy(ages);
        statutes = Tables.copy(statutes);
    }

    @Override
    public List<Violation> violations() {
        var found = new ArrayList<Violation>();
        found.addAll(Tables.totalViolations("/body/ages", ages.keySet(), PositionLevel.class));
        found.addAll(plausibleAges.violations("/body/plausibleAges"));
        return found;
    }
}
