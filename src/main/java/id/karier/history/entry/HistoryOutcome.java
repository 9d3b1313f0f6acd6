package id.karier.history.entry;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import java.util.List;
import java.util.stream.Stream;

/** What an entry comes to before the rules: admitted, or refused for reasons that name their places. */
sealed interface HistoryOutcome {
    /** It fits the rest of the history. */
    record Admitted() implements HistoryOutcome {}

    /** It contradicts itself, the person's dates, or another entry. */
    record Refused(List<FieldError> reasons) implements HistoryOutcome {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    static HistoryOutcome of(List<FieldError> reasons) {
        return reasons.isEmpty() ? new Admitted() : new Refused(reasons);
    }

    /** What two rules say, with the reasons of both. */
    static HistoryOutcome both(HistoryOutcome one, HistoryOutcome other) {
        return of(Stream.of(one, other)
                .flatMap(outcome -> outcome instanceof Refused refused ? refused.reasons().stream() : Stream.empty())
                .toList());
    }

    /** @throws ProblemException 422 with the reasons, unless admitted */
    default void orRefuse() {
        if (this instanceof Refused refused) {
            throw new ProblemException(ErrorCode.RULE_REFUSED, refused.reasons());
        }
    }
}
