package id.karier.integration.bulk.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import id.karier.kernel.ErrorCode;
import id.karier.kernel.FieldError;
import id.karier.kernel.ProblemException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jboss.logging.Logger;

/**
 * The first visible sheet of an XLSX file that has the header, as CSV, each row on the line of its number: instructions may
 * stand on other sheets, and titles above the header. Days become {@code yyyy-MM-dd}:
 * the numbers that the sheet shows as days, and those under a heading that says that there are days.
 */
public final class Spreadsheet {
    private static final Logger LOG = Logger.getLogger(Spreadsheet.class);
    private static final Pattern DAY_HEADING = Pattern.compile("(tanggal|tgl|tmt)[^a-z].*");
    private static final Pattern NOT_SHOWN = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");
    private static final Pattern DAY_OR_YEAR = Pattern.compile("[dDyY]");

    /** 1 March 1900: the days before it are numbered wrongly, because Excel believes in 29 February 1900. */
    private static final int FIRST_DAY = 61;

    /** In 1927; a smaller number that is not shown as a day is a year that somebody typed. */
    private static final int UNDOUBTED_DAY = 10_000;

    private static final int LAST_DAY = 2_958_465;

    private final Iterator<Row> rows;
    private final LocalDate dayZero;
    private final Predicate<List<String>> isHeader;
    private List<String> headings = List.of();
    private long line = 1;

    private Spreadsheet(Iterator<Row> rows, boolean from1904, Predicate<List<String>> isHeader) {
        this.rows = rows;
        this.isHeader = isHeader;
        this.dayZero = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
    }

    /**
     * How much is read.
     *
     * @param bytes of all parts of a file, unpacked
     * @param held bytes of the parts that are held in memory, the shared texts above all
     * @param columns of a sheet
     * @param csv bytes of what becomes of it
     */
    public record Limits(long bytes, long held, int columns, long csv) {}

    /**
     * What was read.
     *
     * @param lines of the CSV
     * @param sheet its name
     * @param others names of further sheets with the header, which were not read
     */
    public record Found(long lines, String sheet, List<String> others) {
        public Found {
            others = List.copyOf(others);
        }
    }

    /**
     * Writes the CSV of a spreadsheet.
     *
     * @param isHeader whether a row is the header
     * @throws ProblemException 400 for a file that is no XLSX, 413 for one beyond the limits
     */
    public static Found toCsv(Path xlsx, Path csv, Limits limits, Predicate<List<String>> isHeader) {
        Path plain = xlsx;
        try {
            if (SheetGuard.check(xlsx, limits)) {
                plain = Files.createTempFile(xlsx.toAbsolutePath().getParent(), "karier-strict-", ".part");
                StrictBook.rewrite(xlsx, plain);
            }
            return read(plain, csv, limits, isHeader);
        } catch (ProblemException | UncheckedIOException notItsFault) {
            throw notItsFault;
        } catch (IOException | XMLStreamException | RuntimeException damaged) {
            LOG.debugf(damaged, "a file that is no XLSX");
            throw new ProblemException(ErrorCode.VALIDATION_FAILED, FieldError.in("imports", "", "SHEET_UNREADABLE"));
        } finally {
            if (!plain.equals(xlsx)) {
                plain.toFile().delete();
            }
        }
    }

    private static Found read(Path xlsx, Path csv, Limits limits, Predicate<List<String>> isHeader) throws IOException {
        try (var book = new ReadableWorkbook(xlsx.toFile(), new ReadingOptions(true, true))) {
            var visible = book.getSheets()
                    .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .toList();
            var fit = new ArrayList<Sheet>();
            for (var sheet : visible) {
                if (hasHeader(sheet, book.isDate1904(), isHeader)) {
                    fit.add(sheet);
                }
            }
            var sheet = fit.isEmpty() ? visible.get(0) : fit.get(0);
            var others = fit.stream().skip(1).map(Sheet::getName).toList();
            try (var rows = sheet.openStream();
                    var file = new BoundedOutput(Files.newOutputStream(csv), limits.csv());
                    var out = CsvWriter.builder()
                            .lineDelimiter(LineDelimiter.LF)
                            .build(new OutputStreamWriter(file, StandardCharsets.UTF_8))) {
                long lines = new Spreadsheet(rows.iterator(), book.isDate1904(), isHeader).write(out);
                return new Found(lines, sheet.getName(), others);
            }
        }
    }

    private static boolean hasHeader(Sheet sheet, boolean from1904, Predicate<List<String>> isHeader)
            throws IOException {
        try (var rows = sheet.openStream()) {
            var reading = new Spreadsheet(rows.iterator(), from1904, isHeader);
            int said = 0;
            while (reading.rows.hasNext() && said < CsvRows.HEADER_WITHIN) {
                var texts = reading.texts(reading.rows.next());
                if (isHeader.test(texts)) {
                    return true;
                }
                said += texts.isEmpty() ? 0 : 1;
            }
            return false;
        }
    }

    private long write(CsvWriter out) {
        boolean found = false;
        int said = 0;
        while (rows.hasNext()) {
            var row = rows.next();
            var texts = texts(row);
            if (texts.isEmpty()) {
                continue;
            }
            for (; line < row.getRowNum(); line++) {
                out.writeRecord(List.of());
            }
            // the first row that says something, until the header comes
            if (!found && said < CsvRows.HEADER_WITHIN) {
                found = isHeader.test(texts);
                headings = found || headings.isEmpty() ? List.copyOf(texts) : headings;
                said++;
            }
            texts.addAll(Collections.nCopies(Math.max(0, headings.size() - texts.size()), ""));
            out.writeRecord(texts);
            line++;
        }
        return line - 1;
    }

    /** Up to the last text that says something. */
    private List<String> texts(Row row) {
        var texts = new ArrayList<String>();
        int said = 0;
        for (int i = 0; i < row.getCellCount(); i++) {
            texts.add(row.hasCell(i) ? text(row.getCell(i), i) : "");
            said = Blank.is(texts.get(i)) ? said : i + 1;
        }
        return new ArrayList<>(texts.subList(0, said));
    }

    private String text(Cell cell, int place) {
        if (cell.getValue() instanceof BigDecimal number) {
            boolean isDay = isShownAsDay(cell) || (isDayColumn(place) && isAtLeast(number, UNDOUBTED_DAY));
            boolean exists = isAtLeast(number, FIRST_DAY) && !isAtLeast(number, LAST_DAY + 1);
            return isDay && exists ? dayZero.plusDays(number.longValue()).toString() : Numeral.text(number);
        }
        var text = cell.getValue() == null ? cell.getRawValue() : cell.getText();
        return text == null ? "" : text.replace('\n', ' ').replace('\r', ' ');
    }

    private static boolean isAtLeast(BigDecimal number, int least) {
        return number.compareTo(BigDecimal.valueOf(least)) >= 0;
    }

    private boolean isDayColumn(int place) {
        return place < headings.size()
                && DAY_HEADING
                        .matcher(headings.get(place)
                                .replace('\u00a0', ' ')
                                .strip()
                                .toLowerCase(Locale.ROOT))
                        .matches();
    }

    /** By the formats that every spreadsheet has, or by one of the file's own with a day or a year in it. */
    private static boolean isShownAsDay(Cell cell) {
        var id = cell.getDataFormatId();
        var format = cell.getDataFormatString();
        boolean common =
                id != null && ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58));
        return common
                || (format != null
                        && DAY_OR_YEAR
                                .matcher(NOT_SHOWN.matcher(format).replaceAll(""))
                                .find());
    }
}
