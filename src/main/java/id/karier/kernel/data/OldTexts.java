package id.karier.kernel.data;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seals one column of texts that older versions stored in the clear; nobody sees a new version of the row. */
public final class OldTexts {
    private final AgencySql sql;
    private final FieldCipher cipher;
    private final SqlText old;
    private final SqlText seal;
    private final String place;

    /**
     * @param old selects id and text of {@code :most} rows after {@code :after}, in the order of their ids
     * @param seal puts {@code :sealed} in the place of the text {@code :before} of the row {@code :id}
     * @param place of the column, to which its seal is bound
     */
    public OldTexts(AgencySql sql, FieldCipher cipher, SqlText old, SqlText seal, String place) {
        this.sql = sql;
        this.cipher = cipher;
        this.old = old;
        this.seal = seal;
        this.place = place;
    }

    private record Old(UUID id, String text) {}

    private static Old old(Row row) throws SQLException {
        return new Old(row.id(), row.text());
    }

    /** As {@link OldRows#sealAfter}. */
    public @Nullable UUID sealAfter(UUID after, int most) {
        var found = sql.rows(old, Map.of("after", after, "most", most), OldTexts::old);
        sql.batch(
                seal,
                found,
                row -> Map.of(
                        "sealed", cipher.sealText(place, row.id(), row.text()), "id", row.id(), "before", row.text()));
        return found.size() < most ? null : found.get(found.size() - 1).id();
    }
}
