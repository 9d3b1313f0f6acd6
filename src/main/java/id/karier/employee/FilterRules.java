package id.karier.employee;

import id.karier.employee.EmployeeJson.Filter;
import id.karier.kernel.FieldError;
import id.karier.rules.terms.RankCodes;
import java.time.Instant;
import java.util.Optional;

/** Pure rules about what a list of people may be narrowed by: a slip of the pen must not look like an empty office. */
final class FilterRules {
    /** What every database keeps. */
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("3000-01-01T00:00:00Z");

    private FilterRules() {}

    /**
     * What is wrong with a filter, if anything is.
     *
     * @param place before the name of a member, as a refusal is to name it
     */
    static Optional<FieldError> refused(Filter filter, String place) {
        if (filter.rank() != null && RankCodes.order(filter.rank()) == 0) {
            return Optional.of(FieldError.in("employee", place + "rank", "FILTER_NOT_IN_LIST", "ranks"));
        }
        var from = filter.retiringFrom();
        var until = filter.retiringUntil();
        if (from != null && until != null && until.isBefore(from)) {
            return Optional.of(FieldError.in(
                    "employee", place + "retiringUntil", "WINDOW_TURNED_ROUND", "retiringFrom", from.toString()));
        }
        var since = filter.updatedSince();
        if (since != null && (since.isBefore(FIRST) || since.isAfter(LAST))) {
            return Optional.of(FieldError.in("employee", place + "updatedSince", "INSTANT_OUT_OF_RANGE"));
        }
        return Optional.empty();
    }
}
