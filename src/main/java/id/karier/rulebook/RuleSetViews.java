package id.karier.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import id.karier.rulebook.RulebookJson.Summary;
import id.karier.rulebook.RulebookJson.View;
import id.karier.rules.RuleSet;
import id.karier.rules.RuleSetDocuments;
import id.karier.rules.RuleSets;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Shows rule sets, national or own. */
@ApplicationScoped
public class RuleSetViews {
    private final RuleSetDocuments documents;
    private final RuleSets ruleSets;

    RuleSetViews(RuleSetDocuments documents, RuleSets ruleSets) {
        this.documents = documents;
        this.ruleSets = ruleSets;
    }

    View view(AgencyRuleSet own, String agency) {
        return view(read(own, agency), own.status(), own.basedOn());
    }

    public View view(RuleSet<?> ruleSet, @Nullable ProposalStatus status, @Nullable String basedOn) {
        JsonNode body = RuleSetDocuments.withoutNulls(RuleSetDocuments.document(ruleSet))
                .path("body");
        return new View(
                ruleSet.kind(),
                ruleSet.version(),
                ruleSet.ref().revision(),
                ruleSet.enactedOn(),
                ruleSet.effectiveFrom(),
                ruleSet.effectiveTo(),
                ruleSet.legalBasis(),
                ruleSet.mark(),
                ruleSet.marks(),
                ruleSet.agencyMayChange(),
                ruleSet.agency(),
                status,
                basedOn,
                body);
    }

    Summary summary(AgencyRuleSet own, String agency) {
        return summary(read(own, agency), own.status());
    }

    Summary summary(RuleSet<?> ruleSet, @Nullable ProposalStatus status) {
        return new Summary(
                ruleSet.kind(),
                ruleSet.version(),
                ruleSet.effectiveFrom(),
                ruleSet.effectiveTo(),
                ruleSet.mark(),
                ruleSet.legalBasis(),
                ruleSet.agency(),
                status);
    }

    private RuleSet<?> read(AgencyRuleSet own, String agency) {
        var ruleSet = documents.read(RuleSetDocuments.tree(own.document()), agency);
        return ruleSets.whileBaseLasts(ruleSet, own.basedOn());
    }
}
