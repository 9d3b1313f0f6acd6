package id.karier.organisation.reference;

import id.karier.kernel.Published;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
     * @param standing only of legal standings
     * @param penalty only of disciplinary penalties
     */
    public record Item(
            String code,
            int order,
            Name name,
            @Nullable String group,
            @Nullable Standing standing,
            @Nullable Penalty penalty) {
        /** A code of which nothing more is to be said. */
        public Item(String code, int order, Name name, @Nullable String group) {
            this(code, order, name, group, null, null);
        }
    }

    /**
     * What a legal standing means.
     *
     * @param access {@code FULL}, {@code OWN_FILE} (signs in, and reads her own file only) or {@code NONE}
     * @param countsForRank whether its time is years in rank, null where the law was not seen to say so
     * @param needs what its row must have: {@code decree}, {@code reason}, {@code destination}
     * @param national what the national list calls it, none where it has no code for it
     */
    public record Standing(
            boolean inService,
            boolean keepsPost,
            String access,
            @Nullable Boolean countsForRank,
            List<String> needs,
            List<NationalCode> national) {
        public Standing {
            needs = List.copyOf(needs);
            national = List.copyOf(national);
        }
    }

    /** A code of the national personnel system. */
    public record NationalCode(
            @Schema(examples = "01") String code,
            @Schema(examples = "Aktif") String name) {}

    /**
     * What the law says of a penalty.
     *
     * @param months how long it is served, null for one that is over at once or has no length
     * @param effect {@code REPRIMAND}, {@code ALLOWANCE_CUT}, {@code LOWER_POST}, {@code RELEASED_FROM_POST} or {@code DISMISSAL}
     */
    public record Penalty(@Nullable Integer months, String effect) {}

    public Optional<Item> find(String code) {
        return items.stream().filter(item -> item.code().equals(code)).findFirst();
    }
}
