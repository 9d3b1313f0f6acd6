package id.karier.rules.body;

import id.karier.rules.RuleBody;
import id.karier.rules.Violation;
import id.karier.rules.terms.EducationLevel;
import id.karier.rules.terms.PerformancePredicate;
import id.karier.rules.terms.PerformanceRating;
import id.karier.rules.terms.PositionLevel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Axis scores of talent management (Kepka BKN 411/2025; DOMAIN 6.2).
 *
 * @param yModes the readings of the performance axis, the one used without a rating first
 * @param y weights of the full formula of the performance axis
 * @param xTrees the readings of the potential axis, the default first
 * @param talent share of each axis in the talent score
 * @param predicatePoints points of a predicate on the performance axis
 * @param predicateRatings rating that a predicate stands for when no rating is given
 * @param educationPoints points of a level of education; a level that is absent has none
 * @param disciplinePoints points of a record of discipline; null in a document before ADR 0110, which takes points only
 * @param talentShares share of the talent score where a technical score is added, by level of the position
 * @param score the scale of every component
 * @param scale decimals of every score, rounded half-up
 */
public record TalentScoreBody(
        List<YMode> yModes,
        YWeights y,
        List<XTree> xTrees,
        TalentWeights talent,
        Map<PerformancePredicate, BigDecimal> predicatePoints,
        Map<PerformancePredicate, PerformanceRating> predicateRatings,
        Map<EducationLevel, BigDecimal> educationPoints,
        @Nullable Map<DisciplineRecord, BigDecimal> disciplinePoints,
        Map<PositionLevel, BigDecimal> talentShares,
        Range score,
        int scale)
        implements RuleBody {
    public TalentScoreBody {
        yModes = List.copyOf(yModes);
        xTrees = List.copyOf(xTrees);
        predicatePoints = Tables.copy(predicatePoints);
        predicateRatings = Tables.copy(predicateRatings);
        educationPoints = Tables.copy(educationPoints);
        disciplinePoints = disciplinePoints == null ? null : Tables.copy(disciplinePoints);
        talentShares = Tables.copy(talentShares);
    }

    /** How the performance axis is read. */
    public enum YMode {
        /** Predicate, awards, team assignments and 360 feedback, weighted. */
        FULL_411,
        /** The points of the predicate alone. */
        PREDICATE_ONLY,
        /** The rating of work results decides the band (PermenPANRB 3/2020). */
        RATING
    }

    /** The worst that the record of discipline shows: nothing, a penalty that is over, or one that runs. */
    public enum DisciplineRecord {
        NONE,
        RINGAN,
        SEDANG,
        BERAT,
        SERVING
    }

    public record YWeights(BigDecimal predicate, BigDecimal award, BigDecimal team, BigDecimal feedback360) {}

    /** Weights of one reading of the potential axis. */
    public record XTree(
            String code,
            BigDecimal competency,
            BigDecimal development,
            BigDecimal experience,
            BigDecimal potential,
            BigDecimal education,
            BigDecimal fieldFit,
            BigDecimal discipline) {}

    public record TalentWeights(BigDecimal y, BigDecimal x) {}

    /** A reading by its code, or the default when none is named. */
    public Optional<XTree> xTree(@Nullable String code) {
        return xTrees.stream()
                .filter(candidate -> code == null || candidate.code().equals(code))
                .findFirst();
    }

    @Override
    public List<Violation> violations() {
        var found = new ArrayList<Violation>();
        found.addAll(Tables.weightViolations("/body/y", List.of(y.predicate(), y.award(), y.team(), y.feedback360())));
        found.addAll(Tables.readingViolations(
                "/body/xTrees", xTrees.stream().map(XTree::code).toList()));
        for (int i = 0; i < xTrees.size(); i++) {
            var tree = xTrees.get(i);
            found.addAll(Tables.weightViolations(
                    "/body/xTrees/" + i,
                    List.of(
                            tree.competency(),
                            tree.development(),
                            tree.experience(),
                            tree.potential(),
                            tree.education(),
                            tree.fieldFit(),
                            tree.discipline())));
        }
        found.addAll(Tables.weightViolations("/body/talent", List.of(talent.y(), talent.x())));
        found.addAll(
                Tables.totalViolations("/body/predicatePoints", predicatePoints.keySet(), PerformancePredicate.class));
        found.addAll(Tables.totalViolations(
                "/body/predicateRatings", predicateRatings.keySet(), PerformancePredicate.class));
        found.addAll(score.violations("/body/score"));
        return found;
    }
}
