package id.karier.competency;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import java.util.List;

/** What a write about competencies comes to: accepted, or refused for reasons that name their places. */
public sealed interface CompetencyOutcome {
    /** Nothing stands against it. */
    record Accepted() implements CompetencyOutcome {}

    /** A rule forbids it; every reason is told. */
    record Refused(List<FieldError> reasons) implements CompetencyOutcome {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /** It does not fit what is there now. */
    record Conflicting(FieldError reason) implements CompetencyOutcome {}

    /** Nobody does this for herself; the sentence is of the bundle {@code competency}. */
    record NotForOneself(String sentence) implements CompetencyOutcome {}

    static CompetencyOutcome of(List<FieldError> reasons) {
        return reasons.isEmpty() ? new Accepted() : new Refused(reasons);
    }

    static CompetencyOutcome conflicting(String pointer, String code, Object... figures) {
        return new Conflicting(FieldError.in("competency", pointer, code, figures));
    }

    /** @throws ProblemException 403, 409 or 422 with the reasons, unless accepted */
    default void orRefuse() {
        if (this instanceof NotForOneself refused) {
            throw ProblemException.saying(ErrorCode.OWN_RECORD, refused.sentence());
        }
        if (this instanceof Conflicting refused) {
            throw new ProblemException(ErrorCode.STATE_CONFLICT, refused.reason());
        }
        if (this instanceof Refused refused) {
            throw new ProblemException(ErrorCode.RULE_REFUSED, refused.reasons());
        }
    }
}
