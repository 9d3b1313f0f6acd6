package id.karier.integration.bulk.export;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a table row by row, and holds no more than a few of them. */
interface TableWriter {
    void heading(List<String> columns) throws IOException;

    /** @param cells a text, a day, a number, a truth, or null each */
    void row(List<@Nullable Object> cells) throws IOException;

    /** Lets go of what has been written so far. */
    void flush() throws IOException;

    /** Writes the end; without it, the file can be seen to be broken off. */
    void end() throws IOException;
}
