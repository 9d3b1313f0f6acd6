package id.karier.rulebook;

import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.access.ObjectKinds;
import id.karier.kernel.access.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What rule sets of agencies and kept results are to the log; none of it leaves it. */
@ApplicationScoped
public class RulebookObjects implements ObjectKinds {
    static final ObjectKind RULE_SET = ObjectKind.of("rule-set", AgencyRuleSet.class)
            .guardedBy(Resource.RULE_SET)
            .aboutNobody()
            .logs("kind", "name", "basedOn", "status", "effectiveFrom", "effectiveTo", "document")
            .logs("proposedBy", "decidedBy", "decidedAt")
            .build();

    /** Its figures are the keeper's own business, and perhaps about a person. */
    static final ObjectKind RESULT = ObjectKind.of("calculation-result", KeptResult.class)
            .guardedBy(Resource.CALCULATION)
            .aboutNobody()
            .logs("calculator", "calculatedOn", "keptBy", "keptAt")
            .hides("request", "answer", "ruleSets")
            .build();

    @Override
    public List<ObjectKind> kinds() {
        return List.of(RULE_SET, RESULT);
    }
}
