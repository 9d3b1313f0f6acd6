package id.karier.rules.body;

import id.karier.rules.RuleBody;
import id.karier.rules.Violation;
import id.karier.rules.body.JpmBody.Purpose;
import id.karier.rules.terms.AssessmentMethod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Assessment by many raters (PermenPANRB 38/2017, BKN 26/2019). The law sets no weights; these are defaults that an agency
 * may change.
 *
 * @param weights share of each method in a level, by purpose; sums to 1
 * @param smallestGroup how many raters of a group must have answered before its figures are told; at least 3
 * @param mostRaters how many are invited at most, of peers and of subordinates
 * @param comparedMonths two rounds of a person that close within so many months are kept from being subtracted
 * @param leastWeight share that must be known before there is a level
 * @param scale decimals of a score, rounded half-up; the level is the score rounded half-up
 * @param largestCalibration by how many levels a calibration may change a level
 * @param reviewDays how long after the publication somebody may ask for a review
 */
public record AssessmentBody(
        Map<Purpose, Map<AssessmentMethod, BigDecimal>> weights,
        int smallestGroup,
        Map<AssessmentMethod, Integer> mostRaters,
        int comparedMonths,
        BigDecimal leastWeight,
        int scale,
        int largestCalibration,
        int reviewDays)
        implements RuleBody {
    public AssessmentBody {
        weights = Tables.copy(weights);
        mostRaters = Tables.copy(mostRaters);
    }

    @Override
    public List<Violation> violations() {
        var found = new ArrayList<Violation>(Tables.totalViolations("/body/weights", weights.keySet(), Purpose.class));
        weights.forEach((purpose, shares) ->
                found.addAll(Tables.weightViolations("/body/weights/" + purpose, shares.values())));
        return found;
    }
}
