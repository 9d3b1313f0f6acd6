package id.karier.integration.bulk.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes an XLSX file in which everything is text: no program reckons it, or takes digits or zeros away when somebody types
 * into it.
 */
public final class SheetWriter implements AutoCloseable {
    /** The format of cells that stay what is typed into them. */
    private static final String TEXT = "@";

    private static final String HEAD = "D9E2F3";
    private static final String WRONG = "FFE699";
    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[\\[\\]:*?/\\\\]");
    private static final int LONGEST_NAME = 31;
    private static final int LONGEST_TEXT = 32_000;
    private static final double WIDTH = 22;

    private final Workbook book;
    private @Nullable Worksheet sheet;
    private int row;

    public SheetWriter(OutputStream out) {
        book = new Workbook(out, "Karier", "1.0");
    }

    private Worksheet current() {
        return Objects.requireNonNull(sheet, "a sheet is begun first");
    }

    /** Begins a sheet; a name that no program takes is made into one that it takes. */
    public void sheet(String name) {
        var fit = NOT_IN_A_NAME.matcher(name).replaceAll(" ").strip();
        sheet = book.newWorksheet(fit.substring(0, Math.min(LONGEST_NAME, fit.length())));
        row = 0;
    }

    /** The header, which stays in sight. */
    public void heading(List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            current().value(row, i, texts.get(i));
            current().style(row, i).bold().fillColor(HEAD).set();
            current().width(i, WIDTH);
        }
        row++;
        current().freezePane(0, row);
    }

    /** @param marked the cells that somebody has to look at */
    public void row(List<String> texts, Set<Integer> marked) {
        for (int i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            if (!text.isEmpty()) {
                current().value(row, i, text.substring(0, Math.min(LONGEST_TEXT, text.length())));
            }
            if (marked.contains(i)) {
                current().style(row, i).format(TEXT).fillColor(WRONG).set();
            } else {
                current().style(row, i).format(TEXT).set();
            }
        }
        row++;
    }

    /** Rows that are still to be filled keep what is typed into them as it is. */
    public void open(int rows, int columns) {
        current()
                .range(row, 0, row + rows - 1, columns - 1)
                .style()
                .format(TEXT)
                .set();
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
