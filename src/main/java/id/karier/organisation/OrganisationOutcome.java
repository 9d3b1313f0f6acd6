package id.karier.organisation;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import java.util.List;

/** What a change of the organisation comes to: accepted, or refused for reasons that name their places. */
public sealed interface OrganisationOutcome {
    /** Nothing stands against it. */
    record Accepted() implements OrganisationOutcome {}

    /** It does not fit what is there now: closed, there already, led already. */
    record Conflicting(FieldError reason) implements OrganisationOutcome {}

    /** A rule of the tree or of its days forbids it. */
    record Forbidden(FieldError reason) implements OrganisationOutcome {}

    /** Something still hangs on what is to be closed; every reason is told. */
    record StillUsed(List<FieldError> reasons) implements OrganisationOutcome {
        public StillUsed {
            reasons = List.copyOf(reasons);
        }
    }

    static OrganisationOutcome conflicting(String pointer, String code, Object... figures) {
        return new Conflicting(FieldError.in("organisation", pointer, code, figures));
    }

    static OrganisationOutcome forbidden(String pointer, String code, Object... figures) {
        return new Forbidden(FieldError.in("organisation", pointer, code, figures));
    }

    /** @throws ProblemException 409 or 422 with the reasons, unless accepted */
    default void orRefuse() {
        if (this instanceof Conflicting refused) {
            throw new ProblemException(ErrorCode.STATE_CONFLICT, refused.reason());
        }
        if (this instanceof Forbidden refused) {
            throw new ProblemException(ErrorCode.RULE_REFUSED, refused.reason());
        }
        if (this instanceof StillUsed refused) {
            throw new ProblemException(ErrorCode.IN_USE, refused.reasons());
        }
    }
}
