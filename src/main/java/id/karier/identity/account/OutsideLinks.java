package id.karier.identity.account;

import id.karier.identity.OutsideIssuers;
import id.karier.kernel.Caller;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which identities outside an administrator may link to an account or a machine: of the issuers that serve her agency
 * only, and one that is linked already to nothing else of her agency. What other agencies have linked she neither meets
 * nor learns.
 */
@ApplicationScoped
class OutsideLinks {
    private static final String BUNDLE = "identity";
    private static final String ISSUER = "/externalIssuer";
    private static final String SUBJECT = "/externalSubject";

    private final OutsideIssuers issuers;
    private final AccountQueries queries;
    private final Caller caller;

    OutsideLinks(OutsideIssuers issuers, AccountQueries queries, Caller caller) {
        this.issuers = issuers;
        this.queries = queries;
        this.caller = caller;
    }

    /** An identity at an issuer outside; both words or none. */
    record Link(@Nullable String issuer, @Nullable String subject) {
        static final Link NONE = new Link(null, null);

        boolean isThere() {
            return issuer != null && subject != null;
        }
    }

    /**
     * What is wrong with a link. One that was there before stays as it is, even when its issuer serves the agency no more:
     * it opens nothing then.
     */
    List<FieldError> faults(Link before, Link after) {
        if (after.equals(before)) {
            return List.of();
        }
        var faults = new ArrayList<>(AccountRules.externalFaults(after.issuer(), after.subject()));
        var serving = issuers.servingAgency(caller.agency());
        if (after.issuer() != null && !serving.contains(after.issuer())) {
            var choices = serving.isEmpty() ? "-" : String.join(", ", serving);
            faults.add(FieldError.in(BUNDLE, ISSUER, "EXTERNAL_ISSUER_UNKNOWN", choices));
        }
        var subject = after.subject();
        if (subject != null
                && (!subject.strip().equals(subject) || subject.chars().anyMatch(Character::isISOControl))) {
            faults.add(FieldError.in(BUNDLE, SUBJECT, "EXTERNAL_SUBJECT_BLANK"));
        }
        return faults;
    }

    /**
     * Asked before the write, so that the database has no duplicate to complain of with the subject in its words.
     *
     * @throws ProblemException 409 when another account or machine of the agency has it
     */
    void requireFree(Link link, @Nullable UUID owner) {
        if (link.issuer() != null && link.subject() != null && queries.isLinked(link.issuer(), link.subject(), owner)) {
            throw new ProblemException(ErrorCode.ALREADY_EXISTS, taken());
        }
    }

    /** Whether an account can be signed in to from outside at all. */
    boolean opens(Link link) {
        return link.isThere() || issuers.signInByName(caller.agency());
    }

    static FieldError taken() {
        return FieldError.in(BUNDLE, SUBJECT, "EXTERNAL_TAKEN");
    }
}
