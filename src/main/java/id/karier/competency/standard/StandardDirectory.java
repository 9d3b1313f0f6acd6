package id.karier.competency.standard;

import id.karier.competency.CompetencyLaw;
import id.karier.competency.dictionary.CompetencyDirectory;
import id.karier.competency.standard.StandardJson.Requirements;
import id.karier.competency.standard.StandardQueries.InForce;
import id.karier.competency.standard.StandardRules.Own;
import id.karier.kernel.Caller;
import id.karier.kernel.Published;
import id.karier.rules.terms.PositionLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What positions require of their holders, for everybody who compares. */
@Published
@ApplicationScoped
public class StandardDirectory {
    private final StandardQueries standards;
    private final CompetencyDirectory competencies;
    private final CompetencyLaw law;
    private final Caller caller;

    StandardDirectory(StandardQueries standards, CompetencyDirectory competencies, CompetencyLaw law, Caller caller) {
        this.standards = standards;
        this.competencies = competencies;
        this.law = law;
        this.caller = caller;
    }

    /**
     * All that a position requires on a day.
     *
     * @param position null for one that the registers do not know: its level alone tells
     */
    public Requirements of(@Nullable UUID position, String name, PositionLevel level, LocalDate day) {
        var rules = law.on(day, caller.agency());
        var own = position == null ? List.<Own>of() : own(standards.inForce(position, day));
        var items = StandardRules.required(rules.body(), level, competencies.generic(), own);
        return new Requirements(position, name, level, day, items, rules.ref());
    }

    private List<Own> own(List<InForce> inForce) {
        var facts = competencies.all(
                inForce.stream().map(InForce::competencyId).distinct().toList());
        var seen = new HashSet<UUID>();
        var own = new ArrayList<Own>();
        for (var standard : inForce) {
            var competency = facts.get(standard.competencyId());
            if (competency != null && seen.add(standard.competencyId())) {
                own.add(new Own(standard.id(), competency, standard.level(), standard.since()));
            }
        }
        return own;
    }
}
