package id.karier.employee;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import java.util.List;

/** What registering or changing a person comes to: accepted, or refused for reasons that name their places. */
public sealed interface EmployeeOutcome {
    /** The number, the birth date and the sex agree. */
    record Accepted() implements EmployeeOutcome {}

    /** The identity number is none, or says something else than the record. */
    record NumberRefused(List<FieldError> reasons) implements EmployeeOutcome {
        public NumberRefused {
            reasons = List.copyOf(reasons);
        }
    }

    /** What is written here has a register of its own, which keeps its day and its decree. */
    record ProfileRefused(List<FieldError> reasons) implements EmployeeOutcome {
        public ProfileRefused {
            reasons = List.copyOf(reasons);
        }
    }

    /** @throws ProblemException 422 with the reasons, unless accepted */
    default void orRefuse() {
        if (this instanceof NumberRefused refused) {
            throw new ProblemException(ErrorCode.RULE_REFUSED, refused.reasons());
        }
        if (this instanceof ProfileRefused refused) {
            throw new ProblemException(ErrorCode.RULE_REFUSED, refused.reasons());
        }
    }
}
