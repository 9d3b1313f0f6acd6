package id.karier.organisation.reference;

import id.karier.kernel.ErrorCode;
import id.karier.kernel.Messages;
import id.karier.organisation.reference.ReferenceList.Item;
import id.karier.organisation.reference.ReferenceList.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** What a client may meet in {@code code} of a problem and of its {@code errors}, with what the reader is told. */
final class ErrorLists {
    static final String CODES = "error-codes";
    static final String PLACES = "error-place-codes";

    /** Keys of the sentences of wrong places, in every bundle. */
    private static final String SENTENCE = "error.";

    private ErrorLists() {}

    static List<ReferenceList> all() {
        return List.of(codes(), places());
    }

    private static ReferenceList codes() {
        var items = new ArrayList<Item>();
        for (var code : ErrorCode.values()) {
            var title = "problem." + code.name() + ".title";
            var name = new Name(Messages.text(Messages.INDONESIAN, title), Messages.text(Locale.ENGLISH, title));
            items.add(new Item(code.name(), code.status(), name, String.valueOf(code.status())));
        }
        return new ReferenceList(
                CODES,
                null,
                new Name("Kode galat; kelompoknya status HTTP", "Error codes, by HTTP status"),
                null,
                items);
    }

    /** A code that several bundles have says one thing with the words of each. */
    private static ReferenceList places() {
        var items = new TreeMap<String, Item>();
        for (var bundle : Messages.BUNDLES) {
            var indonesian = Messages.patterns(Messages.INDONESIAN, bundle);
            var english = Messages.patterns(Locale.ENGLISH, bundle);
            indonesian.forEach((key, sentence) -> {
                if (key.startsWith(SENTENCE)) {
                    var code = key.substring(SENTENCE.length());
                    var name = new Name(sentence, english.getOrDefault(key, code));
                    items.merge(code, new Item(code, 0, name, bundle), ErrorLists::joined);
                }
            });
        }
        return new ReferenceList(
                PLACES,
                null,
                new Name(
                        "Kode tempat yang salah (errors[].code); {0} diganti angkanya",
                        "Codes of wrong places (errors[].code); {0} stands for a figure"),
                null,
                List.copyOf(items.values()));
    }

    private static Item joined(Item one, Item other) {
        var name = new Name(
                joined(one.name().id(), other.name().id()),
                joined(one.name().en(), other.name().en()));
        return new Item(one.code(), 0, name, null);
    }

    private static String joined(String one, String other) {
        return one.equals(other) ? one : one + " / " + other;
    }
}
