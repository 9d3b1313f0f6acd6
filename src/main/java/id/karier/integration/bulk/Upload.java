package id.karier.integration.bulk;

import id.karier.integration.bulk.format.Spreadsheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that has arrived whole, in UTF-8; of a spreadsheet the CSV.
 *
 * @param file where it waits; deleted when the upload is closed
 * @param sha256 hexadecimal digest of the bytes that were sent
 * @param lines how many line ends it has
 * @param encoding what it was written in, where that was not UTF-8
 * @param sheet what was read of a spreadsheet; null for text
 */
record Upload(
        Path file,
        String sha256,
        long bytes,
        long lines,
        @Nullable String encoding,
        Spreadsheet.@Nullable Found sheet) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
