package id.karier.competency.evidence;

import id.karier.competency.CompetencyLaw;
import id.karier.competency.CompetencyOutcome;
import id.karier.competency.dictionary.CompetencyDirectory;
import id.karier.competency.evidence.EvidenceJson.Claim;
import id.karier.competency.evidence.EvidenceJson.Decision;
import id.karier.competency.evidence.EvidenceJson.NewClaim;
import id.karier.competency.evidence.EvidenceJson.NewResult;
import id.karier.employee.EmployeeDirectory;
import id.karier.employee.EmployeeEvents.PersonLeft;
import id.karier.kernel.Caller;
import id.karier.kernel.Ids;
import id.karier.organisation.AgencyDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;

/** Takes claims, and lets an assessor decide them; an accepted one becomes a result. */
@ApplicationScoped
public class ClaimService {
    private final ClaimQueries claims;
    private final ResultService results;
    private final EmployeeDirectory people;
    private final CompetencyDirectory competencies;
    private final CompetencyLaw law;
    private final AgencyDirectory agencies;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    ClaimService(
            ClaimQueries claims,
            ResultService results,
            EmployeeDirectory people,
            CompetencyDirectory competencies,
            CompetencyLaw law,
            AgencyDirectory agencies,
            Caller caller,
            Clock clock,
            Ids ids) {
        this.claims = claims;
        this.results = results;
        this.people = people;
        this.competencies = competencies;
        this.law = law;
        this.agencies = agencies;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    @Transactional
    public Claim submit(UUID employeeId, NewClaim request) {
        people.lock(EvidenceObjects.CLAIM, employeeId);
        var competency = competencies.require(request.competencyId(), "/competencyId");
        var scale = law.on(today(), caller.agency()).body().level();
        EvidenceRules.admit(request, competency, scale, today()).orRefuse();
        if (claims.open(employeeId).stream()
                .anyMatch(open -> open.competencyId().equals(request.competencyId()))) {
            CompetencyOutcome.conflicting("/competencyId", "CLAIM_OPEN").orRefuse();
        }
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var claim = new CompetencyClaim(ids.next(), employeeId, request, caller.accountId(), at);
        claims.persistAndFlush(claim);
        return claims.view(claim.id());
    }

    @Transactional
    public Claim withdraw(UUID id) {
        var claim = claims.lock(id);
        requireOpen(claim);
        claim.withdraw();
        claims.flush();
        return claims.view(id);
    }

    @Transactional
    public Claim decide(UUID id, Decision decision) {
        var claim = claims.lock(id);
        EvidenceRules.notForOneself(claim.employeeId(), caller.employeeId(), claim.submittedBy(), caller.accountId())
                .orRefuse();
        var rules = law.on(today(), caller.agency());
        EvidenceRules.decide(
                        claim.status(),
                        decision,
                        claim.certificateUntil(),
                        rules.body().level(),
                        today())
                .orRefuse();
        if (decision.accepted()) {
            int level = Objects.requireNonNullElse(decision.level(), claim.level());
            claim.accept(caller.accountId(), today(), level, decision.reason());
            claims.flush();
            var found = new NewResult(
                    claim.competencyId(),
                    level,
                    EvidenceKind.CLAIM,
                    today(),
                    null,
                    claim.certificateNumber(),
                    claim.certificateUntil());
            results.store(claim.employeeId(), found, rules, id);
        } else {
            claim.reject(caller.accountId(), today(), decision.reason());
        }
        claims.flush();
        return claims.view(id);
    }

    /** Nobody is left to whom a decision would matter. */
    void on(@Observes PersonLeft event) {
        claims.open(event.employeeId()).forEach(CompetencyClaim::withdraw);
    }

    private static void requireOpen(CompetencyClaim claim) {
        if (claim.status() != ClaimStatus.SUBMITTED) {
            CompetencyOutcome.conflicting("", "CLAIM_CLOSED", claim.status()).orRefuse();
        }
    }

    private LocalDate today() {
        return agencies.today(caller.agency());
    }
}
