package id.karier.history.entry;

import id.karier.employee.EmployeeKind;
import id.karier.kernel.web.ListQuery;
import id.karier.kernel.web.SortKey;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one history differs in from the others.
 *
 * @param path last segment of its address
 * @param since name of the member that dates an entry
 * @param references members that are codes of reference lists
 * @param current whether the current state tells of it
 */
record HistoryKind<E extends HistoryEntry<F>, F extends Record & Decreed>(
        String path,
        Class<E> entity,
        Class<F> facts,
        String since,
        Function<F, LocalDate> date,
        Check<F> check,
        List<Reference<F>> references,
        boolean current) {
    /** Makes an entry, and changes it. Most histories only take over the facts. */
    interface Factory<F extends Record & Decreed> {
        HistoryEntry<F> make(UUID id, UUID employee, F facts);

        /** Looks up what a change needs; what it answers is done once the rules have agreed. */
        default Runnable prepare(HistoryEntry<F> entry, F facts) {
            return () -> entry.change(facts);
        }

        /** Looks at the other entries, after the rules and before the writing. */
        default void settle(HistoryEntry<F> entry, F facts) {}
    }

    /** Asks the rules. */
    interface Check<F> {
        HistoryOutcome check(F facts, PersonDates dates, OtherEntries<F> others);
    }

    /**
     * What only some rules ask for, read when they do.
     *
     * @param kindOn as what the person served on a day
     * @param facts the other entries of the history
     */
    record OtherEntries<F>(Function<LocalDate, EmployeeKind> kindOn, Supplier<List<F>> facts) {}

    /** A member that is a code of a reference list. */
    record Reference<F>(String list, String pointer, Function<F, @Nullable String> code) {}

    /** Its list, to be narrowed to a person. */
    ListQuery<E> list() {
        return new ListQuery<>(
                entity,
                "select h",
                "from " + entity.getSimpleName() + " h",
                List.of(SortKey.date(since, "h." + since, entry -> date.apply(entry.facts()))),
                SortKey.id("h.id", HistoryEntry::id),
                "-" + since);
    }
}
