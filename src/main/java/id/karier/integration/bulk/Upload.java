package id.karier.integration.bulk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that has arrived whole, in UTF-8; of a spreadsheet the CSV.
 *
 * @param file where it waits; deleted when the upload is closed
 * @param sha256 hexadecimal digest of the bytes that were sent
 * @param lines how many line ends it has
 */
record Upload(Path file, String sha256, long bytes, long lines) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
