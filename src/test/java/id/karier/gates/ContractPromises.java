package id.karier.gates;

import com.fasterxml.jackson.databind.JsonNode;
import id.karier.kernel.web.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * What a contract promises its clients, one line each, and what it demands of them. A client breaks when a promise is
 * gone, or when a demand is new on something that it may already use. Not seen: bounds that tighten (a length, a range, a
 * pattern), and a rule that refuses more.
 */
final class ContractPromises {
    private static final String DEMANDS = " demands ";

    private final JsonNode schemas =
            Contract.document().path("components").path("schemas");
    private final Set<String> lines = new TreeSet<>();

    private ContractPromises() {}

    /** The lines of the contract that the build has just written. */
    static Set<String> today() {
        var promises = new ContractPromises();
        var asked = new HashSet<String>();
        var answered = new HashSet<String>();
        Contract.operations().forEach(operation -> promises.add(operation, asked, answered));
        asked.forEach(name -> promises.request(name, promises.schemas.path(name)));
        answered.forEach(name -> promises.answer(name, promises.schemas.path(name)));
        return promises.lines;
    }

    /** Each line of today's that breaks a client of the released contract. */
    static List<String> broken(Set<String> released, Set<String> today) {
        var broken = new ArrayList<String>();
        for (var line : released) {
            if (!line.contains(DEMANDS) && !today.contains(line)) {
                broken.add("no longer: " + line);
            }
        }
        for (var line : today) {
            int at = line.indexOf(DEMANDS);
            boolean known = at > 0 && released.stream().anyMatch(l -> l.startsWith(line.substring(0, at) + " "));
            if (known && !released.contains(line)) {
                broken.add("new: " + line);
            }
        }
        return broken;
    }

    private void add(Contract.Operation operation, Set<String> asked, Set<String> answered) {
        lines.add(operation + " is " + operation.id());
        operation
                .says()
                .path("security")
                .findValues("oauth2")
                .forEach(scopes -> scopes.forEach(scope -> lines.add(operation + " opens to " + scope.asText())));
        for (var parameter : operation.parameters()) {
            var name =
                    parameter.path("in").asText() + " " + parameter.path("name").asText();
            lines.add(operation + " takes " + name + ": " + type(parameter.path("schema")));
            if (parameter.path("required").asBoolean() && !name.startsWith("path")) {
                lines.add(operation + DEMANDS + name);
            }
        }
        operation.says().path("requestBody").path("content").fields().forEachRemaining(media -> {
            lines.add(operation + " takes " + media.getKey() + ": "
                    + type(media.getValue().path("schema")));
            reach(media.getValue().path("schema"), asked);
        });
        operation
                .says()
                .path("responses")
                .fieldNames()
                .forEachRemaining(status -> operation
                        .response(status)
                        .path("content")
                        .fields()
                        .forEachRemaining(media -> {
                            if (!media.getKey().equals(Problem.MEDIA_TYPE)) {
                                lines.add(operation + " answers " + status + " " + media.getKey() + ": "
                                        + type(media.getValue().path("schema")));
                            }
                            reach(media.getValue().path("schema"), answered);
                        }));
    }

    private void reach(JsonNode schema, Set<String> found) {
        schema.findValuesAsText("$ref").forEach(reference -> {
            var name = name(reference);
            if (found.add(name)) {
                reach(schemas.path(name), found);
            }
        });
    }

    private void request(String name, JsonNode schema) {
        values(name, schema);
        schema.path("properties").fields().forEachRemaining(m -> {
            for (var accepted : type(m.getValue()).split("\\|")) {
                lines.add(name + " takes " + m.getKey() + ": " + accepted);
            }
        });
        schema.path("required").forEach(m -> lines.add(name + DEMANDS + m.asText()));
    }

    private void answer(String name, JsonNode schema) {
        values(name, schema);
        schema.path("properties")
                .fields()
                .forEachRemaining(m -> lines.add(name + " gives " + m.getKey() + ": " + type(m.getValue())));
        schema.path("required").forEach(m -> lines.add(name + " always gives " + m.asText()));
    }

    /** A value more is no break: clients are told to expect it. */
    private void values(String name, JsonNode schema) {
        schema.path("enum").forEach(value -> lines.add(name + " knows " + value.asText()));
    }

    private static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            return name(schema.path("$ref").asText());
        }
        if (schema.has("anyOf")) {
            return String.join("|", texts(schema.path("anyOf"), true));
        }
        if (schema.has("items")) {
            return "array of " + type(schema.path("items"));
        }
        if (schema.path("additionalProperties").isObject()) {
            return "map of " + type(schema.path("additionalProperties"));
        }
        var type = schema.path("type");
        return type.isArray() ? String.join("|", texts(type, false)) : type.asText("anything");
    }

    private static List<String> texts(JsonNode list, boolean schemas) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> schemas ? type(each) : each.asText())
                .toList();
    }

    private static String name(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
