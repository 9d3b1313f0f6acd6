package id.karier.calculation.measure;

import static id.karier.calculation.explain.Refusals.refused;
import static id.karier.calculation.explain.Refusals.required;
import static id.karier.calculation.explain.Refusals.unknown;
import static id.karier.calculation.explain.Refusals.within;

import id.karier.calculation.explain.Step;
import id.karier.calculation.measure.TalentJson.NineBoxRequest;
import id.karier.calculation.measure.TalentJson.TalentScoreAnswer;
import id.karier.calculation.measure.TalentJson.TalentScoreRequest;
import id.karier.rules.RuleSet;
import id.karier.rules.body.NineBoxBody;
import id.karier.rules.body.TalentScoreBody;
import id.karier.rules.body.TalentScoreBody.XTree;
import id.karier.rules.body.TalentScoreBody.YMode;
import id.karier.rules.terms.PerformanceRating;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Axis scores and talent score (Kepka BKN 411/2025; DOMAIN 6.2). */
public final class TalentRules {
    private TalentRules() {}

    /**
     * The two axes, the talent score and the box. With {@code RATING} the rating decides the box, and the points of the
     * predicate, when given, the talent score.
     */
    public static TalentScoreAnswer score(
            RuleSet<TalentScoreBody> rules, RuleSet<NineBoxBody> boxes, TalentScoreRequest request) {
        var body = rules.body();
        var steps = new ArrayList<Step>();
        var mode = yMode(body, request);
        steps.add(Step.of("TALENT_Y_MODE", mode));
        var points = predicatePoints(body, request, steps);
        var y = y(body, mode, points, request, steps);
        var rating = mode == YMode.RATING ? rating(body, request, steps) : null;
        var tree = body.xTree(request.xTree())
                .orElseThrow(() -> unknown(
                        "/xTree",
                        request.xTree(),
                        body.xTrees().stream().map(XTree::code).toList()));
        var x = x(body, tree, request, steps);
        var box = NineBoxRules.box(
                boxes,
                new NineBoxRequest(rating == null ? y : null, x, rating, null, request.bands(), null, null, null));
        steps.addAll(box.steps());
        var talent = y == null ? null : talent(body, y, x, steps);
        return new TalentScoreAnswer(
                y,
                x,
                talent == null ? null : rounded(body, talent),
                talent == null ? null : withTechnical(body, request, talent, steps),
                box.box(),
                box.yBand(),
                box.xBand(),
                box.followUp(),
                box.inTalentPool(),
                mode,
                tree.code(),
                box.bands(),
                rules.ref(),
                List.of(boxes.ref()),
                List.copyOf(steps));
    }

    private static YMode yMode(TalentScoreBody body, TalentScoreRequest request) {
        var asked = request.yMode();
        if (asked == null) {
            boolean byRating = request.rating() != null && body.yModes().contains(YMode.RATING);
            return byRating ? YMode.RATING : body.yModes().get(0);
        }
        if (!body.yModes().contains(asked)) {
            throw unknown("/yMode", asked, body.yModes());
        }
        return asked;
    }

    private static @Nullable BigDecimal predicatePoints(
            TalentScoreBody body, TalentScoreRequest request, List<Step> steps) {
        if (request.predicate() != null && request.predicatePoints() != null) {
            throw refused("/predicatePoints", "ONLY_ONE_OF", "predicate, predicatePoints");
        }
        if (request.predicate() == null) {
            return request.predicatePoints() == null
                    ? null
                    : score(body, "/predicatePoints", request.predicatePoints());
        }
        var points = required("/predicate", body.predicatePoints().get(request.predicate()));
        steps.add(Step.of("TALENT_PREDICATE", points, "predicate", request.predicate()));
        return points;
    }

    private static @Nullable BigDecimal y(
            TalentScoreBody body,
            YMode mode,
            @Nullable BigDecimal points,
            TalentScoreRequest request,
            List<Step> steps) {
        if (mode == YMode.RATING) {
            return points == null ? null : rounded(body, points);
        }
        if (points == null) {
            throw refused("/predicate", "ONE_OF_REQUIRED", "predicate, predicatePoints");
        }
        if (mode == YMode.PREDICATE_ONLY) {
            return rounded(body, points);
        }
        var weights = body.y();
        return weighed(
                body,
                "TALENT_Y",
                List.of(
                        new Part("predicate", weights.predicate(), points),
                        new Part("award", weights.award(), orNone(body, "/award", request.award())),
                        new Part("team", weights.team(), orNone(body, "/team", request.team())),
                        new Part(
                                "feedback360",
                                weights.feedback360(),
                                score(body, "/feedback360", request.feedback360()))),
                steps);
    }

    private static PerformanceRating rating(TalentScoreBody body, TalentScoreRequest request, List<Step> steps) {
        if (request.rating() != null) {
            return request.rating();
        }
        if (request.predicate() == null) {
            throw refused("/rating", "ONE_OF_REQUIRED", "rating, predicate");
        }
        var rating = required("/predicate", body.predicateRatings().get(request.predicate()));
        steps.add(Step.of("TALENT_RATING", rating, "predicate", request.predicate()));
        return rating;
    }

    private static BigDecimal x(TalentScoreBody body, XTree tree, TalentScoreRequest request, List<Step> steps) {
        var level = required("/education", request.education());
        var education = body.educationPoints().get(level);
        if (education == null) {
            throw refused("/education", "LEVEL_NOT_COVERED", level);
        }
        steps.add(Step.of("TALENT_EDUCATION", education, "education", level));
        return weighed(
                body,
                "TALENT_X",
                List.of(
                        new Part("competency", tree.competency(), score(body, "/competency", request.competency())),
                        new Part("development", tree.development(), score(body, "/development", request.development())),
                        new Part("experience", tree.experience(), score(body, "/experience", request.experience())),
                        new Part("potential", tree.potential(), score(body, "/potential", request.potential())),
                        new Part("education", tree.education(), education),
                        new Part("fieldFit", tree.fieldFit(), score(body, "/fieldFit", request.fieldFit())),
                        new Part("discipline", tree.discipline(), discipline(body, request, steps))),
                steps);
    }

    /** The score itself, or the points of the record. */
    private static BigDecimal discipline(TalentScoreBody body, TalentScoreRequest request, List<Step> steps) {
        var record = request.disciplineRecord();
        if (record == null) {
            return score(body, "/discipline", request.discipline());
        }
        if (request.discipline() != null) {
            throw refused("/disciplineRecord", "ONLY_ONE_OF", "discipline, disciplineRecord");
        }
        var points = body.disciplinePoints();
        var point = required("/discipline", points == null ? null : points.get(record));
        steps.add(Step.of("TALENT_DISCIPLINE", point, "record", record));
        return point;
    }

    private record Part(String name, BigDecimal weight, BigDecimal score) {}

    /** The weighed sum of an axis, and its step with every weight and score. */
    private static BigDecimal weighed(TalentScoreBody body, String code, List<Part> parts, List<Step> steps) {
        var sum = BigDecimal.ZERO;
        var figures = new ArrayList<Object>();
        for (var part : parts) {
            sum = sum.add(part.weight().multiply(part.score()));
            figures.addAll(List.of(part.name() + "Weight", part.weight(), part.name(), part.score()));
        }
        var rounded = rounded(body, sum);
        steps.add(Step.of(code, rounded, figures.toArray()));
        return rounded;
    }

    private static BigDecimal talent(TalentScoreBody body, BigDecimal y, BigDecimal x, List<Step> steps) {
        var shares = body.talent();
        var talent = shares.y().multiply(y).add(shares.x().multiply(x));
        steps.add(Step.of(
                "TALENT_SCORE", rounded(body, talent), "yWeight", shares.y(), "y", y, "xWeight", shares.x(), "x", x));
        return talent;
    }

    private static @Nullable BigDecimal withTechnical(
            TalentScoreBody body, TalentScoreRequest request, BigDecimal talent, List<Step> steps) {
        if (request.technical() == null) {
            return null;
        }
        var level = required("/postLevel", request.postLevel());
        var share = body.talentShares().get(level);
        if (share == null) {
            throw refused("/postLevel", "LEVEL_NOT_COVERED", level);
        }
        var technical = score(body, "/technical", request.technical());
        var rest = BigDecimal.ONE.subtract(share);
        var total = rounded(body, share.multiply(talent).add(rest.multiply(technical)));
        steps.add(Step.of(
                "TALENT_TECHNICAL",
                total,
                "talentShare",
                share,
                "talent",
                rounded(body, talent),
                "technicalShare",
                rest,
                "technical",
                technical));
        return total;
    }

    private static BigDecimal orNone(TalentScoreBody body, String pointer, @Nullable BigDecimal given) {
        return given == null ? BigDecimal.ZERO : score(body, pointer, given);
    }

    private static BigDecimal score(TalentScoreBody body, String pointer, @Nullable BigDecimal given) {
        return within(
                pointer,
                required(pointer, given),
                body.score().from(),
                body.score().to());
    }

    private static BigDecimal rounded(TalentScoreBody body, BigDecimal score) {
        return score.setScale(body.scale(), RoundingMode.HALF_UP);
    }
}
