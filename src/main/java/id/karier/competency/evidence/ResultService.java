package id.karier.competency.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.karier.competency.CompetencyLaw;
import id.karier.competency.CompetencyOutcome;
import id.karier.competency.dictionary.CompetencyDirectory;
import id.karier.competency.evidence.CompetencyResult.Finding;
import id.karier.competency.evidence.CompetencyResult.Law;
import id.karier.competency.evidence.EvidenceJson.Annulment;
import id.karier.competency.evidence.EvidenceJson.NewResult;
import id.karier.competency.evidence.EvidenceJson.Result;
import id.karier.employee.EmployeeDirectory;
import id.karier.kernel.Caller;
import id.karier.kernel.Ids;
import id.karier.kernel.ProblemException;
import id.karier.organisation.AgencyDirectory;
import id.karier.rules.RuleSet;
import id.karier.rules.body.JpmBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records what people were found to hold, and annuls what was recorded wrongly. */
@ApplicationScoped
public class ResultService {
    private final ResultQueries results;
    private final EmployeeDirectory people;
    private final CompetencyDirectory competencies;
    private final CompetencyLaw law;
    private final AgencyDirectory agencies;
    private final ObjectMapper json;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    ResultService(
            ResultQueries results,
            EmployeeDirectory people,
            CompetencyDirectory competencies,
            CompetencyLaw law,
            AgencyDirectory agencies,
            ObjectMapper json,
            Caller caller,
            Clock clock,
            Ids ids) {
        this.results = results;
        this.people = people;
        this.competencies = competencies;
        this.law = law;
        this.agencies = agencies;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    @Transactional
    public Result add(UUID employeeId, NewResult request) {
        people.lock(EvidenceObjects.RESULT, employeeId);
        var competency = competencies.require(request.competencyId(), "/competencyId");
        var rules = law.on(request.foundOn(), caller.agency());
        EvidenceRules.admit(request, competency, rules.body().level(), today()).orRefuse();
        var id = store(employeeId, request, rules, null);
        return results.view(employeeId, id);
    }

    /**
     * Keeps what was found, with the edition and the rule set of its day.
     *
     * @param claim that it decides, or null
     */
    UUID store(UUID employeeId, NewResult found, RuleSet<JpmBody> rules, @Nullable UUID claim) {
        int years = rules.body().validYears();
        var finding = new Finding(
                employeeId,
                found.competencyId(),
                competencies.editionOn(found.competencyId(), found.foundOn()),
                found.level(),
                found.evidence(),
                found.foundOn(),
                EvidenceRules.validUntil(found.validUntil(), found.foundOn(), years),
                found.assessor(),
                found.certificateNumber(),
                claim,
                null);
        var inputs = new LinkedHashMap<String, Object>();
        inputs.put("request", found);
        inputs.put("validYears", years);
        inputs.put("scale", rules.body().level());
        var by = new Law(rules.version(), rules.agency(), stored(inputs));
        var result = new CompetencyResult(ids.next(), finding, by, caller.accountId(), now());
        results.persistAndFlush(result);
        return result.id();
    }

    /** The result stays where it is, and counts no more. */
    @Transactional
    public Result annul(UUID employeeId, UUID id, Annulment annulment) {
        people.lock(EvidenceObjects.RESULT, employeeId);
        var result = results.lock(id);
        if (!result.employeeId().equals(employeeId)) {
            throw ProblemException.notFound();
        }
        if (result.annulledOn() != null) {
            CompetencyOutcome.conflicting("", "ANNULLED_ALREADY", result.annulledOn())
                    .orRefuse();
        }
        result.annul(today(), annulment.reason());
        results.flush();
        return results.view(employeeId, id);
    }

    /**
     * Takes the place of what a round has found, after a review.
     *
     * @param reason of the decision
     */
    public void replace(UUID employeeId, UUID assessment, UUID competency, int level, String reason) {
        people.lock(EvidenceObjects.RESULT, employeeId);
        var before = results.ofRound(assessment, employeeId, competency).orElseThrow(ProblemException::notFound);
        before.annul(today(), reason);
        results.flush();
        results.persistAndFlush(before.decidedOtherwise(ids.next(), level, caller.accountId(), now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private String stored(Object inputs) {
        try {
            return json.writeValueAsString(inputs);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private LocalDate today() {
        return agencies.today(caller.agency());
    }
}
