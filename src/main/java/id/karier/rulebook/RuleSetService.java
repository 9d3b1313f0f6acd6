package id.karier.rulebook;

import id.karier.identity.FourEyes;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.Ids;
import id.karier.kernel.ProblemException;
import id.karier.rulebook.AgencyRuleSet.Composed;
import id.karier.rulebook.RulebookJson.Proposal;
import id.karier.rulebook.RulebookJson.View;
import id.karier.rules.RuleSetKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** An agency's own versions: proposed by its administrator, approved by its appointing authority. */
@ApplicationScoped
class RuleSetService {
    private final RulebookQueries queries;
    private final RuleSetDrafts drafts;
    private final RuleSetViews views;
    private final FourEyes eyes;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    RuleSetService(
            RulebookQueries queries,
            RuleSetDrafts drafts,
            RuleSetViews views,
            FourEyes eyes,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.queries = queries;
        this.drafts = drafts;
        this.views = views;
        this.eyes = eyes;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws ProblemException 422 unless it changes choices only, is sound, and begins today or later */
    @Transactional
    public View propose(RuleSetKind kind, Proposal proposal) {
        var draft = drafts.compose(kind, proposal, "");
        if (!draft.beyondChoice().isEmpty()) {
            throw new ProblemException(ErrorCode.RULE_REFUSED, draft.beyondChoice());
        }
        drafts.sound(draft, "");
        var own = new AgencyRuleSet(
                ids.next(),
                kind,
                draft.base().version(),
                new Composed(
                        proposal.version(),
                        proposal.effectiveFrom(),
                        proposal.effectiveTo(),
                        draft.document().toString()),
                caller.accountId());
        queries.add(own);
        queries.flush();
        return views.view(own, caller.agency());
    }

    /**
     * Decides on a proposal, or withdraws what was approved while it is not in force yet: nothing was calculated by it.
     *
     * @throws ProblemException 404, 409 when it was decided before, 422 for an own proposal or one that is late
     */
    @Transactional
    public View decide(RuleSetKind kind, String version, ProposalStatus decision) {
        var own = queries.own(kind, version).orElseThrow(ProblemException::notFound);
        boolean withdrawn = own.status() == ProposalStatus.APPROVED
                && decision == ProposalStatus.REJECTED
                && drafts.isComing(own.effectiveFrom());
        if (own.status() != ProposalStatus.PROPOSED && !withdrawn) {
            throw decidedBefore(own);
        }
        if (!eyes.mayDecideOn(own.proposedBy())) {
            throw RuleSetDrafts.refused("", "OWN_PROPOSAL");
        }
        if (decision == ProposalStatus.APPROVED) {
            drafts.requireComing("", own.effectiveFrom());
        }
        own.decide(decision, caller.accountId(), clock.instant());
        queries.flush();
        return views.view(own, caller.agency());
    }

    private static ProblemException decidedBefore(AgencyRuleSet own) {
        var sentence = own.status() == ProposalStatus.APPROVED
                ? "calculation.refusal.RULE_SET_APPROVED"
                : "calculation.refusal.RULE_SET_REJECTED";
        return ProblemException.saying(
                ErrorCode.STATE_CONFLICT, sentence, own.effectiveFrom().toString());
    }
}
