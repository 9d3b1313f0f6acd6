package id.karier.calculation.measure;

import static id.karier.calculation.explain.Refusals.notNegative;
import static id.karier.calculation.explain.Refusals.refused;
import static id.karier.calculation.explain.Refusals.required;
import static id.karier.calculation.explain.Refusals.unknown;

import id.karier.calculation.explain.Step;
import id.karier.calculation.measure.JpmJson.FunctionalTestAnswer;
import id.karier.calculation.measure.JpmJson.FunctionalTestRequest;
import id.karier.rules.RuleSet;
import id.karier.rules.body.JpmBody;
import id.karier.rules.body.JpmBody.PostTest;
import id.karier.rules.body.JpmBody.Weights;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The competency test of a functional post: weights, pass mark and validity are those of its post, else the general ones
 * (PermenKP 35/2020; DOMAIN 3.4).
 */
public final class FunctionalTestRules {
    private FunctionalTestRules() {}

    /** The weighed match or the score, and whether it passes. */
    public static FunctionalTestAnswer test(RuleSet<JpmBody> rules, FunctionalTestRequest request) {
        var body = rules.body();
        required("/level", request.level());
        return request.post() == null ? general(rules, request) : ofPost(rules, request, post(body, request));
    }

    private static FunctionalTestAnswer general(RuleSet<JpmBody> rules, FunctionalTestRequest request) {
        var body = rules.body();
        var test = body.functionalTest();
        var level = required("/level", request.level());
        var weights = test.weights().get(level);
        if (weights == null) {
            throw refused("/level", "LEVEL_NOT_COVERED", level);
        }
        var steps = new ArrayList<Step>();
        var jpm = weighed(body, weights, request, steps);
        boolean passed = passes(jpm, test.passAt(), steps);
        var category = JpmRules.category(body, test.purpose(), jpm);
        return new FunctionalTestAnswer(
                jpm, passed, category.label(), test.passAt(), null, null, rules.ref(), List.copyOf(steps));
    }

    private static FunctionalTestAnswer ofPost(RuleSet<JpmBody> rules, FunctionalTestRequest request, PostTest test) {
        var body = rules.body();
        var steps = new ArrayList<Step>();
        steps.add(Step.of("FUNCTIONAL_TEST_POST", test.passAt(), "post", test.post(), "clause", test.clause()));
        var score = test.weights() == null
                ? notNegative("/score", required("/score", request.score()))
                        .setScale(body.scale(), RoundingMode.HALF_UP)
                : weighed(body, test.weights(), request, steps);
        boolean passed = passes(score, test.passAt(), steps);
        return new FunctionalTestAnswer(
                score,
                passed,
                passed ? "KOMPETEN" : "TIDAK_KOMPETEN",
                test.passAt(),
                validUntil(test, passed, request.testedOn(), steps),
                test.clause(),
                rules.ref(),
                List.copyOf(steps));
    }

    private static PostTest post(JpmBody body, FunctionalTestRequest request) {
        var test = body.functionalTest();
        return test.of(required("/post", request.post()), required("/level", request.level()))
                .orElseThrow(() -> unknown(
                        "/post",
                        request.post(),
                        test.posts() == null
                                ? List.of()
                                : test.posts().stream()
                                        .map(PostTest::post)
                                        .distinct()
                                        .toList()));
    }

    private static BigDecimal weighed(JpmBody body, Weights weights, FunctionalTestRequest request, List<Step> steps) {
        var technical = notNegative("/technicalJpm", required("/technicalJpm", request.technicalJpm()));
        var managerial =
                notNegative("/managerialSocialJpm", required("/managerialSocialJpm", request.managerialSocialJpm()));
        var jpm = weights.technical()
                .multiply(technical)
                .add(weights.managerialSocial().multiply(managerial))
                .setScale(body.scale(), RoundingMode.HALF_UP);
        steps.add(Step.of(
                "FUNCTIONAL_TEST_WEIGHED",
                jpm,
                "technicalWeight",
                weights.technical(),
                "technicalJpm",
                technical,
                "managerialSocialWeight",
                weights.managerialSocial(),
                "managerialSocialJpm",
                managerial));
        return jpm;
    }

    private static boolean passes(BigDecimal jpm, BigDecimal passAt, List<Step> steps) {
        boolean passed = jpm.compareTo(passAt) >= 0;
        steps.add(Step.of("FUNCTIONAL_TEST_PASS", passed, "jpm", jpm, "passAt", passAt));
        return passed;
    }

    private static @Nullable LocalDate validUntil(
            PostTest test, boolean passed, @Nullable LocalDate testedOn, List<Step> steps) {
        if (!passed || testedOn == null || test.validYears() == null) {
            return null;
        }
        var until = testedOn.plusYears(test.validYears()).minusDays(1);
        steps.add(Step.of("FUNCTIONAL_TEST_VALID", until, "testedOn", testedOn, "years", test.validYears()));
        return until;
    }
}
