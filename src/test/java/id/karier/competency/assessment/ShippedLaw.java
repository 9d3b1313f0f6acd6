package id.karier.competency.assessment;

import id.karier.rules.RuleSetKind;
import id.karier.rules.RuleSets;
import id.karier.rules.body.AssessmentBody;

/** The rule set that is shipped, for tests of rules without the product. */
final class ShippedLaw {
    private ShippedLaw() {}

    static AssessmentBody assessment() {
        return RuleSets.national()
                .all(RuleSetKind.ASSESSMENT, null)
                .get(0)
                .as(AssessmentBody.class)
                .body();
    }
}
