package id.karier.competency.assessment;

import id.karier.rules.body.AssessmentBody;
import id.karier.rules.body.JpmBody.Purpose;
import id.karier.rules.terms.AssessmentMethod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Pure rules on the level that follows from what was said and found; a part that is missing is no zero. */
public final class LevelRules {
    private LevelRules() {}

    /**
     * One term of the weighted mean.
     *
     * @param value null when there is none that may be told
     */
    record Part(
            LevelSource source, BigDecimal weight, @Nullable BigDecimal value) {}

    /**
     * A level and how it came about.
     *
     * @param score null when too little is known, as is the level
     */
    record Scored(
            List<Part> parts,
            @Nullable BigDecimal score,
            @Nullable Integer level) {
        Scored {
            parts = List.copyOf(parts);
        }
    }

    /** The weights of a purpose, or those that a round has of its own. */
    static Map<AssessmentMethod, BigDecimal> weights(
            AssessmentBody law, Purpose purpose, @Nullable Map<AssessmentMethod, BigDecimal> own) {
        return own == null ? Objects.requireNonNull(law.weights().get(purpose), "weights of every purpose") : own;
    }

    /**
     * The weighted mean of what is known, by its weights alone; the level is the score rounded half-up.
     *
     * @param told means of groups of raters
     * @param found levels of earlier findings, by method
     */
    static Scored score(
            AssessmentBody law,
            Map<AssessmentMethod, BigDecimal> weights,
            Map<LevelSource, BigDecimal> told,
            Map<AssessmentMethod, Integer> found) {
        var parts = parts(weights, told, found);
        var known = BigDecimal.ZERO;
        var sum = BigDecimal.ZERO;
        for (var part : parts) {
            if (part.value() != null) {
                known = known.add(part.weight());
                sum = sum.add(part.weight().multiply(part.value()));
            }
        }
        if (known.signum() == 0 || known.compareTo(law.leastWeight()) < 0) {
            return new Scored(parts, null, null);
        }
        var score = sum.divide(known, law.scale(), RoundingMode.HALF_UP);
        int level = score.setScale(0, RoundingMode.HALF_UP).intValueExact();
        return new Scored(parts, score, level);
    }

    private static List<Part> parts(
            Map<AssessmentMethod, BigDecimal> weights,
            Map<LevelSource, BigDecimal> told,
            Map<AssessmentMethod, Integer> found) {
        var parts = new ArrayList<Part>();
        var joint = new EnumMap<AssessmentMethod, BigDecimal>(AssessmentMethod.class);
        boolean isJoint = told.containsKey(LevelSource.PEER_AND_SUBORDINATE);
        for (var method : AssessmentMethod.values()) {
            var weight = weights.get(method);
            if (weight == null) {
                continue;
            }
            if (isJoint && (method == AssessmentMethod.PEER || method == AssessmentMethod.SUBORDINATE)) {
                joint.put(method, weight);
            } else {
                var source = LevelSource.of(method);
                var earlier = found.get(method);
                parts.add(new Part(source, weight, earlier == null ? told.get(source) : BigDecimal.valueOf(earlier)));
            }
        }
        if (!joint.isEmpty()) {
            var weight = joint.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            parts.add(new Part(LevelSource.PEER_AND_SUBORDINATE, weight, told.get(LevelSource.PEER_AND_SUBORDINATE)));
        }
        return parts;
    }

    /** The weighted mean with its figures put in: {@code (0.4 × 3 + 0.25 × 3.3333) ÷ 0.65 = 3.13 → 3}; null without one. */
    static @Nullable String formula(Scored scored) {
        if (scored.score() == null) {
            return null;
        }
        var terms = new ArrayList<String>();
        var known = BigDecimal.ZERO;
        for (var part : scored.parts()) {
            if (part.value() != null) {
                terms.add(plain(part.weight()) + " × " + plain(part.value()));
                known = known.add(part.weight());
            }
        }
        return "(" + String.join(" + ", terms) + ") ÷ " + plain(known) + " = " + plain(scored.score()) + " → "
                + scored.level();
    }

    private static String plain(BigDecimal figure) {
        return figure.signum() == 0 ? "0" : figure.stripTrailingZeros().toPlainString();
    }
}
