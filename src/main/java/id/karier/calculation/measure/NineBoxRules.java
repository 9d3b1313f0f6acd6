package id.karier.calculation.measure;

import static id.karier.calculation.explain.Refusals.refused;
import static id.karier.calculation.explain.Refusals.unknown;
import static id.karier.calculation.explain.Refusals.within;

import id.karier.calculation.explain.Step;
import id.karier.calculation.measure.TalentJson.NineBoxAnswer;
import id.karier.calculation.measure.TalentJson.NineBoxRequest;
import id.karier.rules.RuleSet;
import id.karier.rules.body.Band;
import id.karier.rules.body.NineBoxBody;
import id.karier.rules.body.NineBoxBody.Axes;
import id.karier.rules.terms.PerformanceRating;
import id.karier.rules.terms.PotentialBand;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The nine boxes (PermenPANRB 3/2020, Kepka BKN 411/2025; DOMAIN 6.1). */
public final class NineBoxRules {
    private NineBoxRules() {}

    /** The box of a pair of scores or bands, and what is recommended for it. */
    public static NineBoxAnswer box(RuleSet<NineBoxBody> rules, NineBoxRequest request) {
        var body = rules.body();
        var axes = body.axes(request.bands())
                .orElseThrow(() -> unknown(
                        "/bands",
                        request.bands(),
                        body.axes().stream().map(Axes::code).toList()));
        var steps = new ArrayList<Step>();
        var yBand = request.rating() != null && request.y() == null
                ? request.rating()
                : PerformanceRating.valueOf(band(body, axes.y(), "/y", request.y(), request.rating() != null, steps));
        var xBand = request.potential() != null && request.x() == null
                ? request.potential()
                : PotentialBand.valueOf(band(body, axes.x(), "/x", request.x(), request.potential() != null, steps));
        int box = body.box(yBand, xBand);
        steps.add(Step.of("NINE_BOX_CELL", box, "yBand", yBand, "xBand", xBand));
        Boolean needsReview = null;
        if (request.recordedBox() != null) {
            needsReview = request.recordedBox() != box;
            steps.add(Step.of("NINE_BOX_RECORDED", needsReview, "recordedBox", request.recordedBox(), "box", box));
        }
        return new NineBoxAnswer(
                box,
                yBand,
                xBand,
                body.followUps().getOrDefault(box, List.of()),
                body.pool().contains(box),
                axes.code(),
                needsReview,
                rules.ref(),
                List.copyOf(steps));
    }

    private static String band(
            NineBoxBody body,
            List<Band> bands,
            String pointer,
            @Nullable BigDecimal given,
            boolean bandGiven,
            List<Step> steps) {
        var either = pointer.equals("/y") ? "y, rating" : "x, potential";
        if (given == null) {
            throw refused(pointer, "ONE_OF_REQUIRED", either);
        }
        if (bandGiven) {
            throw refused(pointer, "ONLY_ONE_OF", either);
        }
        var score = within(pointer, given, body.score().from(), body.score().to())
                .setScale(body.scale(), RoundingMode.HALF_UP);
        var band = Band.of(bands, score).orElseThrow();
        steps.add(Step.of(
                "NINE_BOX_BAND", band.label(), "axis", pointer.substring(1), "score", score, "from", band.from()));
        return band.label();
    }
}
