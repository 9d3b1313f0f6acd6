package id.karier.calculation;

import id.karier.rules.AgencyRuleSets;
import id.karier.rules.RuleSetDocuments;
import id.karier.rules.RuleSets;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Hands the calculators to whoever decides by them; the national rule sets are read and checked once, at start-up. */
@Singleton
public class CalculatorsProducer {
    @Produces
    @Singleton
    RuleSetDocuments documents() {
        return new RuleSetDocuments();
    }

    @Produces
    @Singleton
    RuleSets ruleSets(RuleSetDocuments documents, AgencyRuleSets agencies) {
        return new RuleSets(documents.national(), agencies);
    }

    @Produces
    @Singleton
    Calculators calculators(RuleSets ruleSets) {
        return new Calculators(ruleSets);
    }
}
