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
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file below its header, as programs write them: with semicolons, commas, tabulators or bars, with or
 * without a byte order mark or a line that says {@code sep=;}, with titles above the header and rows that say nothing.
 */
public final class CsvRows implements Rows {
    static final int LONGEST_RECORD = 1 << 18;

    /** The header is among the first so many records that say something. */
    static final int HEADER_WITHIN = 20;

    private static final int HEAD = 1 << 16;
    private static final List<Character> SEPARATORS = List.of(';', ',', '\t', '|');

    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;
    private final List<String> header;
    private final char separator;
    private long above;
    private long line = 1;
    private boolean ended;

    /**
     * @param isHeader whether a record is the header
     * @throws CsvParseException for a header that is no CSV
     */
    public CsvRows(InputStream in, Predicate<List<String>> isHeader) {
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), HEAD);
        List<String> found = List.of();
        try {
            var head = head(reader);
            var declared = declared(head);
            if (declared != null) {
                reader.readLine();
                above = 1;
                head = head(reader);
            }
            var place = place(head, declared == null ? SEPARATORS : List.of(declared), isHeader);
            separator = place == null ? (declared == null ? commonest(head) : declared) : place.separator();
            csv = csv(reader, separator);
            records = csv.iterator();
            int skipped = place == null ? 0 : place.records();
            while (records.hasNext() && found.isEmpty()) {
                var record = records.next();
                line = above + record.getStartingLineNumber();
                if (!isBlank(record) && skipped-- <= 0) {
                    found = record.getFields();
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        header = List.copyOf(found);
    }

    private static CsvReader<CsvRecord> csv(Reader reader, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_RECORD)
                .ofCsvRecord(reader);
    }

    /** The beginning of the file behind the byte order mark, which is skipped; the reader stands before it again. */
    private static String head(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        reader.mark(HEAD);
        var head = new char[HEAD - 1];
        int length = 0;
        for (int read = 0; read >= 0 && length < head.length; length += Math.max(0, read)) {
            read = reader.read(head, length, head.length - length);
        }
        reader.reset();
        return new String(head, 0, length);
    }

    /** What a first line {@code sep=;} says; it is a setting of spreadsheet programs and no record. */
    private static @Nullable Character declared(String head) {
        boolean says = head.length() > 4
                && head.regionMatches(true, 0, "sep=", 0, 4)
                && (head.length() == 5 || head.charAt(5) == '\r' || head.charAt(5) == '\n');
        return says && SEPARATORS.contains(head.charAt(4)) ? head.charAt(4) : null;
    }

    /** @param records that stand above the header and say something */
    private record Place(char separator, int records) {}

    private static @Nullable Place place(String head, List<Character> separators, Predicate<List<String>> isHeader) {
        for (char separator : separators) {
            try (var csv = csv(new StringReader(head), separator)) {
                int number = 0;
                for (var record : csv) {
                    if (isBlank(record)) {
                        continue;
                    }
                    if (isHeader.test(record.getFields())) {
                        return new Place(separator, number);
                    }
                    if (++number == HEADER_WITHIN) {
                        break;
                    }
                }
            } catch (IOException | CsvParseException otherwise) {
                // with this separator the beginning is no CSV
                continue;
            }
        }
        return null;
    }

    /** What the first line that says something has most of. */
    private static char commonest(String head) {
        var first = head.lines().filter(said -> !said.isBlank()).findFirst().orElse("");
        char commonest = ',';
        long most = first.chars().filter(c -> c == ',').count();
        for (char separator : SEPARATORS) {
            long count = first.chars().filter(c -> c == separator).count();
            if (count > most) {
                most = count;
                commonest = separator;
            }
        }
        return commonest;
    }

    private static boolean isBlank(CsvRecord record) {
        for (int i = 0; i < record.getFieldCount(); i++) {
            if (!Blank.is(record.getField(i))) {
                return false;
            }
        }
        return true;
    }

    public List<String> header() {
        return header;
    }

    /** Line of the header; behind it, of the last row. */
    public long line() {
        return line;
    }

    public char separator() {
        return separator;
    }

    /** Behind a record that is no CSV nothing can be trusted, so there the file ends. */
    @Override
    public @Nullable Row next() {
        try {
            while (!ended && records.hasNext()) {
                var record = records.next();
                line = above + record.getStartingLineNumber();
                if (!isBlank(record)) {
                    return row(record);
                }
            }
            ended = true;
            return null;
        } catch (CsvParseException unreadable) {
            ended = true;
            return Row.unreadable(line + 1, Issue.at(null, null, "CSV_UNREADABLE"));
        }
    }

    /** A row that ends early says nothing in its last columns; one that goes on has slipped. */
    private Row row(CsvRecord record) {
        int count = record.getFieldCount();
        while (count > header.size() && Blank.is(record.getField(count - 1))) {
            count--;
        }
        if (count > header.size()) {
            var texts = new ArrayList<@Nullable String>(record.getFields());
            return new Row(line, header, texts::get, Issue.at(null, null, "FIELD_COUNT", header.size(), count));
        }
        int fields = record.getFieldCount();
        return new Row(line, header, place -> place < fields ? record.getField(place) : "", null);
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
