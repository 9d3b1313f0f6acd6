package id.karier.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import id.karier.organisation.AgencyDirectory;
import id.karier.rulebook.RulebookJson.Proposal;
import id.karier.rules.RuleSet;
import id.karier.rules.RuleSetDocuments;
import id.karier.rules.RuleSetKind;
import id.karier.rules.RuleSets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Puts what an agency wants into the national version that is in force on its first day, and judges the outcome. Stores
 * nothing; a {@code place} is the pointer of the proposal within the request's body.
 */
@ApplicationScoped
public class RuleSetDrafts {
    private final RulebookQueries queries;
    private final RuleSets ruleSets;
    private final RuleSetDocuments documents;
    private final AgencyDirectory agencies;
    private final Caller caller;

    RuleSetDrafts(
            RulebookQueries queries,
            RuleSets ruleSets,
            RuleSetDocuments documents,
            AgencyDirectory agencies,
            Caller caller) {
        this.queries = queries;
        this.ruleSets = ruleSets;
        this.documents = documents;
        this.agencies = agencies;
        this.caller = caller;
    }

    /**
     * A composed version that nobody has judged yet.
     *
     * @param beyondChoice the places that differ and that the law leaves to no agency
     */
    public record Draft(RuleSet<?> base, ObjectNode document, List<FieldError> beyondChoice) {}

    /** @throws ProblemException 422 unless it begins today or later, under a name and from a version that are there */
    public Draft compose(RuleSetKind kind, Proposal proposal, String place) {
        requireComing(place + "/effectiveFrom", proposal.effectiveFrom());
        if (proposal.effectiveTo() != null && proposal.effectiveTo().isBefore(proposal.effectiveFrom())) {
            throw refused(
                    place + "/effectiveTo",
                    "DATES_REVERSED",
                    proposal.effectiveFrom().toString(),
                    proposal.effectiveTo().toString());
        }
        var national = ruleSets.all(kind, null);
        if (national.stream().anyMatch(known -> known.version().equals(proposal.version()))) {
            throw refused(place + "/version", "VERSION_TAKEN", proposal.version());
        }
        var base = national.stream()
                .filter(candidate -> candidate.inForceOn(proposal.effectiveFrom()))
                .findFirst()
                .orElseThrow(() -> refused(
                        place + "/effectiveFrom",
                        "NO_RULE_SET_IN_FORCE",
                        proposal.effectiveFrom().toString()));
        if (proposal.body().isEmpty()) {
            throw refused(place + "/body", "MEMBER_REQUIRED");
        }
        return composed(base, proposal, place);
    }

    /** @throws ProblemException 422 for what contradicts the schema or the invariants of the kind */
    public RuleSet<?> sound(Draft draft, String place) {
        var violations = documents.violations(draft.base().kind(), draft.document());
        if (!violations.isEmpty()) {
            throw new ProblemException(
                    ErrorCode.RULE_REFUSED,
                    violations.stream()
                            .map(found -> new FieldError(
                                    place + found.pointer(),
                                    found.code(),
                                    found.sentence(),
                                    List.copyOf(found.figures())))
                            .toList());
        }
        return documents.read(draft.document(), caller.agency());
    }

    /** A version by its name: the agency's own, whatever its status, or the nation's. */
    public Optional<RuleSet<?>> named(RuleSetKind kind, String version) {
        return queries.own(kind, version)
                .<RuleSet<?>>map(own -> documents.read(RuleSetDocuments.tree(own.document()), caller.agency()))
                .or(() -> ruleSets.all(kind, null).stream()
                        .filter(candidate -> candidate.version().equals(version))
                        .findFirst());
    }

    /** Whether a version that begins on that day is not in force yet. */
    boolean isComing(LocalDate effectiveFrom) {
        return effectiveFrom.isAfter(agencies.today(caller.agency()));
    }

    /** Nothing that was decided before may come out differently, so that no version reaches back. */
    void requireComing(String pointer, LocalDate effectiveFrom) {
        var today = agencies.today(caller.agency());
        if (effectiveFrom.isBefore(today)) {
            throw refused(pointer, "EFFECTIVE_IN_PAST", effectiveFrom.toString(), today.toString());
        }
    }

    private static Draft composed(RuleSet<?> base, Proposal proposal, String place) {
        var document = (ObjectNode) RuleSetDocuments.document(base);
        document.remove(List.of("agency", "effectiveTo", "enactedOn"));
        var body = (ObjectNode) document.path("body");
        var national = body.deepCopy();
        body.setAll(proposal.body());
        var beyondChoice = beyondChoice(base, national, body).stream()
                .map(pointer -> FieldError.in("calculation", place + "/body" + pointer, "NOT_AN_AGENCY_CHOICE"))
                .toList();
        document.put("version", proposal.version());
        document.put("effectiveFrom", proposal.effectiveFrom().toString());
        if (proposal.effectiveTo() != null) {
            document.put("effectiveTo", proposal.effectiveTo().toString());
        }
        var basis = (ArrayNode) document.path("legalBasis");
        for (var own : proposal.legalBasis()) {
            var node = basis.addObject().put("regulation", own.regulation());
            if (own.article() != null) {
                node.put("article", own.article());
            }
            if (own.address() != null) {
                node.put("address", own.address());
            }
            if (own.secondHand() != null) {
                own.secondHand().forEach(node.withArray("secondHand")::add);
            }
        }
        return new Draft(base, RuleSetDocuments.withoutNulls(document), beyondChoice);
    }

    /** Where a body differs from the one of a rule set that the law leaves to no agency. */
    public static List<String> beyondChoice(RuleSet<?> base, JsonNode body, JsonNode other) {
        return RuleSetDocuments.differences(body, other).stream()
                .filter(pointer -> !base.leavesToAgencies(pointer))
                .toList();
    }

    static ProblemException refused(String pointer, String code, Object... figures) {
        return new ProblemException(ErrorCode.RULE_REFUSED, FieldError.in("calculation", pointer, code, figures));
    }
}
