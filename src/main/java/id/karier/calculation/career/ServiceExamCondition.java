package id.karier.calculation.career;

import static id.karier.calculation.career.RankPromotionRules.clause;

import id.karier.calculation.career.DecisionJson.RankPromotionKind;
import id.karier.calculation.career.DecisionJson.RankPromotionRequest;
import id.karier.calculation.explain.Step;
import id.karier.rules.body.RankPromotionBody;
import id.karier.rules.body.RankPromotionBody.ServiceExam;
import id.karier.rules.terms.Rank;
import java.util.List;

/** The service examination (<em>ujian dinas</em>), which goes by the rank step in every kind of promotion (DOMAIN 7.1). */
final class ServiceExamCondition {
    private ServiceExamCondition() {}

    /** Asked of whom nothing exempts; without a record it is not proven. */
    static List<Condition> atStep(
            RankPromotionBody body,
            RankPromotionKind kind,
            RankPromotionRequest request,
            Rank rank,
            Rank target,
            List<Step> steps) {
        var exam = body.serviceExam(rank)
                .filter(step -> !step.exemptKinds().contains(kind.name()))
                .orElse(null);
        if (exam == null) {
            return List.of();
        }
        if (isExempt(exam, request)) {
            steps.add(Step.of("RANK_EXAM_EXEMPT", exam.code(), "rank", rank, "target", target));
            return List.of();
        }
        steps.add(Step.of("RANK_EXAM", exam.code(), "rank", rank, "target", target));
        return List.of(condition(body, Boolean.TRUE.equals(request.serviceExamPassed()), request));
    }

    /** What documents before ADR 0110 ask for: nothing of whoever does not state it. */
    static List<Condition> whenStated(
            RankPromotionBody body, RankPromotionRequest request, Rank rank, Rank target, List<Step> steps) {
        steps.add(Step.of("RANK_SERVICE_EXAM", null, "rank", rank, "target", target));
        return request.serviceExamPassed() == null
                ? List.of()
                : List.of(condition(body, request.serviceExamPassed(), request));
    }

    private static Condition condition(RankPromotionBody body, boolean met, RankPromotionRequest request) {
        return Condition.fixed("SERVICE_EXAM", met, true, request.serviceExamPassed(), clause(body, "SERVICE_EXAM"));
    }

    private static boolean isExempt(ServiceExam exam, RankPromotionRequest request) {
        var trainings = request.leadershipTraining();
        return (request.education() != null && exam.exemptEducation().contains(request.education()))
                || (request.educationVariant() != null && exam.exemptVariants().contains(request.educationVariant()))
                || (trainings != null && trainings.stream().anyMatch(exam.exemptTraining()::contains));
    }
}
