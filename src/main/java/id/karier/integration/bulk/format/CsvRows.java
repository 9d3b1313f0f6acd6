package id.karier.integration.bulk.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import id.karier.integration.siasn.Issue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of a CSV file below its header; commas or semicolons, with or without a byte order mark. */
public final class CsvRows implements Rows {
    static final int LONGEST_RECORD = 1 << 18;
    private static final int LONGEST_HEADER = 1 << 14;

    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;
    private final List<String> header;
    private long line = 1;
    private boolean ended;

    /** @throws CsvParseException for a header that is no CSV */
    public CsvRows(InputStream in) {
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
        boolean begun = false;
        for (int i = 0; i < LONGEST_HEADER - 1; i++) {
            int c = reader.read();
            if (c < 0 || (c == '\n' && begun)) {
                break;
            }
            begun |= c > ' ';
            commas += c == ',' ? 1 : 0;
            semicolons += c == ';' ? 1 : 0;
        }
        reader.reset();
        return semicolons > commas ? ';' : ',';
    }

    public List<String> header() {
        return header;
    }

    /** Behind a record that is no CSV nothing can be trusted, so there the file ends. */
    @Override
    public @Nullable Row next() {
        if (ended) {
            return null;
        }
        try {
            if (records.hasNext()) {
                return row(records.next());
            }
            ended = true;
            return null;
        } catch (CsvParseException unreadable) {
            ended = true;
            return Row.unreadable(line + 1, Issue.at(null, null, "CSV_UNREADABLE"));
        }
    }

    private Row row(CsvRecord record) {
        line = record.getStartingLineNumber();
        if (record.getFieldCount() != header.size()) {
            return Row.unreadable(line, Issue.at(null, null, "FIELD_COUNT", header.size(), record.getFieldCount()));
        }
        return new Row(line, header, record::getField, null);
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
