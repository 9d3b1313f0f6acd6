package id.karier.calculation;

import static id.karier.calculation.explain.Refusals.refused;

import id.karier.calculation.explain.CalculationRequest;
import id.karier.calculation.person.NipJson.NipAnswer;
import id.karier.calculation.person.NipJson.NipRequest;
import id.karier.calculation.person.NipRules;
import id.karier.calculation.person.RetirementJson.RetirementAnswer;
import id.karier.calculation.person.RetirementJson.RetirementRequest;
import id.karier.calculation.person.RetirementRules;
import id.karier.rules.RuleBody;
import id.karier.rules.RuleSet;
import id.karier.rules.RuleSets;
import id.karier.rules.Selection;
import id.karier.rules.body.IdentityNumberBody;
import id.karier.rules.body.RetirementBody;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Every calculator on the rule sets that a case asks for: the one way in for resources, decisions and replays. */
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
        return NipRules.read(pick(IdentityNumberBody.class, request, of), request, day(request, of));
    }

    public RetirementAnswer retirement(RetirementRequest request, Case of) {
        return RetirementRules.retirement(pick(RetirementBody.class, request, of), request, day(request, of));
    }

    private static LocalDate day(CalculationRequest request, Case of) {
        var asOf = request.asOf();
        return asOf == null ? of.today() : asOf;
    }

    private <B extends RuleBody> RuleSet<B> pick(Class<B> bodyType, CalculationRequest request, Case of) {
        return pick(bodyType, new Selection(day(request, of), request.ruleSet(), of.agency()));
    }

    private <B extends RuleBody> RuleSet<B> pick(Class<B> bodyType, Selection selection) {
        return ruleSets.find(bodyType, selection).orElseThrow(() -> {
            var version = selection.version();
            return version == null
                    ? refused("/asOf", "NO_RULE_SET_IN_FORCE", selection.asOf())
                    : refused("/ruleSet", "RULE_SET_UNKNOWN", version);
        });
    }
}
