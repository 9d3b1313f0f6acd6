package id.karier.integration.bulk.format;

import id.karier.integration.siasn.Issue;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one at a time. */
public interface Rows extends AutoCloseable {
    /** The next row, or null at the end. */
    @Nullable
    Row next();

    @Override
    void close();

    /**
     * What stands in a row, to be given back.
     *
     * @param names of the cells, where the row has names of its own; empty where a header names them
     */
    record Cells(List<String> names, List<@Nullable String> texts) {
        /** Characters of all cells. */
        public int length() {
            int length = 0;
            for (var text : texts) {
                length += text == null ? 1 : text.length() + 1;
            }
            return length;
        }
    }

    /**
     * One row.
     *
     * @param line where it begins
     * @param names what its texts are called
     * @param text what stands under the name of that number; null for nothing
     * @param issue why it cannot be read; then it has no texts
     */
    record Row(
            long line,
            List<String> names,
            IntFunction<@Nullable String> text,
            @Nullable Issue issue) {
        static Row unreadable(long line, Issue issue) {
            return new Row(line, List.of(), place -> null, issue);
        }
    }
}
