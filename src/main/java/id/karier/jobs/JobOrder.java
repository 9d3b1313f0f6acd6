package id.karier.jobs;

import id.karier.kernel.Published;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants done.
 *
 * @param kind the kind of a {@link JobHandler}
 * @param settings a record that the handler reads back; stored as JSON
 * @param total how many steps there are about, for the progress; 0 when nobody knows
 * @param input what the work reads, or null
 */
@Published
public record JobOrder(
        String kind,
        Settings settings,
        long total,
        @Nullable Input input) {
    /**
     * What every job knows of itself; a kind that needs more writes it into its input.
     *
     * @param dryRun find out what would happen, and write nothing
     * @param partial write what is good although some is bad
     * @param variant a word that the handler understands, or null
     */
    public record Settings(
            boolean dryRun, boolean partial, @Nullable String variant) {}

    /** Opens the input; more than once when the order's transaction is run again. */
    @FunctionalInterface
    public interface Input {
        InputStream open() throws IOException;
    }
}
