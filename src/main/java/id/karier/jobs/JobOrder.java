package id.karier.jobs;

import id.karier.kernel.Published;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants done.
 *
 * @param settings what the handler reads back
 * @param total how many steps there are about, for the progress; 0 when nobody knows
 * @param input what the work reads, or null
 */
@Published
public record JobOrder<S extends Record>(
        JobKind<S, ?> kind,
        S settings,
        long total,
        @Nullable Input input) {
    /** Opens the input; more than once when the order's transaction is run again. */
    @FunctionalInterface
    public interface Input {
        InputStream open() throws IOException;
    }
}
