package id.karier.integration.bulk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of a CSV file, one at a time; commas or semicolons, with or without a byte order mark. */
final class ProfileRows implements AutoCloseable {
    private static final int LONGEST_RECORD = 1 << 18;
    private static final int LONGEST_HEADER = 1 << 14;

    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;
    private final List<String> header;

    /** @throws CsvParseException for a header that is no CSV */
    ProfileRows(InputStream in) {
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        try {
            char separator = separator(reader);
            csv = CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(true)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .maxBufferSize(LONGEST_RECORD)
                    .ofCsvRecord(reader);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        records = csv.iterator();
        header = records.hasNext() ? List.copyOf(records.next().getFields()) : List.of();
    }

    /** Skips the byte order mark and looks at the header: the separator is what it has more of. */
    private static char separator(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        reader.mark(LONGEST_HEADER);
        int commas = 0;
        int semicolons = 0;
        for (int i = 0; i < LONGEST_HEADER - 1; i++) {
            int c = reader.read();
            if (c < 0 || c == '\n') {
                break;
            }
            commas += c == ',' ? 1 : 0;
            semicolons += c == ';' ? 1 : 0;
        }
        reader.reset();
        return semicolons > commas ? ';' : ',';
    }

    List<String> header() {
        return header;
    }

    /**
     * The next record, or null at the end.
     *
     * @throws CsvParseException where quotes are not closed or a record does not end
     */
    @Nullable
    CsvRecord next() {
        return records.hasNext() ? records.next() : null;
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
