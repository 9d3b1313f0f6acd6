package id.karier.organisation.reference;

import id.karier.kernel.Published;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A closed list of codes.
 *
 * @param list its name in addresses
 * @param schema the enumeration of the contract that it names, where it does
 * @param basis the regulation that closes it, where one does
 * @param items in the order that people expect
 */
@Published
public record ReferenceList(
        String list,
        @Nullable String schema,
        Name name,
        @Nullable String basis,
        List<Item> items) {
    public ReferenceList {
        items = List.copyOf(items);
    }

    /** What something is called, in both languages. */
    public record Name(String id, String en) {}

    /**
     * One code.
     *
     * @param order its place; equal for equals (D4 and S1), and meaningful only within its group
     * @param group what it belongs to, for example PNS or PPPK of a rank
     */
    public record Item(
            String code, int order, Name name, @Nullable String group) {}

    public Optional<Item> find(String code) {
        return items.stream().filter(item -> item.code().equals(code)).findFirst();
    }
}
