package id.karier.history.entry;

import id.karier.employee.EmployeeKind;
import id.karier.employee.Source;
import id.karier.history.entry.StatusJson.StatusFacts;
import id.karier.kernel.access.ObjectKind;
import id.karier.kernel.data.FieldCipher;
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
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one history differs in from the others.
 *
 * @param path last segment of its address
 * @param object what its entries are to log and reach
 * @param since name of the member that dates an entry
 * @param list how its entries are read
 * @param references members that are codes of reference lists
 * @param current whether the current state tells of it
 * @param sealing the member that is ciphertext at rest
 */
record HistoryKind<E extends HistoryEntry<F>, F extends Record & Decreed>(
        String path,
        ObjectKind object,
        Class<E> entity,
        Class<F> facts,
        String since,
        Reading list,
        Check<F> check,
        List<Reference<F>> references,
        boolean current,
        Sealing<F> sealing) {
    /** Makes an entry, and changes it. Most histories only take over the facts. */
    interface Factory<F extends Record & Decreed> {
        HistoryEntry<F> make(UUID id, UUID employee, F facts);

        /** Looks up what a change needs; what it answers is done once the rules have agreed. */
        default Runnable prepare(HistoryEntry<F> entry, F facts) {
            return () -> entry.change(facts);
        }

        /**
         * Looks at the other entries, after the rules and before the writing.
         *
         * @param before what the entry said until now; null for a new one
         */
        default void settle(HistoryEntry<F> entry, @Nullable F before, F facts) {}
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
     * @param statuses the legal standings of the person
     */
    record OtherEntries<F>(
            Function<LocalDate, EmployeeKind> kindOn, Supplier<List<F>> facts, Supplier<List<StatusFacts>> statuses) {}

    /** A member that is a code of a reference list. */
    record Reference<F>(String list, String pointer, Function<F, @Nullable String> code) {}

    /**
     * The member of a history that is stored as ciphertext, bound to the entry.
     *
     * @param place table and column; null when everything is in the clear
     */
    record Sealing<F>(
            @Nullable String place, Function<F, @Nullable String> member, BiFunction<F, @Nullable String, F> replaced) {
        static <F> Sealing<F> none() {
            return new Sealing<>(null, facts -> null, (facts, text) -> facts);
        }

        /** Facts to be stored; what did not change keeps its seal, so that the log tells only of what did. */
        F sealed(FieldCipher cipher, UUID entry, F facts, @Nullable F stored) {
            var text = place == null ? null : member.apply(facts);
            if (place == null || text == null) {
                return facts;
            }
            var before = stored == null ? null : member.apply(stored);
            boolean same = before != null && text.equals(cipher.openText(place, entry, before));
            return replaced.apply(facts, same ? before : cipher.sealText(place, entry, text));
        }

        /** Stored facts in the clear. */
        F opened(FieldCipher cipher, UUID entry, F facts) {
            var text = place == null ? null : member.apply(facts);
            return place == null || text == null ? facts : replaced.apply(facts, cipher.openText(place, entry, text));
        }
    }

    /**
     * How entries are read.
     *
     * @param view what readers see of one
     * @param ofOne a person's, the newest first
     * @param ofMany the same of many people, each with whose it is, the oldest first
     */
    record Reading(Class<?> view, ListSpec<Versioned> ofOne, ListSpec<Owned> ofMany) {}

    /** An entry and whose it is. */
    record Owned(UUID person, Versioned entry) {}

    /** What readers see of an entry. */
    Class<?> view() {
        return list.view();
    }

    /** What readers see of an entry, with its ciphertext opened. */
    Versioned opened(FieldCipher cipher, Versioned view) {
        if (sealing.place() == null || !(view instanceof Entry<?> entry)) {
            return view;
        }
        var open = sealing.opened(cipher, entry.id(), facts.cast(entry.facts()));
        return new Entry<>(entry.id(), open, entry.source(), entry.siasnId(), entry.version());
    }

    /** A list of entries: their facts, each in a column of its own, and where they came from. */
    static <F extends Record> Reading entries(
            String path, ObjectKind object, Class<F> facts, String since, Function<F, LocalDate> date) {
        return entries(path, object, facts, since, ObjectKind.column(since), date);
    }

    /** @param dated the column by which they are sorted, where it is not that of the member */
    static <F extends Record> Reading entries(
            String path, ObjectKind object, Class<F> facts, String since, String dated, Function<F, LocalDate> date) {
        var reader = RecordReader.of(facts);
        return reading(
                Entry.class,
                path,
                object,
                row -> new Entry<>(
                        row.id(), reader.read(row), row.constant(Source.class), row.optionalText(), row.number()),
                "h.id, " + columns(object, facts) + ", h.source, h.siasn_id, h.version",
                since,
                dated,
                entry -> date.apply(facts.cast(((Entry<?>) entry).facts())));
    }

    /** A list of entries that readers see in a shape of their own. */
    static <V extends Record & Versioned> Reading views(
            String path, ObjectKind object, Class<V> view, String since, Function<V, LocalDate> date) {
        var reader = RecordReader.of(view);
        return reading(
                view,
                path,
                object,
                reader::read,
                columns(object, view),
                since,
                ObjectKind.column(since),
                entry -> date.apply(view.cast(entry)));
    }

    private static Reading reading(
            Class<?> view,
            String path,
            ObjectKind object,
            Row.Reader<Versioned> reader,
            String columns,
            String since,
            String dated,
            Function<Versioned, LocalDate> date) {
        var ofOne = ListSpec.of(path, reader)
                .columns(columns)
                .from("employee_" + path + " h", "h.agency")
                .objects(object, "h")
                .sortedBy(SortKey.date(since, "h." + dated, date::apply))
                .then(SortKey.id("h.id", Versioned::id))
                .order("-" + since)
                .build();
        var ofMany = ListSpec.of(path + " of people", row -> new Owned(row.id(), reader.read(row)))
                .columns("h.employee_id, " + columns)
                .from("employee_" + path + " h", "h.agency")
                .objects(object, "h")
                .sortedBy(SortKey.date(since, "h." + dated, owned -> date.apply(owned.entry())))
                .then(SortKey.id("h.id", owned -> owned.entry().id()))
                .order(since)
                .build();
        return new Reading(view, ofOne, ofMany);
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
