package id.karier.competency.assessment;

import id.karier.rules.RuleSet;
import id.karier.rules.RuleSetKind;
import id.karier.rules.RuleSets;
import id.karier.rules.Selection;
import id.karier.rules.body.AssessmentBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rule set with weights and bounds of rounds. */
@ApplicationScoped
class AssessmentLaw {
    private final RuleSets ruleSets;

    AssessmentLaw(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    /**
     * The version that a round was opened with, or before it is opened the one in force on a day.
     *
     * @param version null before the round is opened
     */
    RuleSet<AssessmentBody> of(@Nullable String version, LocalDate day, String agency) {
        return ruleSets.find(AssessmentBody.class, new Selection(day, version, agency))
                .or(() -> {
                    var national = ruleSets.all(RuleSetKind.ASSESSMENT, null);
                    return Optional.of(national.get(national.size() - 1).as(AssessmentBody.class));
                })
                .orElseThrow();
    }
}
