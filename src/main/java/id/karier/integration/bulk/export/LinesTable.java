package id.karier.integration.bulk.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One JSON object a line, each with every member, null where there is nothing. */
final class LinesTable implements TableWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;
    private List<String> columns = List.of();

    LinesTable(OutputStream out) throws IOException {
        json = JSON.createGenerator(out);
        json.setRootValueSeparator(null);
    }

    @Override
    public void heading(List<String> columns) {
        this.columns = columns;
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < cells.size(); i++) {
            json.writeFieldName(columns.get(i));
            var cell = cells.get(i);
            if (cell == null) {
                json.writeNull();
            } else if (cell instanceof BigDecimal number) {
                json.writeNumber(number);
            } else if (cell instanceof Boolean truth) {
                json.writeBoolean(truth);
            } else {
                json.writeString(cell.toString());
            }
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    @Override
    public void flush() throws IOException {
        json.flush();
    }

    @Override
    public void end() throws IOException {
        json.flush();
    }
}
