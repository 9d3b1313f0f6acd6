package id.karier.calculation;

import id.karier.calculation.Calculators.Case;
import id.karier.calculation.career.CreditPointsJson.CreditPointsRequest;
import id.karier.calculation.career.DecisionJson.AppointmentRequest;
import id.karier.calculation.career.DecisionJson.RankPromotionRequest;
import id.karier.calculation.career.TransferJson.TransferRequest;
import id.karier.calculation.explain.CalculationRequest;
import id.karier.calculation.explain.Explained;
import id.karier.calculation.measure.IpAsnJson.IpAsnRequest;
import id.karier.calculation.measure.JpmJson.FunctionalTestRequest;
import id.karier.calculation.measure.JpmJson.JpmRequest;
import id.karier.calculation.measure.LearningHoursJson.LearningHoursRequest;
import id.karier.calculation.measure.PerformanceJson.DistributionRequest;
import id.karier.calculation.measure.PerformanceJson.PredicateRequest;
import id.karier.calculation.measure.TalentJson.NineBoxRequest;
import id.karier.calculation.measure.TalentJson.TalentScoreRequest;
import id.karier.calculation.person.DisciplineJson.AbsenceRequest;
import id.karier.calculation.person.NipJson.NipRequest;
import id.karier.calculation.person.RetirementJson.RetirementRequest;
import id.karier.rules.RuleSetKind;
import java.util.List;
import java.util.Optional;

/** The calculators by the name that they have in an address, for replays and simulations. */
public final class CalculatorNames {
    private static final List<Named<?, ?>> ALL = List.of(
            new Named<>("nip", RuleSetKind.IDENTITY_NUMBER, NipRequest.class, Calculators::nip),
            new Named<>("jpm", RuleSetKind.JPM, JpmRequest.class, Calculators::jpm),
            new Named<>("functional-test", RuleSetKind.JPM, FunctionalTestRequest.class, Calculators::functionalTest),
            new Named<>(
                    "performance-predicate",
                    RuleSetKind.PREDICATE_MATRIX,
                    PredicateRequest.class,
                    Calculators::performancePredicate),
            new Named<>(
                    "performance-distribution",
                    RuleSetKind.DISTRIBUTION,
                    DistributionRequest.class,
                    Calculators::performanceDistribution),
            new Named<>("ip-asn", RuleSetKind.IP_ASN, IpAsnRequest.class, Calculators::ipAsn),
            new Named<>("nine-box", RuleSetKind.NINE_BOX, NineBoxRequest.class, Calculators::nineBox),
            new Named<>("talent-score", RuleSetKind.TALENT_SCORE, TalentScoreRequest.class, Calculators::talentScore),
            new Named<>(
                    "credit-points", RuleSetKind.CREDIT_POINTS, CreditPointsRequest.class, Calculators::creditPoints),
            new Named<>(
                    "rank-promotion",
                    RuleSetKind.RANK_PROMOTION,
                    RankPromotionRequest.class,
                    Calculators::rankPromotion),
            new Named<>("appointment", RuleSetKind.APPOINTMENT, AppointmentRequest.class, Calculators::appointment),
            new Named<>("transfer", RuleSetKind.TRANSFER, TransferRequest.class, Calculators::transfer),
            new Named<>(
                    "learning-hours",
                    RuleSetKind.LEARNING_HOURS,
                    LearningHoursRequest.class,
                    Calculators::learningHours),
            new Named<>("retirement", RuleSetKind.RETIREMENT, RetirementRequest.class, Calculators::retirement),
            new Named<>(
                    "discipline-absence",
                    RuleSetKind.DISCIPLINE,
                    AbsenceRequest.class,
                    Calculators::disciplineAbsence));

    private CalculatorNames() {}

    /** What a calculator does with a request and a case. */
    @FunctionalInterface
    public interface Calculation<Q, A> {
        A apply(Calculators calculators, Q request, Case of);
    }

    /**
     * One calculator.
     *
     * @param name as in {@code POST /calculations/{name}}
     * @param kind the rule sets that it picks from
     */
    public record Named<Q extends CalculationRequest, A extends Explained<A>>(
            String name, RuleSetKind kind, Class<Q> requestType, Calculation<Q, A> calculation) {}

    public static List<Named<?, ?>> all() {
        return ALL;
    }

    /** The calculator of a name. */
    public static Optional<Named<?, ?>> of(String name) {
        return ALL.stream().filter(named -> named.name().equals(name)).findFirst();
    }
}
