package id.karier.competency;

import id.karier.rules.RuleSet;
import id.karier.rules.RuleSetKind;
import id.karier.rules.RuleSets;
import id.karier.rules.Selection;
import id.karier.rules.body.JpmBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;

/** The rule set with the scale of levels, the standards by level of position, and how long a result counts. */
@ApplicationScoped
public class CompetencyLaw {
    private final RuleSets ruleSets;

    CompetencyLaw(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    /** The agency's version in force on a day, else the national one; the oldest national one for days before it. */
    public RuleSet<JpmBody> on(LocalDate day, String agency) {
        return ruleSets.find(JpmBody.class, new Selection(day, null, agency))
                .or(() -> {
                    var national = ruleSets.all(RuleSetKind.JPM, null);
                    return Optional.of(national.get(national.size() - 1).as(JpmBody.class));
                })
                .orElseThrow();
    }
}
