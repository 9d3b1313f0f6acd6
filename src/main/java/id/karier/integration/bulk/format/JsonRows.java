package id.karier.integration.bulk.format;

import com.fasterxml.jackson.databind.JsonNode;
import id.karier.integration.siasn.Issue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Objects of plain members, one a line. */
public final class JsonRows implements Rows {
    private final Documents documents;
    private List<String> names = List.of();

    public JsonRows(Documents documents) {
        this.documents = documents;
    }

    @Override
    public @Nullable Row next() {
        var document = documents.next();
        if (document == null) {
            return null;
        }
        var tree = document.tree();
        if (tree == null || !tree.isObject()) {
            return Row.unreadable(document.line(), Issue.at(null, null, "JSON_UNREADABLE"));
        }
        var members = new ArrayList<String>(tree.size());
        var texts = new ArrayList<@Nullable String>(tree.size());
        for (var member : tree.properties()) {
            if (member.getValue().isContainerNode()) {
                return Row.unreadable(document.line(), Issue.at(member.getKey(), null, "VALUE_NESTED"));
            }
            members.add(member.getKey());
            texts.add(text(member.getValue()));
        }
        if (!members.equals(names)) {
            names = List.copyOf(members);
        }
        return new Row(document.line(), names, texts::get, null);
    }

    private static @Nullable String text(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isIntegralNumber()) {
            return Numeral.text(new BigDecimal(value.bigIntegerValue()));
        }
        boolean exact = value.isNumber() && Double.isFinite(value.doubleValue());
        return exact ? Numeral.text(value.decimalValue()) : value.asText();
    }

    @Override
    public void close() {
        documents.close();
    }
}
