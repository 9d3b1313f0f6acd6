package id.karier.rules.body;

import id.karier.rules.RuleBody;
import id.karier.rules.Violation;
import id.karier.rules.terms.Competency;
import id.karier.rules.terms.FunctionalLevel;
import id.karier.rules.terms.PositionLevel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Job–person match (PermenPANRB 38/2017, BKN 26/2019; DOMAIN 3.3–3.4).
 *
 * @param competencies the competencies of a list of levels, in order
 * @param level the scale of levels
 * @param requiredLevels level that a position asks for when it has no standard of its own
 * @param jptMadyaLevels the conflicting readings for JPT madya, the default first
 * @param capModes the readings of the cap, the default first
 * @param ceiling highest match when capped, in per cent
 * @param categories bands of the match by purpose
 * @param functionalTest weighing of technical against managerial and socio-cultural match
 * @param scale decimals of a match, rounded half-up
 * @param validYears how long an assessment counts
 */
public record JpmBody(
        List<Competency> competencies,
        Range level,
        Map<PositionLevel, Integer> requiredLevels,
        List<Integer> jptMadyaLevels,
        List<CapMode> capModes,
        BigDecimal ceiling,
        Map<Purpose, List<Band>> categories,
        FunctionalTest functionalTest,
        int scale,
        int validYears)
        implements RuleBody {
    public JpmBody {
        competencies = List.copyOf(competencies);
        requiredLevels = Tables.copy(requiredLevels);
        jptMadyaLevels = List.copyOf(jptMadyaLevels);
        capModes = List.copyOf(capModes);
        categories = Tables.copy(categories);
    }

    /** What the match is measured for. */
    public enum Purpose {
        SELEKSI,
        PEMETAAN
    }

    /** Where a level above the standard stops counting. */
    public enum CapMode {
        NONE,
        TOTAL,
        PER_COMPETENCY
    }

    /** Shares of the two matches in a functional test, summing to 1. */
    public record Weights(BigDecimal technical, BigDecimal managerialSocial) {}

    /**
     * @param passAt lowest passing match, in per cent
     * @param purpose whose categories label the result
     * @param weights by level of the functional post
     */
    public record FunctionalTest(BigDecimal passAt, Purpose purpose, Map<FunctionalLevel, Weights> weights) {
        public FunctionalTest {
            weights = Tables.copy(weights);
        }
    }

    @Override
    public List<Violation> violations() {
        var found = new ArrayList<Violation>();
        found.addAll(level.violations("/body/level"));
        found.addAll(Tables.totalViolations("/body/requiredLevels", requiredLevels.keySet(), PositionLevel.class));
        requiredLevels.forEach((position, required) -> {
            if (!level.holds(BigDecimal.valueOf(required))) {
                found.add(Violation.at("/body/requiredLevels/" + position, "LEVEL_OUT_OF_SCALE", required));
            }
        });
        found.addAll(Tables.totalViolations("/body/categories", categories.keySet(), Purpose.class));
        categories.forEach((purpose, bands) ->
                found.addAll(Band.violations("/body/categories/" + purpose, bands, BigDecimal.ZERO)));
        functionalTest
                .weights()
                .forEach((functional, weights) -> found.addAll(Tables.weightViolations(
                        "/body/functionalTest/weights/" + functional,
                        List.of(weights.technical(), weights.managerialSocial()))));
        return found;
    }
}
