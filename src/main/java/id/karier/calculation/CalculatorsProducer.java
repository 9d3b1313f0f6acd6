package id.karier.calculation;

import id.karier.rules.RuleSets;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Hands the calculators to whoever decides by them; the rule sets are read once, at start-up. */
@Singleton
public class CalculatorsProducer {
    @Produces
    @Singleton
    Calculators calculators() {
        return new Calculators(RuleSets.national());
    }
}
