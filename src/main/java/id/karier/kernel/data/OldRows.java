package id.karier.kernel.data;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows that older versions stored in the clear, of one table; a bean of the slice that owns it. SQL alone cannot encrypt, so
 * {@link OldRowsSealing} seals them while the product runs, and whoever reads the table understands both forms.
 */
public interface OldRows {
    /** The table, for the log. */
    String name();

    /**
     * Seals some rows within the running transaction. What somebody else has changed meanwhile is left to the next round.
     *
     * @param after the last id that was looked at
     * @return the last id that was looked at now, or null when there is none left
     */
    @Nullable
    UUID sealAfter(UUID after, int most);
}
