package id.karier.integration.bulk.export;

import id.karier.kernel.PlainText;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * XLSX, row by row. Texts stand in their own cells and are marked as text, so that no program reckons them or takes digits
 * away; days are days. What is more than a sheet holds goes on in the next one.
 */
final class SheetTable implements TableWriter {
    private static final String TEXT = "@";
    private static final String DAY = "yyyy-mm-dd";
    private static final String HEAD = "D9E2F3";
    private static final double WIDTH = 22;

    /** Below what programs open. */
    private static final int ROWS = 1_000_000;

    /** Before it, spreadsheets count a day that there was not. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private final Workbook book;
    private final String name;
    private List<String> columns = List.of();
    private @Nullable Worksheet sheet;
    private int sheets;
    private int at;

    SheetTable(OutputStream out, String name) {
        book = new Workbook(out, "Karier", "1.0");
        this.name = name;
    }

    @Override
    public void heading(List<String> columns) throws IOException {
        this.columns = columns;
        begin();
    }

    private Worksheet begin() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        sheets++;
        var begun = book.newWorksheet(sheets == 1 ? name : name + ' ' + sheets);
        for (int i = 0; i < columns.size(); i++) {
            begun.inlineString(0, i, columns.get(i));
            begun.style(0, i).bold().fillColor(HEAD).format(TEXT).set();
            begun.width(i, WIDTH);
        }
        begun.freezePane(0, 1);
        at = 1;
        sheet = begun;
        return begun;
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        var into = sheet == null || at > ROWS ? begin() : sheet;
        for (int i = 0; i < cells.size(); i++) {
            cell(into, i, cells.get(i));
        }
        at++;
    }

    private void cell(Worksheet into, int column, @Nullable Object cell) {
        if (cell instanceof LocalDate day && !day.isBefore(FIRST_DAY)) {
            into.value(at, column, day);
            into.style(at, column).format(DAY).set();
        } else if (cell instanceof BigDecimal number) {
            into.value(at, column, number);
        } else if (cell instanceof Boolean truth) {
            into.value(at, column, truth);
        } else if (cell != null) {
            into.inlineString(at, column, PlainText.cleaned(cell.toString()));
            into.style(at, column).format(TEXT).set();
        }
    }

    @Override
    public void flush() throws IOException {
        if (sheet != null) {
            sheet.flush();
        }
    }

    @Override
    public void end() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        book.finish();
    }
}
