package id.karier.gates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The contract as the build has just written it. */
final class Contract {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Path WRITTEN = Path.of("target/openapi/karier.json");
    private static final JsonNode DOCUMENT = read();

    /** The schemas, closed: a member that they do not name is a difference. */
    private static final JsonNode CLOSED = closed();

    private Contract() {}

    /** One operation: {@code GET}, {@code /api/v1/units/{id}}, and what the contract says of it. */
    record Operation(String method, String path, JsonNode says) {
        String id() {
            return says.path("operationId").asText();
        }

        JsonNode response(String status) {
            return resolved(says.path("responses").path(status));
        }

        /** The type of body that is easiest to send, and its content: no form, when there is something else; null for none. */
        Map.@Nullable Entry<String, JsonNode> body() {
            Map.Entry<String, JsonNode> form = null;
            for (var media : says.path("requestBody").path("content").properties()) {
                if (!media.getKey().startsWith("multipart/")) {
                    return media;
                }
                form = media;
            }
            return form;
        }

        List<JsonNode> parameters() {
            var parameters = new ArrayList<JsonNode>();
            says.path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
            return parameters;
        }

        JsonNode parameter(String name) {
            return parameters().stream()
                    .filter(p -> p.path("name").asText().equals(name))
                    .findFirst()
                    .orElse(MissingNode.getInstance());
        }

        @Override
        public String toString() {
            return method + ' ' + path;
        }
    }

    static JsonNode document() {
        return DOCUMENT;
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(WRITTEN.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        document()
                .path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(says -> {
                    if (METHODS.contains(says.getKey())) {
                        operations.add(
                                new Operation(says.getKey().toUpperCase(Locale.ROOT), path.getKey(), says.getValue()));
                    }
                }));
        return operations;
    }

    /** Where a body differs from a schema of the contract. */
    static List<String> differences(JsonNode schema, JsonNode body) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", CLOSED);
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(
                        whole,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build())
                .validate(body)
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static JsonNode closed() {
        ObjectNode components = document().path("components").deepCopy();
        components.path("schemas").forEach(schema -> {
            if (schema.has("properties") && !schema.has("additionalProperties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        });
        return components;
    }

    static JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : document().at(reference.substring(1));
    }
}
