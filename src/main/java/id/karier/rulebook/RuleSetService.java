package id.karier.rulebook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.Ids;
import id.karier.kernel.ProblemException;
import id.karier.organisation.AgencyDirectory;
import id.karier.rulebook.AgencyRuleSet.Composed;
import id.karier.rulebook.RulebookJson.Proposal;
import id.karier.rulebook.RulebookJson.View;
import id.karier.rules.LegalBasis;
import id.karier.rules.RuleSet;
import id.karier.rules.RuleSetDocuments;
import id.karier.rules.RuleSetKind;
import id.karier.rules.RuleSets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** An agency's own versions: proposed by its administrator, approved by its appointing authority. */
@ApplicationScoped
class RuleSetService {
    private final RulebookQueries queries;
    private final RuleSets ruleSets;
    private final RuleSetDocuments documents;
    private final AgencyDirectory agencies;
    private final RuleSetViews views;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    RuleSetService(
            RulebookQueries queries,
            RuleSets ruleSets,
            RuleSetDocuments documents,
            AgencyDirectory agencies,
            RuleSetViews views,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.queries = queries;
        this.ruleSets = ruleSets;
        this.documents = documents;
        this.agencies = agencies;
        this.views = views;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws ProblemException 422 unless it changes choices only, is sound, and begins today or later */
    @Transactional
    public View propose(RuleSetKind kind, Proposal proposal) {
        requireComing("/effectiveFrom", proposal.effectiveFrom());
        if (proposal.effectiveTo() != null && proposal.effectiveTo().isBefore(proposal.effectiveFrom())) {
            throw refused(
                    "/effectiveTo",
                    "DATES_REVERSED",
                    proposal.effectiveFrom().toString(),
                    proposal.effectiveTo().toString());
        }
        var national = ruleSets.all(kind, null);
        if (national.stream().anyMatch(known -> known.version().equals(proposal.version()))) {
            throw refused("/version", "VERSION_TAKEN", proposal.version());
        }
        var base = national.stream()
                .filter(candidate -> candidate.inForceOn(proposal.effectiveFrom()))
                .findFirst()
                .orElseThrow(() -> refused(
                        "/effectiveFrom",
                        "NO_RULE_SET_IN_FORCE",
                        proposal.effectiveFrom().toString()));
        var document = composed(base, proposal);
        var violations = documents.violations(kind, document);
        if (!violations.isEmpty()) {
            throw new ProblemException(
                    ErrorCode.RULE_REFUSED,
                    violations.stream()
                            .map(found -> FieldError.in(
                                    "calculation",
                                    found.pointer(),
                                    found.code(),
                                    found.figures().toArray()))
                            .toList());
        }
        var own = new AgencyRuleSet(
                ids.next(),
                kind,
                base.version(),
                new Composed(proposal.version(), proposal.effectiveFrom(), proposal.effectiveTo(), document.toString()),
                caller.accountId());
        queries.add(own);
        queries.flush();
        return views.view(own, caller.agency());
    }

    /** @throws ProblemException 404, 409 when it was decided before, 422 for an own proposal or one that is late */
    @Transactional
    public View decide(RuleSetKind kind, String version, ProposalStatus decision) {
        var own = queries.own(kind, version).orElseThrow(ProblemException::notFound);
        if (own.status() != ProposalStatus.PROPOSED) {
            throw new ProblemException(ErrorCode.STATE_CONFLICT);
        }
        if (own.proposedBy().equals(caller.accountId())) {
            throw refused("", "OWN_PROPOSAL");
        }
        if (decision == ProposalStatus.APPROVED) {
            requireComing("", own.effectiveFrom());
        }
        own.decide(decision, caller.accountId(), clock.instant());
        queries.flush();
        return views.view(own, caller.agency());
    }

    /** Nothing that was decided before may come out differently, so that no version reaches back. */
    private void requireComing(String pointer, LocalDate effectiveFrom) {
        var today = agencies.today(caller.agency());
        if (effectiveFrom.isBefore(today)) {
            throw refused(pointer, "EFFECTIVE_IN_PAST", effectiveFrom.toString(), today.toString());
        }
    }

    private static ObjectNode composed(RuleSet<?> base, Proposal proposal) {
        var errors = new ArrayList<FieldError>();
        var document = (ObjectNode) RuleSetDocuments.document(base);
        document.remove(List.of("agency", "effectiveTo"));
        var body = (ObjectNode) document.path("body");
        proposal.body().fields().forEachRemaining(member -> {
            if (base.agencyMayChange().contains("/" + member.getKey())) {
                body.set(member.getKey(), member.getValue());
            } else {
                errors.add(FieldError.in("calculation", "/body/" + member.getKey(), "NOT_AN_AGENCY_CHOICE"));
            }
        });
        if (proposal.body().isEmpty()) {
            errors.add(FieldError.in("calculation", "/body", "MEMBER_REQUIRED"));
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(ErrorCode.RULE_REFUSED, errors);
        }
        document.put("version", proposal.version());
        document.put("effectiveFrom", proposal.effectiveFrom().toString());
        if (proposal.effectiveTo() != null) {
            document.put("effectiveTo", proposal.effectiveTo().toString());
        }
        var basis = (ArrayNode) document.path("legalBasis");
        for (LegalBasis own : proposal.legalBasis()) {
            var node = basis.addObject().put("regulation", own.regulation());
            if (own.article() != null) {
                node.put("article", own.article());
            }
            if (own.address() != null) {
                node.put("address", own.address());
            }
        }
        return RuleSetDocuments.withoutNulls(document);
    }

    private static ProblemException refused(String pointer, String code, Object... figures) {
        return new ProblemException(ErrorCode.RULE_REFUSED, FieldError.in("calculation", pointer, code, figures));
    }
}
