package id.karier.history.entry;

import id.karier.employee.EmployeeKind;
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
record HistoryKind<E extends HistoryEntry<F, V>, F extends Record & Decreed, V extends Record & EntryView>(
        String path,
        Class<E> entity,
        Class<F> facts,
        String since,
        Function<V, LocalDate> date,
        Maker<E, F> maker,
        Admission<F> admission,
        List<Reference<F>> references,
        boolean current) {
    /** Makes a new entry. */
    interface Maker<E, F> {
        E make(UUID id, UUID employee, F facts);
    }

    /** Asks the rules. */
    interface Admission<F> {
        HistoryOutcome admit(F facts, Life life, Rest<F> rest);
    }

    /**
     * What only some rules ask for, read when they do.
     *
     * @param kindOn as what the person served on a day
     * @param others the other entries of the history
     */
    record Rest<F>(Function<LocalDate, EmployeeKind> kindOn, Supplier<List<F>> others) {}

    /** A member that is a code of a reference list. */
    record Reference<F>(String list, String pointer, Function<F, @Nullable String> code) {}

    /** The address of a history below its person, and of an entry with its id behind it. */
    String address(UUID employee) {
        return "/api/v1/employees/" + employee + '/' + path;
    }

    /** The key by which the history is listed. */
    SortKey<E> sortKey() {
        return SortKey.date(since, "h." + since, entry -> date.apply(entry.view()));
    }
}
