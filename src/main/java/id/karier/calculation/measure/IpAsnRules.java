package id.karier.calculation.measure;

import static id.karier.calculation.explain.Refusals.notNegative;
import static id.karier.calculation.explain.Refusals.refused;
import static id.karier.calculation.explain.Refusals.required;
import static id.karier.calculation.explain.Refusals.unknown;
import static id.karier.calculation.explain.Refusals.within;

import id.karier.calculation.explain.Step;
import id.karier.calculation.measure.IpAsnJson.IpAsnAnswer;
import id.karier.calculation.measure.IpAsnJson.IpAsnRequest;
import id.karier.rules.RuleSet;
import id.karier.rules.body.Band;
import id.karier.rules.body.IpAsnBody;
import id.karier.rules.body.IpAsnBody.CompetencyTable;
import id.karier.rules.terms.EmployeeKind;
import id.karier.rules.terms.PenaltyLevel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Professionalism index (PermenPANRB 38/2018, BKN 8/2019, letter 4190/2024; DOMAIN 5). */
public final class IpAsnRules {
    private IpAsnRules() {}

    /** The four dimensions, their sum and its category, by lower bounds on the exact score. */
    public static IpAsnAnswer index(RuleSet<IpAsnBody> rules, IpAsnRequest request) {
        var body = rules.body();
        var kind = request.employeeKind() == null ? EmployeeKind.PNS : request.employeeKind();
        if (!body.employeeKinds().contains(kind.general())) {
            throw refused("/employeeKind", "KIND_NOT_COVERED", kind, rules.version());
        }
        var steps = new ArrayList<Step>();
        var education = required("/education", request.education());
        var qualification = required("/education", body.qualification().get(education));
        steps.add(Step.of("IPASN_QUALIFICATION", qualification, "education", education));
        var table = table(body, request.competencyTable());
        var competency = competency(body, table, request, steps);
        var performance = performance(body, request, steps);
        var penalty = request.worstPenalty5y() == null ? PenaltyLevel.NONE : request.worstPenalty5y();
        var discipline = required("/worstPenalty5y", body.discipline().get(penalty));
        steps.add(Step.of(
                "IPASN_DISCIPLINE",
                discipline,
                "penalty",
                penalty,
                "years",
                body.evidence().disciplineWindowYears()));
        var total = qualification.add(competency).add(performance).add(discipline);
        var category = Band.of(body.categories(), total).orElseThrow();
        steps.add(Step.of(
                "IPASN_TOTAL",
                total,
                "qualification",
                qualification,
                "competency",
                competency,
                "performance",
                performance,
                "discipline",
                discipline));
        steps.add(Step.of("IPASN_CATEGORY", category.label(), "total", total, "from", category.from()));
        return new IpAsnAnswer(
                qualification,
                competency,
                performance,
                discipline,
                total,
                category.label(),
                table.code(),
                rules.ref(),
                List.copyOf(steps));
    }

    /** Each item counts whole or not at all; leadership training only when it is that of the own level. */
    private static BigDecimal competency(
            IpAsnBody body, CompetencyTable table, IpAsnRequest request, List<Step> steps) {
        var group = required("/jobGroup", request.jobGroup());
        var points = required("/jobGroup", table.points().get(group));
        var own = body.ownLevelTraining().getOrDefault(group, List.of());
        var held = request.leadershipTraining();
        var leadership = points(held != null && own.contains(held), points.leadership());
        var functional = points(Boolean.TRUE.equals(request.functionalTraining()), points.functional());
        var technical = points(technical(body, request), points.technical());
        var seminar = points(Boolean.TRUE.equals(request.seminar()), points.seminar());
        if (points.leadership().signum() > 0) {
            steps.add(Step.of("IPASN_LEADERSHIP", leadership, "held", held, "own", own));
        }
        if (points.functional().signum() > 0) {
            steps.add(Step.of("IPASN_FUNCTIONAL", functional, "points", points.functional()));
        }
        steps.add(Step.of(
                "IPASN_TECHNICAL", technical, "minimumJp", body.evidence().technicalMinimumJp()));
        steps.add(Step.of("IPASN_SEMINAR", seminar, "points", points.seminar()));
        var competency = leadership.add(functional).add(technical).add(seminar);
        steps.add(Step.of("IPASN_COMPETENCY", competency, "jobGroup", group, "table", table.code()));
        return competency;
    }

    private static boolean technical(IpAsnBody body, IpAsnRequest request) {
        if (request.technical20Jp() != null) {
            return request.technical20Jp();
        }
        return request.technicalJp() != null
                && notNegative("/technicalJp", request.technicalJp())
                                .compareTo(body.evidence().technicalMinimumJp())
                        >= 0;
    }

    private static BigDecimal performance(IpAsnBody body, IpAsnRequest request, List<Step> steps) {
        if (request.predicate() != null && request.performanceScore() != null) {
            throw refused("/performanceScore", "ONLY_ONE_OF", "predicate, performanceScore");
        }
        if (request.predicate() != null) {
            var score = required("/predicate", body.performance().get(request.predicate()));
            steps.add(Step.of("IPASN_PERFORMANCE", score, "predicate", request.predicate()));
            return score;
        }
        if (request.performanceScore() != null) {
            var result = within(
                    "/performanceScore",
                    request.performanceScore(),
                    body.performanceScale().from(),
                    body.performanceScale().to());
            var score = body.performanceScores().stream()
                    .filter(band -> result.compareTo(band.from()) >= 0)
                    .findFirst()
                    .orElseThrow()
                    .score();
            steps.add(Step.of("IPASN_PERFORMANCE_SCORE", score, "performanceScore", result));
            return score;
        }
        steps.add(Step.of("IPASN_PERFORMANCE_NONE", body.performanceNone()));
        return body.performanceNone();
    }

    private static CompetencyTable table(IpAsnBody body, @Nullable String code) {
        return body.competencyTables().stream()
                .filter(candidate -> code == null || candidate.code().equals(code))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "/competencyTable",
                        code,
                        body.competencyTables().stream()
                                .map(CompetencyTable::code)
                                .toList()));
    }

    private static BigDecimal points(boolean held, BigDecimal points) {
        return held ? points : BigDecimal.ZERO;
    }
}
