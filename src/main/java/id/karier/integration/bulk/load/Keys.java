package id.karier.integration.bulk.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The keys of a look-up in lists that are short enough. */
final class Keys {
    /**
     * From 200 on (eq_range_index_dive_limit) the database goes by statistics, which know nothing of the rows that a load
     * has just written, and reads the whole table. A list is filled up to the next 50.
     */
    private static final int MOST = 150;

    private Keys() {}

    static <K> List<List<K>> lists(Collection<K> keys) {
        var all = List.copyOf(keys);
        var lists = new ArrayList<List<K>>();
        for (int from = 0; from < all.size(); from += MOST) {
            lists.add(all.subList(from, Math.min(from + MOST, all.size())));
        }
        return lists;
    }
}
