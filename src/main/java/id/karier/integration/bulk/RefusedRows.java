package id.karier.integration.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import id.karier.integration.bulk.FindingQueries.RefusedRow;
import id.karier.integration.bulk.FindingQueries.RowFault;
import id.karier.integration.bulk.format.Format;
import id.karier.integration.bulk.format.SheetWriter;
import id.karier.integration.siasn.ProfileFile;
import id.karier.kernel.Caller;
import id.karier.kernel.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows that an import refused, in the form in which they came, with what is wrong with each in columns of their own; the
 * loader passes over these, so that the report alone can be mended and loaded.
 */
@ApplicationScoped
class RefusedRows {
    private static final int PAGE = 500;
    private static final int LONGEST_ID = 42;

    /** What people put between the digits of a number, or before it. */
    private static final Pattern UNSEEN = Pattern.compile("[^A-Za-z0-9-]");

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final FindingQueries findings;
    private final Caller caller;
    private final ObjectMapper json;

    RefusedRows(FindingQueries findings, Caller caller, ObjectMapper json) {
        this.findings = findings;
        this.caller = caller;
        this.json = json;
    }

    /** @param ending of a file's name */
    record Report(byte[] content, String type, String ending) {}

    /**
     * The report of an import of employees; only the header when nothing was refused.
     *
     * @param clear whether personal data are shown; else such cells are empty, and so is what no column names
     */
    Report of(UUID job, ImportSettings settings, boolean clear) {
        var file = settings.file();
        var format = file == null ? Format.CSV : Format.valueOf(file.format());
        try {
            return switch (format) {
                case XLSX -> sheet(job, settings, clear);
                case NDJSON, JSON -> lines(job, clear);
                case CSV -> csv(job, settings, clear);
            };
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void each(UUID job, BiConsumer<Long, RefusedRow> take) {
        long after = -1;
        for (var rows = findings.rows(job, after, PAGE); !rows.isEmpty(); rows = findings.rows(job, after, PAGE)) {
            rows.forEach(take);
            after = rows.keySet().stream().mapToLong(Long::longValue).max().orElse(Long.MAX_VALUE);
        }
    }

    /** Who is on record of those whom the refused rows name. */
    Set<UUID> people(UUID job, ImportSettings settings) {
        var people = new HashSet<UUID>();
        long after = -1;
        for (var rows = findings.rows(job, after, PAGE); !rows.isEmpty(); rows = findings.rows(job, after, PAGE)) {
            var said = new HashSet<String>();
            rows.values().forEach(row -> said.addAll(named(row, settings)));
            people.addAll(findings.people(said));
            after = rows.keySet().stream().mapToLong(Long::longValue).max().orElse(Long.MAX_VALUE);
        }
        return people;
    }

    private static List<String> named(RefusedRow row, ImportSettings settings) {
        var names = row.names().isEmpty() && settings.columns() != null ? settings.columns() : row.names();
        var said = new ArrayList<String>();
        for (int i = 0; i < names.size() && i < row.cells().size(); i++) {
            var cell = row.cells().get(i);
            if (cell != null && ProfileFile.isIdentity(names.get(i))) {
                said.add(UNSEEN.matcher(cell).replaceAll(""));
            }
        }
        said.removeIf(text -> text.isEmpty() || text.length() > LONGEST_ID);
        return said;
    }

    private static List<String> header(ImportSettings settings) {
        var header = new ArrayList<>(settings.columns() == null ? List.<String>of() : settings.columns());
        header.removeIf(column -> ProfileFile.isOfReport(column));
        return header;
    }

    private Report csv(UUID job, ImportSettings settings, boolean clear) throws IOException {
        var file = settings.file();
        var separator = file == null || file.separator() == null ? "," : file.separator();
        var bytes = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            writer.append(BYTE_ORDER_MARK);
            var out = CsvWriter.builder()
                    .fieldSeparator(separator.charAt(0))
                    .lineDelimiter(LineDelimiter.CRLF)
                    .build(writer);
            var header = header(settings);
            var all = new ArrayList<>(header);
            all.addAll(ProfileFile.REPORT);
            out.writeRecord(all);
            each(job, (line, row) -> {
                var cells = cells(row, settings, clear);
                cells.replaceAll(RefusedRows::inert);
                cells.addAll(said(line, row.faults()));
                out.writeRecord(cells);
            });
            out.flush();
        }
        return new Report(bytes.toByteArray(), "text/csv;charset=UTF-8", ".csv");
    }

    /** A spreadsheet program must not reckon what somebody wrote; the loader takes the apostrophe off again. */
    private static String inert(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? '\'' + cell : cell;
    }

    private Report sheet(UUID job, ImportSettings settings, boolean clear) throws IOException {
        var file = settings.file();
        var name = file == null || file.sheet() == null ? "Pegawai" : file.sheet();
        var bytes = new ByteArrayOutputStream();
        try (var out = new SheetWriter(bytes)) {
            var header = header(settings);
            var all = new ArrayList<>(header);
            all.addAll(ProfileFile.REPORT);
            out.sheet(name);
            out.heading(all);
            each(job, (line, row) -> {
                var cells = cells(row, settings, clear);
                var wrong = row.faults().stream()
                        .map(fault -> ProfileFile.place(header, String.valueOf(fault.column())))
                        .collect(Collectors.toCollection(HashSet::new));
                cells.addAll(said(line, row.faults()));
                out.row(cells, wrong);
            });
        }
        return new Report(bytes.toByteArray(), Format.SHEET, ".xlsx");
    }

    private Report lines(UUID job, boolean clear) throws IOException {
        var text = new StringBuilder();
        each(job, (line, row) -> {
            var object = json.createObjectNode();
            for (int i = 0; i < row.names().size(); i++) {
                var name = row.names().get(i);
                object.put(
                        name,
                        clear || !ProfileFile.isPersonal(name) ? row.cells().get(i) : null);
            }
            var said = said(line, row.faults());
            for (int i = 0; i < said.size(); i++) {
                object.put(ProfileFile.REPORT.get(i), said.get(i));
            }
            text.append(object).append('\n');
        });
        return new Report(text.toString().getBytes(StandardCharsets.UTF_8), Format.LINES, ".ndjson");
    }

    /** The cells of a row below the header, without the columns of an earlier report. */
    private static List<String> cells(RefusedRow row, ImportSettings settings, boolean clear) {
        var names = settings.columns() == null ? List.<String>of() : settings.columns();
        var cells = new ArrayList<String>(names.size());
        for (int i = 0; i < names.size(); i++) {
            if (!ProfileFile.isOfReport(names.get(i))) {
                var cell = i < row.cells().size() ? row.cells().get(i) : null;
                cells.add(cell == null || (!clear && ProfileFile.isPersonal(names.get(i))) ? "" : cell);
            }
        }
        return cells;
    }

    /** In the order of {@link ProfileFile#REPORT}: line, columns, codes, sentences. */
    private List<String> said(long line, List<RowFault> faults) {
        var locale = caller.locale();
        return List.of(
                String.valueOf(line),
                joined(faults, "; ", fault -> fault.column() == null ? "-" : fault.column()),
                joined(faults, "; ", RowFault::code),
                joined(faults, " | ", fault -> sentence(locale, fault.code(), fault.figures())));
    }

    private static String joined(List<RowFault> faults, String between, Function<RowFault, @Nullable String> text) {
        return faults.stream().map(text).map(String::valueOf).collect(Collectors.joining(between));
    }

    /** What a code of an import says. */
    static String sentence(Locale locale, String code, List<String> figures) {
        try {
            return Messages.text(locale, "imports.error." + code, figures.toArray());
        } catch (MissingResourceException general) {
            return Messages.text(locale, "jobs.error." + code, figures.toArray());
        }
    }

    /** The units, posts and heads of an import as a sheet. */
    Report places(UUID job) {
        var locale = caller.locale();
        var bytes = new ByteArrayOutputStream();
        try (var out = new SheetWriter(bytes)) {
            out.sheet(Messages.text(locale, "imports.places.sheet"));
            out.heading(List.of(Messages.text(locale, "imports.places.heading").split("\\|", -1)));
            int after = 0;
            for (var rows = findings.placesBehind(job, after, PAGE);
                    !rows.isEmpty();
                    rows = findings.placesBehind(job, after, PAGE)) {
                for (var row : rows) {
                    out.row(
                            List.of(
                                    Messages.text(locale, "imports.places." + row.what()),
                                    row.name(),
                                    String.valueOf(row.unit() == null ? "" : row.unit()),
                                    String.valueOf(row.level() == null ? "" : row.level()),
                                    Messages.text(locale, "imports.places.ordered." + row.ordered()),
                                    String.valueOf(row.person() == null ? "" : row.person()),
                                    String.valueOf(row.displaced() == null ? "" : row.displaced()),
                                    String.valueOf(row.line()),
                                    String.valueOf(row.people())),
                            Set.of());
                    after = row.number();
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Report(bytes.toByteArray(), Format.SHEET, ".xlsx");
    }
}
