package id.karier.history.entry;

import id.karier.employee.EmployeeKind;
import id.karier.employee.Source;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.data.RecordReader;
import id.karier.kernel.data.Row;
import id.karier.kernel.web.ListSpec;
import id.karier.kernel.web.SortKey;
import id.karier.kernel.web.Versioned;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one history differs in from the others.
 *
 * @param path last segment of its address
 * @param since name of the member that dates an entry
 * @param list how its entries are read
 * @param references members that are codes of reference lists
 * @param current whether the current state tells of it
 */
record HistoryKind<E extends HistoryEntry<F>, F extends Record & Decreed>(
        String path,
        Class<E> entity,
        Class<F> facts,
        String since,
        ListSpec<Versioned> list,
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

    /** A list of entries: their facts, each in a column of its own, and where they came from. */
    static <F extends Record> ListSpec<Versioned> entries(
            String path, ObjectKind object, Class<F> facts, String since, Function<F, LocalDate> date) {
        var reader = RecordReader.of(facts);
        return list(
                path,
                object,
                row -> new Entry<>(
                        row.id(), reader.read(row), row.constant(Source.class), row.optionalText(), row.number()),
                "h.id, " + columns(object, facts) + ", h.source, h.siasn_id, h.version",
                since,
                entry -> date.apply(facts.cast(((Entry<?>) entry).facts())));
    }

    /** A list of entries that readers see in a shape of their own. */
    static <V extends Record & Versioned> ListSpec<Versioned> views(
            String path, ObjectKind object, Class<V> view, String since, Function<V, LocalDate> date) {
        var reader = RecordReader.of(view);
        return list(path, object, reader::read, columns(object, view), since, entry -> date.apply(view.cast(entry)));
    }

    private static ListSpec<Versioned> list(
            String path,
            ObjectKind object,
            Row.Reader<Versioned> reader,
            String columns,
            String since,
            Function<Versioned, Object> date) {
        return ListSpec.of(path, reader)
                .columns(columns)
                .from("employee_" + path + " h", "h.agency")
                .objects(object, "h")
                .sortedBy(SortKey.date(since, "h." + ObjectKind.column(since), date))
                .then(SortKey.id("h.id", Versioned::id))
                .order("-" + since)
                .build();
    }

    /** The columns of the members of a record, by the properties that the kind of object calls so. */
    private static String columns(ObjectKind object, Class<?> members) {
        var properties = new HashMap<String, String>();
        object.members().forEach((property, member) -> properties.put(member.name(), property));
        return Arrays.stream(members.getRecordComponents())
                .map(part -> "h." + ObjectKind.column(properties.getOrDefault(part.getName(), part.getName())))
                .collect(Collectors.joining(", "));
    }
}
