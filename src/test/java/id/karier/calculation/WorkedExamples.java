package id.karier.calculation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The worked examples of the law, from the one file that every ring of tests reads. */
public final class WorkedExamples {
    private WorkedExamples() {}

    public record Row(String id, String calculator, ObjectNode request, JsonNode expect) {
        @Override
        public String toString() {
            return id;
        }
    }

    public static List<Row> all() {
        var rows = new ArrayList<Row>();
        try (var in = WorkedExamples.class.getResourceAsStream("/worked-examples.json")) {
            for (var row : new ObjectMapper().readTree(in)) {
                rows.add(new Row(
                        row.path("id").asText(),
                        row.path("calculator").asText(),
                        (ObjectNode) row.path("request"),
                        row.path("expect")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /**
     * Where an answer differs from what is expected, or "" when it does not. Members that are not expected are free;
     * expected list entries with a code are looked up by it; numbers compare by value.
     */
    public static String difference(String path, JsonNode expected, JsonNode actual) {
        if (expected.isNull()) {
            return actual.isMissingNode() || actual.isNull() ? "" : path + " should be absent, is " + actual;
        }
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0
                    ? ""
                    : path + " should be " + expected + ", is " + actual;
        }
        if (expected.isObject()) {
            var members = expected.fields();
            while (members.hasNext()) {
                var member = members.next();
                var found = difference(path + "/" + member.getKey(), member.getValue(), actual.path(member.getKey()));
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return "";
        }
        if (expected.isArray() && !expected.isEmpty() && expected.get(0).has("code")) {
            for (var entry : expected) {
                var code = entry.path("code").asText();
                JsonNode same = null;
                for (var candidate : actual) {
                    same = candidate.path("code").asText().equals(code) ? candidate : same;
                }
                if (same == null) {
                    return path + " has no " + code + ": " + actual;
                }
                var found = difference(path + "/" + code, entry, same);
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return "";
        }
        return expected.equals(actual) ? "" : path + " should be " + expected + ", is " + actual;
    }
}
