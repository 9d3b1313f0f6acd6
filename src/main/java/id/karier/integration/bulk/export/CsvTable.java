package id.karier.integration.bulk.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import id.karier.kernel.PlainText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CSV as RFC 4180 has it. A text that a spreadsheet would take for a formula gets an apostrophe in front, which imports take
 * away again.
 */
final class CsvTable implements TableWriter {
    /** Also the wide forms, which some programs read as the narrow ones. */
    private static final String FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20";

    private final CsvWriter csv;

    CsvTable(OutputStream out) {
        csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void heading(List<String> columns) {
        csv.writeRecord(columns);
    }

    @Override
    public void row(List<@Nullable Object> cells) {
        var texts = new ArrayList<String>(cells.size());
        for (var cell : cells) {
            texts.add(cell instanceof String text ? safe(text) : said(cell));
        }
        csv.writeRecord(texts);
    }

    private static String said(@Nullable Object cell) {
        if (cell instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return cell == null ? "" : cell.toString();
    }

    static String safe(String text) {
        var cleaned = PlainText.cleaned(text);
        return !cleaned.isEmpty() && FORMULA.indexOf(cleaned.charAt(0)) >= 0 ? '\'' + cleaned : cleaned;
    }

    @Override
    public void flush() throws IOException {
        csv.flush();
    }

    @Override
    public void end() throws IOException {
        csv.flush();
    }
}
