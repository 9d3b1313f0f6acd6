package id.karier.calculation;

import static id.karier.calculation.explain.Refusals.refused;

import id.karier.calculation.career.AppointmentRules;
import id.karier.calculation.career.CreditPointRules;
import id.karier.calculation.career.CreditPointsJson.CreditPointsAnswer;
import id.karier.calculation.career.CreditPointsJson.CreditPointsRequest;
import id.karier.calculation.career.DecisionJson.AppointmentAnswer;
import id.karier.calculation.career.DecisionJson.AppointmentRequest;
import id.karier.calculation.career.DecisionJson.RankPromotionAnswer;
import id.karier.calculation.career.DecisionJson.RankPromotionKind;
import id.karier.calculation.career.DecisionJson.RankPromotionRequest;
import id.karier.calculation.career.RankPromotionRules;
import id.karier.calculation.career.TransferJson.TransferAnswer;
import id.karier.calculation.career.TransferJson.TransferRequest;
import id.karier.calculation.career.TransferRules;
import id.karier.calculation.explain.CalculationRequest;
import id.karier.calculation.measure.FunctionalTestRules;
import id.karier.calculation.measure.IpAsnJson.IpAsnAnswer;
import id.karier.calculation.measure.IpAsnJson.IpAsnRequest;
import id.karier.calculation.measure.IpAsnRules;
import id.karier.calculation.measure.JpmJson.FunctionalTestAnswer;
import id.karier.calculation.measure.JpmJson.FunctionalTestRequest;
import id.karier.calculation.measure.JpmJson.JpmAnswer;
import id.karier.calculation.measure.JpmJson.JpmRequest;
import id.karier.calculation.measure.JpmRules;
import id.karier.calculation.measure.LearningHourRules;
import id.karier.calculation.measure.LearningHoursJson.LearningHoursAnswer;
import id.karier.calculation.measure.LearningHoursJson.LearningHoursRequest;
import id.karier.calculation.measure.NineBoxRules;
import id.karier.calculation.measure.PerformanceJson.DistributionAnswer;
import id.karier.calculation.measure.PerformanceJson.DistributionRequest;
import id.karier.calculation.measure.PerformanceJson.PredicateAnswer;
import id.karier.calculation.measure.PerformanceJson.PredicateRequest;
import id.karier.calculation.measure.PerformanceRules;
import id.karier.calculation.measure.TalentJson.NineBoxAnswer;
import id.karier.calculation.measure.TalentJson.NineBoxRequest;
import id.karier.calculation.measure.TalentJson.TalentScoreAnswer;
import id.karier.calculation.measure.TalentJson.TalentScoreRequest;
import id.karier.calculation.measure.TalentRules;
import id.karier.calculation.person.DisciplineJson.AbsenceAnswer;
import id.karier.calculation.person.DisciplineJson.AbsenceRequest;
import id.karier.calculation.person.DisciplineRules;
import id.karier.calculation.person.NipJson.NipAnswer;
import id.karier.calculation.person.NipJson.NipRequest;
import id.karier.calculation.person.NipRules;
import id.karier.calculation.person.RetirementJson.RetirementAnswer;
import id.karier.calculation.person.RetirementJson.RetirementRequest;
import id.karier.calculation.person.RetirementRules;
import id.karier.kernel.Published;
import id.karier.rules.Law;
import id.karier.rules.RuleBody;
import id.karier.rules.RuleSet;
import id.karier.rules.RuleSets;
import id.karier.rules.Selection;
import id.karier.rules.body.AppointmentBody;
import id.karier.rules.body.CreditPointsBody;
import id.karier.rules.body.DisciplineBody;
import id.karier.rules.body.DistributionBody;
import id.karier.rules.body.IdentityNumberBody;
import id.karier.rules.body.IpAsnBody;
import id.karier.rules.body.JpmBody;
import id.karier.rules.body.LearningHoursBody;
import id.karier.rules.body.NineBoxBody;
import id.karier.rules.body.PredicateMatrixBody;
import id.karier.rules.body.RankPromotionBody;
import id.karier.rules.body.RetirementBody;
import id.karier.rules.body.TalentScoreBody;
import id.karier.rules.body.TransferBody;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Every calculator on the rule sets that a case asks for: the one way in for resources, decisions and replays. */
@Published
public final class Calculators {
    private final RuleSets ruleSets;

    public Calculators(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    /**
     * Who asks, and when.
     *
     * @param today the agency's own day, for requests that name none
     * @param agency whose own versions come first; null for the national ones
     */
    public record Case(LocalDate today, @Nullable String agency) {}

    public NipAnswer nip(NipRequest request, Case of) {
        return NipRules.read(
                pick(IdentityNumberBody.class, request, of),
                request.postLevel() == null ? null : beside(RetirementBody.class, request, of),
                request,
                day(request, of));
    }

    public RetirementAnswer retirement(RetirementRequest request, Case of) {
        return RetirementRules.retirement(law(RetirementBody.class, selection(request, of)), request, day(request, of));
    }

    public JpmAnswer jpm(JpmRequest request, Case of) {
        return JpmRules.match(pick(JpmBody.class, request, of), request);
    }

    public FunctionalTestAnswer functionalTest(FunctionalTestRequest request, Case of) {
        return FunctionalTestRules.test(pick(JpmBody.class, request, of), request);
    }

    public PredicateAnswer performancePredicate(PredicateRequest request, Case of) {
        return PerformanceRules.predicate(pick(PredicateMatrixBody.class, request, of), request);
    }

    public DistributionAnswer performanceDistribution(DistributionRequest request, Case of) {
        return PerformanceRules.distribution(pick(DistributionBody.class, request, of), request);
    }

    public IpAsnAnswer ipAsn(IpAsnRequest request, Case of) {
        return IpAsnRules.index(pick(IpAsnBody.class, request, of), request);
    }

    public NineBoxAnswer nineBox(NineBoxRequest request, Case of) {
        return NineBoxRules.box(pick(NineBoxBody.class, request, of), request);
    }

    public TalentScoreAnswer talentScore(TalentScoreRequest request, Case of) {
        return TalentRules.score(
                pick(TalentScoreBody.class, request, of), beside(NineBoxBody.class, request, of), request);
    }

    public CreditPointsAnswer creditPoints(CreditPointsRequest request, Case of) {
        return CreditPointRules.credit(pick(CreditPointsBody.class, request, of), request);
    }

    public RankPromotionAnswer rankPromotion(RankPromotionRequest request, Case of) {
        return RankPromotionRules.decide(
                law(RankPromotionBody.class, selection(request, of)),
                request.kind() == RankPromotionKind.FUNGSIONAL
                        ? law(CreditPointsBody.class, selection(request, of).inForce())
                        : null,
                request,
                day(request, of));
    }

    public AppointmentAnswer appointment(AppointmentRequest request, Case of) {
        return AppointmentRules.decide(
                law(AppointmentBody.class, selection(request, of)),
                request.jpm() == null ? null : beside(JpmBody.class, request, of),
                request.rank() == null ? null : beside(RankPromotionBody.class, request, of),
                request,
                day(request, of));
    }

    public TransferAnswer transfer(TransferRequest request, Case of) {
        return TransferRules.status(law(TransferBody.class, selection(request, of)), request, day(request, of));
    }

    /** Without a day, the law of the year's last day, or of today while the year runs. */
    public LearningHoursAnswer learningHours(LearningHoursRequest request, Case of) {
        var year = request.year();
        var day = day(request, of);
        if (request.asOf() == null && year != null && year > 0 && year < day.getYear()) {
            day = LocalDate.of(year, 12, 31);
        }
        var rules = pick(LearningHoursBody.class, new Selection(day, request.ruleSet(), of.agency()));
        return LearningHourRules.hours(rules, request);
    }

    public AbsenceAnswer disciplineAbsence(AbsenceRequest request, Case of) {
        return DisciplineRules.absence(pick(DisciplineBody.class, request, of), request);
    }

    private static LocalDate day(CalculationRequest request, Case of) {
        var asOf = request.asOf();
        return asOf == null ? of.today() : asOf;
    }

    private <B extends RuleBody> RuleSet<B> pick(Class<B> bodyType, CalculationRequest request, Case of) {
        return pick(bodyType, selection(request, of));
    }

    private static Selection selection(CalculationRequest request, Case of) {
        return new Selection(day(request, of), request.ruleSet(), of.agency());
    }

    /**
     * A second kind of rule set that the case needs: the one in force on the same day, because a version that the
     * request names is one of the first kind.
     */
    private <B extends RuleBody> RuleSet<B> beside(Class<B> bodyType, CalculationRequest request, Case of) {
        return pick(bodyType, selection(request, of).inForce());
    }

    private <B extends RuleBody> RuleSet<B> pick(Class<B> bodyType, Selection selection) {
        return law(bodyType, selection).now();
    }

    private <B extends RuleBody> Law<B> law(Class<B> bodyType, Selection selection) {
        return ruleSets.law(bodyType, selection).orElseThrow(() -> {
            var version = selection.version();
            return version == null
                    ? refused("/asOf", "NO_RULE_SET_IN_FORCE", selection.asOf())
                    : refused("/ruleSet", "RULE_SET_UNKNOWN", version);
        });
    }
}
