package id.karier.gates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.karier.gates.WriteRequests.Write;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The members of every JSON body that the contract takes, to be sent with a value that is wrong. */
final class RequestMembers {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLACE = "@the-place@";
    private static final int DEEPEST = 8;

    private RequestMembers() {}

    /** Operations with a JSON body that somebody may send. */
    static Stream<Write> takingJson() {
        return Contract.operations().stream()
                .filter(o -> o.says().has("x-access"))
                .filter(o -> schema(o) != null)
                .map(WriteRequests::write);
    }

    static JsonNode schema(Contract.Operation operation) {
        for (var media : operation.says().at("/requestBody/content").properties()) {
            if (media.getKey().endsWith("json") && !media.getKey().contains("ndjson")) {
                return media.getValue().path("schema");
            }
        }
        return null;
    }

    /** Every place in a body, as a JSON pointer, with its schema. */
    static Map<String, JsonNode> of(Contract.Operation operation) {
        var places = new TreeMap<String, JsonNode>();
        walk("", schema(operation), places, 0);
        return places;
    }

    private static void walk(String pointer, JsonNode said, Map<String, JsonNode> places, int depth) {
        var schema = Contract.resolved(said);
        if (depth > DEEPEST) {
            return;
        }
        places.putIfAbsent(pointer, schema);
        for (var alternative : List.of("allOf", "anyOf", "oneOf")) {
            schema.path(alternative).forEach(one -> walk(pointer, one, places, depth + 1));
        }
        schema.path("properties")
                .properties()
                .forEach(member -> walk(pointer + '/' + member.getKey(), member.getValue(), places, depth + 1));
        if (schema.has("items")) {
            walk(pointer + "/0", schema.path("items"), places, depth + 1);
        }
        if (schema.path("additionalProperties").isObject()) {
            walk(pointer + "/key", schema.path("additionalProperties"), places, depth + 1);
        }
    }

    static boolean is(JsonNode schema, String type) {
        var types = new ArrayList<String>();
        var said = schema.path("type");
        if (said.isArray()) {
            said.forEach(one -> types.add(one.asText()));
        } else {
            types.add(said.asText());
        }
        return types.contains(type);
    }

    /** A body that is right but for one place, where the literal stands. */
    static String with(String right, String pointer, String literal) {
        try {
            var body = right == null ? JSON.createObjectNode() : JSON.readTree(right);
            var segments = pointer.substring(1).split("/");
            var node = body;
            for (int i = 0; i < segments.length - 1; i++) {
                node = child(node, segments[i], segments[i + 1]);
            }
            put(node, segments[segments.length - 1]);
            return JSON.writeValueAsString(body).replace('"' + PLACE + '"', literal);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static JsonNode child(JsonNode node, String name, String next) {
        var there = node instanceof ArrayNode list ? list.get(Integer.parseInt(name)) : node.get(name);
        if (there != null && there.isContainerNode()) {
            return there;
        }
        var made = next.equals("0") ? JSON.createArrayNode() : JSON.createObjectNode();
        if (node instanceof ArrayNode list) {
            list.removeAll().add(made);
        } else {
            ((ObjectNode) node).set(name, made);
        }
        return made;
    }

    private static void put(JsonNode node, String name) {
        if (node instanceof ArrayNode list) {
            list.removeAll().add(PLACE);
        } else {
            ((ObjectNode) node).put(name, PLACE);
        }
    }
}
